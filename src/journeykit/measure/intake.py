"""How a source becomes the view `events` or `answers`: each column read, faulty rows counted and left out.

The SQL is the same on every engine but for a few words, which a `Dialect` has. All names and texts that come from
outside go through its `name` and `text`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from journeykit.measure.engines.base import COUNTED_ONCE, LEFT_OUT, Intake, Remark
from journeykit.measure.sources import MisreadError, Source, is_constant
from journeykit.measure.tables import COLUMNS, TABLES

TypeOf = Literal["aware", "naive", "number", "text", "other"]

#: How times are written, in expressions that every engine understands: with a zone, without one, seconds since 1970.
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = "[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
AWARE = f"^ *{_DAY}[T ]{_CLOCK} *(Z|UTC|[+-][0-9]{{2}}(:?[0-9]{{2}})?) *$"
NAIVE = f"^ *{_DAY}([T ]{_CLOCK})? *$"
EPOCH = "^ *[0-9]{10}([0-9]{3})?([.][0-9]+)? *$"
_NUMBER = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
#: What is said of rows without a time, or with one that is written in another way.
NO_TIME = "have no time that can be read"
_PLACE = "^[0-9]{1,18}$"
#: From here on a number since 1970 counts milliseconds.
_MILLISECONDS = 100_000_000_000
#: A larger number is no amount of anything, and could not be added up exactly.
_LARGEST = 1_000_000_000_000


class Dialect(Protocol):
    """The words of an engine's SQL in which it differs from others."""

    def name(self, text: str) -> str:
        """A name in quotes."""
        ...

    def text(self, text: str) -> str:
        """A text in quotes."""
        ...

    def string(self, sql: str) -> str:
        """Anything as a text."""
        ...

    def double(self, sql: str) -> str:
        """A number, or a text that is one, as a floating-point number."""
        ...

    def matches(self, sql: str, pattern: str) -> str:
        """Whether a text matches a regular expression."""
        ...

    def type_of(self, declared: str) -> TypeOf:
        """What a column of this type says of a time: a moment, a time without zone, a number, a text."""
        ...

    def moment(self, sql: str) -> str:
        """A column that knows its zone, in UTC without one."""
        ...

    def clock(self, sql: str) -> str:
        """A column without zone as a time without zone."""
        ...

    def written(self, sql: str, form: str | None) -> tuple[str, str]:
        """A text as a moment in UTC, and as a time without zone; each null where it is not such a one."""
        ...

    def since_1970(self, sql: str) -> str:
        """Seconds since 1970 as a time in UTC."""
        ...

    def to_utc(self, sql: str, zone: str) -> str:
        """A time of a zone in UTC."""
        ...

    def to_zone(self, sql: str, zone: str) -> str:
        """A time in UTC by the clock of a zone."""
        ...

    def shifted(self, sql: str, hours: int) -> str:
        """A time so many hours later."""
        ...

    def fingerprint(self, columns: Sequence[str]) -> str:
        """A whole number that is the same for rows that are the same in all columns, and for others is not."""
        ...


@dataclass(frozen=True)
class Reading:
    """How a source is read: `columns` as SQL by name, and the conditions on them that make a row remarkable.

    `plain` names, for a column that is read with care, one that is the same where no row needed any: reading what is
    clean as it is takes half the time.
    """

    quote: Callable[[str], str]
    columns: Mapping[str, str]
    plain: Mapping[str, str]
    faults: tuple[tuple[str, str, str], ...]
    remarks: tuple[tuple[str, str, str], ...]

    def select(self, leaving: str | None = None) -> str:
        """The columns for a SELECT, without one whose SQL is `leaving`."""
        return ", ".join(f"{sql} AS {self.quote(name)}" for name, sql in self.columns.items() if sql != leaving)

    def names(self, adding: str) -> str:
        """The columns for a SELECT of what was selected before, with the one left out then."""
        named = ((self.quote(name), sql) for name, sql in self.columns.items())
        return ", ".join(f"{sql} AS {name}" if sql == adding else name for name, sql in named)

    @property
    def good(self) -> str:
        """The condition that a row can be measured."""
        return " AND ".join(f"NOT ({condition})" for condition, _, _ in self.faults)

    def counts(self) -> str:
        """What is counted of a source, for a SELECT: rows, each fault but where another was told, remarks, different
        rows.
        """
        found, before = ["count(*)"], ""
        for condition, _, _ in self.faults:
            found.append(_counted(f"({condition}){before}"))
            before += f" AND NOT ({condition})"
        found += [_counted(f"({condition}) AND {self.good}") for condition, _, _ in self.remarks]
        found += [_counted(f"{self.quote(name)} IS DISTINCT FROM {plain}") for name, plain in self.plain.items()]
        return ", ".join([*found, f"count(DISTINCT CASE WHEN {self.good} THEN row_mark END)"])

    def view(self, role: str, table: str, told: Sequence[int | None], *more: str) -> str:
        """The SELECT of good rows, once it is known what is wrong with some; with more columns, if wanted."""
        faults, cared = told[1 : 1 + len(self.faults)], told[-1 - len(self.plain) : -1]
        clean = {name: plain for (name, plain), count in zip(self.plain.items(), cared, strict=True) if not count}
        named = ((self.quote(key), clean.get(key)) for key in TABLES[role])
        columns = ", ".join((*(f"{plain} AS {name}" if plain else name for name, plain in named), *more))
        return f"SELECT {columns} FROM {table}" + (f" WHERE {self.good}" if any(faults) else "")

    def intake(self, role: str, source: Source, told: Sequence[int | None], has: frozenset[str]) -> Intake:
        """What the counts say."""
        rows, *more, different = (int(one or 0) for one in told)
        more = more[: len(self.faults) + len(self.remarks)]
        found = [
            Remark(reason, count, outcome)
            for (_, reason, outcome), count in zip((*self.faults, *self.remarks), more, strict=True)
            if count
        ]
        good = rows - sum(more[: len(self.faults)])
        if good > different:
            twice = "stand there before, the same in every column"
            found.append(Remark(twice, good - different, COUNTED_ONCE))
        in_order = role == "events" and self.columns["position"] != "0"
        return Intake(role, source.address, rows, tuple(found), has, in_order)


def _counted(condition: str) -> str:
    return f"sum(CASE WHEN {condition} THEN 1 ELSE 0 END)"


def once(reading: Reading, role: str, table: str) -> str:
    """The SELECT of good rows of which several may be the same: each once, at its first position."""
    name = reading.quote
    names = [name(key) for key in (*TABLES[role], "row_mark") if key != "position"]
    told = ", ".join(f"min({name(key)}) AS {name(key)}" if key == "position" else name(key) for key in TABLES[role])
    return f"SELECT {told} FROM {table} WHERE {reading.good} GROUP BY {', '.join(names)}"


def reading(
    dialect: Dialect,
    role: str,
    types: Mapping[str, str],
    said: Mapping[str, str | None],
    of: Source,
    position: str = "0",
) -> Reading:
    """How the columns of a source (`types` by name) are read as those wanted (`said`); `position` is the SQL of a row's
    place where no column says it. Raises `SourceError`.
    """
    columns: dict[str, str] = {}
    faults: list[tuple[str, str, str]] = [("customer IS NULL", "have no customer", LEFT_OUT)]
    remarks: list[tuple[str, str, str]] = []
    for key in COLUMNS[role]:
        if key == "at":
            times, odd = _times(dialect, said[key] or "", types, of)
            columns |= times
            faults.append((f"{dialect.name('at')} IS NULL", NO_TIME, LEFT_OUT))
            remarks += odd
        else:
            columns[key] = (
                position if key == "position" and not said[key] else _column(dialect, key, role, said[key], types, of)
            )
    if role == "events":
        faults.append(("event IS NULL", "have no event", LEFT_OUT))
        if said["value"]:
            columns["value_written"] = _written(dialect, said["value"], types)
            no_number = f"value_written IS NOT NULL AND {dialect.name('value')} IS NULL"
            remarks.append((no_number, "have a value that is no number", "counted without it"))
    else:
        columns["score_written"] = _written(dialect, said["score"] or "", types)
        kinds = ", ".join(dialect.text(kind) for kind in of.scales)
        faults.append(
            (f"kind IS NULL OR kind NOT IN ({kinds})", f"are of no kind known ({', '.join(of.scales)})", LEFT_OUT)
        )
        faults.append(("score_written IS NULL", "have no score", LEFT_OUT))
        worth = f"{LEFT_OUT}; `[measure.scores]` says what words are worth"
        faults.append(("score IS NULL", "have a score that is no number", worth))
        for kind, (low, high) in of.scales.items():
            beyond = f"kind = {dialect.text(kind)} AND (score < {low!r} OR score > {high!r})"
            scale = f"{LEFT_OUT}; another scale is written `{kind}` in `[measure.scales]`"
            faults.append((beyond, f"have a score of {kind} outside {low:g} to {high:g}", scale))
    plain = {}
    for key in COLUMNS[role]:
        name = said[key]
        # A kind is read in small letters, and a time in UTC: they never are as they stand there.
        if (
            name
            and not is_constant(name)
            and key not in ("at", "kind", "position")
            and _is_plain(dialect, key, role, types[name])
        ):
            columns[f"{key}_plain"] = dialect.name(name)
            plain[key] = f"{key}_plain"
    columns["row_mark"] = dialect.fingerprint([dialect.name(name) for name in types])
    return Reading(dialect.name, columns, plain, tuple(faults), tuple(remarks))


def _is_plain(dialect: Dialect, key: str, role: str, declared: str) -> bool:
    """Whether a column may need no care: a text that is wanted as a text, a floating-point number that is wanted so."""
    kind = TABLES[role][key]
    if kind == "string":
        return dialect.type_of(declared) == "text"
    return kind == "float64" and declared.lower() in ("double", "double precision")


def _times(
    dialect: Dialect, said: str, types: Mapping[str, str], of: Source
) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The columns `at` and `local`, and what is odd about hours that the clocks skip or show twice."""
    if is_constant(said):
        raise MisreadError("the time of each row cannot be a constant")
    name, kind = dialect.name(said), dialect.type_of(types[said])
    moment = clock = ""
    if kind == "aware":
        moment = dialect.moment(name)
    elif kind == "naive":
        clock = dialect.clock(name)
    elif kind == "number":
        moment = dialect.since_1970(_in_seconds(dialect.double(name)))
    elif kind == "text":
        moment, clock = dialect.written(name, of.time_format)
        number = _in_seconds(dialect.double(f"CASE WHEN {dialect.matches(name, EPOCH)} THEN {name} END"))
        moment = f"coalesce({moment}, {dialect.since_1970(number)})"
    else:
        raise MisreadError(f"{of.address}: column '{said}' is no time but {types[said].lower()}")
    if of.zone == "UTC":
        at = f"coalesce({moment}, {clock})" if moment and clock else moment or clock
        return {"at": at, "local": at}, []
    if not clock:
        return {"at": moment, "local": dialect.to_zone(moment, of.zone)}, []
    # An hour that comes twice is read as the first of both on every engine; one that is skipped, as an hour later.
    late = dialect.to_utc(clock, of.zone)
    early = dialect.shifted(late, -1)
    first = f"CASE WHEN {dialect.to_zone(early, of.zone)} = {clock} THEN {early} ELSE {late} END"
    at = f"coalesce({moment}, {first})" if moment else first
    told = {"at": at, "local": dialect.to_zone(at, of.zone), "clock": clock}
    shown = f"{dialect.name('local')} = clock"
    again = f"{dialect.to_zone(dialect.shifted(dialect.name('at'), 1), of.zone)} = clock"
    return told, [
        (f"NOT {shown}", f"have a time that the clocks of {of.zone} skip", "read as an hour later"),
        (f"{shown} AND {again}", f"have a time that the clocks of {of.zone} show twice", "read as the first of both"),
    ]


def _in_seconds(number: str) -> str:
    return f"CASE WHEN abs({number}) >= {_MILLISECONDS} THEN {number} / 1000.0 ELSE {number} END"


def _written(dialect: Dialect, said: str, types: Mapping[str, str]) -> str:
    """A column as the text that stands there; null where it is empty."""
    if is_constant(said):
        return dialect.text(said[1:-1])
    return f"nullif(trim({dialect.string(dialect.name(said))}), '')"


def _column(dialect: Dialect, key: str, role: str, said: str | None, types: Mapping[str, str], of: Source) -> str:
    """The SQL of a column wanted, from the one there is."""
    kind = TABLES[role][key]
    if said is None:
        return dialect.double("NULL") if kind == "float64" else dialect.string("NULL")
    written = _written(dialect, said, types)
    if kind == "string":
        return f"lower({written})" if key == "kind" else written
    if kind == "int64":
        if dialect.type_of(types[said]) == "number":
            return f"CAST({dialect.name(said)} AS BIGINT)"
        # What is called position may be the place of a button; such a row has none.
        return f"CAST(CASE WHEN {dialect.matches(written, _PLACE)} THEN {written} ELSE '0' END AS BIGINT)"
    if not is_constant(said) and dialect.type_of(types[said]) == "number":
        number = dialect.double(dialect.name(said))
    else:
        point = f"replace({written}, ',', '.')"
        number = dialect.double(f"CASE WHEN {dialect.matches(point, _NUMBER)} THEN {point} END")
        if key == "score" and of.scores:
            worth = " ".join(f"WHEN {dialect.text(word.lower())} THEN {worth!r}" for word, worth in of.scores.items())
            number = f"coalesce(CASE lower({written}) {worth} END, {number})"
    return f"CASE WHEN abs({number}) < {_LARGEST} THEN {number} END"
