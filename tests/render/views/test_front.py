from __future__ import annotations

from journeykit.render.views.front import Sign, Tally, front
from journeykit.render.views.poster.lookup import Lookup

MAP = """
title: A way
lang: de
owner: Us
evidence: {a: Anna's talks, b: Survey}
personas: {ana: {name: Ana, evidence: [a, b]}}
stages: [A, B]
"""


def test_the_head_is_that_of_the_map(facts_of) -> None:
    made = front(Lookup(facts_of(MAP)), "Channels", "What it shows.")
    assert (made.view, made.title, made.summary, made.lang, made.direction) == (
        "Channels", "A way", "What it shows.", "de", "ltr",
    )  # fmt: skip
    assert made.kicker == ("2 stages",)
    assert "Us" in [badge.strong for badge in made.badges]


def test_only_the_evidence_that_is_cited_is_listed(facts_of) -> None:
    assert [one.name for one in front(Lookup(facts_of(MAP)), "V", "", letters="B").sources] == ["Survey"]
    assert front(Lookup(facts_of(MAP)), "V", "").sources == ()


def test_an_empty_view_has_nothing_but_its_sentence(facts_of) -> None:
    parts = {"tallies": [Tally("T", "1")], "signs": [Sign("ask", "Asked")], "made": [("T", "so")]}
    full = front(Lookup(facts_of(MAP)), "V", "", "", **parts)
    assert (len(full.tallies), len(full.signs), len(full.made)) == (1, 1, 1)
    empty = front(Lookup(facts_of(MAP)), "V", "", "Nothing yet.", **parts)
    assert (empty.empty, empty.tallies, empty.signs, empty.made) == ("Nothing yet.", (), (), ())
