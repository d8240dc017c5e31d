"""The flow as a Mermaid flowchart: stages as groups, actions as boxes in the colours of their feelings, arrows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from journeykit.model.derive.arrows import Spot
from journeykit.render.dot.palette import TONES, UNSCORED, step_of
from journeykit.render.language import say
from journeykit.render.mermaid.text import front, label
from journeykit.render.views.flow import FlowStage, FlowView
from journeykit.render.views.steps import Step
from journeykit.render.views.words import signed

#: The class of each step of the scale, with the tokens of the look for its surface and its edge.
_CLASSES = {-2: ("n2", "neg-bg"), -1: ("n1", "neg-bg"), 0: ("z", "sunk"), 1: ("p1", "pos-bg"), 2: ("p2", "pos-bg")}


def flowchart(view: FlowView, colours: Mapping[str, str]) -> str:
    """The source of the diagram in the colours of a look."""
    lines = [*front(view.title), "flowchart TB", f"  accDescr: {label(view.subtitle)}"]
    others = {spot: f"m{number}" for number, spot in enumerate(view.others)}
    for at, stage in enumerate(view.stages):
        lines += _stage(at, stage)
        lines.append(f"  style s{at} {surface(colours)}")
    for spot, node in others.items():
        text = say("Map: {name}", name="/".join(filter(None, (spot.map, spot.map_stage))))
        lines.append(f'  {node}[["{label(text)}"]]:::other')
    for arrow in view.arrows:
        source, target = _node(arrow.source, others), _node(arrow.target, others)
        lines.append(f'  {source} -. "{label(arrow.when)}" .-> {target}' if arrow.when else f"  {source} --> {target}")
    lines += _exits(view)
    return "\n".join([*lines, *_classes(colours)]) + "\n"


def surface(colours: Mapping[str, str]) -> str:
    """The look of a group. Mermaid forgets the class of a group that a line leads to, but not its style."""
    return f"fill:{colours['page']},stroke:{colours['line2']},color:{colours['ink']}"


def _node(spot: Spot, others: Mapping[Spot, str]) -> str:
    """The node of a spot; of a stage where it begins."""
    return others.get(spot, f"s{spot.stage}a{spot.action or 0}")


def _stage(at: int, stage: FlowStage) -> Iterator[str]:
    yield f'  subgraph s{at}["{label(f"{stage.number} {stage.name}")}"]'
    for number, step in enumerate(stage.steps):
        yield f'    s{at}a{number}["{_said(step)}"]:::{_class(step)}'
    if not stage.steps:
        yield f'    s{at}a0["{label(say("No actions yet"))}"]:::none'
    yield "  end"
    starred = [f"s{at}a{number}" for number, step in enumerate(stage.steps) if step.truth is not None]
    if starred:
        yield f"  class {','.join(starred)} truth"


def _said(step: Step) -> str:
    """What stands in the box of an action: what is done, where, and how it feels."""
    feelings = [
        " ".join(filter(None, (_mark(one.score), one.word or "", f"({one.who})" if one.who else "")))
        for one in step.feelings
    ]
    star = "★ " if step.truth is not None else ""
    lines = (star + step.text, step.place, ", ".join(feelings), ", ".join(step.notes))
    return "<br>".join(label(line) for line in lines if line)


def _mark(score: float | None) -> str:
    return UNSCORED.mark if score is None else f"{TONES[step_of(score)].mark} {signed(score)}"


def _class(step: Step) -> str:
    return "none" if step.score is None else _CLASSES[step_of(step.score)][0]


def _exits(view: FlowView) -> Iterator[str]:
    for at, stage in enumerate(view.stages):
        for number, leave in enumerate(stage.exits):
            lines = (leave.text, leave.details, leave.because)
            said = "<br>".join(label(line) for line in lines if line)
            yield f'  s{at}x{number}("{said}"):::exit'
            yield f"  s{at} -.-x s{at}x{number}"


def _classes(colours: Mapping[str, str]) -> Iterator[str]:
    ink = f"color:{colours['ink']}"
    for edge, surface in _CLASSES.values():
        yield f"  classDef {edge} fill:{colours[surface]},stroke:{colours[edge]},{ink}"
    yield f"  classDef none fill:{colours['card']},stroke:{colours['line2']},{ink}"
    yield f"  classDef other fill:{colours['sunk']},stroke:{colours['line2']},{ink}"
    yield f"  classDef exit fill:{colours['card']},stroke:{colours['neg']},color:{colours['neg']},stroke-dasharray:4 3"
    yield f"  classDef truth stroke:{colours['gold']},stroke-width:3px"
