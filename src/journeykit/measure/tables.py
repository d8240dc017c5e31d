"""The two tables that everything is measured on, as expressions that each engine's SQL is compiled from.

Times are in UTC without a zone. Nothing here holds data: engines make views of these names from what people have.
"""

from __future__ import annotations

from functools import cache
from typing import Any

#: The columns of events and answers: their types, and which of them must be there.
EVENTS = {
    "customer": "string", "at": "timestamp", "event": "string", "channel": "string", "segment": "string",
    "account": "string", "value": "float64",
}  # fmt: skip
ANSWERS = {
    "customer": "string", "at": "timestamp", "kind": "string", "score": "float64", "comment": "string",
    "stage": "string", "touchpoint": "string", "channel": "string", "segment": "string",
}  # fmt: skip
REQUIRED = {"events": ("customer", "at", "event"), "answers": ("customer", "at", "kind", "score")}
TABLES = {"events": EVENTS, "answers": ANSWERS}


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
