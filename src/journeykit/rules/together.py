"""What holds for all of a kind is told once: "none of the 5 stages says how long it takes"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from journeykit.rules.base import Finding
from journeykit.rules.look import Look


def together(look: Look, found: Sequence[Finding], of: int, whole: Callable[[], Finding]) -> Iterator[Finding]:
    """The findings, one an element; where all `of` elements have one, what `whole` gives in their place.

    Somebody who never wrote a key anywhere hears so once, at the map, and not from every stage. As soon as one element
    has it, the others are told one by one.
    """
    if not found:
        return iter(())
    return _told(look, found, of, whole)


def _told(look: Look, found: Sequence[Finding], of: int, whole: Callable[[], Finding]) -> Iterator[Finding]:
    found = [one for one in found if not look.is_faulty(one.element, one.field)]
    if 1 < of == len(found):
        yield replace(whole(), instead_of=tuple(found))
    else:
        yield from found


def in_stages(look: Look, found: Sequence[Finding], whole: Callable[[int], Finding]) -> Iterator[Finding]:
    """The same for findings on stages; a stage with nothing but its name has none, and counts for nothing.

    `whole` is given how many stages count.
    """
    if not found:
        return iter(())
    count = sum(not look.is_bare(stage) for stage in look.stages)
    return together(look, found, count, lambda: whole(count))


def none_of(count: int, many: str, one: str) -> str:
    """How a finding on all of a kind begins: `neither stage`, `none of the 5 stages`."""
    return f"neither {one}" if count == 2 else f"none of the {count} {many}"


def either_of(count: int, many: str, one: str) -> str:
    """How a finding on all of a kind ends: `either stage`, `any of the 5 stages`."""
    return f"either {one}" if count == 2 else f"any of the {count} {many}"
