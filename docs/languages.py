"""Bring the catalogues of our words up to date with the code: `make languages`.

Every text within `say`, `say_many`, `said`, `noted` and `noted_many`, in Python and in templates; and the words of the
format: its closed lists, its keys, its kinds of elements and its templates of stages. What is new stands empty in each
catalogue, for a translator; what is gone leaves it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, nodes

from journeykit.model import elements
from journeykit.model.schema import map_schema
from journeykit.model.templates import TEMPLATES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "journeykit"
CATALOGUES = PACKAGE / "render" / "languages"

#: What the head of a catalogue leaves out: dates change without the words, and addresses are nobody's.
_UNSAID = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Generated-By",
    "Report-Msgid-Bugs-To",
    "Last-Translator",
    "Language-Team",
)

#: A message: a text, or the forms for one and for many.
Message = str | tuple[str, str]


def messages() -> dict[Message, list[str]]:
    """Every text of ours, with the files it stands in."""
    found: dict[Message, list[str]] = {}
    sources = [(file, _in_python(file)) for file in sorted((PACKAGE / "render").rglob("*.py"))]
    sources += [(file, _in_template(file)) for file in sorted((ROOT / "templates").rglob("*.j2"))]
    for file, texts in sources:
        for text in texts:
            places = found.setdefault(text, [])
            name = file.relative_to(ROOT).as_posix()
            if name not in places:
                places.append(name)
    for word in (*_closed_words(map_schema()), *_kinds(), *_keys(map_schema()), *TEMPLATES):
        found.setdefault(word.replace("-", " ").replace("_", " "), ["docs/format.md"])
    twice = [text[0] for text in found if isinstance(text, tuple) and text[0] in found]
    if twice:
        raise SystemExit(
            f"said both with a number (say_many) and without (say); a catalogue tells no such two apart: {twice}"
        )
    return {text: places for text, places in found.items() if any(map(str.isalpha, str(text)))}


def _in_python(file: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from _called(node.func.id, texts)


def _in_template(file: Path) -> Iterator[Message]:
    for node in Environment().parse(file.read_text("utf-8")).find_all(nodes.Call):
        if isinstance(node.node, nodes.Name):
            texts = [one.value for one in node.args if isinstance(one, nodes.Const) and isinstance(one.value, str)]
            yield from _called(node.node.name, texts)


def _called(name: str, texts: list[str]) -> Iterator[Message]:
    if name in ("say_many", "noted_many") and len(texts) >= 2:
        yield texts[0], texts[1]
    elif name in ("say", "noted"):
        yield from texts[:1]
    elif name == "said":
        yield from texts


def _closed_words(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        words = [word for word in schema.get("enum", ()) if isinstance(word, str)]
        # The spellings of yes and no are for machines.
        yield from words if "false" not in words and "no" not in words else ()
        for value in schema.values():
            yield from _closed_words(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _closed_words(value)


def _kinds() -> Iterator[str]:
    yield from ("map", *(kind.noun for kind in vars(elements).values() if isinstance(kind, type) and _is_named(kind)))


def _is_named(kind: type[Any]) -> bool:
    return issubclass(kind, elements.Element) and bool(kind.noun)


def _keys(schema: Any) -> Iterator[str]:
    """The keys of the format: what changed of an element is named by them."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield from value if key == "properties" else ()
            yield from _keys(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _keys(value)


def renewed(file: Path) -> Catalog:
    """The catalogue of a file with all messages of the code and no others."""
    with file.open("rb") as old:
        known = read_po(old, locale=file.stem)
    catalogue = Catalog(locale=file.stem, project="journeykit", header_comment=known.header_comment, fuzzy=False)
    for text, places in sorted(messages().items(), key=lambda item: str(item[0]).casefold()):
        before = known.get(text if isinstance(text, str) else text[0])
        kept = before.string if before and isinstance(before.id, str) == isinstance(text, str) else None
        catalogue.add(text, kept, locations=[(place, None) for place in places])
    return catalogue


def write(file: Path, catalogue: Catalog) -> None:
    """Write a catalogue without dates, so that it only changes when its words do."""
    with file.open("wb") as new:
        write_po(new, catalogue, width=120, omit_header=False, include_lineno=False)
    lines = file.read_text("utf-8").splitlines(keepends=True)
    unsaid = tuple(f'"{key}:' for key in _UNSAID)
    file.write_text("".join(line for line in lines if not line.startswith(unsaid)), "utf-8")


if __name__ == "__main__":
    for path in sorted(CATALOGUES.glob("*.po")):
        write(path, renewed(path))
