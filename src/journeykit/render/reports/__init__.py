"""Findings as words: one report format a module, named as people ask for it.

Each has `report(diagnostics, summary, source_line)`; `source_line(path, number)` gives a line of a file, "" where it
cannot.
"""

from collections.abc import Callable

SourceLine = Callable[[str, int], str]
