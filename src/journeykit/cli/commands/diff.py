"""`journey diff`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Quiet, StdinName, Verbose
from journeykit.render import kinds

#: The formats that the ending of a file stands for.
_ENDINGS = {".json": "json", ".md": "markdown", ".html": "html"}


class FailOn(StrEnum):
    """Which changes end the run with 1."""

    worse = "worse"
    never = "never"


def command(
    maps: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | FILES]",
            help="Two maps, each a path, - or REV:path; or, with --since, maps or folders of today.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Compare with this tag, branch, commit, year or date."),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(kinds('changes'))}.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending is the format.")
    ] = None,
    reword: Annotated[
        bool, typer.Option("--reword/--no-reword", help="Take texts that are much alike for one, reworded.")
    ] = True,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where anything changed.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="End with 1 where something is worse for the customer.")
    ] = FailOn.never,
    stdin_filename: StdinName = None,
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
    """What changed between two revisions of a map, in words that matter to customers."""
    from importlib import import_module

    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.cli.looks import page_options
    from journeykit.cli.maps import Reader
    from journeykit.cli.options import form_of
    from journeykit.cli.revisions import read
    from journeykit.cli.revisions import since as all_since
    from journeykit.diff.revision import of_documents

    console = Console(color.value, quiet, verbose)
    form = form_of(format, output, kinds("changes"), _ENDINGS)
    options = page_options(theme, lang) if form == "html" else None
    reader = Reader(config, isolated, stdin_filename)
    names = maps or []
    if since is not None:
        found = list(all_since(names, since, reader, reword))
    elif len(names) == 2:
        old, new = (read(name, reader) for name in names)
        found = [of_documents(old, new, reword)]
    else:
        raise WrongUsageError("name two maps, or one and --since REV: journey diff maps/a.journey.yaml --since 2025")
    one_map = since is None or (len(names) == 1 and len(found) == 1 and not Path(names[0]).is_dir())
    if since is not None and not one_map and form != "json":
        found = [one for one in found if one.renamed or not one.is_same_text]
    writer = import_module(f"journeykit.render.changes.{form}")
    if form == "html":
        console.deliver(writer.write(found, one_map, options), output)
    elif form != "text":
        console.deliver(writer.write(found, one_map), output)
    else:
        console.deliver_lines(writer.write(found, console.unicode), output)
        if not found:
            console.say(f"No map has changed since {since}.")
    raise typer.Exit(_code([one for one in found if one.diff or not (one.old and one.new)], exit_code, fail_on))


def _code(found: list, exit_code: bool, fail_on: FailOn) -> int:  # type: ignore[type-arg]
    changed = any(one.diff is None or one.diff.changes for one in found)
    worse = any(change.effect == "worse" for one in found if one.diff for change in one.diff.told)
    return int((exit_code and changed) or (fail_on is FailOn.worse and worse))
