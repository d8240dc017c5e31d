"""The map does not say where the journey starts and where it ends.

Maps without edges grow for ever, and two people who look at one mean two journeys. From where customers set out, and
when they have arrived, is the first thing to agree upon.
"""

from __future__ import annotations

from collections.abc import Iterator

from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look


def check(look: Look) -> Iterator[Finding]:
    """A map whose `scope` lacks one of its ends, or both."""
    scope = look.journey.scope
    starts, ends = (scope.starts, scope.ends) if scope else (None, None)
    if starts and ends:
        return
    if starts:
        message, hint = "nothing says what ends the journey", "write it with `ends:` in `scope:`"
    elif ends:
        message, hint = "nothing says what begins the journey", "write it with `starts:` in `scope:`"
    else:
        message, hint = "nothing says what begins the journey and what ends it", "write `scope: {starts: …, ends: …}`"
    yield Finding(look.journey, message, hint, "scope")


RULE = Rule(
    code="JK109",
    name="missing-scope",
    severity="info",
    doc=__doc__,
    check=check,
    gives_way_to=("JK107",),
    bad="""\
scope: {starts: Misses the bus}
""",
    good="""\
scope: {starts: Misses the bus, ends: Rides every day}
""",
)
