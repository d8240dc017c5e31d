"""Both curves made of signs: action over action, in a block that no name can end."""

from __future__ import annotations

from journeykit.diff.revision import of_documents
from journeykit.model.load import load
from journeykit.render.markdown.curves import curves
from journeykit.source.text import Source


def drawn(old: str, new: str, names: tuple[str, str] = ("2025", "2026")) -> str:
    before, after = (load(Source("x", f"journey: 1\ntitle: T\n{text}\n")) for text in (old, new))
    found = of_documents(before, after)
    assert found.diff is not None
    return curves(found.diff, *names)


OLD = "stages: [{stage: First, actions: [{action: a, emotion: -2}, {action: b, emotion: 1}, c]}, {stage: Last, emotion: 2}]"


def test_points_stand_over_each_other() -> None:
    new = OLD.replace("{action: b, emotion: 1}, c", "{action: d, emotion: 0}, c")
    assert drawn(OLD, new).splitlines() == [
        "```text",
        "      First   │ Last",
        "2025  ▁ ▆   · │ █",
        "2026  ▁   ▄ · │ █",
        "```",
    ]


def test_a_map_without_feelings_has_no_curves() -> None:
    assert drawn("stages: [A]", "stages: [A, B]") == ""


def test_a_name_cannot_end_the_block() -> None:
    block = drawn("stages: [{stage: '````', emotion: 1}]", "stages: [{stage: '````', emotion: 2}]", ("```", "~~~"))
    assert block.startswith("`````text\n")
    assert block.endswith("\n`````")


def test_wide_letters_keep_the_columns() -> None:
    lines = drawn(
        OLD.replace("First", "問題"), OLD.replace("First", "問題").replace("-2", "0"), ("去年", "今年")
    ).splitlines()
    assert lines[1] == "      問題  │ Last"
    assert lines[2] == "去年  ▁ ▆ · │ █"
