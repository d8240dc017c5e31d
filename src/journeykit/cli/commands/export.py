"""`journey export`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Map, Quiet, StdinName, Verbose


class DataFormat(StrEnum):
    """The data formats a map can be written in."""

    json = "json"


def command(
    file: Map,
    to: Annotated[DataFormat, typer.Option("--to", help="The format.")] = DataFormat.json,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a map as data: whole, with what it takes from the shared library."""
    from journeykit.cli.console import Console
    from journeykit.cli.sound import sound
    from journeykit.convert.json import dumps

    console = Console(color.value, quiet, verbose)
    document = sound(file, console, config, isolated, stdin_filename)
    console.deliver(dumps(document), output)
