"""`journey render`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, StdinName, Verbose, listed
from journeykit.render import LANES, kinds


class Engine(StrEnum):
    """The programs that can draw diagrams."""

    pure = "graphviz-pure"
    dot = "dot"
    pygraphviz = "pygraphviz"


class Paper(StrEnum):
    """The sizes of paper that a PDF's pages can have, lying on their side."""

    a4 = "a4"
    a3 = "a3"
    a2 = "a2"
    a1 = "a1"
    a0 = "a0"


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
        str | None,
        typer.Option(
            "--view",
            help="map (the poster), flow, blueprint, questions, channels, personas or opportunities.",
            show_default=False,
        ),
    ] = None,
    persona: Annotated[
        str | None, typer.Option("--persona", metavar="ID", help="The map as this persona walks it.")
    ] = None,
    lanes: Annotated[
        list[str] | None,
        typer.Option("--lanes", metavar="LANES", help=f"The lanes of the poster to show: {', '.join(LANES)}."),
    ] = None,
    theme: Annotated[
        str, typer.Option("--theme", metavar="THEME", help="light, dark, auto (as the screen is set), or a file.")
    ] = "auto",
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="The language of our own words; by default the map's."),
    ] = None,
    scale: Annotated[float, typer.Option("--scale", min=0.1, max=10, help="Of a PNG: dots for each pixel.")] = 2.0,
    paper: Annotated[
        Paper, typer.Option("--paper", case_sensitive=False, help="Of a PDF of the poster: the size of its pages.")
    ] = Paper.a3,
    template_dir: Annotated[
        Path | None,
        typer.Option(
            "--template-dir", metavar="DIR", help="Templates of your own that stand in for the built-in ones."
        ),
    ] = None,
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
    import warnings

    from journeykit.cli.console import Console, WrongUsageError, write_whole
    from journeykit.cli.drawing import file_name, order, stems
    from journeykit.cli.looks import check_lanes, look, options_of
    from journeykit.cli.maps import Reader, choose
    from journeykit.cli.sound import SoundMaps
    from journeykit.render.picture import NoPersonaError, picture

    console = Console(color.value, quiet, verbose)
    choice = choose(files)
    placed = order(output, format or [], view, len(choice.names), bool(choice.folders))
    chosen_lanes = listed(lanes)
    check_lanes(chosen_lanes, view, placed.formats)
    page, own_look = look(theme)
    options = options_of(
        view, page, engine and engine.value, own_look, lang, persona, chosen_lanes, scale, template_dir, paper.value
    )
    maps = SoundMaps(choice, Reader(config, isolated, stdin_filename), console)
    names = stems(choice.names)
    maps.tell_if_none()
    for document in maps:
        for name in placed.formats:
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always")
                try:
                    content = picture(name, document.facts, options)
                except NoPersonaError as error:
                    raise WrongUsageError(str(error)) from None
            for text in dict.fromkeys(str(item.message) for item in told if issubclass(item.category, UserWarning)):
                console.complain(text)
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
