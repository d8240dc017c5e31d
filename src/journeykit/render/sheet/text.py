"""Text that wraps: runs in different faces, and small marks that stand among the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from journeykit.render.dot.label import plain_text
from journeykit.render.dot.measure import pieces
from journeykit.render.sheet.parts import Fitted
from journeykit.render.sheet.pen import Face, Pen
from journeykit.render.sheet.widths import SPARE, measured

#: From where on a weight counts as bold in measuring.
_BOLD = 550


@dataclass(frozen=True)
class Run:
    """Words in one face. Blanks at its ends count; `own` words never break from what follows."""

    text: str
    face: Face


@dataclass(frozen=True)
class Inline:
    """A mark among words: it is `width` wide and draws itself at its left, in the middle of the line (`y`)."""

    width: float
    draw: Callable[[Pen, float, float], None]
    #: Room before it: 0 where it follows another without a gap.
    space: float = 4


@dataclass(frozen=True)
class _Word:
    width: float
    space: float
    run: Run | None
    text: str = ""
    mark: Inline | None = None


@dataclass(frozen=True)
class Text:
    """A paragraph. `leading` is the height of a line as a multiple of the size; `align` start, middle or end.

    With `balanced` its lines are about equally long. `most` cuts it after so many lines, with an ellipsis.
    """

    parts: Sequence[Run | Inline]
    leading: float = 1.36
    align: str = "start"
    balanced: bool = False
    most: int | None = None
    url: str | None = None

    @property
    def natural(self) -> float:
        """How wide it is on one line."""
        words = self._words(100_000)
        return sum(word.width + (word.space if place else 0) for place, word in enumerate(words)) + 0.5

    def _words(self, width: float) -> list[_Word]:
        found: list[_Word] = []
        blank = False
        # Words are broken by the estimate alone; what is measured may be wider.
        room = width / SPARE
        for part in self.parts:
            if isinstance(part, Inline):
                found.append(_Word(part.width, part.space, None, mark=part))
                blank = True
                continue
            face = part.face
            space = measured(" ", face)
            for place, (text, spaced) in enumerate(pieces(_fit(part.text), room, face.size, face.weight >= _BOLD)):
                before = (spaced and place > 0) or (place == 0 and (blank or part.text[:1].isspace()))
                found.append(_Word(measured(text, face), space if before else 0, part, text))
            blank = part.text[-1:].isspace() if part.text else blank
        return found

    def _lines(self, words: list[_Word], width: float) -> list[list[_Word]]:
        lines: list[list[_Word]] = [[]]
        used = 0.0
        for word in words:
            space = word.space if lines[-1] else 0
            if (
                lines[-1]
                and used + space + word.width > width + 0.01
                and (word.space or self._breaks(lines[-1][-1], word))
            ):
                lines.append([])
                used, space = 0.0, 0
            lines[-1].append(word)
            used += space + word.width
        return lines

    @staticmethod
    def _breaks(last: _Word, word: _Word) -> bool:
        """Whether a line may end between two words without a blank: inside a run, where the run was cut for it."""
        return last.run is word.run

    def fit(self, width: float) -> Fitted:
        """The paragraph in lines no wider than `width`."""
        words = self._words(width)
        lines = self._lines(words, width)
        if self.balanced and 1 < len(lines) < 8:
            lines = self._balanced(words, lines, width)
        if self.most and len(lines) > self.most:
            lines = self._cut(lines, width)
        sizes = [max([word.run.face.size for word in line if word.run] or [12]) for line in lines]
        usual = max([part.face.size for part in self.parts if isinstance(part, Run)] or [12])
        heights = [max(size, usual * 0.9) * self.leading for size in sizes]

        def draw(pen: Pen, x: float, y: float) -> None:
            pen.opened(self.url)
            for line, height in zip(lines, heights, strict=True):
                self._draw(pen, line, x, y, width, height)
                y += height
            pen.closed(self.url)

        return Fitted(width, sum(heights) if words else 0, draw if words else _nothing)

    def _balanced(self, words: list[_Word], lines: list[list[_Word]], width: float) -> list[list[_Word]]:
        narrower, widest = width, max(word.width for word in words)
        while narrower > max(width * 0.55, widest):
            narrower -= max(4.0, width / 40)
            tighter = self._lines(words, narrower)
            if len(tighter) > len(lines):
                break
            lines = tighter
        return lines

    def _cut(self, lines: list[list[_Word]], width: float) -> list[list[_Word]]:
        kept = lines[: self.most]
        last = kept[-1]
        run = next((word.run for word in reversed(last) if word.run), None)
        if run is None:
            return kept
        dots = _Word(measured("…", run.face), 0, run, "…")
        while len(last) > 1 and sum(word.width + word.space for word in last) + dots.width > width:
            last = last[:-1]
        return [*kept[:-1], [*last, dots]]

    def _draw(self, pen: Pen, line: list[_Word], x: float, y: float, width: float, height: float) -> None:
        own = sum(word.width + (word.space if place else 0) for place, word in enumerate(line))
        if self.align != "start" and all(word.run for word in line):
            pen.text(x, y, width, height, _joined(line), self.align)
            return
        at = x + {"start": 0.0, "middle": (width - own) / 2, "end": width - own}[self.align]
        first = True
        for is_mark, group in groupby(line, key=lambda word: word.mark is not None):
            words = list(group)
            if is_mark:
                for word in words:
                    at += 0 if first else word.space
                    first = False
                    assert word.mark is not None
                    word.mark.draw(pen, at, y + height / 2)
                    at += word.width
                continue
            at += 0 if first else words[0].space
            long = sum(word.width + (word.space if place else 0) for place, word in enumerate(words))
            pen.text(at, y, max(long, x + width - at if len(line) == len(words) else long), height, _joined(words))
            at += long
            first = False


def _fit(text: str) -> str:
    """The text as it will be written, so that it is measured so: without what could steer a reader's program."""
    return text if text.isprintable() else plain_text(text)


def _nothing(pen: Pen, x: float, y: float) -> None:
    pass


def _joined(words: Sequence[_Word]) -> list[tuple[str, Face]]:
    """The words of a line as runs: those of one run together."""
    found: list[tuple[str, Face]] = []
    for place, word in enumerate(words):
        assert word.run is not None
        text = (" " if word.space and place else "") + word.text
        if found and found[-1][1] == word.run.face:
            found[-1] = (found[-1][0] + text, word.run.face)
        else:
            found.append((text, word.run.face))
    return found
