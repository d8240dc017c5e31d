"""What all parts of a shown map share: the map's facts, the room there is, and the columns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeykit.kept import cached_property
from journeykit.model.derive import Facts, Point
from journeykit.model.elements import Action
from journeykit.render.called import called
from journeykit.render.taming import one_line
from journeykit.render.terminal.cells import width
from journeykit.render.terminal.marks import ASCII, UNICODE, Marks, standing
from journeykit.render.terminal.styled import Line, Run, columns, hanging, line, line_width, packed

#: Narrower than this there is one column, and what stands beside a text goes behind it.
_STACKED = 80


@dataclass(frozen=True)
class Page:
    """A map on a terminal `width` cells wide; with None nothing is cut or wrapped."""

    facts: Facts
    width: int | None
    unicode: bool
    today: date

    @property
    def marks(self) -> Marks:
        """The signs to draw with."""
        return UNICODE if self.unicode else ASCII

    @property
    def stacked(self) -> bool:
        """Whether there is room for one column alone."""
        return self.width is not None and self.width < _STACKED

    @cached_property
    def felt(self) -> dict[str, dict[str, Point]]:
        """Who feels what where: the points of the curves, by address and persona."""
        found: dict[str, dict[str, Point]] = {}
        for persona in sorted(self.facts.curves, key=lambda persona: persona != self.facts.primary):
            for place in self.facts.curves[persona].places:
                found.setdefault(place.element, {})[persona] = place
        return found

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each action, from 1 through the whole journey, by address."""
        actions = [self.facts.address(action) for stage in self.facts.journey.stages for action in stage.actions]
        return {address: number for number, address in enumerate(actions, 1)}

    @cached_property
    def score_width(self) -> int:
        """The room a signed score needs."""
        scores = [place.score for curve in self.facts.curves.values() for place in curve.points]
        return 2 if all(score is None or score == int(score) for score in scores) else 4

    @property
    def margin(self) -> int:
        """Where the texts of actions begin."""
        return 11 + self.score_width

    @cached_property
    def sizes(self) -> tuple[int, int, int | None]:
        """The widths of the three columns: a text, its channels, what there is to say of it."""
        texts = [action.text for stage in self.facts.journey.stages for action in stage.actions]
        texts += [element.text for field in ("questions", "gaps", "pains") for element in self.facts.every(field)]
        longest = max((width(one_line(text)) for text in texts), default=24)
        asked = [", ".join(question.channels) for question in self.facts.every("questions")]
        asked += [self.facts.channel_of(action) or "" for action in self._actions]
        room = 100 if self.width is None else self.width
        asked += [standing(element) for field in ("gaps", "pains") for element in self.facts.every(field)]
        asked += ["misaligned"] if self.facts.promises else []
        channels = min(max(map(width, asked), default=0), 16 if room < 120 else 24)
        left = room - self.margin - channels - 4
        text = max(24, min(longest, int(left * 0.64)))
        return text, channels, None if self.width is None else left - text

    @property
    def _actions(self) -> list[Action]:
        return [action for stage in self.facts.journey.stages for action in stage.actions]

    def row(self, lead: Line, text: Line, channels: Line = (), last: Line = ()) -> list[Line]:
        """A row of the three columns behind a lead; the columns stand under each other whatever the lead."""
        indent = line_width(lead)
        if not channels and not last:
            return hanging(lead, text, self.width)
        if self.stacked:
            parts = [part for part in (text, channels, last) if part]
            rows = packed(parts, "  ", (self.width or 0) - indent)
            return [line(lead if number == 0 else " " * indent, row) for number, row in enumerate(rows)]
        first, second, third = self.sizes
        rows = columns((text, channels, last), (first + self.margin - indent, second, third), self.width is not None)
        return [line(lead if number == 0 else " " * indent, row) for number, row in enumerate(rows)]

    def note(self, indent: int, label: str, body: Line) -> list[Line]:
        """A labelled text below a row; its further lines under its first."""
        return hanging(line(" " * indent, Run(label, "dim"), " " if label else ""), body, self.width)

    def persona(self, key: str) -> str:
        """How a persona is called in passing."""
        return one_line(self._called.get(key, key))

    @cached_property
    def _called(self) -> dict[str, str]:
        return called(self.facts.journey.personas)
