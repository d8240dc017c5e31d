"""A small map and what was measured of it, for the writers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journeykit.measure.report import Measured, measure
from journeykit.measure.sources import source
from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.source.text import Source

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

MAP = """\
journey: 1
id: trial
title: Trial
{more}stages:
  - stage: Start
    duration: 10 days
    enter: {{event: signed_up}}
    actions:
      - {{action: Signs up, event: signed_up}}
      - {{action: Reads the guide, event: guide, optional: true}}
      - {{action: Makes a report, event: report, next: [{{to: use, when: it works}}]}}
    gate:
      - {{checkpoint: Report, event: report}}
      - {{checkpoint: Likes it}}
    health: [{{signal: Logs in, event: login, per: 10 days, target: 4}}]
  - stage: Use
    actions: [{{action: Shares, event: shared}}, {{action: Tells a friend, event: told}}]
    leaves: [{{leave: Cancels, event: cancelled}}]
"""
EVENTS = """\
customer,at,event,value
ann,2026-06-01 10:00,signed_up,
ann,2026-06-01 12:00,report,10
ann,2026-06-03 12:00,shared,5
ann,2026-06-04 12:00,cancelled,
bob,2026-06-02 10:00,signed_up,
bob,2026-06-02 11:00,guide,
bob,2026-06-02 13:00,report,
bob,2026-06-28 10:00,shared,
cem,2026-06-25 10:00,signed_up,
cem,2026-06-26 10:00,login,
cem,2026-06-27 10:00,=cmd(),
"""
ANSWERS = """\
customer,at,kind,score,stage
ann,2026-03-05,nps,10,Start
bob,2026-06-05,nps,0,Start
ann,2026-06-06,nps,9,Use
cem,2026-06-27,nps,7,Use
"""

Made = tuple[Document, Measured]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Made]:
    """A map (with more keys at its top) and what was measured of it."""

    def run(more: str = "", events: str = EVENTS, answers: str = ANSWERS, **options: Any) -> Made:
        from journeykit.measure.engines.duckdb import DuckDB

        document = load(Source("m.journey.yaml", MAP.format(more=more)))
        assert document.is_sound, [one.message for one in document.diagnostics]
        told = []
        for name, text in (("e.csv", events), ("a.csv", answers)):
            (tmp_path / name).write_text(text, "utf-8")
            told.append(source(str(tmp_path / name)) if text else None)
        engine = DuckDB([one for one in told if one])
        try:
            return document, measure(document.facts, engine, *told, date(2026, 6, 30), **options)
        finally:
            engine.close()

    return run
