"""Where events and answers come from: files of several kinds, or a table of a database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qs, unquote, urlsplit

from journeykit.measure.tables import COLUMNS, REQUIRED
from journeykit.model.nearest import nearest

#: The kinds of files, by ending; each may end on `.gz` too.
ENDINGS = {".csv": "csv", ".tsv": "csv", ".txt": "csv", ".parquet": "parquet", ".jsonl": "json", ".ndjson": "json",
           ".json": "json", ".xes": "xes"}  # fmt: skip
_ENGINES = {"duckdb": "duckdb", "postgres": "postgres", "postgresql": "postgres", "spark": "spark"}
#: The lowest and the highest score of a survey, where the configuration says nothing else.
SCALES: dict[str, tuple[float, float]] = {"nps": (0, 10), "csat": (1, 5), "ces": (1, 7)}
_NAME = re.compile(r"[^\x00\"`]+")


class SourceError(Exception):
    """Data that cannot be measured; the message says which, why, and how to mend it."""


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
        raise SourceError(f"{scheme}:// is not known; {hint}")
    address, hash_, table = rest.rpartition("#")
    if not hash_ or not table:
        raise SourceError(f"{_shown(text)} names no table; write it behind a #: {scheme}://{rest or 'shop'}#events")
    parts = urlsplit(f"//{address}")
    if engine == "postgres" and (parts.password is not None or "password" in parse_qs(parts.query)):
        raise SourceError("write no password here; it comes from PGPASSWORD, a service file or ~/.pgpass")
    table = unquote(table)
    if not _NAME.fullmatch(table):
        raise SourceError(f"{table!r} is no name of a table")
    return Source(engine, "table", address, table, columns, zone)


def _kind(path: str) -> Literal["csv", "parquet", "json", "xes"]:
    bare = path.lower().removesuffix(".gz").removesuffix(".zst")
    for ending, kind in ENDINGS.items():
        if bare.endswith(ending):
            return kind  # type: ignore[return-value]
    raise SourceError(f"{path}: what is in it? Files end on {', '.join(ENDINGS)}; databases begin with duckdb://")


def _shown(address: str) -> str:
    """An address without what may be secret in it."""
    return re.sub(r"//[^/@]*@", "//…@", address)


#: Other names under which a column is recognised, the likeliest first.
ALIASES: dict[str, tuple[str, ...]] = {
    "customer": ("customer", "customer_id", "customer id", "user_id", "user", "case:concept:name", "case_id", "case",
                 "id", "visitorid"),
    "at": ("at", "time", "timestamp", "time:timestamp", "date", "datetime", "created_at", "survey date"),
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


def mapped(role: str, found: list[str], wanted: Mapping[str, str] | None, name: str) -> dict[str, str | None]:
    """Which column there is each column wanted: as said, else by its name; None where there is none.

    A value in quotes is a constant: `kind = "'nps'"`. Raises `SourceError` for a column that must be there and is not.
    """
    wanted = wanted or {}
    for key in wanted:
        if key not in COLUMNS[role]:
            guess = nearest(key, COLUMNS[role])
            hint = f"did you mean {guess}?" if guess else f"there are {', '.join(COLUMNS[role])}"
            raise SourceError(f"there is no column '{key}' of {role} to map; {hint}")
    folded = {column.casefold(): column for column in reversed(found)}
    told: dict[str, str | None] = {}
    for key in COLUMNS[role]:
        if key in wanted:
            said = wanted[key]
            if not is_constant(said) and said not in found:
                guess = nearest(said, found)
                hint = f"did you mean '{guess}'?" if guess else f"there are {', '.join(found)}"
                raise SourceError(f"{name} has no column '{said}' for {key}; {hint}")
            told[key] = said
        else:
            told[key] = next((folded[alias] for alias in ALIASES[key] if alias in folded), None)
    missing = [key for key in REQUIRED[role] if told[key] is None]
    if missing:
        option = "--event-column" if role == "events" else "--answer-column"
        raise SourceError(
            f"{name} has no column for {', '.join(missing)}; say which it is: {option} {missing[0]}=NAME "
            f"(there are {', '.join(found[:12])})"
        )
    return told


def is_constant(said: str) -> bool:
    """Whether a mapping is a constant in quotes rather than a column."""
    return len(said) > 2 and said[0] == said[-1] == "'"
