"""The merge of three texts: what one side changed is taken; where both did, the lines stand in conflict."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from journeykit.diff.merging.blocks import Block, blocks, signed
from journeykit.diff.merging.inline import closed, opened
from journeykit.diff.merging.names import names
from journeykit.model.document import Document


@dataclass(frozen=True)
class Labels:
    """What the sides are called beside the signs of a conflict, and how long these are."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


@dataclass(frozen=True)
class Merged:
    """The merged text, and how many conflicts stand in it."""

    text: str
    conflicts: int


def merge(base: Document, ours: Document, theirs: Document, labels: Labels) -> Merged | None:
    """Two edits of one map in one text, in the layout of ours; None where one of the maps cannot be read."""
    if not (base.journey and ours.journey and theirs.journey):
        return None
    trees = [blocks(document.source.text, names(base, document)) for document in (base, ours, theirs)]
    merging = _Merging(labels)
    lines = merging.children(*trees, shift=0)
    line_break = "\r\n" if "\r\n" in ours.source.text else "\n"
    end = line_break if ours.source.text.endswith(("\n", "\r")) or not ours.source.text else ""
    return Merged(line_break.join(lines) + end, merging.conflicts)


class _Merging:
    """One merge: gathers the lines and counts the conflicts."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self.conflicts = 0

    def children(self, base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block], shift: int) -> list[str]:
        """The lines of what stands in one block of all three; `shift` is how far theirs is indented less than ours."""
        was, mine, other = ({block.key: block for block in side} for side in (base, ours, theirs))
        lines: list[str] = []
        for key in _order(list(was), list(mine), list(other)):
            lines += self._one(was.get(key), mine.get(key), other.get(key), shift)
        return lines

    def _one(self, base: Block | None, ours: Block | None, theirs: Block | None, shift: int) -> list[str]:
        if ours is None and theirs is None:
            return []
        if theirs is None:
            assert ours is not None
            if base is None:
                return ours.lines
            # They took it away: so it goes, unless we changed it.
            return [] if ours.text == base.text else self._conflict(ours.lines, [])
        moved = _shifted(theirs.lines, shift)
        if ours is None:
            if base is None:
                return moved
            return [] if theirs.text == base.text else self._conflict([], moved)
        if ours.text == theirs.text or (base is not None and theirs.text == base.text):
            return ours.lines
        if base is not None and ours.text == base.text:
            return _shifted(theirs.lines, ours.column - theirs.column)
        return self._both(base, ours, theirs)

    def _both(self, base: Block | None, ours: Block, theirs: Block) -> list[str]:
        """A block that both sides changed: what stands in it is merged, if it is more than one value."""
        shift = ours.column - theirs.column
        before = self.conflicts
        merged = self._opened(base, ours, theirs, shift)
        if merged is None:
            self.conflicts = before
            return self._conflict(ours.lines, _shifted(theirs.lines, shift))
        return merged

    def _opened(self, base: Block | None, ours: Block, theirs: Block, shift: int) -> list[str] | None:
        """The merge of what stands in a block; None where the block has to be taken whole."""
        in_brackets = ours.children is None and theirs.children is None
        kinds = {side.kind for side in (base, ours, theirs) if side} - {"scalar"}
        if not kinds:
            return None
        kind = "sequence" if "sequence" in kinds else "mapping"
        was, mine, other = (side and opened(side, kind, in_brackets) for side in (base, ours, theirs))
        if mine is None or other is None or (base and was is None):
            return None
        conflicts = self.conflicts
        known, own, new = (side.children or [] if side else [] for side in (was, mine, other))
        # What is new from them is indented like what we have there.
        inner = self.children(known, own, new, own[0].column - new[0].column if own and new else shift)
        if in_brackets:
            return self._in_brackets(base, ours, theirs, closed(inner, kind)) if self.conflicts == conflicts else None
        head = _chosen(was.head if was else mine.head, mine.head, other.head)
        if head is None or (mine.dash is not None and inner and inner[0].startswith("<" * self._labels.size)):
            # The sign of the item stands in a line that is in conflict: so the item is, as a whole.
            return None
        return head + signed(inner, mine.dash)

    def _in_brackets(self, base: Block | None, ours: Block, theirs: Block, value: str) -> list[str] | None:
        """A merged value between what stands before and behind it; None where people disagree about that."""
        assert ours.inline and theirs.inline
        known = base.inline if base and base.inline else ours.inline
        before = _chosen(known.before, ours.inline.before, theirs.inline.before)
        after = _chosen(known.after, ours.inline.after, theirs.inline.after)
        if before is None or after is None:
            return None
        return signed([*before[:-1], f"{before[-1]}{value}{after[0]}", *after[1:]], ours.dash)

    def _conflict(self, ours: list[str], theirs: list[str]) -> list[str]:
        self.conflicts += 1
        size = self._labels.size
        return [
            f"{'<' * size} {self._labels.ours}", *ours, "=" * size, *theirs, f"{'>' * size} {self._labels.theirs}",
        ]  # fmt: skip


def _chosen(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Of three versions of a few lines that of the side that changed them; None where both did, otherwise."""
    bare = [[line.strip() for line in side] for side in (base, ours, theirs)]
    if bare[2] in (bare[0], bare[1]):
        return ours
    return theirs if bare[1] == bare[0] else None


def _shifted(lines: list[str], by: int) -> list[str]:
    """Lines indented by so many blanks more, or fewer."""
    if by == 0:
        return lines
    if by > 0:
        return [" " * by + line if line.strip() else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip())) :] for line in lines]


def _order(base: list[Hashable], ours: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """The keys of all sides in one order: ours, or theirs where only they moved something; new ones behind what they
    stand behind, ours first.
    """
    shared = set(base) & set(ours) & set(theirs)
    we, they, was = ([key for key in side if key in shared] for side in (ours, theirs, base))
    lead, rest = (theirs, ours) if we == was and they != was else (ours, theirs)
    new = set(ours) - set(base)
    found = list(lead)
    for at, key in enumerate(rest):
        if key in found:
            continue
        to = next((found.index(one) for one in reversed(rest[:at]) if one in found), -1) + 1
        while to < len(found) and found[to] in new and found[to] not in rest:
            to += 1
        found.insert(to, key)
    return found
