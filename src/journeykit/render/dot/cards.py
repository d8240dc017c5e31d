"""The boxes that several diagrams have in common: actions, stage heads, notes."""

from __future__ import annotations

from collections.abc import Iterable

from journeykit.render.dot.drawing import Box, Look, Row, Style, paragraph
from journeykit.render.dot.measure import width_of
from journeykit.render.dot.palette import (
    CARD,
    GOLD,
    GOLD_INK,
    HEAD,
    INK,
    INK2,
    INK3,
    LINE2,
    ON_HEAD,
    ON_HEAD2,
    UNSCORED,
    tone,
)
from journeykit.render.language import say
from journeykit.render.views.steps import Feeling, Step
from journeykit.render.views.words import signed

#: A box without surface and edge: text on the page.
BARE = Look(fill="", border=0, pad=0, pad_y=0, rounded=False)


def felt(feeling: Feeling) -> str:
    """A feeling as mark, score and word: `▼▼ −2 lost`."""
    look = tone(feeling.score)
    said = " ".join(filter(None, (signed(feeling.score) if feeling.score is not None else None, feeling.word)))
    return f"{look.mark} {said}" + (f", {feeling.who}" if feeling.who else "")


def spoken(step: Step) -> str:
    """An action with its feelings in one line, for those who hear the picture."""
    feelings = [felt(feeling) for feeling in step.feelings]
    truth = say("moment of truth") if step.truth is not None else None
    return ". ".join(filter(None, (step.text, *feelings, step.place, *step.notes, truth)))


def step_look(step: Step, pad: int, pad_y: int) -> Look:
    """How the box of an action looks: its feeling's colours, gold for a moment of truth, dashed where optional."""
    look = tone(step.score) if step.feelings else UNSCORED
    truth = step.truth is not None
    border = 3 if truth else 1
    return Look(
        fill=look.fill if step.feelings else CARD,
        line=GOLD if truth else look.line,
        border=border,
        dashed=step.optional,
        pad=pad - border,
        pad_y=pad_y - border,
    )


def feeling_row(feeling: Feeling, width: float, size: float) -> Row:
    """The row of a feeling, in its colour."""
    return paragraph(felt(feeling), width, Style(size, tone(feeling.score).text, bold=feeling.score is not None))


def because_row(because: str, score: float | None, width: float, who: str | None = None) -> Row:
    """Why somebody feels so, in the customer's words."""
    said = say("because {reason}", reason=because)
    said = f"{who}: {said}" if who else said
    return paragraph(said, width, Style(11, tone(score).text, italic=True))


def phrased(parts: Iterable[str], width: float, style: Style) -> str:
    """Short remarks with points between them, each kept whole where it fits into a line."""
    fitting = (
        part.replace(" ", "\u00a0") if width_of(f"{part} ·", style.size, style.bold) <= width else part
        for part in parts
    )
    return "\u00a0· ".join(fitting)


def phrases(parts: Iterable[str], width: float, style: Style, gap: int = 2) -> Row:
    """Short remarks in a row."""
    return paragraph(phrased(parts, width, style), width, style, gap=gap)


def truth_rows(truth: str, width: float, size: float) -> list[Row]:
    """The star of a moment of truth, and its reason where there is one."""
    rows = [paragraph(f"★ {say('Moment of truth')}", width, Style(size, GOLD_INK, bold=True))]
    if truth:
        rows.append(paragraph(truth, width, Style(size, GOLD_INK)))
    return rows


def head(key: str, number: int, name: str, line: str, width: int, size: float = 15, small: float = 11) -> Box:
    """The head of a stage: its number and name, and a line under it."""
    look = Look(HEAD, HEAD, pad=12, pad_y=7)
    inner = width - 2 * (look.pad + look.border)
    rows = [paragraph(f"{number}\u00a0\u00a0{name}" if name else str(number), inner, Style(size, ON_HEAD, bold=True))]
    if line:
        rows.append(paragraph(line, inner, Style(small, ON_HEAD2)))
    return Box(
        key,
        tuple(rows),
        width,
        look,
        title=". ".join(filter(None, (say("Stage {number}: {stage}", number=number, stage=name), line))),
        kind="stage",
    )


def remark(key: str, text: str, width: int, hint: str = "") -> Box:
    """A kind word where there is nothing to draw yet, and what would put something there."""
    look = Look("", LINE2, dashed=True)
    inner = width - 2 * (look.pad + look.border)
    rows = [paragraph(text, inner, Style(12, INK2, bold=True))]
    if hint:
        rows.append(paragraph(hint, inner, Style(11, INK3), gap=1))
    return Box(key, tuple(rows), width, look, title=" ".join(filter(None, (text, hint))), kind="remark")


def plain_card(key: str, name: str, lines: list[Row], width: int, look: Look, title: str, kind: str) -> Box:
    """A box with a bold name and rows under it."""
    inner = width - 2 * (look.pad + look.border)
    return Box(key, (paragraph(name, inner, Style(11.5, INK, bold=True)), *lines), width, look, title=title, kind=kind)
