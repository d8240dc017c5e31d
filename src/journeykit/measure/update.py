"""Back into the map: what was measured, written where the map keeps it, with every comment and all layout as it was."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.measure.report import Measured
from journeykit.model.document import Document
from journeykit.model.elements import Metric
from journeykit.source.edits import edited, put
from journeykit.source.position import Path
from journeykit.source.yamltree import Tree

#: The keys of a metric in the order they are written in.
_AFTER = {
    "now": ("gate", "survey", "better", "unit", "kind", "name"),
    "was": ("now", "name"),
    "as_of": ("target", "was", "now", "name"),
    "sample": ("as_of", "now", "name"),
    "share": ("segment", "archetype", "role", "name"),
}
#: The digits of a figure behind the point.
_DIGITS = 2


@dataclass(frozen=True)
class Finding:
    """A figure for an entry of a library: its address and name, and the keys with their values as they are written."""

    address: str
    name: str
    values: tuple[tuple[str, str], ...]

    @property
    def path(self) -> Path:
        """Where the entry stands in the file."""
        return tuple(self.address.split("/", 1))


def findings(document: Document, measured: Measured) -> tuple[list[Finding], tuple[str, ...]]:
    """What the data says of the metrics that name a survey or a gate, and of personas whose segment was seen; and of
    which metrics the map has a newer figure, which stays.

    A figure of the same day is written anew, and the one before it (`was`) stays: a day has one figure.
    """
    journey = document.journey
    assert journey is not None
    found, newer = [], []
    for key, metric in journey.metrics.items():
        figure = _figure(metric, measured)
        if figure is None:
            continue
        if metric.as_of is not None and metric.as_of.first > measured.day:
            newer.append(f"“{metric.name}” is of {metric.as_of}, which is later than {measured.day}: left as it is")
            continue
        value, sample = figure
        # Without a unit, the sign of per cent says it: it must not get lost.
        sign = "%" if metric.unit == "%" and not _has_unit(document, key) else ""
        values = [("now", _number(value) + sign), ("as_of", measured.day.isoformat()), ("sample", str(sample))]
        is_same_day = metric.as_of is not None and metric.as_of.first == metric.as_of.last == measured.day
        if metric.now is not None and not is_same_day and _number(metric.now) != _number(value):
            values.insert(1, ("was", _number(metric.now) + sign))
        found.append(Finding(f"metrics/{key}", metric.name, tuple(values)))
    seen = {group.group: group.seen for group in measured.segments if group.group}
    whole = sum(group.seen for group in measured.segments)
    for key, persona in journey.personas.items():
        count = seen.get(persona.segment or "")
        if count is not None and whole:
            found.append(Finding(f"personas/{key}", persona.name, (("share", f"{round(count / whole * 100, 1):g}%"),)))
    return found, tuple(newer)


def _has_unit(document: Document, key: str) -> bool:
    tree = document.tree
    return tree is not None and tree.has(("metrics", key)) and tree.has(("metrics", key, "unit"))


def _figure(metric: Metric, measured: Measured) -> tuple[float, int] | None:
    """The value of a metric, in its own unit, and of how many customers it was taken."""
    if metric.survey:
        told = next((one for one in measured.feedback if one.kind == metric.survey and one.value is not None), None)
        return (told.value, told.n) if told and told.value is not None else None
    if metric.gate and measured.whole:
        stage = next((one for one in measured.whole.stages if one.stage == metric.gate), None)
        if stage and stage.entered:
            share = stage.passed / stage.entered
            return (share * 100 if metric.unit == "%" else share), stage.entered
    return None


def _number(value: float) -> str:
    return f"{round(value, _DIGITS):.10g}"


def updated(document: Document, found: list[Finding]) -> tuple[str, tuple[str, ...]]:
    """The text of the map with the figures in it, and what could not be written: where the entry stands elsewhere."""
    text = document.source.text
    left = []
    for one in found:
        if one.address in document.shared or not Tree(text).has(one.path):
            left.append(f"“{one.name}” stands in the shared library: write {_said(one)} there")
            continue
        before = text
        for key, value in one.values:
            edit = put(Tree(text), one.path, key, value, "name", _AFTER[key])
            if edit is None:
                text = before
                left.append(
                    f"“{one.name}” is written in a way that cannot be changed here: write {_said(one)} yourself"
                )
                break
            text = edited(text, [edit])
    return text, tuple(left)


def _said(one: Finding) -> str:
    return ", ".join(f"{key}: {value}" for key, value in one.values)
