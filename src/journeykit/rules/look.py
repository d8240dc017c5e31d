"""A map as rules see it: the journey, what follows from it, and the day it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from journeykit.model.derive import Curve, Facts
from journeykit.model.document import Document
from journeykit.model.elements import Action, Element, Journey, LibraryEntry, Opportunity, Risk, Stage
from journeykit.model.identity import elements_in
from journeykit.model.values import CalendarDate, add_months
from journeykit.rules.walking import Walk, walks
from journeykit.rules.words import Words, words_of

#: Roles of stages by what they are: `as`, else the id.
BUYING = frozenset({"decision", "purchase", "buy", "checkout", "order", "sign-up", "subscribe", "book", "pay"})
AFTER = frozenset({"review", "experience", "advocacy", "onboarding", "adoption", "renewal", "after"})


class Look:
    """One map, looked at on one day. Rules ask it, and `facts`, and work out nothing that stands there already."""

    def __init__(self, document: Document, today: date, templates: dict[str, tuple[str, ...]]) -> None:
        assert document.journey is not None
        self.document = document
        self.today = today
        self.templates = templates
        self.journey: Journey = document.journey
        self.facts: Facts = document.facts

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages, in order."""
        return self.journey.stages

    @cached_property
    def actions(self) -> tuple[tuple[Stage, Action], ...]:
        """Every action with its stage, in order."""
        return tuple((stage, action) for stage in self.stages for action in stage.actions)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the stages, in order."""
        return tuple(self.facts.routes.stages)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The role of each stage: `as`, else its id; in English, German, Spanish, French or Portuguese."""
        return tuple(self.words.role(stage.as_ or own) for stage, own in zip(self.stages, self.ids, strict=True))

    @cached_property
    def last_buying(self) -> int | None:
        """The position of the last buying stage; None without one."""
        found = [index for index, role in enumerate(self.roles) if role in BUYING]
        return found[-1] if found else None

    @cached_property
    def words(self) -> Words:
        """The word lists of the map's language; empty ones where there are none."""
        return words_of(self.journey.lang)

    def every(self, field: str) -> Iterator[tuple[Stage, Any]]:
        """The elements of a moment key or lane (`questions`, `gaps` …) with their stage, in order."""
        for stage in self.stages:
            for element in self.facts.moments(stage, field):
                yield stage, element

    def own(self, library: str) -> Iterator[tuple[str, Any]]:
        """The map's own entries of a library (`help`, `personas` …) by id; shared ones are judged in their file."""
        entries: dict[str, LibraryEntry] = getattr(self.journey, library)
        for key, entry in entries.items():
            if f"{library}/{key}" not in self.document.shared:
                yield key, entry

    @cached_property
    def elements(self) -> tuple[tuple[str, Element], ...]:
        """Every element of the map with the key it stands under; their ids are worked out only where one is told."""
        return tuple(elements_in(self.journey))

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """Every opportunity of the map, done and dropped ones too, in order."""
        return tuple(element for _, element in self.elements if isinstance(element, Opportunity))

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """Every risk: those of the map itself, then those of its stages and actions, in order."""
        return (*self.journey.risks, *self.facts.every("risks"))

    def is_own(self, library: str, key: str) -> bool:
        """Whether a library entry stands in this map, and not in the project's shared library."""
        return f"{library}/{key}" not in self.document.shared

    @cached_property
    def curves(self) -> dict[str, Curve]:
        """The curve of each persona."""
        return self.facts.curves

    @cached_property
    def walks(self) -> tuple[Walk, ...]:
        """How everyone walks the map; empty where every `next` has a `when`: then the order leads everywhere."""
        return walks(self)

    @cached_property
    def by_address(self) -> dict[str, Element]:
        """Every element by its address."""
        return {address: place.element for address, place in self.facts.outline.by_address.items()}

    @cached_property
    def cited(self) -> frozenset[str]:
        """The ids of the evidence that anything in the map cites: elements of the stages, entries, emotions."""
        found: set[str] = set()
        for field, element in self.elements:
            values = element.__dict__
            if field != "evidence" and (evidence := values.get("evidence")):
                found.update(evidence)
            for emotion in values.get("emotion") or ():
                found.update(emotion.evidence)
        return frozenset(found)

    @property
    def cites_amiss(self) -> bool:
        """Whether a JK0 error concerns a citation: what is cited is not fully known then."""
        return any(field == "evidence" for _, field in self.document.faulty)

    def is_bare(self, stage: Stage) -> bool:
        """Whether a stage has nothing but its name (and id, role, note): one finding, JK103, is enough."""
        return not stage.model_fields_set - {"stage", "id", "as_", "note", "formerly", "phase", "extensions"}

    def is_plain(self, element: Element) -> bool:
        """Whether an element is written as a plain string."""
        return element.model_fields_set == {element.short}

    def is_faulty(self, element: Element, *fields: str) -> bool:
        """Whether a JK0 error concerns one of these keys of an element, so that its absence means nothing."""
        faulty = self.document.faulty
        return bool(faulty) and any((self.facts.address(element), field) in faulty for field in fields)

    def has_issue(self, stage: Stage, *fields: str) -> bool:
        """Whether a stage, or an action of it, has an element of one of these moment keys."""
        return any(next(iter(self.facts.moments(stage, field)), None) is not None for field in fields)

    def is_older(self, when: CalendarDate, months: float) -> bool:
        """Whether a date plus so many months (the day clipped to the month) is before today; its last day counts."""
        return add_months(when.last, round(months)) < self.today

    def has_passed(self, when: CalendarDate) -> bool:
        """Whether a date is over: its last day is before today."""
        return when.last < self.today

    def is_ahead(self, when: CalendarDate) -> bool:
        """Whether a date lies in the future: its first day is after today."""
        return when.first > self.today
