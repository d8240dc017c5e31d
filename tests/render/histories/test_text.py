from __future__ import annotations

import json

from tests.diff.worlds import document

from journeykit.diff.revision import steps
from journeykit.render.histories import json as as_json
from journeykit.render.histories import text
from journeykit.render.terminal.styled import plain

OLD = "journey: 1\ntitle: T\nstages:\n- stage: A\n  actions: [{action: One, emotion: -2}, {action: Two, emotion: 2}]\n"
NEW = OLD.replace("emotion: -2", "emotion: 0") + "why: Chat\n"
FOUND = [
    ("v1", "2024-01-01", document(OLD)),
    ("torn", "2025-01-01", document("journey: [")),
    ("now", "", document(NEW)),
]


def test_the_revisions_as_a_table_with_their_curves() -> None:
    lines = plain(text.write(steps([FOUND[0], FOUND[2]]), "a.journey.yaml")).splitlines()
    assert lines[0] == "T"
    assert lines[3].split() == ["v1", "2024-01-01", "0", "–", "0", "0%", "▁█"]
    assert lines[4].split()[:3] == ["now", "today", "+1"]
    assert lines[-1] == "Why: Chat"
    assert "_" in plain(text.write(steps(FOUND[:1]), "a.journey.yaml", unicode=False))


def test_a_revision_that_cannot_be_read_is_said() -> None:
    said = plain(text.write(steps(FOUND), "a.journey.yaml"))
    assert "cannot be read" in said
    assert "could not be read" in said


def test_json() -> None:
    found = json.loads(as_json.write(steps(FOUND), "a.journey.yaml"))
    assert [one["figures"] is None for one in found["revisions"]] == [False, True, False]
    assert "overdue_days" not in found["revisions"][0]["figures"]["freshness"]
