"""The questions as a Mermaid flowchart: what is asked in each stage, and what answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeykit.render.language import say
from journeykit.render.mermaid.flow import surface
from journeykit.render.mermaid.text import front, label
from journeykit.render.views.questions import NOTHING, Asked, QuestionsView

_MARKS = {"answered": "✓", "planned": "◐", "open": "?"}


def chart(view: QuestionsView, colours: Mapping[str, str]) -> str:
    """The source of the diagram in the colours of a look."""
    lines = [*front(view.title), "flowchart LR", f"  accDescr: {label(view.subtitle)}"]
    answers = {answer.key: f"h{number}" for number, answer in enumerate(view.answers) if answer.key != NOTHING}
    names = {place.key: place.name for place in view.places}
    links: list[str] = []
    number = 0
    for at, stage in enumerate(view.stages):
        lines.append(f'  subgraph s{at}["{label(f"{stage.number} {stage.name}")}"]')
        for asked in stage.questions:
            node, number = f"q{number}", number + 1
            lines.append(f'    {node}["{_said(asked, names)}"]:::{asked.state}')
            links += _links(node, asked, answers)
        lines += ["  end", f"  style s{at} {surface(colours)}"]
    for answer in view.answers:
        if answer.key in answers:
            said = "<br>".join(label(line) for line in (answer.text, answer.line) if line)
            style = "planned" if answer.state == "planned" else "answered"
            lines.append(f'  {answers[answer.key]}("{said}"):::{style}')
    if not view.questions:
        lines.append(f'  q0["{label(say("No questions yet"))}"]:::planned')
    return "\n".join([*lines, *links, *_classes(colours)]) + "\n"


def _said(asked: Asked, names: Mapping[str, str]) -> str:
    where = ", ".join(names.get(place, place) for place in asked.places)
    lines = (f"{_MARKS[asked.state]} {asked.text}", where, ", ".join(asked.details))
    return "<br>".join(label(line) for line in lines if line)


def _links(node: str, asked: Asked, answers: Mapping[str, str]) -> Iterator[str]:
    """To every answer: dotted where it is in none of the places in which the question is asked, or not there yet."""
    for key in asked.answers:
        if key in answers:
            direct = any(road.direct for road in asked.roads if road.answer == key)
            yield f"  {node} {'-->' if direct else '-.->'} {answers[key]}"


def _classes(colours: Mapping[str, str]) -> Iterator[str]:
    ink = f"color:{colours['ink']}"
    yield f"  classDef answered fill:{colours['pos-bg']},stroke:{colours['pos']},{ink}"
    yield f"  classDef planned fill:{colours['card']},stroke:{colours['line2']},{ink},stroke-dasharray:4 3"
    yield f"  classDef open fill:{colours['neg-bg']},stroke:{colours['neg']},{ink}"
