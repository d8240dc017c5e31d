"""What the page of a history shows: figures and trends of the revisions, a curve over the one before."""

from __future__ import annotations

from journeykit.diff.revision import steps
from journeykit.model.load import load
from journeykit.render.views.history import History, history
from journeykit.source.text import Source


def told(*texts: str) -> History:
    documents = [load(Source(f"{at}:a.journey.yaml", text)) for at, text in enumerate(texts)]
    days = ["2024-03-02", "2025-03-02", ""]
    return history(steps([(f"r{at}", days[at], document) for at, document in enumerate(documents)]), "a.journey.yaml")


def text(score: int, more: str = "") -> str:
    return f"journey: 1\ntitle: T\n{more}stages: [{{stage: A, actions: [{{action: x, emotion: {score}}}, {{action: y, emotion: 0}}]}}]\n"


def test_the_newest_stands_first_over_the_one_before() -> None:
    page = told(text(-1), text(1, "why: We listened\n"), text(2))
    assert [(one.number, one.name, one.day) for one in page.revisions] == [
        (3, "r2", "as it lies there now"), (2, "r1", "2 Mar 2025"), (1, "r0", "2 Mar 2024"),
    ]  # fmt: skip
    newest, middle, first = page.revisions
    assert middle.why == "We listened"
    assert middle.counted == "1 change for the better, 0 changes for the worse"
    assert newest.cells[0] == "+1"
    assert middle.small is not None
    assert middle.small.walk.old
    assert [spot.level for spot in middle.small.faces] == [2, 1]
    assert first.small is not None
    assert first.small.walk.old == ""
    assert first.headline == ()
    assert page.trends[0].startswith("M4 ")


def test_a_revision_that_cannot_be_read_says_why() -> None:
    page = told(text(1), "journey: [", text(2))
    assert page.revisions[1].unread
    assert page.revisions[1].cells == ()
    assert page.revisions[0].notes


def test_many_stages_are_numbered() -> None:
    page = told(f"journey: 1\ntitle: T\nstages: [{', '.join(f'{{stage: S{n}, emotion: 1}}' for n in range(8))}]\n")
    (one,) = page.revisions
    assert one.small is not None
    assert not one.small.named
    assert [stage.number for stage in one.small.stages][-1] == "8"
    assert page.trends == ("", "", "", "", "")
