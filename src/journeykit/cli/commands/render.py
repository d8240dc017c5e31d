"""`journey render`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, StdinName, Verbose
from journeykit.render import kinds


class Theme(StrEnum):
    """Light, dark, or as the reader's screen is set."""

    auto = "auto"
    light = "light"
    dark = "dark"


class Engine(StrEnum):
    """The programs that can draw diagrams."""

    pure = "graphviz-pure"
    dot = "dot"
    pygraphviz = "pygraphviz"


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILES", help="Maps, or folders of maps.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="OUT", help="A file whose ending is the format, a folder, or - (standard output)."
        ),
    ] = None,
    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format", "-f", help=f"{', '.join(kinds('outputs'))}, for a folder or standard output; may be repeated."
        ),
    ] = None,
    view: Annotated[
        str | None, typer.Option("--view", help="map (the poster), flow, blueprint or questions.", show_default=False)
    ] = None,
    theme: Annotated[Theme, typer.Option("--theme", help="The colours.")] = Theme.auto,
    engine: Annotated[
        Engine | None, typer.Option("--engine", help="What draws diagrams; else the one that fits.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open what was drawn.")] = False,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Draw maps: a page, a diagram, a document."""
    import sys
    from importlib import import_module

    from journeykit.cli.console import Console, write_whole
    from journeykit.cli.drawing import file_name, order, stems
    from journeykit.cli.maps import Reader, choose
    from journeykit.cli.sound import SoundMaps
    from journeykit.render.options import Options

    console = Console(color.value, quiet, verbose)
    choice = choose(files)
    placed = order(output, format or [], view, len(choice.names), bool(choice.folders))
    options = Options(view, theme.value, engine.value if engine else None)
    maps = SoundMaps(choice, Reader(config, isolated, stdin_filename), console)
    names = stems(choice.names)
    maps.tell_if_none()
    for document in maps:
        for name in placed.formats:
            content = import_module(f"journeykit.render.outputs.{name}").write(document.facts, options)
            if placed.output is None:
                sys.stdout.flush()
                sys.stdout.buffer.write(content)
                continue
            stem = names.get(document.source.name, "map")
            target = placed.output / file_name(stem, name, view) if placed.is_folder else placed.output
            write_whole(target, content)
            console.say(f"Wrote {target}")
            if open_:
                import webbrowser

                webbrowser.open(target.resolve().as_uri())
    raise typer.Exit(maps.code)
