"""What an engine does, and what it tells of the data it was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from journeykit.measure.sources import Source


@dataclass(frozen=True)
class Intake:
    """How the rows of a source were taken in: how many there were, and how many were left out for what reason."""

    role: str
    name: str
    rows: int
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def kept(self) -> int:
        """How many rows are measured."""
        return self.rows - sum(count for _, count in self.left_out)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out, in sentences: `312 answers of 41,200 have no score: left out`."""
        return tuple(
            f"{count:,} {self.role} of {self.rows:,} {reason}: left out" for reason, count in self.left_out if count
        )


class Engine(Protocol):
    """Where data lies and is reckoned; what leaves it is figures."""

    dialect: str

    def take_in(self, role: str, source: Source) -> Intake:
        """Make the view `events` or `answers` of a source. Raises `SourceError`."""
        ...

    def rows(self, expression: Any) -> list[tuple[Any, ...]]:
        """The rows of an expression over the views."""
        ...

    def keep(self, name: str, expression: Any) -> Any:
        """The rows of an expression as a table of this name that the engine keeps until it is closed."""
        ...

    def close(self) -> None:
        """Let go of the data."""
        ...
