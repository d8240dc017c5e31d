"""What changed between two revisions, as a page shows it: one map, or all maps of a repository."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeykit.diff.compare import Diff
from journeykit.diff.headline import Piece, headline
from journeykit.diff.revision import MapDiff
from journeykit.diff.summary import summary
from journeykit.model.document import Document
from journeykit.model.elements import Journey
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.changes.beside import Beside, beside
from journeykit.render.views.changes.curves import Walk, walks
from journeykit.render.views.changes.figures import Figure, figures
from journeykit.render.views.changes.grid import Column, Grid, Group
from journeykit.render.views.changes.rows import Rows, counted, rows

__all__ = ["Changes", "Chart", "Column", "Group", "MapChanges", "Sheet", "Side", "Walk", "changes", "chart", "sheet"]

#: As many units as one A3 sheet takes at the page's print size.
SHEET_UNITS = 22


@dataclass(frozen=True)
class Side:
    """One of the two revisions: what it is called, and when it was reviewed."""

    name: str
    source: str
    reviewed: str


@dataclass(frozen=True)
class Sheet:
    """The groups that stand side by side: all of them on the screen, as many as fit on paper. Places in units."""

    start: int
    width: int
    groups: tuple[Group, ...]

    def at(self, x: float) -> str:
        """A place in per cent of the width."""
        return f"{(x - self.start) / self.width * 100:.3f}".rstrip("0").rstrip(".")

    def holds(self, x: float) -> bool:
        """Whether a place across lies on it."""
        return self.start <= x < self.start + self.width


@dataclass(frozen=True)
class Chart:
    """Both curves over the columns of both maps. `sheets` are for paper where one is not enough."""

    whole: Sheet
    sheets: tuple[Sheet, ...]
    walks: tuple[Walk, ...]


@dataclass(frozen=True)
class MapChanges:
    """One map. `empty` is the one sentence where there is nothing to compare; `parts` is the rest.

    `better` and `worse` count changes for the customer.
    """

    number: int
    title: str
    size: str
    lang: str
    file: str
    old: Side | None
    new: Side | None
    question: str
    notes: tuple[str, ...]
    empty: str
    headline: tuple[Piece, ...] = ()
    figures: tuple[Figure, ...] = ()
    chart: Chart | None = None
    counted: str = ""
    groups: tuple[Rows, ...] = ()
    beside: Beside | None = None
    better: int = 0
    worse: int = 0

    @property
    def command(self) -> str:
        """The command that compares these two."""
        names = (side.source for side in (self.old, self.new) if side)
        return f"journey diff {' '.join(map(_quoted, names))}"


@dataclass(frozen=True)
class Changes:
    """The page. `several` where it is about a repository: an index comes first."""

    several: bool
    title: str
    kicker: str
    maps: tuple[MapChanges, ...]
    counts: str


def changes(maps: Sequence[MapDiff], one_map: bool) -> Changes:
    """The page of one map or of several."""
    told = tuple(_map(number, one) for number, one in enumerate(maps, 1))
    several = not one_map or len(told) != 1
    if not several:
        return Changes(False, f"{told[0].question} · {told[0].title}", say("Comparison"), told, "")
    number = say_many("{number} map changed", "{number} maps changed", len(told)) if told else say("No map has changed")
    return Changes(True, number, say("Comparison"), told, _counts(told))


def _counts(told: Iterable[MapChanges]) -> str:
    maps = list(told)
    new, gone = sum(one.old is None for one in maps), sum(one.new is None for one in maps)
    better, worse = sum(one.better for one in maps), sum(one.worse for one in maps)
    said = [
        say_many("{number} map is new", "{number} maps are new", new) if new else "",
        say_many("{number} map is gone", "{number} maps are gone", gone) if gone else "",
        say_many("{number} change for the better", "{number} changes for the better", better) if better else "",
        say_many("{number} change for the worse", "{number} changes for the worse", worse) if worse else "",
    ]
    return words.commas(filter(None, said))


def _map(number: int, one: MapDiff) -> MapChanges:
    document = one.new or one.old
    assert document is not None
    journey = document.journey
    old, new = _sides(one)
    title = journey.title if journey else document.source.name
    base = MapChanges(
        number,
        title,
        "xl" if len(title) <= 60 else "l" if len(title) <= 120 else "m",
        words.language(journey.lang) if journey else "",
        document.source.name,
        old,
        new,
        _question(one),
        one.notes,
        _empty(one),
    )
    return base if base.empty or one.diff is None else _filled(base, one.diff)


def _filled(base: MapChanges, diff: Diff) -> MapChanges:
    side, effects = beside(diff), summary(diff).effects
    return replace(
        base,
        headline=headline(diff),
        figures=figures(diff, side),
        chart=chart(diff),
        counted=counted(diff),
        groups=rows(diff),
        beside=side,
        better=effects["better"],
        worse=effects["worse"],
    )


def chart(diff: Diff) -> Chart:
    """Both curves over the columns of both maps."""
    groups = Grid(diff).groups()
    return Chart(sheet(groups), _sheets(groups), walks(diff, groups))


def sheet(groups: Sequence[Group]) -> Sheet:
    """These groups side by side."""
    width = sum(group.width for group in groups)
    return Sheet(groups[0].start if groups else 0, width, tuple(groups))


def _sheets(groups: Sequence[Group]) -> tuple[Sheet, ...]:
    """The groups cut between stages, so that each sheet holds at most as many units as paper takes, if it can."""
    found: list[list[Group]] = [[]]
    for group in groups:
        if found[-1] and sum(one.width for one in found[-1]) + group.width > SHEET_UNITS:
            found.append([])
        found[-1].append(group)
    return tuple(sheet(some) for some in found if some)


def _empty(one: MapDiff) -> str:
    if one.old is None:
        return say("This map is new.")
    if one.new is None:
        return say("This map is gone.")
    if one.diff is None:
        return say("These two cannot be compared.")
    if not one.diff.changes:
        return say("Only the layout changed.") if one.is_layout_alone else say("Nothing changed.")
    return ""


def _sides(one: MapDiff) -> tuple[Side | None, Side | None]:
    """The two revisions, called by what tells them apart: their revisions, else where they come from."""
    names = [_revision(side) for side in (one.old, one.new)]
    if names[0] == names[1] or not all(names):
        names = [_source(side) for side in (one.old, one.new)]
    if names[0] == names[1]:
        names = [say("Before"), say("Now")]
    sides = [
        Side(name, side.source.name, _reviewed(side.journey)) if side else None
        for name, side in zip(names, (one.old, one.new), strict=True)
    ]
    return sides[0], sides[1]


def _revision(side: Document | None) -> str:
    return side.journey.revision or "" if side and side.journey else ""


def _source(side: Document | None) -> str:
    """The revision of `REV:path`, else the path."""
    name = side.source.name if side else ""
    before, colon, _ = name.partition(":")
    return before if colon and len(before) > 1 else name


def _reviewed(journey: Journey | None) -> str:
    return say("reviewed {day}", day=words.day(journey.reviewed)) if journey and journey.reviewed else ""


def _question(one: MapDiff) -> str:
    """What the page answers: what changed, and in how long, where both maps say when they were reviewed."""
    journeys = [side.journey if side else None for side in (one.old, one.new)]
    days = [journey.reviewed.first if journey and journey.reviewed else None for journey in journeys]
    if days[0] is None or days[1] is None or (days[1] - days[0]).days < 1:
        return say("What changed")
    passed = (days[1] - days[0]).days
    if 330 <= passed <= 400:
        return say("What changed in a year")
    return say("What changed in {time}", time=_time(passed))


def _time(days: int) -> str:
    """A length of time in whole days, months or years."""
    if days < 60:
        return words.days(days)
    if days < 730:
        return say_many("{number} month", "{number} months", round(days / 30.4375))
    return say_many("{number} year", "{number} years", round(days / 365.25))


def _quoted(name: str) -> str:
    """A name as a shell takes it."""
    from shlex import quote

    return quote(name)
