"""Places in a file, counted from 1, in characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from journeykit.kept import cached_property

#: An address inside a document: keys and indexes. Never a dotted string.
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From a first character to the one after the last; lines and columns from 1, columns in characters."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __contains__(self, other: Span) -> bool:
        """Whether another span lies in this one."""
        starts = (self.line, self.column) <= (other.line, other.column)
        return starts and (other.end_line, other.end_column) <= (self.end_line, self.end_column)


START = Span(1, 1, 1, 1)


#: An index near enough to the top of a file.
_NEAR = 1000


class Lines:
    """The lines of a text, broken at LF, CR LF and CR alone, as editors count them."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The index of the first character of each line."""
        if "\r" in self.text:
            import re

            return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]

    def at(self, index: int) -> tuple[int, int]:
        """The line and column of a character by its index in the text."""
        if index < _NEAR and "starts" not in self.__dict__ and "\r" not in self.text:
            # Near the top, counting is cheaper than knowing where all lines begin.
            return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span between two indexes."""
        return Span(*self.at(start), *self.at(max(start, end)))

    def line(self, number: int) -> str:
        """One line's text, without its break; empty past the end."""
        if not 1 <= number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")
