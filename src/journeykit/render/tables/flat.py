"""Everything that happens on a map in one table: a row an element, under the keys and words of the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Emotion, LibraryEntry, Question, Stage
from journeykit.render.tables.base import Cell, Column, Item, Items, Kind, Table, overall, text

#: The columns in their order, each with what it holds.
COLUMNS: dict[str, Kind] = {
    "stage_number": "number", "stage": "text", "action": "text", "kind": "word", "text": "text", "persona": "text",
    "channel": "text", "touchpoint": "text", "feeling": "text", "score": "score", "because": "text", "goal": "text",
    "state": "word", "wrong_place": "word", "severity": "word", "likelihood": "word", "harm": "word",
    "importance": "rating", "share": "share", "desired": "text", "received": "text", "answer": "text", "help": "text",
    "impact": "rating", "effort": "rating", "value": "money", "cost": "money", "duration": "text", "owner": "text",
    "due": "date", "confidence": "word", "evidence": "text", "address": "text",
}  # fmt: skip
#: The keys that are written as they stand.
_TEXTS = ("because", "goal", "received", "answer", "owner", "duration")
_WORDS = ("state", "severity", "likelihood", "harm", "confidence")
_VALUES = ("importance", "share", "impact", "effort", "value", "cost", "due")


@dataclass(frozen=True)
class _Row:
    item: Item
    felt: Emotion | None = None
    walker: str | None = None


def flat(facts: Facts, lanes: Sequence[str] | None = None) -> Table:
    """The table: stages, actions, and all that is said of them; what the libraries describe is named in it.

    `lanes` are those of the poster that are chosen, None for all.
    """
    items = Items(facts, lanes)
    rows = []
    for row in _rows(items):
        found = _cells(row, items)
        rows.append(tuple(found.get(key) for key in COLUMNS))
    return Table("map", "map", tuple(Column(key, key, kind) for key, kind in COLUMNS.items()), tuple(rows))


def _rows(items: Items) -> Iterator[_Row]:
    """A row an element; a feeling has one of its own where it is not that of whose journey it is."""
    facts = items.facts
    felt: dict[int, dict[str, Emotion]] = {}
    for walker in facts.walkers if "feeling" in items.lanes else ():
        for place in facts.curves[walker].places:
            felt.setdefault(id(place.owner), {})[walker] = place.emotion
    for item in items.all:
        if isinstance(item.element, LibraryEntry):
            continue
        theirs = felt.get(id(item.element), {})
        is_whole = isinstance(item.element, Stage) and "feeling" in items.lanes
        yield _Row(item, theirs.get(facts.primary) or (overall(item.element) if is_whole else None))
        for walker, emotion in theirs.items():
            if walker != facts.primary:
                yield _Row(item, emotion, walker)


def _cells(row: _Row, items: Items) -> dict[str, Cell]:
    item, element = row.item, row.item.element
    found: dict[str, Cell] = {
        "stage_number": item.number,
        "stage": text(item.stage and item.stage.stage),
        "action": text(item.action and item.action.action),
        "address": item.address,
    }
    if row.felt is not None:
        felt = row.felt
        found |= {"feeling": text(felt.feeling), "score": felt.score, "because": text(felt.because)}
        found["desired"] = felt.desired
    if row.walker is not None and row.felt is not None:
        cited = items.names("evidence", row.felt.evidence)
        found |= {"kind": "emotion", "persona": items.personas(row.walker), "evidence": cited}
        return _on_one_line(found)
    found |= {"kind": element.noun, "text": text(element.text)}
    found |= {key: value for key in _TEXTS if (value := text(_of(element, key)))}
    found |= {key: value for key in (*_WORDS, *_VALUES) if (value := _of(element, key)) is not None}
    if wanted := _of(element, "desired"):
        found["desired"] = text(wanted)
    found["persona"] = items.personas(_of(element, "persona"))
    found["touchpoint"] = items.names("touchpoints", _of(element, "touchpoint") or _of(element, "touchpoints"))
    found["channel"] = items.names("channels", _channels(element, items.facts))
    found["help"] = items.names("help", _of(element, "help") or _of(element, "mitigations"))
    found["evidence"] = items.names("evidence", _evidence(row))
    if isinstance(element, Question):
        state = items.facts.questions[item.address]
        found |= {"state": state.state, "wrong_place": "yes" if state.wrong_place else None}
    return _on_one_line(found)


def _on_one_line(found: dict[str, Cell]) -> dict[str, Cell]:
    """Several names in one cell stand beside each other: rows of one height are easier to read in a sheet."""
    return {key: value.replace("\n", "; ") if isinstance(value, str) and key != "text" else value
            for key, value in found.items()}  # fmt: skip


def _of(element: Any, key: str) -> Any:
    return getattr(element, key, None)


def _evidence(row: _Row) -> tuple[str, ...]:
    """What an element cites, itself and in its feeling."""
    own = _of(row.item.element, "evidence") or ()
    felt = row.felt.evidence if row.felt else ()
    return tuple(dict.fromkeys((*own, *felt)))


def _channels(element: Any, facts: Facts) -> Any:
    if isinstance(element, Action):
        return facts.channel_of(element)
    if isinstance(element, Stage):
        return facts.channels[facts.outline.id(element)]
    return _of(element, "channel") or _of(element, "channels")
