"""What one reading of a map gave, as plain data: its page, its findings, and what keeps it from being drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from journeykit.render.options import Options
from journeykit.render.terminal.styled import Line
from journeykit.serve.watch import Watched


@dataclass(frozen=True)
class Finding:
    """One finding as the panel shows it; `path` is "" where it stands in the map itself, `lines` are the lines with
    a caret.
    """

    severity: Literal["error", "warning", "info"]
    code: str
    name: str
    path: str
    line: int
    message: str
    hint: str
    also: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Shot:
    """A map at one moment.

    `page` is None where it cannot be drawn: then `errors` holds the lines of its errors as `validate` shows them, or
    `trouble` why it could not come to that (a configuration that is none, a file that is gone). `lang` is the language
    of our words.
    """

    name: str
    title: str
    watched: Watched
    options: Options = field(default_factory=Options)
    lang: str = "en"
    page: bytes | None = None
    findings: tuple[Finding, ...] = ()
    errors: tuple[Line, ...] = ()
    trouble: Exception | None = None
