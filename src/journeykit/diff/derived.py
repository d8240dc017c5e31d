"""What follows from two maps and is not the same: states of questions, parity of promises, low points, when due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from journeykit.diff.change import Change
from journeykit.diff.match import Matching, Pair
from journeykit.model.derive import Facts, freshness
from journeykit.model.elements import Question

#: What of a question, written on it, makes its state.
_OWN = {"help", "answer", "channels"}


class Derived:
    """Compares what follows from two maps; `told` are the changes of what is written."""

    def __init__(self, old: Facts, new: Facts, matching: Matching, told: list[Change]) -> None:
        self._old, self._new, self._matching = old, new, matching
        self._fields: dict[str, set[str | None]] = {}
        for change in told:
            self._fields.setdefault(change.element, set()).add(change.field)

    def changes(self) -> Iterator[Change]:
        """All that follows and changed."""
        yield from self._questions()
        yield from self._promises()
        yield from self._lows()
        yield from self._due()

    def _questions(self) -> Iterator[Change]:
        for pair in self._matching.pairs:
            old, new = pair.old.element, pair.new.element
            if not isinstance(old, Question) or not isinstance(new, Question):
                continue
            was, now = self._old.questions[pair.old.address], self._new.questions[pair.new.address]
            follows = None if self._fields.get(pair.new.address, set()) & _OWN else self._help(old, new)
            found: tuple[tuple[str, Any, Any], ...] = (("state", was.state, now.state),)
            if was.state == now.state:
                found = (("wrong_place", was.wrong_place, now.wrong_place),)
            for field, before, after in found:
                if before != after:
                    yield _follow(pair, field, before, after, follows)

    def _help(self, old: Question, new: Question) -> str | None:
        """The help of a question that changed itself."""
        for key in (*new.help, *old.help):
            address = f"help/{key}"
            if address in self._fields:
                return address
        return "" if "state" in self._fields.get("", ()) else None

    def _promises(self) -> Iterator[Change]:
        for pair in self._matching.pairs:
            if pair.new.field != "promises":
                continue
            was, now = self._old.promises[pair.old.id], self._new.promises[pair.new.id]
            follows = self._carrier((*now.carriers, *was.carriers))
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

    def _carrier(self, keys: tuple[str, ...]) -> str | None:
        """The first touchpoint among those that carry a promise that changed itself, was added or removed."""
        for key in keys:
            if f"touchpoints/{key}" in self._fields:
                return f"touchpoints/{key}"
        return "" if "state" in self._fields.get("", ()) else None

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
            yield Change(
                "changed", "persona" if pair else "map", pair.new.address if pair else "", "low",
                {"element": before.low.element, "score": before.low.score},
                {"element": curve.low.element, "score": curve.low.score},
                pair.old if pair else self._old.outline.root, pair.new if pair else self._new.outline.root,
                follows=self._cause(before.low.element, curve.low.element),
            )  # fmt: skip

    def _cause(self, old: str, new: str) -> str | None:
        pair = self._matching.by_old.get(old)
        for address in (new, pair.new.address if pair else old):
            if address in self._fields:
                return address
        return None

    def _due(self) -> Iterator[Change]:
        # When a map is due does not hang on the day asked for.
        due = [freshness(facts.journey, date.min).due for facts in (self._old, self._new)]
        old, new = (day.isoformat() if day else None for day in due)
        if old != new:
            written = {"reviewed", "review_every"} & {field for field in self._fields.get("", ()) if field}
            yield Change(
                "changed", "map", "", "due", old, new, self._old.outline.root, self._new.outline.root,
                follows="" if written else None,
            )  # fmt: skip


def _follow(pair: Pair, field: str, old: Any, new: Any, follows: str | None) -> Change:
    noun, address = pair.new.element.noun, pair.new.address
    return Change("changed", noun, address, field, old, new, pair.old, pair.new, pair.sure, follows=follows)
