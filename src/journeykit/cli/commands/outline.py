"""`journey outline`."""

from __future__ import annotations

import typer

from journeykit.cli.options import Config, Isolated, Map, Quiet, StdinName, Verbose


def command(
    file: Map,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """A map as one fact a line, stable: what git compares and shows where it asks for text."""
    from journeykit.cli.console import Console
    from journeykit.cli.maps import Reader
    from journeykit.render.outline import outline

    console = Console("auto", quiet, verbose)
    document = Reader(config, isolated, stdin_filename).read(file)
    if document.journey is None:
        # What cannot be read is shown as it is, so that git always has something to show.
        console.result(document.source.text)
        return
    # Without the line: a blank line above would be a change of every error below it.
    errors = [f"# {found.message}" for found in document.diagnostics if found.severity == "error"]
    lines = outline(document.facts) + errors
    console.result("".join(f"{line}\n" for line in lines))
    raise typer.Exit(0)
