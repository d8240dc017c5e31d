"""Where the data of a run is, from what was typed and what the configuration says."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from io import StringIO
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal
from threading import current_thread, main_thread
from typing import Any

from journeykit.cli.console import Console, WrongUsageError, write_whole
from journeykit.cli.maps import Reader
from journeykit.cli.options import chosen
from journeykit.measure.customers import Customer
from journeykit.measure.engines.base import Engine, Watch
from journeykit.measure.sources import (
    COLUMN_OPTIONS,
    SCALES,
    Source,
    SourceError,
    check_columns,
    check_form,
    check_zone,
    source,
)
from journeykit.model.document import Document
from journeykit.model.project import Measuring
from journeykit.render.tables.formulas import harmless
from journeykit.render.taming import tame
from journeykit.source.text import shown_path


@dataclass(frozen=True)
class Said:
    """The sources of a run; `satisfied` is the least score that counts as satisfied for CSAT, where it is said."""

    events: Source | None
    surveys: Source | None
    satisfied: float | None


def sources_of(
    document: Document,
    config: Path | None,
    isolated: bool,
    events: str | None,
    surveys: str | None,
    event_columns: Sequence[str] | None,
    answer_columns: Sequence[str] | None,
    zone: str | None,
    form: str | None,
) -> Said:
    """The sources, those typed before those configured. Raises `WrongUsageError`, `ConfigurationError`."""
    project = Reader(config, isolated).project_of(document)
    settings = project.settings.measure
    root = project.root or Path()
    where = f"{shown_path(project.file)}: " if project.file else ""
    scales = {**SCALES, **settings.scales}
    _check_times(where, settings, zone, form)
    _refuse(f"{where}`satisfied`", partial(_check_satisfied, scales["csat"]), settings.satisfied)
    told = []
    for role, option, typed, known, columns, pairs in (
        ("events", "--events", events, settings.events, settings.event_columns, event_columns),
        ("answers", "--surveys", surveys, settings.surveys, settings.answer_columns, answer_columns),
    ):
        mapping, check = COLUMN_OPTIONS[role], partial(check_columns, role)
        more = _pairs(mapping, pairs)
        _refuse(f"{where}`{mapping.strip('-')}s`", check, columns)
        _refuse(mapping, check, more)
        text = typed or (_inside(root, known) if known else None)
        if text is None:
            if more:
                raise WrongUsageError(f"{mapping} is about {role}: name them with {option}")
            told.append(None)
            continue
        if "://" not in text and Path(text).is_dir():
            raise WrongUsageError(f"{text} is a folder; name the file in it, or several of one kind: {text}/*.csv")
        try:
            found = source(text, {**columns, **more}, zone or settings.time_zone)
        except SourceError as error:
            raise WrongUsageError(str(error)) from None
        told.append(
            replace(
                found,
                time_format=form or settings.time_format,
                scores=settings.scores,
                scales=scales,
            )
        )
    if told == [None, None]:
        raise WrongUsageError("name the data: --events FILE, --surveys FILE, or both; or [measure] in journey.toml")
    return Said(told[0], told[1], settings.satisfied)


def snapshots_of(document: Document, config: Path | None, isolated: bool) -> Path | None:
    """The file of snapshots that the configuration names. Raises `ConfigurationError`."""
    project = Reader(config, isolated).project_of(document)
    named = project.settings.measure.snapshots
    return (project.root or Path()) / named if named else None


def _check_times(where: str, settings: Measuring, zone: str | None, form: str | None) -> None:
    """Raises `WrongUsageError` for a zone or a form of times that is none, typed or configured."""
    _refuse("--time-zone" if zone else f"{where}`time-zone`", check_zone, zone or settings.time_zone)
    if form or settings.time_format:
        _refuse("--time-format" if form else f"{where}`time-format`", check_form, form or settings.time_format)


def _check_satisfied(scale: tuple[float, float], least: float | None) -> None:
    """Raises `SourceError` for a score that nobody can give: nobody, or everybody, would be satisfied."""
    low, high = scale
    if least is not None and not low <= least <= high:
        raise SourceError(f"{least:g} is not on the scale of csat, {low:g} to {high:g}")


def _refuse(place: str, check: Callable[[Any], None], said: Any) -> None:
    """Raises `WrongUsageError` with the place where it was said, if a check refuses it."""
    try:
        check(said)
    except SourceError as error:
        raise WrongUsageError(f"{place}: {error}") from None


def _inside(root: Path, text: str) -> str:
    """A path of the configuration, relative to the file it stands in."""
    return text if "://" in text or Path(text).is_absolute() else str(root / text)


def _pairs(option: str, texts: Sequence[str] | None) -> Mapping[str, str]:
    found = {}
    for text in texts or ():
        key, sign, name = (part.strip() for part in text.partition("="))
        if not sign or not key or not name:
            raise WrongUsageError(f"{option}: '{text}' is no KEY=NAME; write it like customer=user_id")
        found[key] = name
    return found


def group_of(by: str | None, said: Said) -> str | None:
    """The group that figures are told by, if it can be told of the sources there are. Raises `WrongUsageError`."""
    from journeykit.measure.report import ANSWERED, DONE, GROUPS

    if by is None:
        return None
    chosen("--by", by, GROUPS)
    if said.events is None and by not in ANSWERED:
        raise WrongUsageError(f"--by {by} tells events by it: name them with --events")
    if said.surveys is None and by not in DONE:
        raise WrongUsageError(f"--by {by} tells answers by it: name them with --surveys")
    return by


def engine_for(events: Source | None, surveys: Source | None, watch: Watch | None = None) -> Engine:
    """The engine that both sources lie in. Raises `WrongUsageError`, `MissingExtraError`, `SourceError`."""
    given = tuple(one for one in (events, surveys) if one is not None)
    names = {one.engine for one in given}
    if len(names) > 1:
        raise WrongUsageError(f"events and surveys lie in different engines ({', '.join(sorted(names))}); use one")
    (name,) = names
    if name == "postgres":
        from journeykit.measure.engines.postgres import Postgres

        return Postgres(given)
    if name == "spark":
        from journeykit.measure.engines.spark import Spark

        return Spark(given)
    from journeykit.measure.engines.duckdb import DuckDB

    return DuckDB(given, watch)


@contextmanager
def opened(events: Source | None, surveys: Source | None, watch: Watch | None = None) -> Iterator[Engine]:
    """The engine for these sources. What it has put aside on disk is gone after it, also where the run is ended."""
    with _ended_as_interrupted():
        engine = engine_for(events, surveys, watch)
        try:
            yield engine
        finally:
            engine.close()


@contextmanager
def _ended_as_interrupted() -> Iterator[None]:
    """Let the system's wish to end the process (SIGTERM) be heard as Ctrl-C is, and not end it on the spot."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGTERM, default_int_handler)
    try:
        yield
    finally:
        signal(SIGTERM, before)


@contextmanager
def progress(console: Console) -> Iterator[Watch | None]:
    """A bar on a terminal while something long runs; None where nobody looks."""
    if console.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console as Terminal
    from rich.progress import Progress

    with Progress(console=Terminal(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=1.0)

        def watch(doing: str, done: float) -> None:
            bar.update(task, description=tame(doing), completed=done)

        yield watch


def write_customers(file: Path, listed: Iterator[Customer]) -> None:
    """Write customers as CSV, one a line; `-` is standard output. Raises `UnreadableError`."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("customer", "stage", "left", "since", "health", "missing"))
    for one in listed:
        since = one.since.isoformat(" ", "seconds") if one.since else ""
        health = "" if one.health is None else f"{one.health:g}"
        cells = (one.customer, one.stage or "", "yes" if one.gone else "no", since, health, "; ".join(one.missing))
        writer.writerow([harmless(cell) for cell in cells])
    if str(file) == "-":
        sys.stdout.write(out.getvalue())
    else:
        write_whole(file, out.getvalue().encode("utf-8", "backslashreplace"))
