"""Templates of one's own: they stand in for the built-in ones, in a sandbox, and their faults are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import html
from journeykit.render.templates import TemplateFaultError

Made = Callable[..., str]


@pytest.fixture
def made(tmp_path: Path, facts_of: Callable[[str], Facts]) -> Made:
    """The poster of a small map with these templates: `made({"poster.html.j2": "…"})`."""
    folder = tmp_path / "own"

    def make(templates: dict[str, str], view: str | None = None) -> str:
        for name, text in templates.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        facts = facts_of("title: <i>A trip</i>\nstages: [{stage: A, actions: [Packs]}]")
        return html.write(facts, Options(view=view, template_dir=folder)).decode()

    return make


def test_a_template_stands_in_for_the_built_in_one(made: Made) -> None:
    assert made({"poster.html.j2": "<h1>{{ p.header.title }}</h1>"}) == "<h1>&lt;i&gt;A trip&lt;/i&gt;</h1>"


def test_a_part_stands_in_and_the_rest_stays(made: Made) -> None:
    page = made({"poster/header.j2": "<header>{{ p.heads[0].name }}, {{ say('Legend') }}</header>"})
    assert "<header>A, Legend</header>" in page
    assert 'class="strip"' not in page
    assert '<table class="map' in page


def test_an_empty_folder_changes_nothing(made: Made, tmp_path: Path, facts_of: Callable[[str], Facts]) -> None:
    (tmp_path / "own").mkdir()
    usual = html.write(facts_of("title: <i>A trip</i>\nstages: [{stage: A, actions: [Packs]}]"), Options()).decode()
    assert made({}) == usual


@pytest.mark.parametrize("view", html.VIEWS)
def test_every_view_has_its_template(made: Made, view: str) -> None:
    name = "poster" if view == "map" else view if view in ("channels", "personas", "opportunities") else "diagram"
    assert made({f"{name}.html.j2": "mine"}, view) == "mine"


def test_own_templates_include_one_another_and_built_in_ones(made: Made) -> None:
    page = made({"poster.html.j2": "{% include 'mine.j2' %}{% include 'poster/policy.j2' %}", "mine.j2": "mine "})
    assert page.startswith("mine <meta http-equiv")


def test_an_own_script_is_the_one_that_is_allowed(made: Made) -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = made({"poster/page.js": "let a = 1;\r\n"})
    allowed = b64encode(sha256(b"let a = 1;\n").digest()).decode()
    assert f"script-src 'sha256-{allowed}'" in page
    assert "<script>let a = 1;\n</script>" in page


# --- faults ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a\n{{ p.nothing }}", 2, "has no attribute 'nothing'"),
        ("a\nb\n{% if %}", 3, "Expected an expression"),
        ("{% for %}", 1, "Expected an expression"),
        ("\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("{% include 'gone.j2' %}", 1, "there is no template 'gone.j2'"),
        ("{% include '../secret.txt' %}", 1, "there is no template '../secret.txt'"),
        ("{% include '/etc/passwd' %}", 1, "there is no template '/etc/passwd'"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{{ p|nofilter }}", 1, "No filter named 'nofilter'"),
        ("{{ p.header.title + 1 }}", 1, "can only concatenate"),
        ("{% extends 'poster.html.j2' %}", 1, "recursion"),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(made: Made, tmp_path: Path, text: str, line: int, told: str) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        made({"poster.html.j2": text})
    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'own' / 'poster.html.j2'}:{line}: ")
    assert told in message
    assert "\n" not in message


def test_a_fault_in_a_part_is_told_where_it_is(made: Made, tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultError, match=r"footer\.j2:2: ") as caught:
        made({"poster/footer.j2": "\n{{ p.footer.x }}"})
    assert str(tmp_path) in str(caught.value)


def test_a_file_that_is_no_text_is_told(made: Made, tmp_path: Path) -> None:
    (tmp_path / "own" / "poster").mkdir(parents=True)
    (tmp_path / "own" / "poster" / "footer.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateFaultError, match=r"footer\.j2: is no UTF-8"):
        made({})


def test_the_program_ends_with_2_and_one_line(journey: Callable[..., object], bicycle: Path) -> None:
    (bicycle.parent / "own").mkdir()
    (bicycle.parent / "own" / "poster.html.j2").write_text("\n{{ p.nothing }}")
    ended = journey("render", bicycle, "-o", "x.html", "--template-dir", "own")
    assert ended.code == 2  # type: ignore[attr-defined]
    assert ended.err.startswith("journey: own/poster.html.j2:2: ")  # type: ignore[attr-defined]
    assert ended.err.count("\n") == 1  # type: ignore[attr-defined]
    assert not (bicycle.parent / "x.html").exists()


# --- the sandbox -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "{{ p.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ p['__class__'] }}",
        "{{ p|attr('__class__') }}",
        "{{ say.__globals__ }}",
        "{{ look.css.__func__ }}",
        "{{ self.__init__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum.__globals__['os'] }}",
        "{{ '{0.__class__}'.format(p) }}",
        "{{ '{0.__class__}'.format_map({'0': p}) }}",
        "{{ say('{a.__class__}', a=p) }}",
        "{{ say('{a.light}', a=look) }}",
        "{{ say('{a:999999999}', a=1) }}",
        "{{ say_many('{a[0]}', '{a[0]}', 1, a=look) }}",
        "{% set x = [] %}{{ x.append(1) }}",
        "{{ p.__setattr__('lang', 'x') }}",
        "{{ 'a' * 100000000 }}",
        "{{ [1] * 100000000 }}",
        "{{ 9 ** 9999999 }}",
        "{% for i in range(1000000) %}{% endfor %}",
    ],
)
def test_a_template_does_not_reach_out(made: Made, text: str) -> None:
    with pytest.raises(TemplateFaultError):
        made({"poster.html.j2": text})


def test_a_link_does_not_lead_out(made: Made, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "link.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TemplateFaultError, match=r"there is no template 'link\.j2'"):
        made({"poster.html.j2": "{% include 'link.j2' %}"})


def test_values_that_are_texts_of_templates_are_not_run(made: Made) -> None:
    assert made({"poster.html.j2": "{{ '{{ 7*7 }}' }}"}) == "{{ 7*7 }}"


def test_a_folder_of_the_same_name_elsewhere_is_another(
    journey: Callable[..., Any], bicycle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "other"):
        own = bicycle.parent / name / "own"
        own.mkdir(parents=True)
        (own / "poster.html.j2").write_text(f"<p>{name}</p>")
        monkeypatch.chdir(own.parent)
        assert journey("render", bicycle, "-o", "x.html", "--template-dir", "own").code == 0
        assert (own.parent / "x.html").read_text() == f"<p>{name}</p>"
