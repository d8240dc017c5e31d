"""The page tells what was measured, to everyone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from journeykit.measure.history import Past
from journeykit.measure.snapshots import Since
from journeykit.render.measures.html import write


def full(made: Callable[..., Any], more: str = "") -> Any:
    """Everything that a page can show."""
    document, measured = made(more, by="stage")
    past = tuple(Past(date(2026, month, 28), measured.health) for month in range(1, 7))
    return document, replace(measured, history=past, since=Since(date(2026, 5, 28), 3, 4, 2, 1, 5, 6, 7, 50.0, 60.0))


def words(text: str) -> str:
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL).split())


def test_everything_is_told(made: Callable[..., Any]) -> None:
    text = words(write(*full(made)))
    for said in (
        "3 customers were seen. Most are in “Start”: 1.",
        "2 of 3 passed, 67%",
        "no event tells it: it holds nobody back",
        "Since 28 May 2026: 5 better, 6 worse, 7 about the same. 2 are new, 1 are gone.",
        "Mean health was 25 on 28 Jan 2026 and 25 on 28 Jun 2026.",
        "100% of 5 steps between actions of the map follow one of its arrows.",
        "seen 3 times",
        "never seen",
        "=cmd()",
        "Going together is no cause",
    ):
        assert said in text


def test_nothing_is_fetched_and_nothing_runs(made: Callable[..., Any]) -> None:
    text = write(*full(made, 'summary: "<script>alert(1)</script>"\n'))
    assert "<script" not in text
    assert not re.search(r'(?:src|href)="(?!#)', text)
    assert "default-src 'none'" in text


def test_a_text_of_the_data_is_no_markup(made: Callable[..., Any]) -> None:
    events = "customer,at,event\nx,2026-06-01,signed_up\nx,2026-06-02,<script>alert(1)</script></svg>\n"
    text = write(*made(events=events))
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_answers_alone_and_nothing_at_all(made: Callable[..., Any]) -> None:
    text = words(write(*made(events="")))
    assert "Planned against actual" not in text
    assert "NPS" in text
    empty = words(write(*made(events="customer,at,event\n", answers="")))
    assert "0 customers were seen." in empty
    assert "No two actions of the map follow each other in the data." in empty


def test_a_dash_where_there_is_nothing(made: Callable[..., Any]) -> None:
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", write(*made(events="customer,at,event\n", answers="")))
    assert rows
    assert all("nan" not in row and "None" not in row for row in rows)
