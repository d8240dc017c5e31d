"""What stands beside the table of changes: questions, gaps, metrics and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from journeykit.diff.change import Change
from journeykit.diff.compare import Diff
from journeykit.diff.match import Pair
from journeykit.model.derive import is_on_target
from journeykit.model.elements import Evidence, Gap, Metric, Pain, Question
from journeykit.model.identity import Place
from journeykit.render.language import noted, say, say_many
from journeykit.render.views import words
from journeykit.render.views.poster.metrics import amount, scale

#: So many questions that are open as before are named; the rest is counted.
_MOST_OPEN = 6
_BARS = {"low": 1, "medium": 2, "high": 3, "critical": 4}
_OPEN = ("open", "planned")
_FATES = {
    "opened": noted("Opened"), "graver": noted("Graver"), "eased": noted("Eased"), "planned": noted("To be closed"),
    "accepted": noted("Accepted"), "closed": noted("Closed"), "gone": noted("Left the map, not closed"),
}  # fmt: skip
_TONES = {"opened": "dn", "graver": "dn", "eased": "up", "planned": "up", "closed": "up"}


@dataclass(frozen=True)
class Asked:
    """A question, its state in the new map, and what answers it or since when it is open."""

    text: str
    state: str
    note: str
    tone: str = ""
    ours: bool = False


@dataclass(frozen=True)
class Lack:
    """A gap or pain that changed: what became of it, its severity as bars (0 for none), and details."""

    fate: str
    tone: str
    text: str
    bars: int
    details: tuple[str, ...]


@dataclass(frozen=True)
class Meter:
    """A metric that moved: its values, and their places and the target's on a line, in per cent.

    `target_at` is where the target's label stands, so that it stays on the line.
    """

    name: str
    old: str
    new: str
    target: str
    tone: str
    word: str
    said: str
    old_at: float | None
    new_at: float | None
    target_at: float | None


@dataclass(frozen=True)
class Source:
    """A piece of evidence that came, changed or went (`kind`)."""

    kind: str
    name: str
    details: str


@dataclass(frozen=True)
class Beside:
    """The side of the page; `still` tells how many questions are open, of which the list names the first."""

    answered: int
    open: int
    unnamed: int
    asked: tuple[Asked, ...]
    gap_counts: tuple[str, ...]
    gaps: tuple[Lack, ...]
    metrics: tuple[Meter, ...]
    sources: tuple[Source, ...]


def beside(diff: Diff) -> Beside:
    """Questions, gaps, metrics and evidence of a comparison."""
    answered = [_answered(diff, place) for place in _newly(diff)]
    still = list(_open(diff))
    gaps = sorted(_gaps(diff), key=lambda item: list(_FATES).index(item[0]))
    counts = Counter(fate for fate, _ in gaps)
    quiet = sum(not asked.tone for asked in still)
    shown = [asked for asked in still if asked.tone] + [asked for asked in still if not asked.tone][:_MOST_OPEN]
    return Beside(
        len(answered),
        len(still),
        max(0, quiet - _MOST_OPEN),
        (*answered, *shown),
        tuple(_count(fate, count) for fate, count in counts.items()),
        tuple(lack for _, lack in gaps),
        tuple(_metrics(diff)),
        tuple(_sources(diff)),
    )


def _newly(diff: Diff) -> Iterator[Place]:
    """The questions that have an answer they did not have, or that were asked anew with one."""
    for change in diff.changes:
        if change.after is None or not isinstance(change.after.element, Question):
            continue
        if change.field == "state" and change.new == "answered":
            yield change.after


def _answered(diff: Diff, place: Place) -> Asked:
    question, journey = place.element, diff.new.journey
    assert isinstance(question, Question)
    if question.answer:
        return Asked(question.question, "answered", question.answer)
    live = [journey.help[key] for key in question.help if key in journey.help and diff.new.is_live(journey.help[key])]
    note = words.joined(help_.name for help_ in live)
    channels = dict.fromkeys(key for help_ in live for key in help_.channels if key in journey.channels)
    if channels:
        where = words.joined(journey.channels[key].name for key in channels)
        note = say("{help}, at {channels}", help=note, channels=where)
    return Asked(question.question, "answered", note)


def _open(diff: Diff) -> Iterator[Asked]:
    """The questions of the new map without an answer: those that lost it, those that are new, then the others."""
    for state in sorted(diff.new.asked, key=lambda one: one.state != "open"):
        if state.state == "answered":
            continue
        pair = diff.matching.by_new.get(diff.new.address(state.question))
        planned = state.state == "planned"
        if pair is None:
            note, tone = (say("New, help planned"), "") if planned else (say("New, no help yet"), "dn")
            yield Asked(state.question.question, state.state, note, tone, True)
        elif diff.old.questions[pair.old.address].state == "answered":
            yield Asked(state.question.question, state.state, say("Was answered before"), "dn", True)
        else:
            note = say("Not answered yet, help planned") if planned else say("Open as before")
            if not planned and diff.old.questions[pair.old.address].state == "planned":
                note, tone = say("Help was planned, and is no longer"), "dn"
                yield Asked(state.question.question, state.state, note, tone, True)
            else:
                yield Asked(state.question.question, state.state, note, "", True)


def _count(fate: str, count: int) -> str:
    match fate:
        case "opened":
            return say_many("{number} opened", "{number} opened", count)
        case "closed":
            return say_many("{number} closed", "{number} closed", count)
        case "eased":
            return say_many("{number} eased", "{number} eased", count)
        case "graver":
            return say_many("{number} graver", "{number} graver", count)
        case "planned":
            return say_many("{number} to be closed", "{number} to be closed", count)
        case "accepted":
            return say_many("{number} accepted", "{number} accepted", count)
    return say_many("{number} left the map", "{number} left the map", count)


def _gaps(diff: Diff) -> Iterator[tuple[str, Lack]]:
    for pair in diff.matching.pairs:
        if isinstance(pair.new.element, Gap | Pain) and (found := _changed(pair)):
            yield found
    for place in diff.matching.added:
        if isinstance(place.element, Gap | Pain) and place.element.state in _OPEN:
            yield "opened", _lack("opened", place.element, _severity(place.element), place)
    for place in diff.matching.removed:
        if isinstance(place.element, Gap | Pain) and place.element.state in _OPEN:
            yield "gone", replace(_lack("gone", place.element, _was(place.element), place), bars=0)


def _changed(pair: Pair) -> tuple[str, Lack] | None:
    old, new = pair.old.element, pair.new.element
    assert isinstance(old, Gap | Pain) and isinstance(new, Gap | Pain)
    was, now = _BARS.get(old.severity or "", 0), _BARS.get(new.severity or "", 0)
    if old.state != new.state:
        reopened = new.state == "open" or (new.state == "planned" and old.state not in _OPEN)
        fate = "opened" if reopened else new.state
        lack = _lack(fate, new, _was(old) if new.state == "closed" else _severity(new), pair.new)
        return fate, replace(lack, bars=0) if new.state == "closed" else lack
    if was and now and was != now and new.state in _OPEN:
        fate = "graver" if now > was else "eased"
        change = say("{old} → {new}", old=words.human(old.severity or ""), new=words.human(new.severity or ""))
        return fate, _lack(fate, new, words.capital(change), pair.new)
    return None


def _lack(fate: str, element: Gap | Pain, detail: str, place: Place) -> Lack:
    received = element.received if isinstance(element, Gap) else element.because
    stage = _stage(place)
    details = [
        detail,
        "" if fate in ("closed", "gone") else received or "",
        stage if fate in ("closed", "gone") else "",
    ]
    bars = _BARS.get(element.severity or "", 0)
    return Lack(say(_FATES[fate]), _TONES.get(fate, ""), element.text, bars, tuple(filter(None, details)))


def _severity(element: Gap | Pain) -> str:
    return words.capital(words.human(element.severity)) if element.severity else ""


def _was(element: Gap | Pain) -> str:
    return say("Was {severity}", severity=words.human(element.severity)) if element.severity else ""


def _stage(place: Place) -> str:
    at = place
    while at.parent is not None and at.parent.address:
        at = at.parent
    return at.element.text


def _metrics(diff: Diff) -> Iterator[Meter]:
    """The metrics that were measured anew."""
    effects = {one.element: one for one in diff.changes if one.type == "metric" and one.field == "now"}
    for address, change in effects.items():
        assert change.after is not None and change.before is not None
        old, new = change.before.element, change.after.element
        assert isinstance(old, Metric) and isinstance(new, Metric)
        if new.now is not None and (old.unit == new.unit or old.now is None):
            yield _meter(diff.matching.by_new[address].new.element.text, old, new, change)


def _meter(name: str, old: Metric, new: Metric, change: Change) -> Meter:
    low, high = scale(new.model_copy(update={"was": old.now}))
    places = [None if value is None else round((value - low) / (high - low) * 100, 1)
              for value in (old.now, new.now, new.target)]  # fmt: skip
    tone = {"better": "up", "worse": "dn"}.get(change.effect, "")
    reached = bool(is_on_target(new))
    word = {"up": say("better"), "dn": say("worse")}.get(tone, "")
    if reached:
        word = say("on target")
    was = amount(old.now, new.unit) if old.now is not None else ""
    now, target = amount(new.now or 0, new.unit), amount(new.target, new.unit) if new.target is not None else ""
    said = [say("was {amount}", amount=was) if was else "", say("now {amount}", amount=now),
            say("target {amount}", amount=target) if target else ""]  # fmt: skip
    return Meter(name, was, now, target, tone, word, words.commas(filter(None, said)), *places)


def _sources(diff: Diff) -> Iterator[Source]:
    """The evidence that came, was gathered anew, or went."""
    for place in diff.matching.added:
        if isinstance(place.element, Evidence):
            yield Source("added", place.element.text, _sample(place.element))
    for pair in diff.matching.pairs:
        old, new = pair.old.element, pair.new.element
        if not isinstance(old, Evidence) or not isinstance(new, Evidence):
            continue
        if (old.sample, old.date) != (new.sample, new.date):
            yield Source("changed", new.text, _sample(new, old))
    for place in diff.matching.removed:
        if isinstance(place.element, Evidence):
            yield Source("removed", place.element.text, say("No longer cited"))


def _sample(new: Evidence, old: Evidence | None = None) -> str:
    said = []
    if new.sample is not None:
        number = words.plain(new.sample)
        if old and old.sample is not None and old.sample != new.sample:
            said.append(say("Sample of {old} → {new}", old=words.plain(old.sample), new=number))
        else:
            said.append(say("Sample of {number}", number=number))
    if new.date is not None:
        said.append(words.day(new.date))
    return words.commas(said)
