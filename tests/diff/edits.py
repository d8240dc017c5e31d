"""Random edits of a map, and how each has to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from journeykit.model.anatomy import anatomy
from journeykit.model.elements import LIBRARIES, Journey, Part
from journeykit.model.identity import slug

#: How a change is told: its kind, the type of the element, the field.
Told = tuple[str, str, str | None]
#: Values of fields that say something to customers; `note` goes everywhere.
VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "question": ("importance", ("1", "2", "3", "4", "5")),
    "gap": ("severity", ("low", "medium", "high", "critical")),
    "pain": ("state", ("open", "planned", "closed", "accepted")),
    "touchpoint": ("quality", ("1", "2", "3", "4", "5")),
    "help": ("state", ("planned", "draft", "live", "retired")),
    "opportunity": ("effort", ("1", "2", "3", "4", "5")),
    "risk": ("harm", ("low", "medium", "high")),
}
#: Where the order says something.
ORDERED = ("stages", "actions", "frontstage", "backstage", "support", "physical", "gate")


@dataclass(frozen=True)
class Spot:
    """An element of the data, the list or library it stands in, and all above it."""

    item: dict[str, Any]
    part: Any
    key: str
    home: Any
    above: tuple[int, ...]


def spots(data: dict[str, Any], part: type[Part] = Journey, above: tuple[int, ...] = ()) -> Iterator[Spot]:
    """Every element that the data hold."""
    for held in anatomy(part).elements:
        home = data.get(held.key) or []
        for item in home.values() if held.keyed else home:
            yield Spot(item, held.part, held.key, home, (*above, id(data)))
            yield from spots(item, held.part, (*above, id(data)))


def prepared(data: dict[str, Any], random: Random) -> dict[str, Any]:
    """A map in which every text is one of its own, and nothing hangs on a stage or a checkpoint that may go."""
    for spot in spots(data):
        for key in ("next", "alerts", "formerly"):
            spot.item.pop(key, None)
        if spot.key == "metrics":
            spot.item.pop("gate", None)
        if spot.key not in LIBRARIES:
            spot.item[spot.part.short] = f"{word(random)} {spot.item[spot.part.short]}"
            if "id" in spot.item:
                spot.item["id"] = word(random)
    return data


def word(random: Random) -> str:
    """A word that occurs nowhere else."""
    return "".join(random.choice("bcdfghjklmnpqrstvwxz") for _ in range(14))


class Editor:
    """Edits a map, each element at most once, and keeps how each edit has to be told."""

    def __init__(self, data: dict[str, Any], random: Random) -> None:
        self.data, self._random = data, random
        self.told: Counter[Told] = Counter()
        self._used: set[int] = set()
        self._reordered: set[int] = set()
        self._bereft: set[int] = set()  # what lost an element cannot go after it: the loss would be told with it
        self._kept: list[Any] = []  # an id of Python's is that of another object as soon as this one is gone

    def edit(self, times: int) -> None:
        """Make so many edits, as far as there is something to edit."""
        ways = [
            self._set,
            self._remove,
            self._add,
            self._add_stage,
            self._move,
            self._reorder,
            self._reword,
            self._rename,
        ]
        for _ in range(times):
            self._random.choice(ways)()

    def _pick(self, *wanted: Any) -> Spot | None:
        """An element that nothing has been done to, nor to what it holds or stands in."""
        free = [
            spot
            for spot in spots(self.data)
            if not self._used & {id(spot.item), *spot.above[1:]}
            and not self._used & {id(inner.item) for inner in spots(spot.item, spot.part)}
            and all(test(spot) for test in wanted)
        ]
        if not free:
            return None
        chosen = self._random.choice(free)
        self._used.add(id(chosen.item))
        return chosen

    def _say(self, kind: str, part: Any, field: str | None = None) -> None:
        self.told[kind, part.noun, field] += 1

    def _set(self) -> None:
        if spot := self._pick():
            field, values = VALUES.get(spot.part.noun, ("note", ()))
            now = str(spot.item.get(field, "live" if spot.part.noun == "help" else "open"))
            other = [value for value in values if value != now]
            spot.item[field] = self._random.choice(other) if other else word(self._random)
            self._say("changed", spot.part, field)

    def _remove(self) -> None:
        if spot := self._pick(
            lambda spot: isinstance(spot.home, list) and (spot.key != "stages" or len(spot.home) > 2),
            lambda spot: id(spot.item) not in self._bereft,
        ):
            spot.home[:] = [item for item in spot.home if item is not spot.item]
            self._bereft |= {*spot.above}
            self._say("removed", spot.part)

    def _add(self) -> None:
        if spot := self._pick(lambda spot: isinstance(spot.home, list)):
            made = {spot.part.short: f"{word(self._random)} {word(self._random)}", "note": word(self._random)}
            if spot.part.noun != "alert":
                self._used.add(id(made))
                self._used.discard(id(spot.item))
                spot.home.insert(self._random.randrange(len(spot.home) + 1), made)
                self._keep(made)
                self._say("added", spot.part)

    def _keep(self, made: Any) -> None:
        self._kept.append(made)

    def _add_stage(self) -> None:
        words = [word(self._random) for _ in range(4)]
        made = {
            "stage": words[0],
            "actions": [{"action": words[1], "emotion": 1}, {"action": words[2]}],
            "questions": [{"question": words[3]}],
        }
        self._used |= {id(made), *(id(inner.item) for inner in spots(made, anatomy(Journey).fields["stages"].part))}  # type: ignore[union-attr]
        self._keep(made)
        self.data["stages"].insert(self._random.randrange(len(self.data["stages"]) + 1), made)
        self.told["added", "stage", None] += 1

    def _move(self) -> None:
        moving = ("questions", "gaps", "pains", "highlights", "needs", "quotes", "actions")
        if spot := self._pick(lambda spot: spot.key in moving):
            homes = [
                stage
                for stage in self.data["stages"]
                if id(stage) not in self._used and id(stage) != spot.above[-1] and id(stage) not in spot.above
            ]
            if homes:
                spot.home[:] = [item for item in spot.home if item is not spot.item]
                goal = self._random.choice(homes).setdefault(spot.key, [])
                goal.insert(self._random.randrange(len(goal) + 1), spot.item)
                self._bereft |= {*spot.above}
                self._say("moved", spot.part)

    def _reorder(self) -> None:
        def may(spot: Spot) -> bool:
            fresh = not any(id(item) in self._used for item in spot.home)
            return spot.key in ORDERED and len(spot.home) > 1 and fresh and id(spot.home) not in self._reordered

        if spot := self._pick(may):
            self._reordered.add(id(spot.home))
            self._keep(spot.home)
            at = next(at for at, item in enumerate(spot.home) if item is spot.item)
            to = self._random.choice([place for place in range(len(spot.home)) if place != at])
            spot.home.insert(to, spot.home.pop(at))
            self._used |= {id(item) for item in spot.home}
            self._say("moved", spot.part, "order")

    def _reword(self) -> None:
        if spot := self._pick(lambda spot: isinstance(spot.home, list)):
            text = spot.item[spot.part.short]
            spot.item[spot.part.short] = new = f"Really {text}"
            kind = "changed" if "id" in spot.item or slug(new) == slug(text) else "renamed"
            self._say(kind, spot.part, spot.part.short)

    def _rename(self) -> None:
        if spot := self._pick(lambda spot: isinstance(spot.home, dict)):
            own = next(key for key, item in spot.home.items() if item is spot.item)
            new = word(self._random)
            items = [(new if key == own else key, item) for key, item in spot.home.items()]
            spot.home.clear()
            spot.home.update(items)
            spot.item["formerly"] = [own]
            _refer(self.data, Journey, spot.part.noun, own, new)
            self._say("renamed", spot.part, "id")


def _refer(data: dict[str, Any], part: type[Part], noun: str, own: str, new: str) -> None:
    """Let every reference to an entry name its new id."""
    for ref in anatomy(part).referring:
        if ref.to == noun and ref.key in data:
            value = data[ref.key]
            data[ref.key] = (
                [new if one == own else one for one in value]
                if isinstance(value, list)
                else new
                if value == own
                else value
            )
    for held in anatomy(part).holding:
        inner = data.get(held.key)
        for one in inner.values() if held.keyed and inner else inner if isinstance(inner, list) else [inner]:
            if isinstance(one, dict):
                _refer(one, held.part, noun, own, new)
