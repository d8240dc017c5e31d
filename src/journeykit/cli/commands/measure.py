"""`journey measure`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Map, Quiet, StdinName, Today, Verbose
from journeykit.render import kinds

#: The formats that the ending of a file stands for.
_ENDINGS = {".json": "json", ".csv": "csv", ".html": "html", ".svg": "svg"}

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
        typer.Option("--customers", metavar="FILE", help="List the customers: stage, health, what they miss (CSV)."),
    ] = None,
    alerts: Annotated[
        str | None,
        typer.Option(
            "--alerts", metavar="TO", help="The map's alerts as JSON lines: -, a file, or command:PROGRAM ARGS."
        ),
    ] = None,
    send: Annotated[
        bool, typer.Option("--send", help="Send the alerts and remember it; without it they are only shown.")
    ] = False,
    snapshots: Annotated[
        Path | None,
        typer.Option(
            "--snapshots", metavar="FILE", help="Keep the day and the alerts sent, for what is new next time."
        ),
    ] = None,
    history: Annotated[
        str | None,
        typer.Option("--history", metavar="LENGTH", help="Health at earlier days as well: 6 months, 12 weeks."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Write the figures into the map: metrics, and the shares of personas.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="With --update: show what would be written.")] = False,
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
    from contextlib import ExitStack
    from dataclasses import replace
    from functools import partial
    from importlib import import_module

    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.cli.data import group_of, opened, progress, snapshots_of, sources_of, write_customers
    from journeykit.cli.maps import Reader
    from journeykit.cli.options import day, form_of
    from journeykit.cli.sound import sound
    from journeykit.cli.watching import Watcher, close, days_back, sender
    from journeykit.measure.report import measure

    console = Console(color.value, quiet, verbose)
    form = form_of(format, output, kinds("measures"), _ENDINGS)
    on = day(today)
    days = days_back(history, on)
    if alerts is not None:
        sender(alerts)
    if update:
        from journeykit.cli.updating import can_update

        can_update(file)
    if (send and alerts is None) or (diff and not update):
        raise WrongUsageError("--send goes with --alerts" if send else "--diff goes with --update")
    document = sound(file, console, config, isolated, stdin_filename)
    said = sources_of(document, config, isolated, events, surveys, event_column, answer_column, time_zone, time_format)
    group = group_of(by, said)
    kept = snapshots or snapshots_of(document, config, isolated)
    source = said.events
    for option, wanted in (("--customers", customers), ("--alerts", alerts), ("--history", history),
                           ("--snapshots", snapshots)):  # fmt: skip
        if wanted is not None and source is None:
            raise WrongUsageError(f"{option} is about those who did something: name the data with --events")
    if send and kept is None:
        raise WrongUsageError("--send must remember what was sent: name a file with --snapshots")
    listing = partial(write_customers, customers) if customers else None
    with ExitStack() as stack:
        watcher = Watcher(document, on, source.zone if source else "UTC", alerts is not None, days)
        if kept is not None and source is not None:
            from journeykit.measure.snapshots import Snapshots

            writes = alerts is None or send
            watcher.snapshots = stack.enter_context(Snapshots(kept, document.outline.root.id, writes))
        with progress(console) as watch, opened(said.events, said.surveys, watch) as engine:
            measured = measure(
                document.facts, engine, said.events, said.surveys, on, group, said.satisfied, listing, watcher
            )
        measured = replace(measured, history=watcher.past, since=watcher.since)
        close(watcher, alerts, send, console)
    if update:
        from journeykit.cli.updating import update as write_back

        write_back(document, measured, Reader(config, isolated, stdin_filename), console, diff)
    # What is asked for on standard output stands there alone.
    if output is None and (alerts is not None or diff):
        return
    writer = import_module(f"journeykit.render.measures.{form}")
    if form != "text":
        console.deliver(writer.write(document, measured), output)
    else:
        console.deliver_lines(writer.write(document, measured), output)
