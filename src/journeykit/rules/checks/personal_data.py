"""An e-mail address, a telephone number or a card number in a text, a key or a comment.

A map lies in git, and git forgets nothing: what a customer once told in confidence stays in every copy of it.
Personas and quotes tell what a person is like without telling who it is.

An e-mail address; 9 to 15 digits that begin with + or, in groups, with 0; 13 to 19 digits that pass the check of
payment cards. Owners, contributors, those who are notified, addresses of the web and tickets are left alone, and so
are the names of channels, touchpoints and help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeykit.model.elements import LIBRARIES, Element
from journeykit.model.values import article
from journeykit.rules.base import Finding, Option, Rule
from journeykit.rules.look import Look
from journeykit.rules.personal import Hit, personal_data
from journeykit.source.position import Path

#: Where the organisation names itself, its people and its tools.
_EXEMPT = frozenset({"owner", "contributors", "notify", "url", "ticket"})
_EXEMPT_NAMES = frozenset({"channels", "touchpoints", "help"})


def check(look: Look, allow: Iterable[str]) -> Iterator[Finding]:
    """Each piece at its exact place, told with its middle left out: reports are kept as well."""
    tree = look.document.tree
    if tree is None:
        return
    hits = list(personal_data(tree.text, tree.content))
    if not hits:
        return
    allowed = _allowed((allow,) if isinstance(allow, str) else allow)
    for hit in hits:
        span = tree.lines.span(hit.start, hit.end)
        path = tree.path_at(span)
        if _is_exempt(path) or _is_allowed(hit, allowed):
            continue
        element, field = _owner(path, look)
        yield Finding(
            element,
            f"this looks like {article(hit.kind)}: {hit.masked}",
            "take it out, and out of git's history if it is a customer's; `allow` names what may stand here",
            field,
            span=span,
        )


def _is_exempt(path: Path) -> bool:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if path and path[0] in LIBRARIES and len(path) <= 3:
        short_or_name = len(path) == 2 or path[2:] == ("name",)
        if path[0] in _EXEMPT_NAMES and short_or_name:
            return True
        if len(path) <= 2:
            return False
    return key in _EXEMPT


def _allowed(allow: Iterable[str]) -> frozenset[str]:
    """Addresses and domains in lower case, and the digits of numbers."""
    named = {text.strip().lower().removeprefix("@") for text in allow}
    return frozenset(named | {digits for text in named if "@" not in text and (digits := _digits(text))})


def _is_allowed(hit: Hit, allowed: frozenset[str]) -> bool:
    if not allowed:
        return False
    if hit.kind != "e-mail address":
        return _digits(hit.text) in allowed
    address = hit.text.lower()
    labels = address.partition("@")[2].split(".")
    return address in allowed or any(".".join(labels[index:]) in allowed for index in range(len(labels) - 1))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _owner(path: Path, look: Look) -> tuple[Element, str]:
    """The innermost element that a place in the file lies in, and the key of its that it stands under."""
    elements = {place.path: place.element for place in look.facts.outline.places}
    element: Element = look.journey
    own: list[str | int] = []
    field = ""
    for step in path:
        # A single value where a list is expected is the first of it.
        if isinstance(step, str) and (*own, 0) in elements:
            own.append(0)
            element, field = elements[tuple(own)], ""
        own.append(step)
        if tuple(own) in elements:
            element, field = elements[tuple(own)], ""
        elif isinstance(step, str) and not field:
            field = step
    if (*own, 0) in elements:
        element, field = elements[(*own, 0)], ""
    return element, field


RULE = Rule(
    code="JK608",
    name="personal-data",
    severity="error",
    doc=__doc__,
    check=check,
    for_library=True,
    options={"allow": Option((), "addresses, domains of addresses and numbers that may stand in maps")},
    keeps_severity=True,
    for_retired=True,
    bad="""\
stages:
  - stage: Need
    note: Ask ana.rider@example.org before this is changed
""",
    good="""\
stages:
  - stage: Need
    note: Ask Ana before this is changed
""",
)
