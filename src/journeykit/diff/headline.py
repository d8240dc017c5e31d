"""What an executive should know: the comparison in a few sentences, built from the facts and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.diff.change import Change, Effect
from journeykit.diff.compare import Diff
from journeykit.diff.summary import Summary, summary
from journeykit.diff.told import worth_telling
from journeykit.diff.wording import shown
from journeykit.model.derive import Facts
from journeykit.model.derive.gaps import is_open_gap
from journeykit.model.elements import Metric

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
#: A mean that moved by less is called the same.
_FELT = 0.05


@dataclass(frozen=True)
class Piece:
    """A stretch of the text, and whether it is good or bad news."""

    text: str
    effect: Effect = "neutral"


def headline(diff: Diff) -> tuple[Piece, ...]:
    """The comparison in sentences; their texts joined make the paragraph."""
    if not diff.changes:
        return (Piece("Nothing changed."),)
    figures = summary(diff)
    sentences = [part for part in (_feeling(diff, figures), _work(diff), _fall(diff), _metrics(diff)) if part]
    sentences.append([Piece(_balance(diff, figures, bool(sentences)))])
    pieces: list[Piece] = []
    for sentence in sentences:
        pieces += ([Piece(" ")] if pieces else []) + sentence
    return tuple(pieces)


def _feeling(diff: Diff, figures: Summary) -> list[Piece]:
    old, new = figures.mean_emotion
    if old is None or new is None:
        return []
    if whose := [one for one in diff.changes if one.field == "primary" and one.derived]:
        was, now = (_person(facts, key) for facts, key in ((diff.old, diff.old.primary), (diff.new, whose[0].new)))
        return [Piece(f"The average feeling was that of {was} and is that of {now} now.")]
    by = new - old
    if abs(by) < _FELT:
        return [Piece("On average the journey feels as it did.")] if figures.effects["better"] else []
    felt = any(one.field == "emotion" and one.effect != "neutral" for one in diff.told)
    if not felt and any(one.kind in ("added", "removed") and one.type in ("action", "stage") for one in diff.told):
        return [
            Piece(
                f"By what came and went, the average feeling is {_signed(round(new, 1))}, not {_signed(round(old, 1))}."
            )
        ]
    way: Effect = "better" if by > 0 else "worse"
    return [Piece("The journey feels "), Piece(f"{_points(abs(by))} {way}", way), Piece(" on average.")]


def _person(facts: Facts, key: str) -> str:
    persona = facts.journey.personas.get(key)
    return persona.name if persona else "customers"


def _points(by: float) -> str:
    if abs(by - 0.5) < _FELT:
        return "half a point"
    if abs(by - 1) < _FELT:
        return "a whole point"
    return f"{shown(round(by, 1))} points"


def _work(diff: Diff) -> list[Piece]:
    """Questions answered and reopened, and what became of gaps."""
    told: list[Piece] = []
    states = [one for one in diff.changes if one.type == "question" and one.field == "state"]
    answered = sum(one.new == "answered" for one in states)
    lost = sum(one.old == "answered" for one in states)
    if answered:
        told.append(Piece(f"{_count(answered, 'question')} got an answer", "better"))
    if lost:
        told.append(Piece(f"{_count(lost, 'question')} lost {'its' if lost == 1 else 'their'} answer", "worse"))
    told += _gaps(diff)
    if not told:
        return []
    first = told[0]
    pieces = [Piece(first.text[:1].upper() + first.text[1:], first.effect)]
    for at, piece in enumerate(told[1:], 1):
        pieces += [Piece(" and " if at == len(told) - 1 else ", "), piece]
    return [*pieces, Piece(".")]


def _gaps(diff: Diff) -> list[Piece]:
    """Gaps and pains closed and opened again; those that came to the map or left it open are neither good nor bad."""
    states = [one for one in diff.changes if one.type in ("gap", "pain") and one.field == "state"]
    closed = sum(one.new == "closed" for one in states)
    again = sum(one.old == "closed" and one.new in ("open", "planned") for one in states)
    came, gone = (
        sum(is_open_gap(place.element) for place in places) for places in (diff.matching.added, diff.matching.removed)
    )
    fates: list[tuple[int, str, Effect]] = [
        (closed, "closed", "better"),
        (again, "opened again", "worse"),
        (came, "is new on the map" if came == 1 else "are new on the map", "neutral"),
        (gone, f"{'was' if gone == 1 else 'were'} taken off the map without being closed", "neutral"),
    ]
    found: list[Piece] = []
    for number, fate, effect in fates:
        if number:
            counted = _number(number) if found else _count(number, "gap")
            found.append(Piece(f"{counted} {fate}", effect))
    return found


def _fall(diff: Diff) -> list[Piece]:
    """The feeling that fell the most."""
    falls = [one for one in diff.told if one.field == "emotion" and one.effect == "worse"]
    if not falls:
        return []
    worst = max(falls, key=lambda one: _score(one.old) - _score(one.new))
    assert worst.after is not None
    stage = worst.after
    while stage.parent is not None and stage.parent.address:
        stage = stage.parent
    where = f" in {stage.element.text}" if stage is not worst.after else ""
    lead = f"The fall is{where}" if len(falls) == 1 else f"The deepest fall is{where}"
    move = f"from {_signed(_score(worst.old))} to {_signed(_score(worst.new))}"
    return [Piece(f"{lead}: “{worst.after.element.text}” went "), Piece(move, "worse"), Piece(".")]


def _metrics(diff: Diff) -> list[Piece]:
    """The metric that moved away the furthest, as a share of what it was."""
    away = [one for one in diff.told if one.type == "metric" and one.field == "now" and one.effect == "worse"]
    if not away:
        return []
    worst = max(away, key=_moved)
    metric = worst.place.element
    assert isinstance(metric, Metric)
    unit = "" if not metric.unit else "%" if metric.unit == "%" else f" {metric.unit}"
    word = "up" if worst.new > worst.old else "down"
    said = f"“{metric.name}” is at {shown(worst.new)}{unit}, {word} from {shown(worst.old)}{unit}"
    return [Piece(said, "worse"), Piece(".")]


def _moved(change: Change) -> float:
    return abs(change.new - change.old) / (abs(change.old) or 1)


def _balance(diff: Diff, figures: Summary, is_last: bool) -> str:
    """How much is better and how much worse, so that nothing told before is taken for the whole."""
    better, worse = figures.effects["better"], figures.effects["worse"]
    lead = "In all, " if is_last else ""
    if not better and not worse:
        if not any(worth_telling(diff)):
            return "Nothing changed but what the map says of this revision itself."
        all_told = len(diff.told)
        none = "is" if all_told == 1 else "are"
        told = f"{lead}{_count(all_told, 'change')} {none} neither better nor worse for customers by what the map says."
    else:
        first = f"{_count(better, 'change')} {'is' if better == 1 else 'are'}" if better else "no change is"
        told = f"{lead}{first} for the better and {_number(worse) if worse else 'none'} for the worse."
    return told[:1].upper() + told[1:]


def _count(number: int, noun: str) -> str:
    return f"{_number(number)} {noun if number == 1 else noun + 's'}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"


def _score(value: object) -> float:
    score = value.get("score") if isinstance(value, dict) else value
    return float(score) if isinstance(score, int | float) else 0.0


def _signed(score: float) -> str:
    return f"{'+' if score > 0 else ''}{shown(score)}"
