"""Mermaid's user journey: stages as sections, actions with a score and those who feel so.

Mermaid counts from 1 to 5, a map from −2 to 2: −2 is 1, 0 is 3, 2 is 5, halves stay halves. A task without a score
is not known there; an action whose score is not recorded stands at 3 and says so in its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeykit.model.derive import Facts
from journeykit.model.elements import Action, Stage
from journeykit.render.called import called
from journeykit.render.dot.measure import wrap
from journeykit.render.language import say
from journeykit.render.mermaid.text import front, label, name
from journeykit.render.views.words import half

#: What is added to a score, and where what has none stands.
_SHIFT, _MIDDLE = 3, 3
#: The widths that a box may have, and the size of its letters, in pixels.
_WIDTHS, _SIZE = range(150, 601, 30), 14
#: How many lines a box holds; Mermaid draws the feelings over the boxes where these are made taller.
_LINES = 2


def journey(facts: Facts) -> str:
    """The source of the diagram."""
    names = called(facts.journey.personas)
    sections = [
        (stage.stage, [task for owner in stage.actions or (stage,) for task in _tasks(owner, facts)])
        for stage in facts.journey.stages
    ]
    said = [text for name, tasks in sections for text in (name, *(task.text for task in tasks))]
    config = {"journey": {"width": _width(said)}}
    lines = [*front(facts.journey.title, config), "journey"]
    for section, tasks in sections:
        lines += [f"  section {label(section)}", *(task.line(names) for task in tasks)]
    return "\n".join(lines) + "\n"


def _width(texts: Iterable[str]) -> int:
    """The least width in which every text stays in its box: Mermaid lets longer ones run over the edge."""
    said = tuple(texts)
    fitting = (width for width in _WIDTHS if all(len(wrap(text, width - 16, _SIZE)) <= _LINES for text in said))
    return next(fitting, _WIDTHS[-1])


@dataclass(frozen=True)
class _Task:
    text: str
    score: float
    walkers: tuple[str, ...]

    def line(self, names: dict[str, str]) -> str:
        who = ", ".join(name(names[walker]) for walker in self.walkers if walker in names)
        return f"    {label(self.text)}: {self.score:g}" + (f": {who}" if who else "")


def _tasks(owner: Action | Stage, facts: Facts) -> Iterator[_Task]:
    """A line for each score that personas give an action; those who feel alike share it."""
    felt: dict[float, list[str]] = {}
    for walker in facts.walkers:
        for place in facts.curves[walker].points:
            if place.owner is owner and place.score is not None:
                felt.setdefault(half(place.score), []).append(walker)
    for score, walkers in felt.items():
        yield _Task(owner.text, score + _SHIFT, tuple(walkers))
    if not felt:
        walkers = [one for one in facts.walkers if isinstance(owner, Stage) or facts.walks(one, owner)]
        # A stage without actions would not be drawn at all.
        text = say("{action} (no feeling recorded)", action=owner.text)
        yield _Task(text, _MIDDLE, tuple(walkers))
