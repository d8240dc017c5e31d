"""Places in a file, counted from 1, in characters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

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


class Lines:
    """The lines of a text, broken at LF, CR LF and CR alone, as editors count them."""

    def __init__(self, text: str) -> None:
        self.text = text
        starts = [0]
        position = text.find("\n")
        if "\r" in text:
            import re

            starts += [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
        else:
            while position != -1:
                starts.append(position + 1)
                position = text.find("\n", position + 1)
        self.starts = starts

    def at(self, index: int) -> tuple[int, int]:
        """The line and column of a character by its index in the text."""
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
