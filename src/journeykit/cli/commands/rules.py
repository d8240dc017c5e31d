"""`journey rules`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Config, Isolated, Quiet, Verbose

_FORMATS = ("text", "json", "markdown")


def command(
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(_FORMATS)}.")] = "text",
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """The rules: their codes, names, severities, and what they find."""
    from journeykit.cli.console import Console
    from journeykit.cli.options import chosen
    from journeykit.model.project import find_project
    from journeykit.rules import pages
    from journeykit.rules.registry import rules_of

    console = Console("auto", quiet, verbose)
    chosen("--format", format, _FORMATS)
    console.result(
        {"text": pages.as_text, "json": pages.as_json, "markdown": pages.as_markdown}[format](
            rules_of(find_project(Path(), config, isolated))
        )
    )
