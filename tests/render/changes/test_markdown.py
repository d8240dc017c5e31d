from __future__ import annotations

from tests.diff.worlds import compared

from journeykit.render.changes import markdown

MAP = "journey: 1\ntitle: A *title*\nstages:\n- stage: S\n  gaps: [{gap: G, severity: low}]\n  help: []\n"


def test_worse_comes_before_better_and_evidence_apart() -> None:
    old = "journey: 1\ntitle: T\nevidence: {e: E}\nstages:\n- stage: S\n  gaps: [{gap: One, severity: low}, {gap: Two, severity: high}]\n"
    new = old.replace("One, severity: low", "One, severity: high").replace(
        "Two, severity: high", "Two, severity: low, evidence: e"
    )
    said = markdown.write([compared(old, new)], one_map=True)
    order = [
        said.index(part)
        for part in ("### Worse for the customer", "### Better for the customer", "1 change in what backs it")
    ]
    assert order == sorted(order)
    assert said.count("evidence") == 2  # the figure, and what is folded away


def test_a_text_is_no_markup() -> None:
    said = markdown.write([compared(MAP, MAP.replace("gap: G", "gap: '<b>G</b> [x](y)'"))], one_map=True)
    assert "<b>" not in said
    assert "A \\*title\\*" in said


def test_many_changes_are_cut_and_said_to_be() -> None:
    many = ", ".join(f"N{n}" for n in range(90))
    said = markdown.write([compared(MAP, MAP.replace("help: []", f"needs: [{many}]"))], one_map=True)
    assert "and 30 more; `journey diff` tells all" in said


def test_nothing() -> None:
    assert "No map has changed." in markdown.write([], one_map=False)
    assert "Nothing changed." in markdown.write([compared(MAP, MAP)], one_map=True)
