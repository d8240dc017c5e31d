"""Changes for a pull request: the headline, the figures, what is worse and what better; the rest folded away."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.diff.headline import headline
from journeykit.diff.revision import MapDiff
from journeykit.diff.summary import summary
from journeykit.diff.told import worth_telling
from journeykit.render.markdown.blocks import bullets, document, heading, table, text
from journeykit.render.markdown.curves import curves
from journeykit.render.views.compared import called, compared

#: So many changes of a kind are listed; a comment on a pull request has a limit.
_MOST = 60


def write(maps: Sequence[MapDiff], one_map: bool) -> str:
    """The changes as GitHub-flavoured Markdown, a section a map."""
    blocks = [] if maps else ["No map has changed."]
    for one in maps:
        blocks += _map(one, 2)
    return document(blocks).decode()


def _map(one: MapDiff, level: int) -> list[str]:
    side = one.new or one.old
    assert side is not None
    title = side.journey.title if side.journey else side.source.name
    blocks = [heading(level, text(title)), *(f"> {text(note)}" for note in one.notes)]
    if one.old is None or one.new is None:
        return [*blocks, "This map is new." if one.old is None else "This map is gone."]
    if one.diff is None:
        return blocks
    if not one.diff.changes:
        return [*blocks, "Only the layout changed." if one.is_layout_alone else "Nothing changed."]
    blocks.append(_headline(one.diff))
    old, new = called(one)
    if picture := curves(one.diff, old, new):
        blocks.append(picture)
    blocks.append(_figures(one.diff, old, new))
    told = list(worth_telling(one.diff))
    known = [change for change in told if _is_evidence(change)]
    for name, effect in (("Worse for the customer", "worse"), ("Better for the customer", "better")):
        if found := [change for change in told if change.effect == effect and change not in known]:
            blocks += [heading(level + 1, name), _listed(found)]
    rest = [change for change in told if change.effect == "neutral"]
    for changes, word in ((known, "in what backs it"), (rest, "neither better nor worse")):
        if changes:
            noun = "change" if len(changes) == 1 else "changes"
            blocks += [f"<details><summary>{len(changes)} {noun} {word}</summary>", _listed(changes), "</details>"]
    return blocks


def _is_evidence(change: Change) -> bool:
    """Whether claims are backed better or worse, which is better or worse known, not lived."""
    return change.effect != "neutral" and change.field in ("evidence", "emotion.evidence")


def _headline(diff: Diff) -> str:
    said = ""
    for piece in headline(diff):
        words = text(piece.text) if piece.effect == "neutral" else f"**{text(piece.text)}**"
        # Markdown keeps no blanks at the ends of a text.
        before = " " if piece.text.startswith(" ") else ""
        said += f"{before}{words}{' ' if piece.text.endswith(' ') and piece.text.strip() else ''}"
    return said.strip()


def _figures(diff: Diff, old: str, new: str) -> str:
    return table(("", text(old), text(new)), compared(summary(diff)))


def _listed(changes: Sequence[Change]) -> str:
    shown = [_item(change) for change in changes[:_MOST]]
    if len(changes) > _MOST:
        shown.append(f"and {len(changes) - _MOST} more; `journey diff` tells all")
    return bullets(shown)


def _item(change: Change) -> str:
    mark = {"better": "▲ ", "worse": "▼ "}.get(change.effect, "")
    return f"{mark}{text(change.message)}{'' if change.sure else ' (probably)'}"
