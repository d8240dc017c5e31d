"""What an engine does, and what it tells of the data it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from journeykit.measure.sources import Source

#: Told while something long runs: what it is, and how much of it is done, from 0 to 1.
Watch = Callable[[str, float], None]

LEFT_OUT = "left out"
COUNTED_ONCE = "counted once"


@dataclass(frozen=True)
class Remark:
    """How many rows of a source had something about them, and what was done: left out, counted once, or read anyhow."""

    reason: str
    count: int
    outcome: str = LEFT_OUT


@dataclass(frozen=True)
class Intake:
    """How the rows of a source were taken in: how many there were, what was remarkable about some, the columns of
    `events` or `answers` that the source has, and whether it tells in which order its rows stand.
    """

    role: str
    name: str
    rows: int
    remarks: tuple[Remark, ...] = ()
    columns: frozenset[str] = frozenset()
    in_order: bool = False

    @property
    def kept(self) -> int:
        """How many rows are measured."""
        return self.rows - sum(one.count for one in self.remarks if one.outcome.startswith((LEFT_OUT, COUNTED_ONCE)))

    @property
    def repeats(self) -> bool:
        """Whether rows stand there twice."""
        return any(one.outcome == COUNTED_ONCE for one in self.remarks)

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks in sentences: `312 answers of 41,200 have no score: left out`."""
        return tuple(self._sentence(one) for one in self.remarks)

    def _sentence(self, one: Remark) -> str:
        role, reason = self.role, one.reason
        if one.count == 1:
            role = role.removesuffix("s")
            for many, single in (("have ", "has "), ("are ", "is "), ("stand ", "stands ")):
                if reason.startswith(many):
                    reason = single + reason.removeprefix(many)
        return f"{one.count:,} {role} of {self.rows:,} {reason}: {one.outcome}"


class Engine(Protocol):
    """Where data lies and is reckoned; what leaves it is figures."""

    dialect: str
    #: Whether the greatest of pairs can be asked for, so that what was said last is found in one walk.
    orders_pairs: bool
    #: Into how many parts the events are divided, by customer, so that each fits into memory.
    slices: int

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view `events` or `answers` of a source. Raises `SourceError`."""
        ...

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        ...

    def stream(self, expression: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of an expression, a few thousand at a time."""
        ...

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table of this name that the engine keeps until it is closed."""
        ...

    def gather(self, name: str, expression: Callable[[], Any]) -> Any:
        """As `keep`, of an expression whose rows about a customer follow from those about the same customer alone.

        Where the events are in slices it is asked for anew for each; `events`, `answers` and all that was gathered
        before are then the slice's.
        """
        ...

    def close(self) -> None:
        """Let go of the data."""
        ...
