"""How templates are found, and what becomes of the values in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from journeykit.render.templates import FolderLoader, environment


def test_every_value_is_escaped() -> None:
    made = environment().from_string('<b title="{{ x }}">{{ x }}</b>').render(x="<i>\"'&")
    assert made == '<b title="&lt;i&gt;&#34;&#39;&amp;">&lt;i&gt;&#34;&#39;&amp;</b>'


def test_values_are_no_templates() -> None:
    assert environment().from_string("{{ x }}").render(x="{{ 7*7 }}{% raw %}") == "{{ 7*7 }}{% raw %}"


def test_what_is_undefined_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()


def test_what_turns_a_line_around_is_shown() -> None:
    assert environment().from_string("{{ x }}").render(x="a\u202eb\x1bc\nd") == "a\\u202eb\\x1bc d"


def test_joined_emoji_and_joined_letters_stay() -> None:
    text = "👩‍👩‍👧 می‌کند"
    assert environment().from_string("{{ x }}").render(x=text) == text


def test_all_templates_compile() -> None:
    for name in ("poster.html.j2", "diagram.html.j2", "poster/cells.j2", "poster/grid.j2"):
        assert environment().get_template(name)


@pytest.mark.parametrize("name", ["../pyproject.toml", "a/../b", "/etc/passwd", "..", "", "missing.j2", "a\\b"])
def test_nothing_outside_the_folder_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "pyproject.toml").write_text("secret")
    with pytest.raises(TemplateNotFound):
        FolderLoader(tmp_path / "in").get_source(environment(), name)
