"""Runs rules over a map and turns findings into diagnostics: places, severities, one fact told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from journeykit.model.document import Document
from journeykit.model.elements import Element, Journey
from journeykit.model.reading import MISSING
from journeykit.rules.base import Check, Elsewhere, Finding, Rule
from journeykit.rules.look import Look
from journeykit.rules.mending import fix
from journeykit.source.diagnostic import Diagnostic, Related, Severity
from journeykit.source.position import Span

#: A rule, how grave it is, and what it looks for.
Applying = tuple[Rule, Severity, Check]


@dataclass(frozen=True)
class Settled:
    """Which rules run on a map, how grave each is there, and with which options."""

    rules: tuple[tuple[Rule, Severity], ...]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    _applying: dict[tuple[bool, bool, bool], tuple[Applying, ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def applying(self, journey: Journey) -> tuple[Applying, ...]:
        """The rules that apply to a map, with their options; worked out once for all maps of a kind."""
        kind = (journey.status == "retired", journey.state == "future", bool(journey.parent))
        if kind not in self._applying:
            self._applying[kind] = tuple(
                (rule, severity, rule.bound(self.of(rule))) for rule, severity in self.rules if _applies(rule, *kind)
            )
        return self._applying[kind]

    def of(self, rule: Rule) -> Mapping[str, Any]:
        """The options of a rule, named by its code or its name."""
        return {**self.options.get(rule.code, {}), **self.options.get(rule.name, {})}


def lint(document: Document, settled: Settled, today: date, templates: dict[str, tuple[str, ...]]) -> list[Diagnostic]:
    """What the rules find in a map; nothing where it could not be read at all."""
    if document.journey is None or document.tree is None:
        return []
    look = Look(document, today, templates)
    told: dict[str, Told] = {}
    waiting: list[tuple[Rule, Diagnostic]] = []
    for rule, severity, check in settled.applying(look.journey):
        for finding in check(look):
            one = _diagnostic(rule, severity, finding, document)
            if document.faulty and _is_unread(one, finding.element, document):
                continue
            told.setdefault(rule.code, Told()).add(one, finding)
            waiting.append((rule, one))
    return [one for rule, one in _unique(waiting) if not _told_better(rule, one, told)]


def lint_library(document: Document, settled: Settled, today: date) -> list[Diagnostic]:
    """What the rules find in a file of a shared library: those that judge an entry by itself."""
    rules = tuple((rule, severity) for rule, severity in settled.rules if rule.for_library)
    return lint(document, replace(settled, rules=rules), today, {})


def _applies(rule: Rule, is_retired: bool, is_future: bool, is_part: bool) -> bool:
    if is_retired and not rule.for_retired:
        return False
    if is_future and rule.off_in_future:
        return False
    return not (is_part and rule.off_in_part)


def _is_unread(one: Diagnostic, element: Element, document: Document) -> bool:
    """Whether a fault of reading stands behind a finding: in its key, or in the name of its element."""
    if (one.element, one.field) in document.faulty:
        return True
    if isinstance(element, Journey):
        return one.field == "stages" and all(stage.text == MISSING for stage in element.stages)
    return bool(getattr(element, element.short, "") == MISSING)


def _unique(found: Iterable[tuple[Rule, Diagnostic]]) -> list[tuple[Rule, Diagnostic]]:
    """Findings told once: those that are equal for several personas are equal here."""
    return list(
        {(one.code, one.element, one.span, one.field, one.message): (rule, one) for rule, one in found}.values()
    )


class Told:
    """Of which elements the findings of one rule tell a fact, and all that holds these."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.around: set[str] = set()
        self.whole_map = False

    def add(self, one: Diagnostic, finding: Finding) -> None:
        """Note of which elements a finding tells its fact; a related place that is only shown is none of them."""
        also = (there.element for other, there in zip(finding.related, one.related, strict=True) if other.is_told)
        places = [part.element for part in one.instead_of] or [one.element, *also]
        self.whole_map |= "" in places
        for place in places:
            self.places.add(place)
            while "/" in place:
                place = place.rpartition("/")[0]
                self.around.add(place)


def _told_better(rule: Rule, one: Diagnostic, told: Mapping[str, Told]) -> bool:
    """Whether a rule that tells the same fact better speaks of the same element, of one in it, or of the whole map."""
    if one.instead_of:
        return all(_told_better(rule, part, told) for part in one.instead_of)
    for code in rule.gives_way_to:
        better = told.get(code)
        if better and (better.whole_map or one.element in better.places or one.element in better.around):
            return True
    return False


def _diagnostic(rule: Rule, severity: Severity, finding: Finding, document: Document) -> Diagnostic:
    own = finding.severity
    grave = severity if own is None or severity != rule.severity else own
    span, address = _place(finding.element, finding.field, document)
    related = tuple(_related(other, document) for other in finding.related)
    path = document.source.name
    one = Diagnostic(
        rule.code,
        rule.name,
        grave,
        finding.message,
        finding.hint,
        path,
        finding.span or span,
        address,
        finding.field,
        related,
        fix(finding.mend, document, finding.mend.element or finding.element) if finding.mend else None,
    )
    if not finding.instead_of:
        return one
    # Nobody is shown their places: they are known by their elements.
    addresses = [(document.outline.address(part.element), part) for part in finding.instead_of]
    parts = (replace(one, message=part.message, element=of, field=part.field) for of, part in addresses)
    return replace(one, instead_of=tuple(parts))


def _related(other: Elsewhere, document: Document) -> Related:
    span, address = _place(other.element, other.field, document)
    return Related(other.message, document.source.name, other.span or span, address)


def _place(element: Element, field_: str, document: Document) -> tuple[Span, str]:
    """Where a finding on an element stands: at the key concerned where that is written, else at its own text."""
    assert document.tree is not None
    tree = document.tree
    place = document.outline.of(element)
    path = place.path
    key = "as" if field_ == "as_" else field_
    if key and tree.has((*path, key)):
        return tree.value_span((*path, key)), place.address
    if tree.has((*path, element.short)):
        return tree.value_span((*path, element.short)), place.address
    return (tree.key_span(path) if path else tree.value_span(("title",))), place.address
