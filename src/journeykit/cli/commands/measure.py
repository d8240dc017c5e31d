"""`journey measure`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Map, Quiet, StdinName, Today, Verbose
from journeykit.render import kinds

_SOURCE = (
    "A file (CSV, Parquet, JSON lines, XES) or a table: duckdb://FILE#TABLE, postgres://HOST/DB#TABLE, spark://#TABLE."
)


def command(
    file: Map,
    events: Annotated[
        str | None, typer.Option("--events", metavar="SRC", help=f"What customers did. {_SOURCE}")
    ] = None,
    surveys: Annotated[
        str | None, typer.Option("--surveys", metavar="SRC", help="What they answered; the same kinds of sources.")
    ] = None,
    today: Today = None,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="GROUP",
            help="segment, cohort, account; of answers stage, touchpoint, channel, month, quarter.",
        ),
    ] = None,
    customers: Annotated[
        Path | None,
        typer.Option(
            "--customers", metavar="FILE", help="List the customers: stage, health, what they miss (CSV)."
        ),
    ] = None,
    event_column: Annotated[
        list[str] | None,
        typer.Option("--event-column", metavar="KEY=NAME", help="Which column is customer, at, event …"),
    ] = None,
    answer_column: Annotated[
        list[str] | None,
        typer.Option(
            "--answer-column", metavar="KEY=NAME", help="Which column is kind, score …; 'nps' in quotes is a constant."
        ),
    ] = None,
    time_zone: Annotated[
        str | None, typer.Option("--time-zone", metavar="ZONE", help="Of times without one; by default UTC.")
    ] = None,
    time_format: Annotated[
        str | None, typer.Option("--time-format", metavar="FORM", help="How times are written: %d/%m/%Y %H:%M.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"{', '.join(kinds('measures'))}.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending is the format.")
    ] = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Hold a map against what customers did and said: stages, gates, health, feedback, the ways they took."""
    from functools import partial
    from importlib import import_module

    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.cli.data import engine_for, group_of, progress, sources_of, write_customers
    from journeykit.cli.options import chosen, day
    from journeykit.cli.sound import sound
    from journeykit.measure.report import measure
    from journeykit.render.terminal.styled import plain

    console = Console(color.value, quiet, verbose)
    ending = {".json": "json", ".csv": "csv", ".html": "html"}.get(output.suffix if output else "", "text")
    form = chosen("--format", format or ending, kinds("measures"))
    on = day(today)
    document = sound(file, console, config, isolated, stdin_filename)
    said = sources_of(document, config, isolated, events, surveys, event_column, answer_column, time_zone, time_format)
    group = group_of(by, said)
    if customers is not None and said.events is None:
        raise WrongUsageError("--customers lists those who did something: name the data with --events")
    listing = partial(write_customers, customers) if customers else None
    with progress(console) as watch:
        engine = engine_for(said.events, said.surveys, watch)
        try:
            measured = measure(document.facts, engine, said.events, said.surveys, on, group, said.satisfied, listing)
        finally:
            engine.close()
    writer = import_module(f"journeykit.render.measures.{form}")
    if form != "text":
        console.deliver(writer.write(document, measured), output)
    elif output is None:
        console.lines(writer.write(document, measured))
    else:
        console.deliver(plain(writer.write(document, measured)), output)
