"""The page of what was measured, in a browser: axe-core finds nothing, and nothing sticks out, in any look and width."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
pytest.importorskip("duckdb")
pytest.importorskip("ibis")

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`)))"""
MAP = """\
journey: 1
title: {title}
lang: {lang}
stages:
  - stage: {long}
    duration: 10 days
    enter: {{event: signed_up}}
    actions:
      - {{action: Signs up, event: signed_up}}
      - {{action: Reads the guide, event: guide, optional: true}}
      - {{action: {long}, event: report, next: [{{to: use, when: it works}}]}}
    gate: [{{checkpoint: {long}, event: report}}, {{checkpoint: Likes it}}]
    health: [{{signal: Logs in, event: login, per: 10 days, target: 4}}]
  - stage: Use
    actions: [{{action: Shares, event: shared}}, {{action: Tells a friend, event: told}}]
    leaves: [{{leave: Cancels, event: cancelled}}]
"""
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsüberwachung"


@pytest.fixture(params=[("en", "A year with the app"), ("ar", "رحلة العميل مع التطبيق")], ids=["ltr", "rtl"])
def page(request: pytest.FixtureRequest, folder: Path, journey: Callable[..., Any]) -> Path:
    """The page of forty customers with everything that it can show."""
    lang, title = request.param
    (folder / "m.journey.yaml").write_text(MAP.format(lang=lang, title=title, long=LONG), "utf-8")
    start = datetime(2026, 1, 5, 9)
    with (folder / "e.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("customer", "at", "event", "segment", "value"))
        for n in range(40):
            names = ["signed_up", *["login"] * (n % 7), "guide", "report", "shared", "cancelled", "not on the map " * 9]
            for at, name in enumerate(names[: 1 + n % 12]):
                segment = (LONG, "small")[n % 2]
                out.writerow((f"c{n}", start + timedelta(days=4 * n + at, minutes=n), name, segment, 10 * at))
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("customer", "at", "kind", "score"))
        for n in range(120):
            day = start + timedelta(days=n)
            out.writerow((f"c{n % 40}", day, ("nps", "csat", "ces")[n % 3], 1 + n % 5))
    for day in ("2026-05-30", "2026-06-30"):
        ended = journey(
            "measure", "m.journey.yaml", "--events", "e.csv", "--surveys", "a.csv", "--today", day, "--by", "segment",
            "--history", "6 months", "--snapshots", "s.duckdb", "-o", "m.html",
        )  # fmt: skip
        assert ended.code == 0, ended.err
    return folder / "m.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(watch: Callable[..., Any], page: Path, scheme: str) -> None:
    axe = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    for width in (360, 700, 899, 1100, 1600):
        with watch(page, width, color_scheme=scheme) as watched:
            assert watched.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width
            watched.quiet()
            if width in (360, 1600):
                watched.page.evaluate(axe)
                assert watched.page.evaluate(FIND, TAGS) == []
                watched.page.click("summary")
                assert watched.page.evaluate(FIND, TAGS) == []


def test_bars_grow_from_where_reading_begins(watch: Callable[..., Any], page: Path) -> None:
    with watch(page, 1400) as watched:
        rtl = watched.page.evaluate("document.documentElement.dir") == "rtl"
        row = "document.querySelector('.mt .stk')"
        bar = watched.page.evaluate(f"{row}.getBoundingClientRect().toJSON()")
        first = watched.page.evaluate(f"{row}.querySelector('rect:not(.bg)').getBoundingClientRect().toJSON()")
        side = "right" if rtl else "left"
        assert first[side] == pytest.approx(bar[side], abs=1)
