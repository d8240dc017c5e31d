"""The line of a curve: monotone cubic (Fritsch and Carlson), which never overshoots its points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Point = tuple[float, float]


@dataclass(frozen=True)
class Segment:
    """A piece of the line: a cubic from `start` to `end` whose inner points stand at a third and two thirds."""

    start: Point
    inner: tuple[float, float]
    end: Point

    def at(self, x: float) -> float:
        """The height of the line at a place between its ends."""
        (x0, y0), (c0, c1), (x1, y1) = self.start, self.inner, self.end
        t = (x - x0) / (x1 - x0) if x1 > x0 else 0
        u = 1 - t
        return u**3 * y0 + 3 * u * u * t * c0 + 3 * u * t * t * c1 + t**3 * y1


def monotone(points: Sequence[Point]) -> list[Segment]:
    """The segments of the line through points whose x rise strictly; none for fewer than two points."""
    if len(points) < 2:
        return []
    widths = [b[0] - a[0] for a, b in pairwise(points)]
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    tangents = [slopes[0], *((a + b) / 2 for a, b in pairwise(slopes)), slopes[-1]]
    for index in range(1, len(slopes)):
        if slopes[index - 1] * slopes[index] <= 0:
            tangents[index] = 0.0
    for index, slope in enumerate(slopes):
        if slope == 0:
            tangents[index] = tangents[index + 1] = 0.0
            continue
        a, b = tangents[index] / slope, tangents[index + 1] / slope
        if (length := hypot(a, b)) > 3:
            tangents[index], tangents[index + 1] = 3 * a / length * slope, 3 * b / length * slope
    return [
        Segment(start, (start[1] + tangents[i] * width / 3, end[1] - tangents[i + 1] * width / 3), end)
        for i, (start, end, width) in enumerate(zip(points, points[1:], widths, strict=False))
    ]


def path(segments: Iterable[Segment], scale_x: float = 1, scale_y: float = 1) -> str:
    """The segments as the data of an SVG path; a new stroke begins where one does not join the last."""
    parts: list[str] = []
    pen: Point | None = None
    for segment in segments:
        (x0, y0), (c0, c1), (x1, y1) = segment.start, segment.inner, segment.end
        third = (x1 - x0) / 3
        if pen != segment.start:
            parts.append(f"M{_n(x0 * scale_x)} {_n(y0 * scale_y)}")
        parts.append(
            f"C{_n((x0 + third) * scale_x)} {_n(c0 * scale_y)} {_n((x1 - third) * scale_x)} {_n(c1 * scale_y)}"
            f" {_n(x1 * scale_x)} {_n(y1 * scale_y)}"
        )
        pen = segment.end
    return "".join(parts)


def _n(value: float) -> str:
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text
