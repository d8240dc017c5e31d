"""`journey history`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, Verbose
from journeykit.render import kinds


class By(StrEnum):
    """What makes a revision."""

    auto = "auto"
    tag = "tag"
    year = "year"
    commit = "commit"


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A map in a git repository.")],
    by: Annotated[
        By, typer.Option("--by", help="What makes a revision: a tag, the last commit of a year, or every commit.")
    ] = By.auto,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(kinds('histories'))}.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending is the format.")
    ] = None,
    reword: Annotated[
        bool, typer.Option("--reword/--no-reword", help="Take texts that are much alike for one, reworded.")
    ] = True,
    theme: Annotated[
        str,
        typer.Option(
            "--theme", metavar="THEME", help="Of the page: light, dark, auto (as the screen is set), or a file."
        ),
    ] = "auto",
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="LANG", help="The language of the page; by default the map's.")
    ] = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """The revisions of a map by git tag or by year: the figures and the curve of each, what it changed and why."""
    from importlib import import_module

    from journeykit.cli.console import Console
    from journeykit.cli.looks import page_options
    from journeykit.cli.maps import Reader
    from journeykit.cli.options import form_of
    from journeykit.cli.revisions import revisions
    from journeykit.diff.revision import steps
    from journeykit.source import git

    console = Console(color.value, quiet, verbose)
    form = form_of(format, output, kinds("histories"), {".json": "json", ".html": "html"})
    options = page_options(theme, lang) if form == "html" else None
    if git.is_shallow(Path(file).parent if Path(file).parent.is_dir() else None):
        console.say(
            "The clone is shallow, there may be older revisions: `git fetch --unshallow --tags` would bring them."
        )
    found = steps(revisions(file, by.value, Reader(config, isolated)), reword)
    writer = import_module(f"journeykit.render.histories.{form}")
    if form == "html":
        console.deliver(writer.write(found, file, options), output)
    elif form != "text":
        console.deliver(writer.write(found, file), output)
    else:
        # A file takes what every terminal may not.
        console.deliver_lines(writer.write(found, file, output is not None or console.unicode), output)
