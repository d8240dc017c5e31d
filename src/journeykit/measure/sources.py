"""Where events and answers come from: files of several kinds, or a table of a database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qs, unquote

from journeykit.measure.tables import COLUMNS, REQUIRED
from journeykit.model.nearest import nearest

#: The kinds of files, by ending; each may end on `.gz` too.
ENDINGS = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".parquet": "parquet", ".jsonl": "json", ".ndjson": "json",
           ".json": "json", ".xes": "xes"}  # fmt: skip
_ENGINES = {"duckdb": "duckdb", "postgres": "postgres", "postgresql": "postgres", "spark": "spark"}
#: The lowest and the highest score of a survey, where the configuration says nothing else.
SCALES: dict[str, tuple[float, float]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
_NAME = re.compile(r"[^\x00\"`]+")
#: What people have at hand that is not read, and what to do with it: by the ending of a file, or before `://`.
_SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
_FAR = ("http", "https", "ftp", "sftp", "s3", "gs", "az", "abfss")
#: What may follow % in the form of a time.
_FORM = re.compile(r"%(-?[dmyHIMSj]|[aAbBfgGhnpuUVwWxXYczZ%])")
#: The options that say which column is which.
COLUMN_OPTIONS = {"events": "--event-column", "answers": "--answer-column"}
#: How the form of a time is told of.
FORM_EXAMPLE = 'as in "%d.%m.%Y %H:%M" for 31.12.2026 23:59'


class SourceError(Exception):
    """Data that cannot be measured; the message says which, why, and how to mend it."""


class MisreadError(SourceError):
    """Data that is there, and is not what it was said to be: another option or key mends it."""


@dataclass(frozen=True)
class Source:
    """Data people have. `engine` is duckdb, postgres or spark; `kind` the kind of file, or `table`.

    `address` is the file (a glob is allowed), the file of a database, or what leads to it without the name of the
    table, which is `table`. `columns` maps the columns wanted to those there; `zone` is that of times without one;
    `time_format` how times are written (as for strptime) where it is not like 2026-03-02 10:00. `scores` says what a
    score in words is worth, and `scales` the lowest and the highest score of each kind of survey.
    """

    engine: str
    kind: Literal["csv", "parquet", "json", "xes", "table"]
    address: str
    table: str = ""
    columns: Mapping[str, str] | None = None
    zone: str = "UTC"
    time_format: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, tuple[float, float]] = field(default_factory=lambda: dict(SCALES))


def source(text: str, columns: Mapping[str, str] | None = None, zone: str = "UTC") -> Source:
    """What a person names: a file, or `duckdb://FILE#TABLE`, `postgres://HOST/DATABASE#TABLE`, `spark://…#TABLE`.

    A table of a schema is written `schema.table`. Raises `SourceError`.
    """
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Source("duckdb", _kind(text), text, columns=columns, zone=zone)
    engine = _ENGINES.get(scheme.lower())
    if engine is None:
        guess = nearest(scheme, _ENGINES)
        hint = f"did you mean {guess}://?" if guess else "there are duckdb://, postgres:// and spark://"
        if scheme.lower() in _FAR:
            raise SourceError(f"{scheme}:// is not read, for nothing is fetched: download the file, and name it")
        raise SourceError(f"{scheme}:// is not known; {hint}")
    address, hash_, table = rest.rpartition("#")
    if not hash_ or not table:
        raise SourceError(f"{_shown(text)} names no table; write it behind a #: {scheme}://{rest or 'shop'}#events")
    where, _, more = address.partition("?")
    if engine == "postgres" and (":" in where.rpartition("@")[0] or "password" in parse_qs(more)):
        raise SourceError("write no password here; it comes from PGPASSWORD, a service file or ~/.pgpass")
    table = unquote(table)
    if not _NAME.fullmatch(table):
        raise SourceError(f"{table!r} is no name of a table")
    return Source(engine, "table", address, table, columns, zone)


def _kind(path: str) -> Literal["csv", "parquet", "json", "xes"]:
    if path == "-":
        raise SourceError("data are not read from standard input; name a file, or a table of a database")
    bare = path.lower().removesuffix(".gz").removesuffix(".zst")
    for ending, kind in ENDINGS.items():
        if bare.endswith(ending):
            return kind  # type: ignore[return-value]
    if bare.endswith(_SHEETS):
        raise SourceError(f"{path} is a workbook; save the sheet with the data as CSV UTF-8, and name that file")
    raise SourceError(f"{path}: what is in it? Files end on {', '.join(ENDINGS)}; databases begin with duckdb://")


def _shown(address: str) -> str:
    """An address without what may be secret in it."""
    return re.sub(r"//[^/@]*@", "//…@", address)


#: Other names under which a column is recognised, the likeliest first.
ALIASES: dict[str, tuple[str, ...]] = {
    "customer": ("customer", "customer_id", "user_id", "user", "case:concept:name", "case_id", "case", "visitorid"),
    "at": ("at", "time", "timestamp", "time:timestamp", "date", "datetime", "created_at", "survey_date"),
    "event": ("event", "activity", "concept:name", "action", "event_name"),
    "channel": ("channel", "touchpoint_channel", "platform"),
    "segment": ("segment", "market", "plan"),
    "account": ("account", "account_id", "company"),
    "value": ("value", "amount", "revenue"),
    "position": ("position", "sequence"),
    "kind": ("kind", "survey", "type", "metric"),
    "score": ("score", "rating", "answer", "nps"),
    "comment": ("comment", "text", "verbatim"),
    "stage": ("stage",),
    "touchpoint": ("touchpoint",),
}  # fmt: skip


def check_columns(role: str, wanted: Mapping[str, str]) -> None:
    """Raises `SourceError` where something is mapped that events or answers do not have."""
    for key in wanted:
        if key not in COLUMNS[role]:
            guess = nearest(key, COLUMNS[role])
            hint = f"did you mean {guess}?" if guess else f"there are {', '.join(COLUMNS[role])}"
            raise SourceError(f"there is no column '{key}' of {role} to map; {hint}")


def check_zone(name: str) -> None:
    """Raises `SourceError` for what is no time zone of the IANA database, with the one that may be meant."""
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        known = sorted(available_timezones())
        places = {zone.rpartition("/")[2]: zone for zone in known if "/" in zone}
        # What is written in capitals, or as hours, is no slip: CEST is neither EST nor CET.
        guess = None if name.upper() == name else nearest(name.replace(" ", "_"), (*places, *known))
        hint = f"did you mean {places.get(guess, guess)}?" if guess else "write a place, as in Europe/Berlin, or UTC"
        raise SourceError(f"there is no time zone '{name}'; {hint}") from None


def check_form(form: str) -> None:
    """Raises `SourceError` for what cannot be the form of a time."""
    if "%" not in form:
        raise SourceError(f"'{form}' has no % in it; write the parts of a time as %d, %m, %Y, %H, %M, {FORM_EXAMPLE}")
    if left := re.search(r"%.?", _FORM.sub("", form)):
        raise SourceError(f"'{left[0]}' in '{form}' is no part of a time; write it {FORM_EXAMPLE}")


def mapped(role: str, found: list[str], wanted: Mapping[str, str] | None, name: str) -> dict[str, str | None]:
    """Which column there is each column wanted: as said, else by its name; None where there is none.

    A value in quotes is a constant: `kind = "'nps'"`. Raises `SourceError` for a column that must be there and is not.
    """
    wanted = wanted or {}
    check_columns(role, wanted)
    option = COLUMN_OPTIONS[role]
    folded = {_folded(column): column for column in reversed(found)}
    told: dict[str, str | None] = {}
    for key in COLUMNS[role]:
        if key in wanted:
            said = wanted[key]
            if not is_constant(said) and said not in found:
                guess = nearest(said, found)
                hint = f"did you mean '{guess}'?" if guess else f"there are {', '.join(found)}"
                if key == "kind" and said.lower() in SCALES:
                    hint = f"if all are of this kind, quote it: {option} kind=\"'{said}'\""
                raise MisreadError(f"{name} has no column '{said}' for {key}; {hint}")
            told[key] = said
        else:
            aliases = map(_folded, ALIASES[key])
            told[key] = next((folded[alias] for alias in aliases if alias in folded), None)
    missing = [key for key in REQUIRED[role] if told[key] is None]
    if missing:
        hint = " ".join(f"{option} {key}=NAME" for key in missing)
        if "kind" in missing:
            hint += f"; where all are of one kind, quote it: {option} kind=\"'nps'\""
        lacks, there = ", ".join(missing), ", ".join(found[:12])
        raise MisreadError(f"{name} has no column for {lacks}; say which it is: {hint} (there are {there})")
    return told


def _folded(column: str) -> str:
    """A column's name for comparing: Event Name, event-name and event_name are one."""
    return re.sub(r"[\s_-]+", "_", column.strip().casefold())


def is_constant(said: str) -> bool:
    """Whether a mapping is a constant in quotes rather than a column."""
    return len(said) > 2 and said[0] == said[-1] == "'"
