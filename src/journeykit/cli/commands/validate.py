"""`journey validate`."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Paths, Quiet, StdinName, Verbose
from journeykit.render import kinds


class FailOn(StrEnum):
    """The severity from which on a finding fails the run."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[=FILE]",
        show_default=False,
        help=f"{', '.join(kinds('reports'))}, on standard output or into FILE; may be repeated. "
        "By default github inside GitHub Actions, else text.",
    ),
]


def command(
    paths: Paths = None,
    format: Formats = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="What fails the run: error by default.")] = None,
    max_findings: Annotated[int | None, typer.Option("--max-findings", min=1, help="Tell so many at the most.")] = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check maps: the file, the format and the references."""
    from journeykit.cli.check import check
    from journeykit.cli.console import Console
    from journeykit.cli.maps import Reader, choose, home
    from journeykit.cli.report import report, target

    console = Console(color.value, quiet, verbose)
    targets = [target(text) for text in format or ["github" if os.environ.get("GITHUB_ACTIONS") else "text"]]
    reader = Reader(config, isolated, stdin_filename)
    choice = choose(paths)
    settings = reader.project(home(choice)).settings
    checked = check(choice, reader, console)
    report(checked, targets, console, reader, max_findings)
    if not checked.maps and not checked.unreadable and not any(name == "text" for name, _ in targets):
        console.say("No maps found.")
    for problem in checked.unreadable:
        console.complain(f"journey: {problem}")
    if checked.unreadable:
        raise typer.Exit(3)
    if checked.fails(fail_on.value if fail_on else settings.fail_on):
        raise typer.Exit(1)
