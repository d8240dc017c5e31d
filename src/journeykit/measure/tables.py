"""The two tables that everything is measured on, as expressions that each engine's SQL is compiled from.

Times are in UTC without a zone; `local` is the same moment by the clock of where the data is from, for months and
quarters. `position` is the place of an event in its source, 0 where a source has no order: it tells events of one
moment apart. Nothing here holds data: engines make views of these names from what people have.
"""

from __future__ import annotations

from functools import cache
from typing import Any

#: Fractions are rounded to so many digits before they are told or compared: engines differ in the last ones.
DIGITS = 9
#: The columns of events and answers: their types, and which of them must be there.
EVENTS = {
    "customer": "string", "at": "timestamp", "event": "string", "channel": "string", "segment": "string",
    "account": "string", "value": "float64", "position": "int64", "local": "timestamp",
}  # fmt: skip
ANSWERS = {
    "customer": "string", "at": "timestamp", "kind": "string", "score": "float64", "comment": "string",
    "stage": "string", "touchpoint": "string", "channel": "string", "segment": "string", "local": "timestamp",
}  # fmt: skip
REQUIRED = {"events": ("customer", "at", "event"), "answers": ("customer", "at", "kind", "score")}
TABLES = {"events": EVENTS, "answers": ANSWERS}
#: The columns that come from columns of a source; `local` is worked out.
COLUMNS = {role: tuple(name for name in columns if name != "local") for role, columns in TABLES.items()}


@cache
def events() -> Any:
    """The events: who did what, when, in which channel; with the customer's segment and account, and its value."""
    import ibis

    return ibis.table(EVENTS, name="events")


@cache
def answers() -> Any:
    """The answers to surveys: who gave which score to which kind of survey (nps, csat, ces), when and about what."""
    import ibis

    return ibis.table(ANSWERS, name="answers")


def ratio(part: Any, whole: Any) -> Any:
    """A part divided by a whole, null where there is none: the one place where anything is divided.

    Whole numbers are cast first; an engine may else divide them to a whole number.
    """
    import ibis

    return part.cast("float64") / ibis.ifelse(whole == 0, None, whole).cast("float64")


def exact_sum(column: Any, digits: int = 18) -> Any:
    """The sum of numbers of so many digits as if by hand, to six places: floats added in another order give another
    last digit.
    """
    return column.cast(f"decimal({digits}, 6)").sum()


def seconds(start: Any, end: Any) -> Any:
    """The seconds from one moment to another, with their fractions."""
    return end.delta(start, unit="microsecond").cast("float64") / 1_000_000
