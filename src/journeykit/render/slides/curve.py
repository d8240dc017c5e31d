"""The emotion curve on a slide: a smooth line that can be edited, and a point for each feeling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeykit.model.derive.curve import Point
from journeykit.render.dot.palette import step_of
from journeykit.render.language import say
from journeykit.render.slides.shapes import Box, Path, para
from journeykit.render.views.poster.spline import monotone
from journeykit.render.views.words import signed

#: The tokens of the look by the step of the scale.
TOKENS = {-2: "n2", -1: "n1", 0: "z", 1: "p1", 2: "p2"}
_RADIUS = 6.0


@dataclass(frozen=True)
class Band:
    """Where a curve is drawn: −2 lies at the bottom, 2 at the top."""

    x: float
    y: float
    width: float
    height: float

    def at(self, score: float) -> float:
        """The height of a score."""
        return self.y + (2 - score) / 4 * self.height


def grid(band: Band) -> list[Box]:
    """The lines of the scale, with their numbers beside them."""
    boxes = []
    for score in (2, 0, -2):
        y = band.at(score)
        boxes.append(Box(say("Scale"), band.x, y - 0.4, band.width, 0.8, fill="line2" if score == 0 else "line"))
        number = para(signed(score), 9, "ink3", align="middle")
        boxes.append(Box(say("Scale"), band.x - 30, y - 7, 26, 14, (number,), middle=True))
    return boxes


def drawn(
    name: str, places: Sequence[tuple[float, Point]], band: Band, ink: str = "ink2", thin: bool = False
) -> tuple[list[Path], list[Box]]:
    """The line through places, each with its x, and their points; it breaks where a score is not known."""
    runs: list[list[tuple[float, float]]] = [[]]
    boxes = []
    radius = _RADIUS / 1.6 if thin else _RADIUS
    for x, place in places:
        if place.score is None:
            runs.append([])
            # Known that it is felt, and not how much: hollow, on the line of 0.
            y, fill, line = band.at(0), "card", "ink3"
        else:
            y, fill, line = band.at(place.score), TOKENS[step_of(place.score)], "card"
            runs[-1].append((x, y))
        boxes.append(
            Box(
                _said(place),
                x - radius,
                y - radius,
                2 * radius,
                2 * radius,
                kind="oval",
                fill=fill,
                line=line,
                weight=1,
                dashed=place.score is None,
            )
        )
    alt = "; ".join(_said(place) for _, place in places)
    paths = []
    for run in runs:
        segments = tuple(
            (
                one.start,
                (one.start[0] + (one.end[0] - one.start[0]) / 3, one.inner[0]),
                (one.start[0] + (one.end[0] - one.start[0]) * 2 / 3, one.inner[1]),
                one.end,
            )
            for one in monotone(run)
        )
        if segments:
            paths.append(Path(name, alt, segments, ink, 1 if thin else 2.25, dashed=thin))
    return paths, boxes


def _said(place: Point) -> str:
    score = signed(place.score) if place.score is not None else None
    return ": ".join(filter(None, (place.owner.text, " ".join(filter(None, (score, place.emotion.feeling))))))
