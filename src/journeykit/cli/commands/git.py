"""`journey git`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from journeykit.cli.options import Config, Isolated, Quiet, Verbose


class What(StrEnum):
    """What is to be done; `diff` and `merge` are called by git itself."""

    install = "install"
    uninstall = "uninstall"
    diff = "diff"
    merge = "merge"


def command(
    what: Annotated[What, typer.Argument(metavar="install|uninstall", help="Set up, or take out again.")],
    arguments: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Teach the git of this repository to compare and merge maps by element, and to show them as outlines."""
    import sys

    from journeykit.cli.console import Console
    from journeykit.cli.drivers import external_diff, install, merge_driver, uninstall
    from journeykit.cli.maps import Reader

    reader = Reader(config, isolated)
    if what is What.diff:
        sys.stdout.write("".join(f"{line}\n" for line in external_diff(arguments or [], reader)))
    elif what is What.merge:
        raise typer.Exit(merge_driver(arguments or [], reader))
    else:
        console = Console("auto", quiet, verbose)
        for done in install() if what is What.install else uninstall():
            console.say(done)
