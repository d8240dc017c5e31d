"""`journey export`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Map, Quiet, StdinName, Verbose


class DataFormat(StrEnum):
    """The data formats a map can be written in: the writers of `render` of the same names."""

    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    mmd = "mmd"


def command(
    file: Map,
    to: Annotated[
        DataFormat | None,
        typer.Option("--to", help="The format; else the ending of the file, else json.", show_default=False),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a map as data: whole as JSON, as tables (CSV, XLSX), as a Mermaid diagram."""
    import sys

    from journeykit.cli.console import Console, WrongUsageError, write_whole
    from journeykit.cli.sound import sound
    from journeykit.render.options import Options
    from journeykit.render.picture import picture

    console = Console(color.value, quiet, verbose)
    to_file = output is not None and str(output) != "-"
    ending = output.suffix[1:].lower() if output is not None else ""
    name = to.value if to else ending or DataFormat.json.value
    if name not in list(DataFormat):
        raise WrongUsageError(f"{output}: there is no data format '{name}'; there are {', '.join(DataFormat)}")
    if to and ending in list(DataFormat) and ending != name:
        raise WrongUsageError(f"--to {name} does not fit the ending of {output}; leave one of them out")
    if name == DataFormat.xlsx and not to_file and sys.stdout.isatty():
        raise WrongUsageError("xlsx is no text for a terminal; name a file: -o map.xlsx")
    document = sound(file, console, config, isolated, stdin_filename)
    # A Mermaid user journey is the map itself; the flow is a picture of it, which `render` draws.
    content = picture(name, document.facts, Options(view="map"))
    if output is not None and to_file:
        write_whole(output, content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
