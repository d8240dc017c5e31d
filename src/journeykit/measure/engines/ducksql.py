"""The words of DuckDB's SQL."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.measure.intake import AWARE, NAIVE, TypeOf


class DuckSQL:
    """The words of DuckDB's SQL."""

    def name(self, text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    def text(self, text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    def string(self, sql: str) -> str:
        return f"CAST({sql} AS VARCHAR)"

    def double(self, sql: str) -> str:
        return f"CAST({sql} AS DOUBLE)"

    def matches(self, sql: str, pattern: str) -> str:
        return f"regexp_matches({sql}, {self.text(pattern)})"

    def type_of(self, declared: str) -> TypeOf:
        kind = declared.upper()
        if kind.startswith("TIMESTAMP") and "TIME ZONE" in kind:
            return "aware"
        if kind.startswith(("TIMESTAMP", "DATE")):
            return "naive"
        if kind.startswith(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "DOUBLE", "FLOAT", "DECIMAL")):
            return "other" if kind.startswith(("UUID", "UNION")) or kind.endswith("]") else "number"
        return "text" if kind == "VARCHAR" or kind.startswith("ENUM") else "other"

    def moment(self, sql: str) -> str:
        return f"timezone('UTC', {sql})"

    def clock(self, sql: str) -> str:
        return f"CAST({sql} AS TIMESTAMP)"

    def written(self, sql: str, form: str | None) -> tuple[str, str]:
        if form is not None:
            read = f"try_strptime({sql}, {self.text(form)})"
            none = "CAST(NULL AS TIMESTAMP)"
            return (f"timezone('UTC', {read})", none) if "%z" in form else (none, read)
        # Other ways to write a day are read one way here and another way there: 01/09/21 is refused, not guessed.
        close = f"replace(replace({sql}, ' +', '+'), ' -', '-')"
        aware = f"timezone('UTC', TRY_CAST(CASE WHEN {self.matches(sql, AWARE)} THEN {close} END AS TIMESTAMPTZ))"
        return aware, f"TRY_CAST(CASE WHEN {self.matches(sql, NAIVE)} THEN {sql} END AS TIMESTAMP)"

    def since_1970(self, sql: str) -> str:
        return f"timezone('UTC', to_timestamp({sql}))"

    def to_utc(self, sql: str, zone: str) -> str:
        return f"timezone('UTC', timezone({self.text(zone)}, {sql}))"

    def to_zone(self, sql: str, zone: str) -> str:
        return f"timezone({self.text(zone)}, timezone('UTC', {sql}))"

    def shifted(self, sql: str, hours: int) -> str:
        return f"({sql} + to_hours({hours}))"

    def fingerprint(self, columns: Sequence[str]) -> str:
        return f"hash({', '.join(columns)})"


WORDS = DuckSQL()
