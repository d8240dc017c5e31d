"""The conditions of alerts: `health < 50 and no event in 14 days`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from journeykit.model.values import Duration, UnfitError, Value, number, parse_duration, shown


@dataclass(frozen=True)
class Clause:
    """One part of a condition.

    `subject` is `health`, `nps`, `csat`, `ces`, `days in stage`, `no event` or `checkpoint`; `comparison` is `<`, `>`,
    `fell`, `rose`, `in` or `missed`; `bound` the number compared with, `window` the time looked back over,
    `checkpoint` the one that was missed.
    """

    subject: str
    comparison: str
    bound: float | None = None
    window: Duration | None = None
    checkpoint: str | None = None


@dataclass(frozen=True)
class Condition:
    """Clauses that must all hold."""

    clauses: tuple[Clause, ...]
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text


_NUM = r"([-+−]?[0-9]+(?:\.[0-9]+)?)"
_BOUND = re.compile(rf"(health|nps|csat|ces|days in stage)\s*([<>])\s*{_NUM}\s*%?")
_CHANGE = re.compile(rf"health\s+(fell|rose)\s+(?:by\s+)?{_NUM}\s+in\s+(.+)")
_SILENCE = re.compile(r"no event in\s+(.+)")
_MISSED = re.compile(r"checkpoint\s+(.+?)\s+missed")

WANTED = (
    "write conditions such as `health < 50`, `health fell 20 in 30 days`, `days in stage > 90`, `no event in 14 days`, "
    "`nps < 7`, `checkpoint first-report missed`, joined by `and`"
)


def _clause(text: str) -> Clause | None:
    if match := _BOUND.fullmatch(text):
        bound = number(match[3])
        # Days are counted upwards only: fewer than so many days is no alarm the format knows.
        if bound is None or (match[1] == "days in stage" and match[2] == "<"):
            return None
        return Clause(match[1], match[2], bound)
    if match := _CHANGE.fullmatch(text):
        bound, window = number(match[2]), parse_duration(match[3])
        return Clause("health", match[1], bound, window) if bound is not None and window else None
    if match := _SILENCE.fullmatch(text):
        window = parse_duration(match[1])
        return Clause("no event", "in", None, window) if window else None
    if match := _MISSED.fullmatch(text):
        return Clause("checkpoint", "missed", checkpoint=match[1])
    return None


@dataclass(frozen=True)
class When(Value):
    """A condition, read into its clauses."""

    def read(self, raw: Any) -> Condition:
        if not isinstance(raw, str):
            raise UnfitError(f"expected a condition, found {shown(raw)}", WANTED)
        clauses = []
        for part in re.split(r"\s+and\s+", " ".join(raw.split())):
            clause = _clause(part)
            if clause is None:
                raise UnfitError(f"{shown(part)} is not a condition", WANTED)
            clauses.append(clause)
        return Condition(tuple(clauses), raw)

    def schema(self) -> dict[str, Any]:
        clauses = "|".join(clause.pattern for clause in (_BOUND, _CHANGE, _SILENCE, _MISSED)).replace(" ", r"\s+")
        return {"type": "string", "pattern": rf"^\s*(?:{clauses})(?:\s+and\s+(?:{clauses}))*\s*$"}

    def label(self) -> str:
        return "condition"
