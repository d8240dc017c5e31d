"""What a table is made of, and how it is read off a map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from journeykit.kept import cached_property
from journeykit.model.derive import Facts
from journeykit.model.elements import LANES as BLUEPRINT
from journeykit.model.elements import LIBRARIES, Action, Element, Emotion, Stage
from journeykit.model.identity import Place
from journeykit.model.values import Amount, CalendarDate
from journeykit.render import LANES
from journeykit.render.called import called
from journeykit.render.taming import one_line
from journeykit.render.views.words import human

#: What a cell holds. Numbers, dates and amounts stay what they are; a writer knows how its format says them.
Cell = str | int | float | CalendarDate | Amount | None
#: `score` runs from −2 to 2, `rating` from 1 to 5, `share` from 0 to 1; a `word` is one of a closed list.
Kind = Literal["text", "word", "number", "score", "rating", "share", "date", "money"]


@dataclass(frozen=True)
class Column:
    """A column: its `key` stays the same in every language, its `title` is said in the one spoken."""

    key: str
    title: str
    kind: Kind = "text"


@dataclass(frozen=True)
class Table:
    """A table: as many cells in every row as there are columns."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Field:
    """A column, and how it is read off what stands in a row."""

    key: str
    title: str
    read: Callable[[Any], Cell]
    kind: Kind = "text"


def table(key: str, title: str, fields: Sequence[Field], rows: Iterable[Any]) -> Table:
    """The table of these rows, without the columns in which nothing stands."""
    cells = [tuple(field.read(row) for field in fields) for row in rows]
    kept = [at for at in range(len(fields)) if any(row[at] is not None for row in cells)]
    columns = tuple(Column(fields[at].key, fields[at].title, fields[at].kind) for at in kept)
    return Table(key, title, columns, tuple(tuple(row[at] for at in kept) for row in cells))


def text(value: object) -> str | None:
    """A text of the map, harmless, its lines kept; None where there is none."""
    if value is None or value == "":
        return None
    return "\n".join(one_line(line) for line in str(value).splitlines()).strip("\n") or None


def texts(values: Iterable[object]) -> str | None:
    """Several texts in one cell, a line each."""
    return "\n".join(filter(None, map(text, values))) or None


def word(value: str | None) -> str | None:
    """A word of a closed list, as people read it."""
    return human(one_line(value)) if value else None


def yes(value: object) -> str | None:
    """Yes, or nothing: a table of many noes tells less."""
    return human("yes") if value else None


@dataclass(frozen=True)
class Item:
    """An element of the map with where it stands: the `number` of its stage from 1, the stage, the action.

    `above` is what it stands in: a stage, an action, the gap that an opportunity mends, the map.
    """

    element: Any
    address: str
    number: int | None
    stage: Stage | None
    action: Action | None
    above: Element | None


#: The lane of the poster in which an element of a kind stands; stages and the libraries are in none.
_LANE_OF = {
    "need": "needs", "checkpoint": "needs", "action": "doing", "thought": "voices", "quote": "voices",
    "question": "asking", "highlight": "gaps", "gap": "gaps", "pain": "gaps", "opportunity": "gaps", "risk": "risks",
    "leave": "risks", "signal": "risks", "alert": "risks", **dict.fromkeys(BLUEPRINT, "blueprint"),
}  # fmt: skip


class Items:
    """The elements of a map that stand in the lanes chosen, and the names of what they refer to."""

    def __init__(self, facts: Facts, lanes: Sequence[str] | None = None) -> None:
        self.facts = facts
        self.lanes = frozenset(LANES if lanes is None else lanes)
        self._numbers = {id(stage): number for number, stage in enumerate(facts.journey.stages, 1)}

    @cached_property
    def all(self) -> tuple[Item, ...]:
        """Every element of these lanes, in the order of the map."""
        return tuple(self._item(place) for place in self.facts.outline if self._is_chosen(place.element))

    def _is_chosen(self, element: Element) -> bool:
        lane = _LANE_OF.get(element.noun)
        return lane is None or lane in self.lanes

    def of(self, *kinds: type[Element]) -> Iterator[Item]:
        """The elements of some kinds, in order."""
        return (item for item in self.all if isinstance(item.element, kinds))

    def _item(self, place: Place) -> Item:
        stage = action = None
        holder: Place | None = place
        while holder is not None:
            if isinstance(holder.element, Stage):
                stage = holder.element
            elif isinstance(holder.element, Action):
                action = holder.element
            holder = holder.parent
        number = self._numbers[id(stage)] if stage else None
        above = place.parent.element if place.parent else None
        return Item(place.element, place.address, number, stage, action, above)

    @cached_property
    def _called(self) -> dict[str, str]:
        return called(self.facts.journey.personas)

    def personas(self, keys: str | Sequence[str] | None) -> str | None:
        """The short names of personas, a line each."""
        keys = (keys,) if isinstance(keys, str) else keys or ()
        return texts(self._called.get(key, key) for key in keys)

    def names(self, library: str, keys: str | Sequence[str] | None) -> str | None:
        """The names of entries of a library (`channels`, `help` …), a line each; an id that has none as it is."""
        assert library in LIBRARIES
        entries = getattr(self.facts.journey, library)
        keys = (keys,) if isinstance(keys, str) else keys or ()
        return texts(entries[key].name if key in entries else key for key in keys)


def overall(stage: Stage) -> Emotion | None:
    """How it feels over the whole stage: what it says of itself, first of all of nobody in particular."""
    return next((emotion for emotion in stage.emotion if not emotion.persona), next(iter(stage.emotion), None))
