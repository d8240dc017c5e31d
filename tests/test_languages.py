"""The catalogues of our words: all of them, in every language, whole and in the right form."""

from __future__ import annotations

import re
import shutil
from gettext import c2py  # type: ignore[attr-defined]
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = sorted((ROOT / "src" / "journeykit" / "render" / "languages").glob("*.po"))
PLACE = re.compile(r"\{\w*\}")
#: How many forms gettext has for numbers in a language.
FORMS = {"ar": 6, "de": 2, "es": 2, "fr": 2, "ja": 1, "pt": 2}


def _program() -> ModuleType:
    found = util.spec_from_file_location("languages", ROOT / "docs" / "languages.py")
    assert found is not None and found.loader is not None
    module = util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


program = _program()


@pytest.fixture(scope="module", params=CATALOGUES, ids=lambda file: file.stem)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    with request.param.open("rb") as file:
        return read_po(file, locale=request.param.stem)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def translated(catalogue: Catalog) -> list[Message]:
    return [message for message in messages(catalogue) if all(forms(message))]


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_there_is_a_catalogue_for_each_language() -> None:
    assert [file.stem for file in CATALOGUES] == sorted(FORMS)


def test_a_catalogue_has_every_text_and_no_other(catalogue: Catalog) -> None:
    ids = {message.id if isinstance(message.id, str) else tuple(message.id) for message in messages(catalogue)}
    known = set(program.messages())
    assert not known - ids, "run `make languages` and translate what is new"
    assert not ids - known, "run `make languages`"


def test_every_text_is_said(catalogue: Catalog) -> None:
    for message in messages(catalogue):
        assert all(forms(message)), f"not translated: {message.id}"
        assert not message.fuzzy, message.id
        for said in forms(message):
            assert said == said.strip(), f"blanks around: {said!r}"


def test_the_places_of_a_text_stay(catalogue: Catalog) -> None:
    for message in translated(catalogue):
        if isinstance(message.id, str):
            assert sorted(PLACE.findall(forms(message)[0])) == sorted(PLACE.findall(message.id)), message.id
            continue
        one, many = (set(PLACE.findall(text)) for text in message.id)
        *few, last = (set(PLACE.findall(said)) for said in forms(message))
        assert last == one | many, message.id
        # A form for a certain number may say it in a word, and must know every other place.
        assert all((one | many) - {"{number}"} <= places <= one | many for places in few), message.id


def test_plurals_have_the_forms_of_the_language(catalogue: Catalog) -> None:
    assert catalogue.locale is not None
    assert catalogue.num_plurals == FORMS[catalogue.locale.language]
    for message in messages(catalogue):
        if not isinstance(message.id, str):
            assert len(forms(message)) == catalogue.num_plurals, message.id


def test_plurals_are_told_apart_as_the_language_does(catalogue: Catalog) -> None:
    """Whole numbers that the language's rule words alike take one form of the catalogue."""
    assert catalogue.locale is not None
    rule = catalogue.locale.plural_form
    form = c2py(catalogue.plural_expr)
    known: dict[str, set[int]] = {}
    for number in range(1, 200):
        known.setdefault(rule(number), set()).add(form(number))
    assert all(len(taken) == 1 for taken in known.values()), known


def test_the_text_ends_as_the_source_does(catalogue: Catalog) -> None:
    """A full stop stands where it stands in English: texts are put together by them."""
    for message in translated(catalogue):
        source = message.id if isinstance(message.id, str) else message.id[1]
        for said in forms(message):
            assert said.endswith((".", "。")) == source.endswith(".") or source == "No.", f"{source!r}: {said!r}"


def test_texts_are_found_in_code_and_in_templates(tmp_path: Path) -> None:
    code = tmp_path / "a.py"
    code.write_text(
        'say("One", x=say("Two"))\nsay_many("a", "b", 2)\nsaid("Three", "Four")\nnoted_many("c", "d")\nx("no")\n'
    )
    page = tmp_path / "a.j2"
    page.write_text("{{ say('Five') }}{{ say_many('e', 'f', n) }}{{ other('no') }}")
    assert set(program._in_python(code)) == {"One", "Two", ("a", "b"), "Three", "Four", ("c", "d")}
    assert set(program._in_template(page)) == {"Five", ("e", "f")}


def test_the_words_of_the_format_are_among_them() -> None:
    found = program.messages()
    assert {"in review", "critical", "touchpoint", "business goal", "buying process"} <= set(found)
    assert "true" not in found


def test_what_is_gone_leaves_and_what_is_new_stands_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "de.po"
    shutil.copy(next(file for file in CATALOGUES if file.stem == "de"), file)
    monkeypatch.setattr(program, "messages", lambda: {"Legend": ["a.py"], "Brand new": ["b.j2"]})
    program.write(file, program.renewed(file))
    with file.open("rb") as now:
        left = {message.id: message.string for message in messages(read_po(now, locale="de"))}
    assert left == {"Legend": "Legende", "Brand new": ""}


def test_catalogues_are_written_alike_again(tmp_path: Path) -> None:
    for known in CATALOGUES:
        file = tmp_path / known.name
        shutil.copy(known, file)
        program.write(file, program.renewed(file))
        assert file.read_bytes() == known.read_bytes(), "run `make languages`"
