"""Figures as CSV: a row a map."""

from __future__ import annotations

import csv
import io
from datetime import date

from journeykit.model.derive import SEVERITIES
from journeykit.render.figures import Maps
from journeykit.render.figures.json import figures

#: What a spreadsheet would take for a formula, also in its full-width forms.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def write(maps: Maps, today: date) -> str:
    """The figures of every map on a day; what does not exist is an empty cell."""
    output = io.StringIO()
    rows = [_row(figures(document, today)) for document in maps]
    writer = csv.DictWriter(output, list(rows[0]) if rows else ["path"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _harmless(value) for key, value in row.items()} for row in rows)
    return output.getvalue()


def _row(found: dict) -> dict[str, object]:
    curve = next(iter(found["curves"].values()))
    return {
        **{key: found[key] for key in ("path", "id", "revision", "title")},
        **found["counts"],
        **{f"questions_{key}": found["questions"][key] for key in ("answered", "planned", "open", "wrong_place")},
        "persona": next(iter(found["curves"])),
        "mean_emotion": curve["mean"],
        **{f"{key}_score": curve[key]["score"] if curve[key] else None for key in ("low", "peak", "end")},
        "low_point": curve["low"]["element"] if curve["low"] else None,
        "gaps_open": found["gaps"]["open"],
        **{f"gaps_{key}": found["gaps"]["by_severity"][key] for key in (*SEVERITIES, "unrated")},
        "evidence_share": found["evidence"]["share"],
        **found["freshness"],
    }


def _harmless(value: object) -> object:
    """Text that a spreadsheet would run as a formula, quoted; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
