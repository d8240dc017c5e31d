"""The table of changes: stage by stage, element by element, each change a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.diff.told import worth_telling
from journeykit.model.elements import Question, Quote, Thought
from journeykit.model.identity import Place
from journeykit.render.language import noted, say, say_many
from journeykit.render.views import words
from journeykit.render.views.changes.values import field_name, noun, sides

_KINDS = {
    "added": noted("Added"), "removed": noted("Removed"), "changed": noted("Changed"), "moved": noted("Moved"),
    "renamed": noted("Renamed"),
}  # fmt: skip
_TONES = {"better": "up", "worse": "dn"}
#: What is told in a row of its own; of an element that has more, the rest stands in one line.
_MAIN = (
    None, "id", "order", "state", "emotion", "severity", "quality", "now", "parity", "broken_by", "low",
    "moment_of_truth", "wrong_place", "share", "likelihood", "harm",
)  # fmt: skip


@dataclass(frozen=True)
class Detail:
    """A change of a field that is told in a line with others; `tone` as in a row."""

    field: str
    old: str
    new: str
    tone: str


@dataclass(frozen=True)
class Row:
    """A change, or several small ones of an element (`details`).

    `leads` where it is the first of its element; `status` and `was` are the state of a question, if any. `tone` is up,
    dn or empty; `said` whether what changed are the customer's own words; `star` marks a moment of truth.
    """

    kind: str
    word: str
    type: str
    text: str
    field: str
    old: str
    new: str
    tone: str
    leads: bool
    said: bool = False
    probable: bool = False
    was: str = ""
    status: str = ""
    star: bool = False
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The changes of a stage, or of the map itself (`number` and `name` None)."""

    number: int | None
    name: str | None
    gone: bool
    rows: tuple[Row, ...]


def rows(diff: Diff) -> tuple[Rows, ...]:
    """The changes worth telling: those of the whole map, then of each stage in the order they are told in."""
    home = _Homes(diff)
    found: dict[str, list[Change]] = {}
    places: dict[str, Place] = {}
    for change in worth_telling(diff):
        stage = home.of(change)
        key = stage.address if stage else ""
        if stage:
            places.setdefault(key, stage)
        found.setdefault(key, []).append(change)
    numbers = {diff.new.address(stage): at for at, stage in enumerate(diff.new.journey.stages, 1)}
    order = {key: at for at, key in enumerate(found)}
    return tuple(
        Rows(
            numbers.get(key),
            places[key].element.text if key else None,
            key != "" and key not in numbers,
            tuple(_rows(diff, found[key])),
        )
        for key in sorted(found, key=lambda key: (key != "", numbers.get(key, 0) if key in numbers else order[key]))
    )


def counted(diff: Diff) -> str:
    """How many changes of each kind are worth telling."""
    kinds = Counter(change.kind for change in worth_telling(diff))
    told = [
        say_many("{number} added", "{number} added", kinds["added"]) if kinds["added"] else "",
        say_many("{number} removed", "{number} removed", kinds["removed"]) if kinds["removed"] else "",
        say_many("{number} changed", "{number} changed", kinds["changed"]) if kinds["changed"] else "",
        say_many("{number} moved", "{number} moved", kinds["moved"]) if kinds["moved"] else "",
        say_many("{number} renamed", "{number} renamed", kinds["renamed"]) if kinds["renamed"] else "",
    ]
    return words.commas(filter(None, told))


class _Homes:
    """The stage in which each change is told: its own; of a touchpoint the one stage that uses it."""

    def __init__(self, diff: Diff) -> None:
        self._uses: dict[str, set[str]] = {}
        self._stages: dict[str, Place] = {}
        for stage in diff.new.journey.stages:
            place = diff.new.outline.of(stage)
            self._stages[place.address] = place
            used = {action.touchpoint for action in stage.actions if action.touchpoint} | set(stage.touchpoints)
            for key in used:
                self._uses.setdefault(f"touchpoints/{key}", set()).add(place.address)

    def of(self, change: Change) -> Place | None:
        uses = self._uses.get(change.element, set()) if change.after else set()
        if len(uses) == 1:
            return self._stages[next(iter(uses))]
        at: Place | None = change.place
        while at is not None and at.parent is not None and at.parent.address:
            at = at.parent
        return at if at is not None and at.field == "stages" else None


def _rows(diff: Diff, changes: list[Change]) -> Iterator[Row]:
    # Changes of one element stand together, in the order of its first.
    first = {change.element: at for at, change in reversed(list(enumerate(changes)))}
    changes.sort(key=lambda change: first[change.element])
    for _, found in groupby(changes, key=lambda change: change.element):
        same = list(found)
        if same[0].type in ("stage", "map"):
            yield from (_row(diff, change, True) for change in same)
            continue
        main = sorted((change for change in same if _is_main(change)), key=_weight) or same[:1]
        rest = [change for change in same if change not in main]
        yield from (_row(diff, change, at == 0) for at, change in enumerate([*main, *(rest if len(rest) == 1 else ())]))
        if len(rest) > 1:
            yield replace(
                _row(diff, rest[0], False), field="", old="", new="", tone="", details=tuple(_details(diff, rest))
            )


def _is_main(change: Change) -> bool:
    return change.kind != "changed" or change.field in _MAIN or change.field == change.place.element.short


def _weight(change: Change) -> int:
    """What is told first of an element: that it moved or is called otherwise, its state, how it feels."""
    return _MAIN.index(change.field) if change.kind == "changed" and change.field in _MAIN else 0


def _details(diff: Diff, changes: list[Change]) -> Iterator[Detail]:
    for change in changes:
        old, new = sides(change, diff.old, diff.new)
        yield Detail(field_name(change), old, new, _TONES.get(change.effect, ""))


def _row(diff: Diff, change: Change, leads: bool) -> Row:
    element = change.place.element
    old, new = sides(change, diff.old, diff.new)
    is_question = isinstance(element, Question)
    was = status = ""
    if is_question and change.field == "state":
        was, status = change.old, change.new
    elif is_question and change.kind == "added":
        status = diff.new.questions[change.element].state
    elif is_question and change.kind == "removed" and change.before is not None:
        was = diff.old.questions[change.before.address].state
    stage_itself = change.type in ("stage", "map") and change.kind == "changed"
    field = field_name(change)
    return Row(
        change.kind,
        say(_KINDS[change.kind]),
        words.capital(field) if stage_itself else noun(change),
        "" if stage_itself else element.text,
        # A row of its own needs a name for what changed; the first of an element says so by its kind.
        "" if stage_itself else field or ("" if leads else say("place")),
        old,
        new,
        _TONES.get(change.effect, ""),
        leads or stage_itself,
        isinstance(element, Question | Quote | Thought),
        not change.sure,
        was,
        status,
        change.field == "moment_of_truth" and bool(change.new),
    )
