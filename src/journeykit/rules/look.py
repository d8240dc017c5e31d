"""A map as rules see it: the journey, what follows from it, and the day it is looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from journeykit.kept import cached_property
from journeykit.model.derive import Curve, Facts
from journeykit.model.document import Document
from journeykit.model.elements import (
    LIBRARIES,
    Action,
    Element,
    Emotion,
    Journey,
    LibraryEntry,
    Opportunity,
    Risk,
    Stage,
)
from journeykit.model.values import CalendarDate, add_months
from journeykit.rules.template_stages import template_stages
from journeykit.rules.walking import Walk, walks
from journeykit.rules.words import Words, words_of

#: Roles of stages by what they are: `as`, else the id.
BUYING = frozenset({"decision", "purchase", "buy", "checkout", "order", "sign-up", "subscribe", "book", "pay"})
AFTER = frozenset({"review", "experience", "advocacy", "onboarding", "adoption", "renewal", "after"})
#: What a stage may say without telling anything of what happens in it.
_BARE = frozenset({"stage", "id", "as_", "note", "formerly", "phase", "extensions"})


def unused(keys: Iterable[str], mentions: Iterable[Iterable[str | None]]) -> set[str]:
    """Those of some ids that no mention holds. Once all are found, which is soon, no further mention is asked for."""
    left: set[str | None] = set(keys)
    for names in mentions if left else ():
        left.difference_update(names)
        if not left:
            break
    return left  # type: ignore[return-value]


class Look:
    """One map, looked at on one day. Rules ask it, and `facts`, and work out nothing that stands there already."""

    def __init__(self, document: Document, today: date, templates: dict[str, tuple[str, ...]]) -> None:
        assert document.journey is not None
        self.document = document
        self.today = today
        self.templates = templates
        self.journey: Journey = document.journey
        self.facts: Facts = document.facts
        self.stages: tuple[Stage, ...] = document.journey.stages

    @cached_property
    def actions(self) -> tuple[tuple[Stage, Action], ...]:
        """Every action with its stage, in order."""
        return tuple((stage, action) for stage in self.stages for action in stage.actions)

    @cached_property
    def places(self) -> dict[int, int]:
        """Where each action stands in `actions`, by its `id()`: two may be equal, and stand in stages of one name."""
        return {id(action): index for index, (_, action) in enumerate(self.actions)}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the stages, in order."""
        return tuple(self.facts.routes.stages)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The role of each stage: `as`, else its id; in English, German, Spanish, French or Portuguese.

        In a part of another map an id is a name and no role, unless the part has a template: a spare part is ordered,
        too, and the purchase was long before. "" is none.
        """
        if self.journey.parent and not self.journey.template:
            return tuple(self.words.role(stage.as_) if stage.as_ else "" for stage in self.stages)
        return tuple(self.words.role(stage.as_ or own) for stage, own in zip(self.stages, self.ids, strict=True))

    @cached_property
    def template_stages(self) -> dict[str, tuple[int, ...]]:
        """For each stage of the map's template, the places (from 0) of the map's stages that stand for it."""
        return template_stages(self)

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

    @cached_property
    def felt(self) -> tuple[tuple[Action | Stage, Emotion], ...]:
        """Every emotion with the action or stage it belongs to, in order."""
        return tuple(
            (owner, emotion) for stage in self.stages for owner in (stage, *stage.actions) for emotion in owner.emotion
        )

    def own(self, library: str) -> Collection[tuple[str, Any]]:
        """The map's own entries of a library (`help`, `personas` …) by id; shared ones are judged in their file."""
        entries: dict[str, LibraryEntry] = getattr(self.journey, library)
        shared = self.document.shared
        if not shared:
            return entries.items()
        return [(key, entry) for key, entry in entries.items() if f"{library}/{key}" not in shared]

    @cached_property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """Every opportunity, done and dropped ones too: of the map, of its stages, then of what they mend."""
        every = self.facts.every
        mended = (*self.risks, *every("pains"), *every("gaps"))
        mending = (opportunity for element in mended for opportunity in element.opportunities)
        return (*self.journey.opportunities, *every("opportunities"), *mending)

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

    def named(self, field: str) -> Iterator[Iterable[str]]:
        """What emotions, actions, entries and moments name under a field (`evidence`, `persona`), most of it first."""
        entries = (entry for library in LIBRARIES for entry in getattr(self.journey, library).values())
        moments = (one for stage in self.stages for held in self.facts.held(stage).values() for one in held)
        emotions, actions = (emotion for _, emotion in self.felt), (action for _, action in self.actions)
        for part in chain(emotions, actions, entries, moments):
            if names := part.__dict__.get(field):
                yield (names,) if isinstance(names, str) else names

    @cached_property
    def uncited(self) -> set[str]:
        """The ids of the evidence that nothing in the map cites."""
        return unused(self.journey.evidence, self.named("evidence"))

    @property
    def cites_amiss(self) -> bool:
        """Whether a JK0 error concerns a citation: what is cited is not fully known then."""
        return any(field == "evidence" for _, field in self.document.faulty)

    def is_bare(self, stage: Stage) -> bool:
        """Whether a stage has nothing but its name (and id, role, note): one finding, JK103, is enough."""
        return stage.__pydantic_fields_set__ <= _BARE

    def is_plain(self, element: Element) -> bool:
        """Whether an element is written as a plain string."""
        return element.model_fields_set == {element.short}

    def is_faulty(self, element: Element, *fields: str) -> bool:
        """Whether a JK0 error concerns one of these keys of an element, so that its absence means nothing."""
        faulty = self.document.faulty
        return bool(faulty) and any((self.facts.address(element), field) in faulty for field in fields)

    def has_issue(self, stage: Stage, *fields: str) -> bool:
        """Whether a stage, or an action of it, has an element of one of these moment keys."""
        return not self.facts.held(stage).keys().isdisjoint(fields)

    def is_older(self, when: CalendarDate, months: float) -> bool:
        """Whether a date plus so many months (the day clipped to the month) is before today; its last day counts."""
        return add_months(when.last, round(months)) < self.today

    def has_passed(self, when: CalendarDate) -> bool:
        """Whether a date is over: its last day is before today."""
        return when.last < self.today

    def is_ahead(self, when: CalendarDate) -> bool:
        """Whether a date lies in the future: its first day is after today."""
        return when.first > self.today
