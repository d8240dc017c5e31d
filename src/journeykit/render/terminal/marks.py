"""Signs, figures and dates as a terminal shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeykit.model.derive import QuestionState
from journeykit.model.elements import Gap, Pain
from journeykit.model.values import CalendarDate
from journeykit.render.terminal.styled import Run, Style

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs of one way to draw. Each stands beside a word or a figure, so none has to be known."""

    ellipsis: str
    point: str
    hollow: str
    star: str
    faces: tuple[str, str, str, str, str]
    answered: str
    planned: str
    open: str
    misplaced: str
    misaligned: str
    gap: str
    arrow: str
    across: str
    down: str
    corners: tuple[str, str, str, str]
    zero: str
    fence: str
    squares: tuple[str, str, str]
    full: str
    rest: str
    bar: str
    empty: str
    origin: str
    target: str
    spark: str
    none: str


#: Corners: from the left down, from the left up, up to the right, down to the right. Faces from −2 to 2.
UNICODE = Marks(
    ellipsis="…", point="●", hollow="○", star="★", faces=("▼▼", "▼", "●", "▲", "▲▲"),
    answered="✓", planned="◐", open="?", misplaced="✗", misaligned="≠", gap="!", arrow="→",
    across="─", down="│", corners=("╮", "╯", "╭", "╰"), zero="┄", fence="┊",
    squares=("■", "◧", "□"), full="█", rest="░", bar="━", empty="┄", origin="├", target="┃", spark="▁▃▅▆█", none="–",
)  # fmt: skip
ASCII = Marks(
    ellipsis="...", point="o", hollow="?", star="*", faces=("--", "-", "o", "+", "++"),
    answered="+", planned="o", open="?", misplaced="x", misaligned="x", gap="!", arrow="->",
    across="-", down="|", corners=("+", "+", "+", "+"), zero=".", fence="|",
    squares=("+", "o", "?"), full="#", rest=".", bar="=", empty=".", origin="|", target="|", spark="_.-'^", none="-",
)  # fmt: skip


def half(score: float) -> float:
    """A score as it is drawn: to the half."""
    return round(score * 2) / 2


def feeling_style(score: float) -> Style:
    """The style of a score from −2 to 2."""
    styles: tuple[Style, ...] = ("n2", "n1", "z", "p1", "p2")
    return styles[_step(score)]


def face(score: float, marks: Marks) -> str:
    """The sign of a score from −2 to 2."""
    return marks.faces[_step(score)]


def spark(score: float, marks: Marks) -> str:
    """A score from −2 to 2 as a bar of one cell."""
    return marks.spark[_step(score)]


def _step(score: float) -> int:
    # Away from 0, so that a half never looks neutral.
    return max(0, min(4, 2 + int(score + (0.5 if score > 0 else -0.5))))


def figure(value: float, unit: str | None = None) -> str:
    """A number with its unit: `7.5%`, `40000 EUR`."""
    text = f"{value:.10g}" if abs(value) >= 1e10 else f"{round(value, 4):.10g}"
    if not unit:
        return text
    return f"{text}%" if unit == "%" else f"{text} {unit}"


def signed(score: float) -> str:
    """A score with its sign: `+1`, `0`, `-1.5`."""
    return f"{round(score, 2):+g}" if round(score, 2) else "0"


def mean(score: float) -> str:
    """A mean score to the tenth: `+0.4`, `0.0`."""
    return f"{score:+.1f}" if round(score, 1) else "0.0"


def rank(score: float | None) -> str:
    """The score of an opportunity, impact by effort, to the tenth and a blank; "" without one."""
    return "" if score is None else f"{score:.1f} "


def percent(share: float) -> str:
    """A share from 0 to 1 in per cent, to a tenth where it needs one."""
    return f"{round(share * 100, 1):g}%"


def day(of: date) -> str:
    """A day in words: `2 Mar 2026`."""
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"


def when(of: CalendarDate) -> str:
    """A day, a month or a year in words, no finer than it was written."""
    if of.first == of.last:
        return day(of.first)
    month = f"{_MONTHS[of.first.month - 1]} " if of.first.month == of.last.month else ""
    return f"{month}{of.first.year}"


def standing(element: Gap | Pain) -> str:
    """How bad a gap or a pain is, and its state where that is not plainly open."""
    return ", ".join(filter(None, (element.severity, element.state if element.state != "open" else None)))


def question_mark(state: QuestionState, marks: Marks) -> Run:
    """The sign of a question's state."""
    if state.wrong_place:
        return Run(marks.misplaced, "bad")
    if state.state == "answered":
        return Run(marks.answered, "good")
    return Run(marks.planned, "dim") if state.state == "planned" else Run(marks.open, "bad")
