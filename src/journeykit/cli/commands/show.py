"""`journey show`."""

from __future__ import annotations

from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, StdinName, Today, Verbose


def command(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="A map: a path, - for standard input, or REV:path.")
    ],
    line: Annotated[bool, typer.Option("--line", help="A line for each map.")] = False,
    width: Annotated[
        int | None, typer.Option("--width", min=40, help="The columns to fill; by default those of the terminal.")
    ] = None,
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw without box drawing and symbols.")] = False,
    today: Today = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show a map in the terminal: stages, emotion line, questions and their state, gaps."""
    from journeykit.cli.console import Console
    from journeykit.cli.maps import Reader, choose
    from journeykit.cli.options import day
    from journeykit.cli.sound import SoundMaps
    from journeykit.render.terminal.show import in_a_line, show

    console = Console(color.value, quiet, verbose)
    on = day(today)
    room = width or console.width
    unicode = console.unicode and not ascii
    maps = SoundMaps(choose(files), Reader(config, isolated, stdin_filename), console)
    maps.tell_if_none()
    if line:
        console.lines(in_a_line([document.facts for document in maps], room, unicode, on))
    else:
        for number, document in enumerate(maps):
            if number:
                console.result("\n")
            console.lines(show(document.facts, room, unicode, on))
    raise typer.Exit(maps.code)
