"""`journey new`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Config, Isolated, Quiet, Verbose
from journeykit.model.templates import TEMPLATES


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Where to write it; by default a name made of the title.")
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            "-t",
            help=f"The stages to begin with: {', '.join(TEMPLATES)}, or one of your configuration.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the journey is, from the customer's side.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there.")] = False,
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a commented first map, with one stage worked out."""
    from journeykit.cli.console import Console, WrongUsageError, write_whole
    from journeykit.cli.options import chosen
    from journeykit.convert.draft import first_map
    from journeykit.model.identity import slug
    from journeykit.model.project import find_project

    project = find_project(file.parent if file else Path(), config, isolated)
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    if title is None and asks:
        title = typer.prompt("What is the journey, from the customer's side?", err=True)
    if template is None and asks:
        template = typer.prompt(f"Which stages? {', '.join(project.templates)}", default="buying-process", err=True)
    if title is None and file is not None:
        title = file.name.split(".")[0].replace("-", " ").replace("_", " ").strip().capitalize()
    title = " ".join((title or "").split())
    if not title:
        raise WrongUsageError('give the journey a title: journey new --title "Buying a first bicycle"')
    template = template or "buying-process"
    chosen("--template", template, list(project.templates))
    target = file or Path(f"{slug(title) or 'map-1'}.journey.yaml")
    if target.exists() and not force:
        raise WrongUsageError(f"{target} is there already; give another name, or --force to overwrite it")
    write_whole(target, first_map(title, template, project.templates[template]).encode())
    console = Console("auto", quiet, verbose)
    console.detail(f"Using the template {template}: {', '.join(project.templates[template])}")
    console.say(f"Wrote {target}. Next: journey validate {target}, then journey render {target} -o map.html")
