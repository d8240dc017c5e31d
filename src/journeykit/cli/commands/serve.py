"""`journey serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, Today, Verbose, listed
from journeykit.render import LANES


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A map.")],
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            min=0,
            max=65535,
            help="Where to listen; 0 for any that is free. By default 8150 or the next free.",
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    view: Annotated[
        str | None, typer.Option("--view", help="map (the poster), flow, blueprint, …: as in `render`.")
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
    template_dir: Annotated[
        Path | None,
        typer.Option(
            "--template-dir", metavar="DIR", help="Templates of your own that stand in for the built-in ones."
        ),
    ] = None,
    today: Today = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show the page of a map on this machine, live while you edit it, with what the rules find."""
    import gc
    import sys
    from contextlib import suppress
    from functools import partial

    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.cli.drawing import order
    from journeykit.cli.looks import PAGES, look, options_of
    from journeykit.cli.showing import Wanted, shot
    from journeykit.extras import need
    from journeykit.render.options import Options
    from journeykit.serve.server import address, bound, serve
    from journeykit.source.flaw import FlawError
    from journeykit.source.text import read_file

    for library in ("starlette", "uvicorn", "watchfiles"):
        need(library, "serve")
    console = Console(color.value, quiet, verbose)
    if file == "-":
        raise WrongUsageError("serve shows a map while it is edited: name its file")
    with suppress(FlawError):  # shown on the page, as all that is wrong with a map
        read_file(Path(file))
    order("-", ["html"], view, 1, False)

    def options() -> Options:
        page, own_look = look(theme)
        return options_of(view, page, None, own_look, lang, persona, listed(lanes), 1, template_dir)

    others = [Path(theme)] if theme not in PAGES else []
    others += [template_dir] if template_dir else []
    wanted = Wanted(file, options, tuple(others), config, isolated, today)
    first = shot(wanted)
    if first.trouble:
        raise first.trouble
    sock = bound(port)
    # What is loaded by now stays: the garbage of a run of hours is looked for in the rest, while nothing is drawn.
    gc.freeze()
    url = address(sock)

    def ready() -> None:
        console.result(f"{url}\n")
        sys.stdout.flush()
        console.say(f"Showing {file} as it is saved; Ctrl-C ends it.")
        if open_:
            from threading import Thread
            from webbrowser import open as browse

            # Some browsers run in the terminal, and return when they are left.
            Thread(target=browse, args=(url,), daemon=True).start()

    serve(partial(shot, wanted), first, sock, ready)
