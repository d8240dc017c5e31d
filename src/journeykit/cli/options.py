"""The options that commands share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Color(StrEnum):
    """When to write in colour."""

    auto = "auto"
    always = "always"
    never = "never"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATHS", help="Maps, or folders of maps; by default the current folder.", show_default=False
    ),
]
Map = Annotated[str, typer.Argument(metavar="FILE", help="A map: a path, - for standard input, or REV:path.")]
StdinName = Annotated[str | None, typer.Option("--stdin-filename", metavar="PATH", help="What to call standard input.")]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="The configuration to use.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration.")]
Colour = Annotated[Color, typer.Option("--color", help="When to write in colour.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what was asked for.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="The day to count from; by default the day it is.")
]


def listed(texts: list[str] | None) -> tuple[str, ...]:
    """Names given in repeated options, or in one with commas between them."""
    return tuple(name.strip() for text in texts or () for name in text.split(",") if name.strip())


def chosen(option: str, name: str, known: Sequence[str]) -> str:
    """The name if it is one of those known; raises `WrongUsageError` with the nearest, or with all of them."""
    from journeykit.cli.console import WrongUsageError
    from journeykit.model.nearest import nearest

    if name in known:
        return name
    guess = nearest(name, known)
    hint = f"did you mean {guess}?" if guess else f"there are {', '.join(known)}"
    raise WrongUsageError(f"{option}: there is no '{name}'; {hint}")


def form_of(format: str | None, output: Path | None, known: Sequence[str], endings: Mapping[str, str]) -> str:
    """The format asked for, else that of a file's ending, else text; raises `WrongUsageError` for one there is not."""
    from journeykit.cli.console import WrongUsageError

    if format is not None:
        return chosen("--format", format, known)
    ending = output.suffix.lower() if output is not None else ""
    if ending in ("", ".txt"):
        return "text"
    if ending not in endings:
        raise WrongUsageError(f"{output}: there is no format '{ending[1:]}' here; there are .txt, {', '.join(endings)}")
    return endings[ending]


def day(text: str | None) -> date:
    """The day asked for, or the day it is; raises `WrongUsageError`."""
    from journeykit.cli.console import WrongUsageError

    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUsageError(f"--today: '{text}' is not a day; write it like 2026-11-21") from None
