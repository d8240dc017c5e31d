"""What a rule is, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from journeykit.model.elements import Element
from journeykit.source.diagnostic import Severity
from journeykit.source.position import Span

if TYPE_CHECKING:
    from journeykit.rules.look import Look


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another element that belongs to a finding, and what it has to do with it."""

    message: str
    element: Element
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: as a rule no line numbers, only the element.

    `element` is the map itself for a finding on the map as a whole; `field` the key at which the mend belongs, ""
    for the element's own text. `message` names the element by the customer's words and says what is wrong; `hint`
    says what would mend it. `span` is written by the few rules that read the text itself and know a nearer place.
    """

    element: Element
    message: str
    hint: str
    field: str = ""
    related: tuple[Elsewhere, ...] = ()
    severity: Severity | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Option:
    """A threshold of a rule: its default, and what it means."""

    default: Any
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule, whole: how it is named, how grave it is, what it looks for, and its documentation.

    `doc` is its module's docstring: a first line that says what it finds, then why that matters to customers. `check`
    is called with the map as rules see it and the rule's options by name. `bad` and `good` are fragments of a map that
    break it and put it right; both are laid over one clean base map (see `journeykit.rules.samples`).
    `gives_way_to` names rules that tell the same fact better: where they speak of the same element, this one is still.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    check: Callable[..., Iterable[Finding]]
    bad: str
    good: str
    options: Mapping[str, Option] = field(default_factory=dict)
    gives_way_to: tuple[str, ...] = ()
    #: Kept as it is in every profile.
    keeps_severity: bool = False
    #: Off in a map whose state is future.
    off_in_future: bool = False
    #: Also for retired maps.
    for_retired: bool = False
    #: Also for the files of a shared library, whose entries no map is scolded for.
    for_library: bool = False
    #: Off in a map that is a part of another.
    off_in_part: bool = False

    @property
    def summary(self) -> str:
        """What the rule finds, in one line."""
        return " ".join(self.doc.strip().split("\n\n")[0].split())

    @property
    def why(self) -> str:
        """Why it matters to customers."""
        return "\n\n".join(" ".join(part.split()) for part in self.doc.strip().split("\n\n")[1:])

    def find(self, look: Look, options: Mapping[str, Any]) -> Iterable[Finding]:
        """What the rule finds in a map, with these options in place of its own."""
        if not self.options:
            return self.check(look)
        return self.check(look, **{name: options.get(name, option.default) for name, option in self.options.items()})


_FAMILY = re.compile(r"[A-Z]+[0-9]*")


def matches(rule_code: str, rule_name: str, wanted: str) -> bool:
    """Whether a code, a name or a family (`JK4`, `JK`) means a rule."""
    if wanted in (rule_code, rule_name):
        return True
    return rule_code.startswith(wanted) and _FAMILY.fullmatch(wanted) is not None
