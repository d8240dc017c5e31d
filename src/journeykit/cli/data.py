"""Where the data of a run is, from what was typed and what the configuration says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from journeykit.cli.console import WrongUsageError
from journeykit.cli.maps import Reader
from journeykit.measure.engines.base import Engine
from journeykit.measure.sources import Source, SourceError, source
from journeykit.model.document import Document


@dataclass(frozen=True)
class Said:
    """The sources of a run; `satisfied` is the least score that counts as satisfied in a CSAT survey."""

    events: Source | None
    surveys: Source | None
    satisfied: float


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
    told = []
    for typed, known, columns, more in (
        (events, settings.events, settings.event_columns, _pairs("--event-column", event_columns)),
        (surveys, settings.surveys, settings.answer_columns, _pairs("--answer-column", answer_columns)),
    ):
        text = typed or (_inside(root, known) if known else None)
        if text is None:
            told.append(None)
            continue
        try:
            found = source(text, {**columns, **more}, zone or settings.time_zone)
        except SourceError as error:
            raise WrongUsageError(str(error)) from None
        told.append(replace(found, time_format=form or settings.time_format))
    if told == [None, None]:
        raise WrongUsageError("name the data: --events FILE, --surveys FILE, or both; or [measure] in journey.toml")
    return Said(told[0], told[1], settings.satisfied)


def _inside(root: Path, text: str) -> str:
    """A path of the configuration, relative to the file it stands in."""
    return text if "://" in text or Path(text).is_absolute() else str(root / text)


def _pairs(option: str, texts: Sequence[str] | None) -> Mapping[str, str]:
    found = {}
    for text in texts or ():
        key, sign, name = text.partition("=")
        if not sign or not key or not name:
            raise WrongUsageError(f"{option}: '{text}' is no KEY=NAME; write it like customer=user_id")
        found[key] = name
    return found


def engine_for(events: Source | None, surveys: Source | None) -> Engine:
    """The engine that both sources lie in. Raises `WrongUsageError`, `MissingExtraError`."""
    given = tuple(one for one in (events, surveys) if one is not None)
    names = {one.engine for one in given}
    if len(names) > 1:
        raise WrongUsageError(f"events and surveys lie in different engines ({', '.join(sorted(names))}); use one")
    from journeykit.measure.engines.duckdb import DuckDB

    return DuckDB(given)
