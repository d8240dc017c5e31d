"""`journey stats`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Paths, Quiet, StdinName, Today, Verbose
from journeykit.render import kinds


def command(
    paths: Paths = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(kinds('figures'))}.")
    ] = "text",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    today: Today = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Figures of maps: questions answered, open gaps, the emotion curve, evidence, freshness."""
    from importlib import import_module

    from journeykit.cli.console import Console
    from journeykit.cli.maps import Reader, choose
    from journeykit.cli.options import chosen, day
    from journeykit.cli.sound import SoundMaps

    console = Console(color.value, quiet, verbose)
    on = day(today)
    form = chosen("--format", format, kinds("figures"))
    maps = SoundMaps(choose(paths), Reader(config, isolated, stdin_filename), console)
    documents = list(maps)
    maps.tell_if_none()
    writer = import_module(f"journeykit.render.figures.{form}")
    if form != "text":
        console.deliver(writer.write(documents, on), output)
    else:
        console.deliver_lines(writer.write(documents, on, console.width if output is None else None), output)
    raise typer.Exit(maps.code)
