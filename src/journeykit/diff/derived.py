"""What follows from two maps and is not the same: states of questions, parity of promises, low points, when due.

Such a fact `follows` where the change that brought it about is told of another element; it then adds nothing to the
sums. What an element's own written change brought about, as an answer does its question's state, stands for itself: the
written change says what was done, the fact what it did for the customer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from journeykit.diff.change import Change
from journeykit.diff.match import Matching, Pair
from journeykit.model.derive import Facts, freshness
from journeykit.model.elements import Question
from journeykit.model.identity import Place

#: What of a question, written on it, makes its state.
_OWN = {"help", "answer", "channels"}
#: What of help makes the state of questions, and of a touchpoint the parity of promises; None is the entry itself.
_OF_HELP = {"state", "channels", None}
_OF_TOUCHPOINT = {"state", "quality", "promises", None}


class Derived:
    """Compares what follows from two maps; `told` are the changes of what is written."""

    def __init__(self, old: Facts, new: Facts, matching: Matching, told: list[Change]) -> None:
        self._old, self._new, self._matching = old, new, matching
        self._fields: dict[str, set[str | None]] = {}
        for change in told:
            # A renamed entry is no other entry.
            if change.kind != "renamed":
                self._fields.setdefault(change.element, set()).add(change.field)

    def changes(self) -> Iterator[Change]:
        """All that follows and changed."""
        yield from self._questions()
        yield from self._promises()
        yield from self._primary()
        yield from self._lows()
        yield from self._due()

    def _questions(self) -> Iterator[Change]:
        for pair in self._matching.pairs:
            old, new = pair.old.element, pair.new.element
            if not isinstance(old, Question) or not isinstance(new, Question):
                continue
            was, now = self._old.questions[pair.old.address], self._new.questions[pair.new.address]
            field, before, after = "state", was.state, now.state
            if before == after:
                field, before, after = "wrong_place", was.wrong_place, now.wrong_place
            if before != after:
                is_own = self._fields.get(pair.new.address, set()) & _OWN
                follows = None if is_own else self._cause("help", (*new.help, *old.help), _OF_HELP)
                yield _follow(pair, field, before, after, follows)

    def _cause(self, library: str, keys: tuple[str, ...], fields: set[str | None]) -> str | None:
        """The first of these entries that changed in what counts; else the map itself where its state did."""
        for key in keys:
            if self._fields.get(f"{library}/{key}", set()) & fields:
                return f"{library}/{key}"
        return "" if "state" in self._fields.get("", ()) else None

    def _promises(self) -> Iterator[Change]:
        for pair in self._matching.pairs:
            if pair.new.field != "promises":
                continue
            was, now = self._old.promises[pair.old.id], self._new.promises[pair.new.id]
            follows = self._cause("touchpoints", (*now.carriers, *was.carriers), _OF_TOUCHPOINT)
            missing = sorted(self._new_id(key) for key in was.broken_by)
            for field, old, new in (
                ("parity", was.gap, now.gap),
                ("broken_by", missing or None, sorted(now.broken_by) or None),
            ):
                if old != new:
                    yield _follow(pair, field, old, new, follows)

    def _new_id(self, touchpoint: str) -> str:
        pair = self._matching.by_old.get(f"touchpoints/{touchpoint}")
        return pair.new.id if pair else touchpoint

    def _primary(self) -> Iterator[Change]:
        """Whose journey it is: feelings that name nobody are theirs."""
        pair = self._matching.by_old.get(f"personas/{self._old.primary}")
        old, new = pair.new.id if pair else self._old.primary, self._new.primary
        if old != new:
            changed = [key for key in (new, old) if f"personas/{key}" in self._fields]
            yield self._of_map("primary", old, new, f"personas/{changed[0]}" if changed else None)

    def _of_map(self, field: str, old: Any, new: Any, follows: str | None) -> Change:
        roots = self._old.outline.root, self._new.outline.root
        return Change("changed", "map", "", field, old, new, *roots, follows=follows, derived=True)

    def _lows(self) -> Iterator[Change]:
        """Where and how low the curve of each persona is at its lowest."""
        for persona, curve in self._new.curves.items():
            pair = self._matching.by_new.get(f"personas/{persona}")
            before = self._old.curves.get(pair.old.id if pair else persona)
            if before is None or not before.low or not curve.low:
                continue
            one = self._matching.by_old.get(before.low.element)
            same = one is not None and one.new.address == curve.low.element
            if same and before.low.score == curve.low.score:
                continue
            was, now = ({"element": one.element, "score": one.score} for one in (before.low, curve.low))
            follows = self._felt_anew(before.low.element, curve.low.element)
            if pair:
                yield _follow(pair, "low", was, now, follows)
            else:
                yield self._of_map("low", was, now, follows)

    def _felt_anew(self, old: str, new: str) -> str | None:
        """The element whose change made the low point another: itself, or what it came or went with."""
        pair = self._matching.by_old.get(old)
        for place in (self._new.outline.by_address[new], pair.new if pair else self._old.outline.by_address[old]):
            at: Place | None = place
            while at is not None and at.address:
                fields = self._fields.get(at.address, set())
                if fields and (at is place or None in fields):
                    return at.address
                at = at.parent
        return "" if any(self._primary()) else None

    def _due(self) -> Iterator[Change]:
        # When a map is due does not hang on the day asked for.
        due = [freshness(facts.journey, date.min).due for facts in (self._old, self._new)]
        old, new = (day.isoformat() if day else None for day in due)
        if old != new:
            yield self._of_map(
                "due", old, new, "" if {"reviewed", "review_every"} & self._fields.get("", set()) else None
            )


def _follow(pair: Pair, field: str, old: Any, new: Any, follows: str | None) -> Change:
    noun, address = pair.new.element.noun, pair.new.address
    places = pair.old, pair.new
    return Change("changed", noun, address, field, old, new, *places, pair.sure, follows=follows, derived=True)
