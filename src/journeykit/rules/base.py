"""What a rule is, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
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
    #: Whether the finding tells the same fact of this element too: rules that give way to its rule are still there.
    is_told: bool = False
    #: A nearer place than that of the element and its field, where a rule knows one.
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """What would mend a finding as a text edit: a key of its element, or of another, written or written anew.

    `value` is YAML on one line. `after` names keys below which a new one stands well, the best first. `safe` tells
    that the mend cannot change what the author meant.
    """

    key: str
    value: str
    safe: bool
    after: tuple[str, ...] = ()
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: as a rule no line numbers, only the element.

    `element` is the map itself for a finding on the map as a whole; `field` the key at which the mend belongs, ""
    for the element's own text. `message` names the element by the customer's words and says what is wrong; `hint`
    says what would mend it. `span` is written by the few rules that read the text itself and know a nearer place.
    `instead_of` are the findings, one an element, that this one is told in place of (see `journeykit.rules.together`).
    """

    element: Element
    message: str
    hint: str
    field: str = ""
    related: tuple[Elsewhere, ...] = ()
    severity: Severity | None = None
    span: Span | None = None
    mend: Mend | None = None
    instead_of: tuple[Finding, ...] = ()


#: What finds something in a map.
Check = Callable[["Look"], Iterable[Finding]]


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

    def bound(self, options: Mapping[str, Any]) -> Check:
        """What the rule looks for, with these options in place of its own."""
        if not self.options:
            return self.check
        return partial(self.check, **{name: options.get(name, option.default) for name, option in self.options.items()})


_FAMILY = re.compile(r"([A-Z]+)[0-9]*")


def matches(rule_code: str, rule_name: str, wanted: str) -> bool:
    """Whether a code, a name or a family (`JK4`, `JK`) means a rule."""
    if wanted in (rule_code, rule_name):
        return True
    family = _FAMILY.fullmatch(wanted)
    return family is not None and rule_code.startswith(wanted) and not rule_code[len(family[1]) :][:1].isalpha()
