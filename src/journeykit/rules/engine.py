"""Runs rules over a map and turns findings into diagnostics: places, severities, one fact told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from journeykit.model.document import Document
from journeykit.model.elements import Element, Journey
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look
from journeykit.source.diagnostic import Diagnostic, Related, Severity
from journeykit.source.position import Span


@dataclass(frozen=True)
class Settled:
    """Which rules run on a map, how grave each is there, and with which options."""

    rules: tuple[tuple[Rule, Severity], ...]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

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
    for rule, severity in settled.rules:
        if not _applies(rule, look.journey):
            continue
        for finding in rule.find(look, settled.of(rule)):
            one = _diagnostic(rule, severity, finding, document)
            if (one.element, one.field) in document.faulty:
                continue
            told.setdefault(rule.code, Told()).add(one)
            waiting.append((rule, one))
    return [one for rule, one in _unique(waiting) if not _told_better(rule, one, told)]


def lint_library(document: Document, settled: Settled, today: date) -> list[Diagnostic]:
    """What the rules find in a file of a shared library: those that judge an entry by itself."""
    rules = tuple((rule, severity) for rule, severity in settled.rules if rule.for_library)
    return lint(document, replace(settled, rules=rules), today, {})


def _applies(rule: Rule, journey: Journey) -> bool:
    if journey.status == "retired" and not rule.for_retired:
        return False
    if journey.state == "future" and rule.off_in_future:
        return False
    return not (journey.parent and rule.off_in_part)


def _unique(found: Iterable[tuple[Rule, Diagnostic]]) -> list[tuple[Rule, Diagnostic]]:
    """Findings told once: those that are equal for several personas are equal here."""
    return list(
        {(one.code, one.element, one.span, one.field, one.message): (rule, one) for rule, one in found}.values()
    )


class Told:
    """Where the findings of one rule stand: their elements, related ones too, and all that holds these."""

    def __init__(self) -> None:
        self.places: set[str] = set()
        self.around: set[str] = set()
        self.whole_map = False

    def add(self, one: Diagnostic) -> None:
        """Note where a finding stands."""
        self.whole_map |= not one.element
        for place in (one.element, *(related.element for related in one.related)):
            self.places.add(place)
            while "/" in place:
                place = place.rpartition("/")[0]
                self.around.add(place)


def _told_better(rule: Rule, one: Diagnostic, told: Mapping[str, Told]) -> bool:
    """Whether a rule that tells the same fact better speaks of the same element, of one in it, or of the whole map."""
    for code in rule.gives_way_to:
        better = told.get(code)
        if better and (better.whole_map or one.element in better.places or one.element in better.around):
            return True
    return False


def _diagnostic(rule: Rule, severity: Severity, finding: Finding, document: Document) -> Diagnostic:
    own = finding.severity
    grave = severity if own is None or severity != rule.severity else own
    span, address = _place(finding.element, finding.field, document)
    related = tuple(_related(other.message, other.element, other.field, document) for other in finding.related)
    path = document.source.name
    return Diagnostic(
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
    )


def _related(message: str, element: Element, field_: str, document: Document) -> Related:
    span, address = _place(element, field_, document)
    return Related(message, document.source.name, span, address)


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
