"""A date of something that has been done lies in the future: a review, a piece of evidence, a value, an update of help.

It is a slip of the pen or wishful thinking. Either way the map claims to know its customers better than it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.model.elements import Element
from journeykit.model.values import CalendarDate, shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

#: The libraries with a date of something done: its key, and the words for it.
_DATED = (
    ("help", "updated", "the update of"),
    ("metrics", "as_of", "the value of"),
    ("evidence", "date", "the evidence"),
)


def check(look: Look) -> Iterator[Finding]:
    """The map, help, metrics and evidence whose date is after today."""
    reviewed = look.journey.reviewed
    if reviewed is not None and look.is_ahead(reviewed):
        yield _finding(look.journey, "reviewed", "the map's review", reviewed)
    for library, field, subject in _DATED:
        for _, entry in look.own(library):
            when = getattr(entry, field)
            if when is not None and look.is_ahead(when):
                yield _finding(entry, field, f"{subject} {shown(entry.name)}", when)


def _finding(element: Element, field: str, subject: str, when: CalendarDate) -> Finding:
    return Finding(
        element,
        f"{subject} is dated {when}, which lies in the future",
        f"write under `{field}:` when it was; leave it out until it has happened",
        field,
    )


RULE = Rule(
    code="JK705",
    name="date-in-the-future",
    severity="error",
    doc=__doc__,
    check=check,
    for_library=True,
    keeps_severity=True,
    for_retired=True,
    bad="""\
evidence:
  talks: {name: Talks with riders, method: interview, sample: 12, date: 2027-04}
""",
    good="""\
evidence:
  talks: {name: Talks with riders, method: interview, sample: 12, date: 2026-04}
""",
)
