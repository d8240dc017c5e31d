"""Many maps are read another way than one, and what is found is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from journeykit.cli.maps import Choice, Reader, read_all
from journeykit.model.document import Document
from journeykit.model.project import Settings
from journeykit.rules.judge import Judge
from journeykit.rules.registry import built_in
from journeykit.rules.select import Selection
from journeykit.source import quick

pytest.importorskip("yaml_rs")

MAP = """\
journey: 1
id: map-{n}
title: Buy a bicycle {n}
personas:
  ines: {{name: Ines, goals: [ride soon]}}
channels:
  shop: {{name: Shop, kind: physical}}
stages:
  - stage: Look around
    actions:
      - action: Compares the prices
        channel: shop
        emotion: {{score: -2, because: there are none}}
      - action: Asks {asked}
    {more}
  - stage: Ride
    actions: [Rides home]
"""
#: Clean, with a fault of each sort, with a suppression, and with what only the nodes can tell.
ASKED = ["a neighbour", "a neighbour #2", "'a neighbour", "*neighbour", "!neighbour", "a neighbour: why"]
MORE = [
    "pains: [It is dear]",
    "pain: It is dear",
    "x-own: 007",
    "# journey: allow JK301 -- known",
    "pains:",
    "touchpoints: [nowhere]",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(36):
        text = MAP.format(n=number, asked=ASKED[number % 6], more=MORE[number // 6])
        (tmp_path / f"{number:02}.journey.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def findings(folder: Path) -> list[object]:
    reader, judge = Reader(isolated=True), Judge(Selection(built_in(), Settings()), date(2026, 11, 21), {})
    names = tuple(str(path) for path in sorted(folder.iterdir()))
    return [
        (document.journey, judge.judge(document))
        for document in read_all(Choice(names, ()), reader)
        if isinstance(document, Document)
    ]


def test_what_is_found_does_not_depend_on_how_it_is_parsed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = findings(folder)
    texts = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    assert sum(quick.plain_data(text, text.encode()) is not None for text in texts) > 6
    monkeypatch.setattr(quick, "loads", None)
    assert at_once == findings(folder)
