from __future__ import annotations

from journeykit.diff.compare import compare
from journeykit.diff.revision import MapDiff, of_documents
from journeykit.diff.summary import summary
from journeykit.model.load import load
from journeykit.render.views.compared import called, compared
from journeykit.source.text import Source


def test_figures_of_both_maps_side_by_side(facts_of) -> None:
    old = facts_of("stages: [{stage: A, actions: [{action: x, emotion: -1}], questions: [Why?], pains: [{pain: p}]}]")
    new = facts_of(
        "stages: [{stage: A, actions: [{action: x, emotion: 0.5, moment_of_truth: yes}], "
        "questions: [{question: Why?, answer: So}], pains: [{pain: p, state: closed}]}]"
    )
    assert compared(summary(compare(old, new))) == [
        ("Average feeling", "−1", "+0.5"),
        ("Questions answered", "0 of 1", "1 of 1"),
        ("Open gaps and pains", "1", "0"),
        ("Promises misaligned", "0", "0"),
        ("Moments of truth", "0", "1"),
        ("Backed by evidence", "0%", "0%"),
    ]


def test_revisions_are_called_as_they_say_where_that_tells_them_apart() -> None:
    def sides(old: str, new: str) -> MapDiff:
        texts = (f"journey: 1\ntitle: T\nstages: [A]\n{more}" for more in (old, new))
        return of_documents(*(load(Source(f"{at}.yaml", text)) for at, text in enumerate(texts)))

    assert called(sides("revision: 2025", "revision: 2026")) == ["2025", "2026"]
    for old, new in (("revision: 2025", "revision: 2025"), ("", "revision: 2026"), ("", "")):
        assert called(sides(old, new)) == ["0.yaml", "1.yaml"]
    assert called(MapDiff(None, sides("", "revision: 2026").new, None)) == ["2026"]


def test_what_a_map_does_not_say_is_left_out(facts_of) -> None:
    bare = facts_of("stages: [A]")
    names = [name for name, *_ in compared(summary(compare(bare, bare)))]
    assert names == ["Questions answered", "Open gaps and pains", "Promises misaligned", "Moments of truth"]
