from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from journeykit.measure.sources import SourceError
from journeykit.measure.xes import tabulate

LOG = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0">
  <extension name="Concept" prefix="concept" uri="http://x"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <string key="concept:name" value="the log"/>
  <trace>
    <string key="concept:name" value="c, 1"/>
    <event><string key="concept:name" value="buy &amp; go">
        <string key="concept:name" value="of the attribute itself"/></string>
      <date key="time:timestamp" value="2026-01-01T10:00:00+01:00"/></event>
    <event><list key="goods"><values><string key="good" value="pen"/></values></list>
      <string key="concept:name" value="pay"/><float key="cost" value="2.5"/></event>
    <string key="segment" value="after its events"/>
  </trace>
  <trace/>
</log>"""


@pytest.mark.parametrize("packed", [False, True])
def test_events_become_rows(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("log.xes.gz" if packed else "log.xes")
    file.write_bytes(gzip.compress(LOG.encode()) if packed else LOG.encode())
    columns = tabulate([str(file)], tmp_path / "out.csv")
    assert columns == ["case:concept:name", "concept:name", "time:timestamp", "case:segment", "cost"]
    assert (tmp_path / "out.csv").read_text().splitlines() == [
        '"c, 1",buy & go,2026-01-01T10:00:00+01:00,after its events',
        '"c, 1",pay,,after its events,2.5',
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log><trace/></log>', "document type"),
        ('<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>', "document type"),
        ("<log><trace><event></trace></log>", "mismatched tag"),
        ("<log><trace><event/>", "no element found"),
        ("customer,at,event", "syntax error"),
        ("", "no element found"),
    ],
)
def test_what_is_no_log_is_refused(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "log.xes"
    file.write_text(text)
    with pytest.raises(SourceError, match=f"log.xes is no XES that can be read: .*{why}"):
        tabulate([str(file)], tmp_path / "out.csv")


def test_what_only_claims_to_be_packed_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "log.xes.gz"
    file.write_text(LOG)
    with pytest.raises(SourceError, match="is no XES that can be read"):
        tabulate([str(file)], tmp_path / "out.csv")
