"""The judgement, entry by entry, both ways."""

from __future__ import annotations

import pytest
from tests.diff.applying import elements
from tests.diff.worlds import changes

from journeykit.diff.effect import SPECIAL, WORTH
from journeykit.model.anatomy import key_of

BASE = """journey: 1
title: T
personas: {ann: Ann}
channels: {web: Website}
promises: {kind: Kind}
touchpoints:
  one: {name: One, channel: web, promises: kind, quality: 4}
  two: {name: Two, channel: web, promises: kind, quality: 4 %TOUCH}
help: {faq: {name: FAQ %HELP}}
metrics:
  m: {name: M %METRIC}
evidence: {talks: Talks, poll: Poll}
stages:
- stage: A
  actions: [{action: Acts %ACTION}]
  backstage: [{backstage: Writes %LANE}]
  questions: [{question: Why? %QUESTION}]
  gaps: [{gap: G %GAP}]
  pains: [{pain: P %PAIN}]
  highlights: [{highlight: H %HIGHLIGHT}]
  risks: [{risk: R %RISK}]
  leaves: [{leave: L %LEAVE}]
"""


def written(**parts: str) -> str:
    text = BASE
    for name in ("TOUCH", "HELP", "METRIC", "ACTION", "LANE", "QUESTION", "GAP", "PAIN", "HIGHLIGHT", "RISK", "LEAVE"):
        more = parts.get(name.lower(), "")
        text = text.replace(f" %{name}", f", {more}" if more else "")
    return text


#: Where, what it was, what it is, the field that tells it, and that this is better: the way back is worse.
BETTER = [
    ("action", "emotion: -1", "emotion: 1", "emotion"),
    ("action", "emotion: 1", "emotion: {score: 1, evidence: talks}", "emotion.evidence"),
    ("action", "emotion: 1", "emotion: 1, evidence: [talks, poll]", "evidence"),
    ("touch", "state: failing", "state: live", "state"),
    ("touch", "state: missing", "state: planned", "state"),
    ("touch", "importance: 3, state: planned", "importance: 3, state: live", "state"),
    ("help", "state: retired", "state: live", "state"),
    ("help", "state: draft", "state: live", "state"),
    ("question", "", "answer: Because", "state"),
    ("question", "channels: web", "channels: web, answer: So", "state"),
    ("gap", "severity: critical", "severity: high", "severity"),
    ("pain", "severity: medium", "severity: low", "severity"),
    ("gap", "state: open", "state: planned", "state"),
    ("gap", "state: accepted", "state: closed", "state"),
    ("pain", "state: planned", "state: closed", "state"),
    ("gap", "severity: low", "severity: low, evidence: talks", "evidence"),
    ("pain", "evidence: talks", "evidence: [talks, poll]", "evidence"),
    ("highlight", "because: b", "because: b, evidence: talks", "evidence"),
    ("risk", "likelihood: high", "likelihood: low", "likelihood"),
    ("risk", "harm: medium", "harm: low", "harm"),
    ("leave", "share: 20%", "share: 12%", "share"),
    ("lane", "wait: 2 days", "wait: 4 hours", "wait"),
    ("metric", "kind: nps, now: 11", "kind: nps, now: 18", "now"),
    ("metric", "better: lower, now: 61%", "better: lower, now: 35%", "now"),
    ("metric", "now: 9, target: 5", "now: 4, target: 5", "now"),
    ("metric", "now: 9", "now: 4, target: 5", "now"),
]
#: What is neither, although something changed.
NEUTRAL = [
    ("action", "", "emotion: -2", "emotion"),
    ("action", "emotion: lost", "emotion: glad", "emotion"),
    ("action", "emotion: lost", "emotion: lost, evidence: talks", "evidence"),
    ("action", "emotion: {score: 1, because: a}", "emotion: {score: 1, because: b}", "emotion.because"),
    ("action", "evidence: talks", "evidence: poll", "evidence"),
    ("touch", "importance: 1", "importance: 5", "importance"),
    ("touch", "owner: a", "owner: a, evidence: talks", "evidence"),
    ("metric", "unit: x", "unit: x, evidence: talks", "evidence"),
    ("metric", "unit: x, better: higher", "unit: x, better: higher, now: 5", "now"),
    ("metric", "better: higher, now: 5", "better: lower, now: 9", "now"),
    ("metric", "now: 9, target: 5", "now: 5, target: 9", "now"),
    ("metric", "now: 1, unit: h, better: lower", "now: 60, unit: min, better: lower", "now"),
    ("metric", "target: 5", "target: 50", "target"),
    ("help", "state: planned", "state: draft", "state"),
    ("gap", "state: open", "state: accepted", "state"),
    ("gap", "", "severity: low", "severity"),
    ("gap", "state: closed, severity: low", "state: closed, severity: high", "severity"),
    ("leave", "", "share: 12%", "share"),
    ("question", "importance: 1", "importance: 5", "importance"),
    ("question", "channels: web", "channels: web, evidence: talks", "evidence"),
    ("lane", "wait: 2 days", "owner: Ben", "wait"),
]


def effects(where: str, old: str, new: str, field: str) -> set[str]:
    found = changes(written(**{where: old}), written(**{where: new}))
    told = {change["effect"] for change in found if change["field"] == field}
    assert told, f"nothing is told of {field}"
    return told


@pytest.mark.parametrize(("where", "old", "new", "field"), BETTER)
def test_what_is_better_one_way_is_worse_the_other(where: str, old: str, new: str, field: str) -> None:
    assert effects(where, old, new, field) == {"better"}
    assert effects(where, new, old, field) == {"worse"}


@pytest.mark.parametrize(("where", "old", "new", "field"), NEUTRAL)
def test_what_is_neither(where: str, old: str, new: str, field: str) -> None:
    assert effects(where, old, new, field) == {"neutral"}
    assert effects(where, new, old, field) == {"neutral"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("quality: 4", "quality: 2", "worse"),
        ("quality: 4", "quality: 5", "neutral"),  # the best got better, and nobody fell
    ],
)
def test_a_promise_is_kept_worse_where_its_worst_place_fell(old: str, new: str, told: str) -> None:
    before = written()
    after = before.replace("promises: kind, quality: 4 }", "promises: kind, quality: 4}").replace(
        f"name: Two, channel: web, promises: kind, {old}", f"name: Two, channel: web, promises: kind, {new}"
    )
    back = {"worse": "better", "neutral": "neutral"}[told]
    for one, other, wanted in ((before, after, told), (after, before, back)):
        (parity,) = [change for change in changes(one, other) if change["field"] == "parity"]
        assert parity["effect"] == wanted
        assert parity["follows"] == "touchpoints/two"


def test_a_promise_broken_by_a_missing_touchpoint() -> None:
    old, new = written(), written(touch="state: missing")
    assert ("broken_by", "worse") in {(change["field"], change["effect"]) for change in changes(old, new)}
    assert ("broken_by", "better") in {(change["field"], change["effect"]) for change in changes(new, old)}


@pytest.mark.parametrize(
    "line",
    [
        "highlights: [H]", "gaps: [G]", "pains: [{pain: P, severity: critical}]", "gaps: [{gap: G, state: accepted}]",
        "leaves: [L]", "questions: [Q]", "actions: [{action: A, emotion: -2}]", "opportunities: [O]",
    ],
)  # fmt: skip
def test_that_a_map_tells_more_or_less_makes_no_journey_better_or_worse(line: str) -> None:
    text = "journey: 1\ntitle: T\nstages:\n- stage: S\n  note: n\n"
    for old, new in ((text, f"{text}  {line}\n"), (f"{text}  {line}\n", text)):
        assert {change["effect"] for change in changes(old, new)} == {"neutral"}


@pytest.mark.parametrize(("entry", "told"), [("state: live", "better"), ("state: planned", "neutral")])
def test_help_that_comes(entry: str, told: str) -> None:
    text = "journey: 1\ntitle: T\nstages: [S]\n"
    more = f"{text}help: {{faq: {{name: F, {entry}}}}}\n"
    (come,), (gone,) = changes(text, more), changes(more, text)
    assert (come["effect"], gone["effect"]) == (told, {"better": "worse"}.get(told, told))


def test_every_entry_speaks_of_a_field_that_there_is() -> None:
    keys = {(part.noun, key_of(name, info)) for part in elements() for name, info in part.model_fields.items()}
    derived = {("question", "state"), ("question", "wrong_place"), ("promise", "parity"), ("promise", "broken_by"),
               ("persona", "low"), ("map", "low")}  # fmt: skip
    assert {entry for entry in (*WORTH, *SPECIAL) if entry[0] is not None} <= keys | derived
