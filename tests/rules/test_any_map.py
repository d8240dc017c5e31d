"""Whatever a map holds, the rules tell what they find and never fail."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from pydantic.fields import FieldInfo
from tests.any_map import EVERYTHING, READABLE, maps

from journeykit.model.anatomy import part_of, value_of
from journeykit.model.document import Document
from journeykit.model.elements import Journey, Part
from journeykit.model.load import load
from journeykit.model.project import Settings
from journeykit.model.templates import TEMPLATES
from journeykit.rules.judge import Judge
from journeykit.rules.registry import built_in
from journeykit.rules.select import Profile, Selection, Wish
from journeykit.source.diagnostic import Diagnostic, in_order
from journeykit.source.position import Span
from journeykit.source.text import Source

TODAYS = st.sampled_from((date(2026, 11, 21), date.min, date.max))
PROFILES: st.SearchStrategy[Profile | None] = st.sampled_from((None, *get_args(Profile)))
RULES = built_in()


def told(document: Document, today: date, profile: Profile | None) -> list[Diagnostic]:
    selection = Selection(RULES, Settings(), Wish(profile=profile))
    return in_order(Judge(selection, today, dict(TEMPLATES)).judge(document))


def check(text: str, today: date, profile: Profile | None) -> Document:
    """What must hold for every map."""
    document = load(Source("any.journey.yaml", text))
    if document.journey is None:
        return document
    assert document.tree is not None
    found = told(document, today, profile)
    assert found == told(load(Source("any.journey.yaml", text)), today, profile)
    assert len({one.fingerprint for one in found}) == len(found)
    assert {one.element for one in found} <= {"", *document.outline.by_address} | {
        one.element for one in document.diagnostics
    }
    lines = text.split("\n")
    everywhere = Span(1, 1, len(lines), len(lines[-1]) + 1)
    for one in found:
        assert one.message
        assert one.hint
        for span in (one.span, *(other.span for other in one.related)):
            assert span in everywhere
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.column <= len(lines[span.line - 1]) + 1
            assert span.end_column <= len(lines[span.end_line - 1]) + 1
    return document


def test_there_is_text_for_every_kind_of_value() -> None:
    kinds = {type(value) for value in map(value_of, fields_of(Journey, set())) if value is not None}
    assert kinds == set(READABLE)


def fields_of(kind: type[Part], seen: set[type[Part]]) -> list[FieldInfo]:
    """The fields of a piece of a map and of all that it holds."""
    seen.add(kind)
    fields = list(kind.model_fields.values())
    for info in kind.model_fields.values():
        held = part_of(info)
        if held is not None and held not in seen:
            fields += fields_of(held, seen)
    return [info for info in fields if part_of(info) is None]


@given(maps(slips=False), TODAYS, PROFILES)
@EVERYTHING
def test_any_map(text: str, today: date, profile: Profile | None) -> None:
    assert check(text, today, profile).tree is not None


@given(maps(slips=True), TODAYS, PROFILES)
@EVERYTHING
def test_any_map_with_slips(text: str, today: date, profile: Profile | None) -> None:
    check(text, today, profile)
