"""The strip of a comparison: each figure of both maps, and what its change means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeykit.diff.compare import Diff
from journeykit.diff.summary import Summary, summary
from journeykit.model.derive import Facts
from journeykit.render.language import say, say_many
from journeykit.render.views import words
from journeykit.render.views.changes.beside import Beside


@dataclass(frozen=True)
class Figure:
    """A figure in both maps (`old` empty where there is but one), and a remark; `tone` is up, dn or empty."""

    name: str
    old: str
    new: str
    remark: str = ""
    tone: str = ""
    unit: str = ""


def figures(diff: Diff, beside: Beside) -> tuple[Figure, ...]:
    """The figures of both maps; what neither says anything about is left out."""
    told = summary(diff)
    return tuple(figure for figure in _all(diff, told, beside) if figure)


def _all(diff: Diff, told: Summary, beside: Beside) -> Iterator[Figure | None]:
    yield _feeling(diff, told)
    yield _questions(diff, told)
    if any(told.open_gaps) or beside.gaps:
        # Not by their number: a gap that was taken off the map or accepted is none the better for it.
        worse, better = (sum(gap.tone == tone for gap in beside.gaps) for tone in ("dn", "up"))
        yield Figure(say("Open gaps"), *_plain(told.open_gaps), words.commas(beside.gap_counts), _tone(worse, better))
    if diff.old.promises or diff.new.promises:
        named = _misaligned(diff.new) - _misaligned(diff.old) or _misaligned(diff.old) - _misaligned(diff.new)
        remark = _named(sorted(named))
        yield Figure(say("Channels misaligned"), *_plain(told.misaligned), remark, _tone(*told.misaligned, less=True))
    if any(told.truths):
        yield Figure(say("Moments of truth"), *_plain(told.truths), _marked(diff) or _same(*told.truths))
    yield _metrics(beside)
    yield _evidence(told)


def _named(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    if not names:
        return ""
    first = f"“{words.short(names[0], 30)}”"
    return say("{name} and {number} more", name=first, number=len(names) - 1) if len(names) > 1 else first


def _marked(diff: Diff) -> str:
    """The actions that are a moment of truth now and were none."""
    changes = (one for one in diff.changes if one.field == "moment_of_truth" and one.new and not one.old)
    return _named([change.place.element.text for change in changes])


def _plain(pair: tuple[int, int]) -> tuple[str, str]:
    old, new = pair
    return words.plain(old), words.plain(new)


def _same(old: float, new: float) -> str:
    return say("as before") if old == new else ""


def _tone(old: float, new: float, less: bool = False) -> str:
    if old == new:
        return ""
    return "up" if (new > old) != less else "dn"


def _feeling(diff: Diff, told: Summary) -> Figure | None:
    old, new = told.mean_emotion
    if new is None or old is None:
        only = new if old is None else old
        if only is None:
            return None
        shown = words.signed(only)
        return Figure(say("Average feeling"), shown if new is None else "–", shown if new is not None else "–")
    if any(one.field == "primary" and one.derived for one in diff.changes):
        # The averages of two personas are not better or worse than one another.
        return Figure(say("Average feeling"), words.signed(old), words.signed(new))
    # What is shown as the same is the same.
    by = round(round(new, 1) - round(old, 1), 1)
    remark = say("{number} better", number=words.plain(by, 1)) if by > 0 else ""
    remark = say("{number} worse", number=words.plain(-by, 1)) if by < 0 else remark
    return Figure(
        say("Average feeling"), words.signed(old), words.signed(new), remark or say("as before"), _tone(0, by)
    )


def _questions(diff: Diff, told: Summary) -> Figure | None:
    if not any(told.questions):
        return None
    states = [one for one in diff.changes if one.type == "question" and one.field == "state"]
    gained = sum(one.new == "answered" for one in states)
    lost = sum(one.old == "answered" for one in states)
    remarks = [
        say_many("{number} newly answered", "{number} newly answered", gained) if gained else "",
        say_many("{number} lost its answer", "{number} lost their answer", lost) if lost else "",
    ]
    before, after = (
        say("{count} of {all}", count=words.plain(count), all=words.plain(every))
        for count, every in zip(told.questions_answered, told.questions, strict=True)
    )
    tone = _tone(lost, gained)
    return Figure(say("Questions answered"), before, after, words.commas(filter(None, remarks)), tone)


def _misaligned(facts: Facts) -> set[str]:
    return {facts.journey.promises[key].name for key, parity in facts.promises.items() if parity.is_misaligned}


def _metrics(beside: Beside) -> Figure | None:
    moved = [metric for metric in beside.metrics if metric.old]
    if not moved:
        return None
    better, worse = (sum(metric.tone == tone for metric in moved) for tone in ("up", "dn"))
    remark = say_many("{number} moved away", "{number} moved away", worse) if worse else ""
    shown = say("{count} of {all}", count=better, all=len(moved))
    return Figure(say("Metrics"), "", shown, remark, "dn" if worse else "", say("moved to target"))


def _evidence(told: Summary) -> Figure | None:
    old, new = told.evidence
    if new is None and old is None:
        return None
    before, after = (words.percent(share) if share is not None else "–" for share in (old, new))
    if old is None or new is None:
        return Figure(say("Backed by evidence"), before, after)
    by = round(new * 100) - round(old * 100)
    remark = say_many("{number} point", "{number} points", abs(by)) if by else say("as before")
    return Figure(say("Backed by evidence"), before, after, remark, _tone(0, by))
