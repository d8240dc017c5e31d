"""The questions laid out: what is asked on the left, where it is asked in the middle, what answers it on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from journeykit.render.dot.cards import BARE, phrases, remark
from journeykit.render.dot.drawing import Box, Drawing, Link, Look, Style, fitting, label, paragraph
from journeykit.render.dot.frame import Sign, alone, chip, framed
from journeykit.render.dot.palette import CARD, GREY, INK, INK2, INK3, NEG, NEG_BG, ON_OPEN, ON_OPEN2, POS, POS_BG
from journeykit.render.dot.route import before, s_curve
from journeykit.render.language import noted, say, say_many
from journeykit.render.views.questions import NOTHING, Answer, Asked, AskedIn, Place, QuestionsView, counts

T = TypeVar("T", Place, Answer)

_ASKED, _PLACE, _ANSWER = 246, 176, 242
_GAP = 12
_BETWEEN = 104
#: As many questions as one picture of three columns bears; more are drawn some stages at a time.
_MOST = 16
_A_PANEL = 9
_BESIDE = 2
_APART = 72
_LOOKS = {
    "answered": Look(POS_BG, POS, pad=11, pad_y=7),
    "planned": Look(CARD, INK3, dashed=True, pad=11, pad_y=7),
    "open": Look(NEG, NEG, pad=11, pad_y=7),
}
_ANSWER_LOOKS = {
    "live": _LOOKS["answered"],
    "spot": _LOOKS["answered"],
    "planned": _LOOKS["planned"],
    "open": Look(NEG_BG, NEG, border=2, dashed=True, pad=10, pad_y=6),
}
_STATES = {"answered": noted("✓ answered"), "planned": noted("○ help planned"), "open": noted("? open")}
_ELSEWHERE = noted("✓ answered, but not where it is asked")
_INKS = {"answered": POS, "planned": INK3, "open": NEG, "live": POS, "spot": POS}


def _asked(question: Asked) -> Box:
    look = _LOOKS[question.state]
    inner = _ASKED - 2 * (look.pad + look.border)
    is_open = question.state == "open"
    quiet = {"answered": POS, "planned": INK2, "open": ON_OPEN2}[question.state]
    said = say(_ELSEWHERE if question.wrong_place else _STATES[question.state])
    ink = NEG if question.wrong_place else quiet
    rows = [
        paragraph(question.text, inner, Style(13, ON_OPEN if is_open else INK, bold=True)),
        paragraph(said, inner, Style(11, ink, bold=question.wrong_place or question.state != "answered"), gap=2),
    ]
    if question.details:
        rows.append(phrases(question.details, inner, Style(11, ON_OPEN2 if is_open else INK2), gap=1))
    title = ". ".join((question.text, said, *question.details))
    return Box(question.key, tuple(rows), _ASKED, look, title=title, kind="question")


def _place(place: Place, questions: tuple[Asked, ...], number: int) -> Box:
    look = Look(CARD, GREY, pad=11, pad_y=7)
    inner = _PLACE - 2 * (look.pad + look.border)
    asked, answered = counts(place.key, questions)
    said = say("{asked} asked, {answered} answered here", asked=asked, answered=answered)
    nothing = answered == 0
    rows = (
        paragraph(place.name, inner, Style(13, INK, bold=True)),
        paragraph(said, inner, Style(11, NEG if nothing else INK2, bold=nothing), gap=2),
    )
    return Box(f"{number}/place/{place.key}", rows, _PLACE, look, title=f"{place.name}: {said}", kind="channel")


def _answer(answer: Answer, questions: tuple[Asked, ...], number: int) -> Box:
    look = _ANSWER_LOOKS[answer.state]
    inner = _ANSWER - 2 * (look.pad + look.border)
    line = answer.line
    if answer.state == "open":
        count = sum(question.state == "open" for question in questions)
        line = say_many("{number} open question", "{number} open questions", count)
    ink = {"open": NEG, "planned": INK2}.get(answer.state, POS)
    rows = (
        paragraph(answer.text, inner, Style(13, NEG if answer.state == "open" else INK, bold=True)),
        paragraph(line, inner, Style(11, ink), gap=2),
    )
    title = f"{answer.text}. {line}"
    return Box(f"{number}/answer/{answer.key}", rows, _ANSWER, look, title=title, kind="help", href=answer.href)


def _level(items: list[T], boxes: list[Box], wanted: Callable[[T], float], x: float) -> list[tuple[T, Box]]:
    """Items with their boxes, as near to the height wanted for the middles as they can stand without touching.

    Runs of boxes that touch are moved as one, to the mean of what they want.
    """
    runs: list[tuple[float, list[tuple[T, Box]]]] = []
    for item, box in sorted(zip(items, boxes, strict=True), key=lambda pair: wanted(pair[0])):
        run, top = [(item, box)], wanted(item) - box.height / 2
        while runs and runs[-1][0] + _tall(runs[-1][1]) + _GAP > top:
            above_top, above = runs.pop()
            weight = len(above) / (len(above) + len(run))
            top = above_top * weight + (top - _tall(above) - _GAP) * (1 - weight)
            run = above + run
        runs.append((top, run))
    placed = []
    for top, run in runs:
        y = top
        for item, box in run:
            placed.append((item, box.at(x, y)))
            y += box.height + _GAP
    return placed


def _tall(run: list[tuple[T, Box]]) -> float:
    return sum(box.height for _, box in run) + _GAP * (len(run) - 1)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _moved(link: Link, x: float, y: float) -> Link:
    return replace(
        link,
        spline=tuple((a + x, b + y) for a, b in link.spline),
        tip=(link.tip[0] + x, link.tip[1] + y) if link.tip else None,
    )


class _Panel:
    """The questions of some stages, with the places and answers of these alone."""

    def __init__(self, view: QuestionsView, stages: list[AskedIn], number: int) -> None:
        self.view, self.number = view, number
        self.questions = tuple(question for stage in stages for question in stage.questions)
        self.captions: list[Box] = []
        self.asked: dict[str, Box] = {}
        y = 0.0
        for stage in stages:
            row = paragraph(f"{stage.number}\u00a0\u00a0{stage.name}", _ASKED, Style(12, INK2, bold=True))
            caption = Box(f"caption/{stage.number}", (row,), _ASKED, BARE, title=stage.name, kind="stage").at(0, y)
            self.captions.append(caption)
            y = caption.bottom + 5
            for question in stage.questions:
                box = _asked(question).at(0, y)
                self.asked[question.key] = box
                y = box.bottom + _GAP
            y += 8
        middle, right = _ASKED + _BETWEEN, _ASKED + _PLACE + 2 * _BETWEEN
        places = [place for place in view.places if any(place.key in q.places for q in self.questions)]
        answers = [answer for answer in view.answers if any(answer.key in q.answers for q in self.questions)]
        self.places = {
            place.key: box
            for place, box in _level(
                places, [_place(place, self.questions, number) for place in places], self._asked_at, middle
            )
        }
        self.answers = {
            answer.key: box
            for answer, box in _level(
                answers, [_answer(answer, self.questions, number) for answer in answers], self._answered_at, right
            )
        }
        self.boxes = [*self.captions, *self.asked.values(), *self.places.values(), *self.answers.values()]
        self.top = min(box.y for box in self.boxes)
        self.height = max(box.bottom for box in self.boxes) - self.top

    def _asked_at(self, place: Place) -> float:
        """The mean height of the questions asked in a place."""
        return _mean([self._middle(question) for question in self.questions if place.key in question.places])

    def _answered_at(self, answer: Answer) -> float:
        """The mean height of the questions that an answer answers."""
        return _mean([self._middle(question) for question in self.questions if answer.key in question.answers])

    def _middle(self, question: Asked) -> float:
        box = self.asked[question.key]
        return box.y + box.height / 2

    def links(self) -> list[Link]:
        """From questions to places, from places to answers, each way once."""
        links = []
        for question in self.questions:
            for place in question.places:
                pen = 2.4 if question.state == "open" else 1.4
                links.append(_link(self.asked[question.key], self.places[place], _INKS[question.state], pen, False))
        states = {answer.key: answer.state for answer in self.view.answers}
        direct: dict[tuple[str, str], bool] = {}
        for question in self.questions:
            for road in question.roads:
                direct[road.place, road.answer] = direct.get((road.place, road.answer), False) or road.direct
        for (place, answer), here in direct.items():
            state = states[answer]
            pen = 2.4 if state == "open" else 1.4 if here else 1.2
            pattern = "solid" if here or state == "open" else "dashed"
            links.append(_link(self.places[place], self.answers[answer], _INKS[state], pen, True, pattern))
        return links


def _panels(view: QuestionsView) -> list[_Panel]:
    """All questions at once, or, where that would be a thicket, a few stages at a time."""
    if len(view.questions) <= _MOST:
        return [_Panel(view, list(view.stages), 0)]
    parts: list[list[AskedIn]] = []
    for stage in view.stages:
        if not parts or sum(len(other.questions) for other in (*parts[-1], stage)) > _A_PANEL:
            parts.append([])
        parts[-1].append(stage)
    return [_Panel(view, part, number) for number, part in enumerate(parts)]


def _totals(view: QuestionsView, width: float) -> tuple[list[Box], float]:
    """The places with their counts over all panels, in lines, and how tall they are together."""
    boxes: list[Box] = []
    x = y = tall = 0.0
    for place in view.places:
        box = replace(_place(place, view.questions, -1), kind="total")
        if x and x + box.width > width:
            x, y, tall = 0.0, y + tall + _GAP, 0.0
        boxes.append(box.at(x, y))
        x, tall = x + box.width + _GAP, max(tall, box.height)
    return boxes, y + tall


def _link(source: Box, target: Box, ink: str, pen: float, head: bool, pattern: str = "solid") -> Link:
    start = (source.right, source.y + source.height / 2)
    end = (target.x, target.y + target.height / 2)
    tip = end if head else None
    last = before(end, (start[0], end[1]), 0.75) if head else end
    title = f"{source.rows and source.title} → {target.title}"
    return Link(source.key, target.key, s_curve(start, last), tip, ink, pen, pattern, title=title)


def _signs(view: QuestionsView) -> list[Sign]:
    signs = []
    states = {question.state for question in view.questions}
    for state, ink in (("answered", POS), ("planned", INK2), ("open", ON_OPEN)):
        if state in states:
            meaning = {"answered": "", "planned": "", "open": say("nothing answers it")}[state]
            signs.append(Sign(chip(say(_STATES[state]), _LOOKS[state], ink), meaning))
    roads = [road for question in view.questions for road in question.roads]
    if any(road.direct for road in roads):
        signs.append(Sign(_sample("━━"), say("help is offered in that channel")))
    if any(not road.direct and road.answer != NOTHING for road in roads):
        signs.append(Sign(_sample("╍╍"), say("sent to another channel, or not live yet")))
    return signs


def _sample(text: str) -> Box:
    return fitting("", [label(text, Style(11, POS))], replace(BARE, pad=4))


def layout(view: QuestionsView) -> Drawing:
    """The questions as a drawing."""
    if not view.questions:
        hint = say("What do customers ask at each stage, and where? Write it under `questions:`.")
        empty = remark("empty", say("No questions yet"), 360, hint)
        return alone("questions", view.title, view.subtitle, view.lang, empty)
    panels = _panels(view)
    width = _ASKED + _PLACE + _ANSWER + 2 * _BETWEEN
    across = min(_BESIDE, len(panels))
    whole = across * width + (across - 1) * _APART
    boxes, top = _totals(view, whole) if len(panels) > 1 else ([], 0.0)
    links: list[Link] = []
    ends = [top + _APART / 2 if boxes else 0.0] * across
    for place, panel in enumerate(panels):
        column = place % across
        # Panels of a line begin at one height, so that the stages read from left to right.
        if column == 0:
            ends = [max(ends)] * across
        x, y = column * (width + _APART), ends[column] - panel.top
        boxes += [box.at(box.x + x, box.y + y) for box in panel.boxes]
        links += [_moved(link, x, y) for link in panel.links()]
        ends[column] += panel.height + _APART / 2
    return framed(
        "questions",
        view.title,
        view.subtitle,
        view.lang,
        boxes=boxes,
        links=links,
        signs=_signs(view),
        width=whole,
        height=max(ends) - _APART / 2,
    )
