"""What no stage, or no entry, says is told once; as soon as one says it, the others are told one by one."""

from __future__ import annotations

from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.rules.together import either_of, none_of
from journeykit.source.diagnostic import in_order
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"
STAGES = "stages:\n  - {stage: A, note: a, needs: [x]}\n  - {stage: B, needs: [x]}\n  - {stage: C, needs: [x]}\n"

#: A rule, a map in which nobody says it, how that is told, its key, and what lets one of them say it.
ALL = [
    ("JK108", STAGES, "none of the 3 stages says what the customer wants there", "stages", ("note: a", "goal: Be dry")),
    ("JK112", STAGES, "none of the 3 stages says how long it takes", "stages", ("note: a", "duration: 2 days")),
    ("JK201", STAGES, "nobody asks anything in any of the 3 stages", "stages", ("note: a", "questions: [Why?]")),
    ("JK401", STAGES, "nothing says how customers feel in any of the 3 stages", "stages", ("note: a", "emotion: 1")),
    (
        "JK901",
        STAGES,
        "no metric, gate or health says whether any of the 3 stages goes well",
        "stages",
        ("note: a", "gate: [Chosen]"),
    ),
    (
        "JK503",
        "stages: [{stage: A, opportunities: [Lend it, {opportunity: Ring, impact: 2}, {opportunity: Old, state: done}]}]\n",
        "neither opportunity to decide on can be ranked: each lacks its impact, its effort or both",
        "stages",
        ("impact: 2", "impact: 2, effort: 2"),
    ),
    (
        "JK503",
        "opportunities: [Lend it, {opportunity: Ring, impact: 2}, Wait]\nstages: [A]\n",
        "none of the 3 opportunities can be ranked: each lacks its impact, its effort or both",
        "opportunities",
        ("impact: 2", "impact: 2, effort: 2"),
    ),
    (
        "JK307",
        "channels: {w: Web}\ntouchpoints:\n  a: {name: A, channel: w}\n  b: {name: B, channel: w}\n"
        "  c: {name: C, channel: w, state: planned}\nstages: [A]\n",
        "neither live touchpoint belongs to anybody",
        "touchpoints",
        ("name: A,", "name: A, owner: Us,"),
    ),
    (
        "JK208",
        "help: {a: {name: A, kind: tool}, b: B, c: C}\nstages: [A]\n",
        "none of the 3 pieces of live help has an owner who keeps it true",
        "help",
        ("kind: tool", "owner: Us"),
    ),
    (
        "JK205",
        "channels: {w: Web}\nstages: [{stage: A, questions: [{question: Q, share: 1%}, {question: R, share: 1%}, S]}]\n",
        "neither question says where customers look for the answer",
        "stages",
        ("question: Q,", "question: Q, channels: w,"),
    ),
    (
        "JK609",
        "evidence: {e: E}\nstages: [{stage: A, quotes: [{quote: Hm}, So, Well]}]\n",
        "nothing tells where any of the 3 quotes was said",
        "stages",
        ("quote: Hm", "quote: Hm, evidence: e"),
    ),
    (
        "JK909",
        "stages: [{stage: A, actions: [{action: X, frontstage: [x]}, {action: Y, frontstage: [y]}, Z]}]\n",
        "nothing stands behind either action with a front stage",
        "stages",
        ("frontstage: [x]", "frontstage: [x], backstage: [z]"),
    ),
    (
        "JK311",
        "channels: {w: Web}\ntouchpoints: {t: {name: T, channel: w}, u: {name: U, channel: w, owner: Us}}\n"
        "stages: [{stage: A, actions: [{action: X, channel: w, moment_of_truth: yes}, {action: Y, touchpoint: t, "
        "moment_of_truth: yes}]}]\n",
        "neither moment of truth belongs to anybody",
        "stages",
        ("channel: w, moment", "touchpoint: u, moment"),
    ),
]


@pytest.mark.parametrize(("code", "text", "message", "key", "says"), ALL, ids=lambda value: str(value)[:5])
def test_it_is_told_once_where_nobody_says_it_and_one_by_one_else(find, code, text, message, key, says) -> None:
    (found,) = find(code, HEAD + text)
    assert found.message == message
    assert (found.element, found.field) == ("", key)
    assert len(found.instead_of) > 1
    one_by_one = find(code, HEAD + text.replace(*says))
    assert len(one_by_one) == len(found.instead_of) - 1
    assert {one.element for one in one_by_one} < {one.element for one in found.instead_of}
    assert "" not in {one.element for one in one_by_one}


def test_it_stands_where_the_mend_begins(find) -> None:
    (found,) = find("JK108", HEAD + STAGES)
    assert found.span.line == 4
    (found,) = find("JK307", HEAD + ALL[7][1])
    assert found.span.line == 5


def test_one_alone_is_told_by_its_name(find) -> None:
    (found,) = find("JK108", HEAD + "stages: [{stage: A, needs: [x]}, B]\n")
    assert found.message == "nobody says what the customer wants in 'A'"


def test_stages_of_nothing_but_a_name_lack_it_too_and_do_not_decide(find) -> None:
    for code in ("JK108", "JK112", "JK201", "JK401", "JK901"):
        (found,) = find(code, HEAD + STAGES + "  - D\n")
        assert "of the 3 stages" in found.message
        assert len(found.instead_of) == 3


def test_a_key_that_could_not_be_read_was_written() -> None:
    text = HEAD + STAGES.replace("note: a", "duration: long")
    settled = Settled(tuple((rule, rule.severity) for rule in built_in() if rule.code == "JK112"))
    found = lint(load(Source("m", text)), settled, date(2026, 11, 21), dict(TEMPLATES))
    assert [one.element for one in found] == ["stages/b", "stages/c"]


def test_a_thought_that_asks_is_the_hint_for_all(find) -> None:
    (found,) = find("JK201", HEAD + STAGES.replace("note: a", "thoughts: [Why me?]"))
    assert found.hint == "they do in their thoughts: write 'Why me?' under `questions:`, where help can answer it"


def test_the_severity_is_that_of_each(find) -> None:
    (found,) = find("JK112", HEAD + "template: customer-lifecycle\n" + STAGES)
    assert found.severity == "warning"


def test_each_has_the_fingerprint_that_it_has_when_told_alone(find) -> None:
    (whole,) = in_order(find("JK108", HEAD + STAGES))
    alone = in_order(find("JK108", HEAD + STAGES.replace("note: a", "goal: Be dry")))
    assert {one.fingerprint for one in alone} < set(whole.fingerprints)
    assert len(set(whole.fingerprints)) == 4


def test_it_is_known_where_each_of_them_is(find) -> None:
    (whole,) = in_order(find("JK108", HEAD + STAGES))
    parts = frozenset(one.fingerprint for one in whole.instead_of)
    assert whole.is_in(parts)
    assert whole.is_in({whole.fingerprint})
    assert not whole.is_in(frozenset(list(parts)[1:]))
    (alone,) = find("JK108", HEAD + "stages: [{stage: A, needs: [x]}]\n")
    assert not alone.is_in(frozenset(["another"]))


def test_how_two_and_more_are_counted() -> None:
    assert (none_of(2, "stages", "stage"), none_of(3, "stages", "stage")) == ("neither stage", "none of the 3 stages")
    assert (either_of(2, "x", "stage"), either_of(3, "stages", "x")) == ("either stage", "any of the 3 stages")
