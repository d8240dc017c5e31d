"""The flow as it was taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from journeykit.measure.sources import SourceError
from journeykit.model.derive.arrows import Spot
from journeykit.render.measures.svg import write
from journeykit.render.views.taken import Passage, taken

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_counts_and_times_stand_in_the_picture(made: Callable[..., Any]) -> None:
    found = texts(write(*made()))
    assert "seen 3 times" in found
    # To share from the report, for Ann after 2 days and for Bob after about 26: the median is 14.
    assert any("it works" in text and "2 · 14 days" in text.replace("\u00a0", " ") for text in found)
    assert found.count("never seen") == 1


def test_arrows_say_their_figures(made: Callable[..., Any]) -> None:
    svg = write(*made())
    said = [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}title")]
    assert "Signs up → Reads the guide: 1 · 1 hour" in said
    assert "stroke-dasharray" in svg


def test_what_was_measured_laid_on_arrows(made: Callable[..., Any]) -> None:
    document, measured = made()
    told = taken(document.facts, measured.conformance)
    ways = {(way.source, way.target): passage for way, passage in told.ways.items()}
    between = Passage(2, pytest.approx((2 + 25.875) / 2 * 86_400))
    # The order, and the arrow for one case: data cannot tell which of them was followed.
    assert ways == {
        (Spot(0, 0), Spot(0, 1)): Passage(1, 3600.0),
        (Spot(0, 1), Spot(0, 2)): Passage(1, 7200.0),
        (Spot(0, 2), Spot(1, 0)): between,
        (Spot(0, 2), Spot(1, None)): between,
    }
    assert told.most == 2
    assert told.seen("stages/start/actions/signs-up") == "seen 3 times"


def test_answers_alone_cannot_be_drawn(made: Callable[..., Any]) -> None:
    with pytest.raises(SourceError, match="--events"):
        write(*made(events=""))
