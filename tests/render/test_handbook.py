"""The reference for templates says what templates are given."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from journeykit.render.handbook import END, START, names, reference, renewed
from journeykit.render.views.poster import Poster
from journeykit.render.views.poster.items import Item

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"


def test_the_page_holds_the_reference_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page, "the views have changed: run `python docs/generate.py`"


def test_every_value_of_the_poster_and_every_item_is_in_it() -> None:
    text = reference()
    poster = text[text.index("#### Poster\n") :].split("####")[1]
    assert {field.name for field in fields(Poster)} <= {
        line.split("`")[1] for line in poster.splitlines() if "`" in line
    }
    assert [kind.__name__ for kind in Item.__subclasses__() if f"#### {kind.__name__}\n" not in text] == []


def test_links_lead_to_headings() -> None:
    text = reference()
    linked = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert linked <= {
        line.removeprefix("#### ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#### ")
    }


def test_types_are_said_in_words() -> None:
    text = reference()
    assert "| `heads` | list of [StageHead](#stagehead) |" in text
    assert "| `feeling` | [Feeling](#feeling) or none |" in text
    assert "| `at(unit)` | text |" in text


def test_templates_are_named_as_a_folder_names_them() -> None:
    assert {"poster.html.j2", "diagram.html.j2", "poster/header.j2", "poster/page.js"} <= set(names())


def test_a_page_without_the_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="no lines"):
        renewed(f"{END}{START}")
