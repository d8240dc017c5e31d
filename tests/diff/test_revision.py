from __future__ import annotations

from tests.diff.worlds import document

from journeykit.diff.revision import steps

MAP = "journey: 1\ntitle: T\nstages: [{stage: A, actions: [{action: One, emotion: -2}]}]\n"
TORN = "journey: ["


def told(*revisions: tuple[str, str]) -> list[tuple[str, int, tuple[str, ...]]]:
    """Of each revision what it is called, how many changes are told, and what a reader must know."""
    made = [(name, "2025-01-01", document(text, f"{name}:a.yaml")) for name, text in revisions]
    return [
        (step.name, len(step.change.diff.told) if step.change.diff else 0, step.change.notes)
        for step in steps(made)
        if step.change
    ]


def test_behind_a_revision_that_cannot_be_read_the_last_one_that_could_takes_its_place() -> None:
    torn = ("torn:a.yaml could not be read: a value is missing here (torn:a.yaml:1)",)
    assert told(("v1", MAP), ("torn", TORN), ("v3", MAP.replace("-2", "1"))) == [
        ("torn", 0, torn), ("v3", 1, ("compared with v1: torn could not be read",)),
    ]  # fmt: skip


def test_where_none_could_be_read_before_there_is_nothing_to_compare_with() -> None:
    (last,) = told(("torn", TORN), ("v2", MAP))
    assert last[:2] == ("v2", 0)
    assert "could not be read" in last[2][0]


def test_a_file_that_is_called_otherwise_says_so() -> None:
    made = [(at, "2025-01-01", document(MAP, f"{at}:{name}")) for at, name in (("v1", "a.yaml"), ("v2", "b.yaml"))]
    assert [step.change and step.change.notes for step in steps(made)] == [None, ("renamed from a.yaml to b.yaml",)]
    # The file of today is called as the person called it.
    assert [step.change and step.change.notes for step in steps([made[0], ("now", "", document(MAP, "b.yaml"))])] == [
        None,
        (),
    ]
