from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.render.figures import csv
from journeykit.source.text import Source

TODAY = date(2026, 11, 21)


def test_no_map_is_a_head() -> None:
    assert csv.write([], TODAY) == "path\n"


def test_missing_figures_are_empty_cells() -> None:
    text = csv.write([load(Source("m", "journey: 1\ntitle: T\nstages: [A]\n"))], TODAY)
    assert text.splitlines()[1].startswith("m,t,,T,1,0,")
