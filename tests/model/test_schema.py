"""The schema and `validate` judge one corpus; where they differ, the reason is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from journeykit.model.load import load
from journeykit.model.schema import library_schema, map_schema
from journeykit.source.text import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
MAP = Draft202012Validator(map_schema())

HEAD = "journey: 1\ntitle: T\n"

#: Maps that are right, in every short and long form.
RIGHT = {
    "shortest": HEAD + "stages: [A, B]\n",
    "one stage is a list of one": HEAD + "stages: Alone\n",
    "empty keys are absent": HEAD + "owner:\nreviewed: ~\nstages:\n  - stage: A\n    goal:\n    actions:\n      -\n      - Walks\n",
    "text is what the author wrote": HEAD + "owner: no\nrevision: 2026\nsummary: 12:30\nstages: [0755, on, 1.50]\n",
    "truths": HEAD + "personas: {p: {name: P, primary: yes}}\nstages: [{stage: A, actions: [{action: B, optional: Off}]}]\n",
    "emotions": HEAD + "stages:\n  - {stage: A, emotion: 2}\n  - {stage: B, emotion: lost}\n"
    "  - {stage: C, emotion: [{score: -1.5}, glad, 0]}\n  - {stage: D, emotion: {feeling: sad, x-why: [1, {a: null}]}}\n",
    "durations": HEAD + "review_every: P1Y\nstages: [{stage: A, duration: 90 days, repeats: yes}, {stage: B, duration: 1.5 hours}]\n",
    "dates": HEAD + "reviewed: 2026\nevidence: {e: {name: E, date: 2026-02}, f: {name: F, date: 2026-02-28}}\nstages: [A]\n",
    "shares": HEAD + "stages: [{stage: A, leaves: [{leave: L, share: 31%}, {leave: M, share: 0.31}]}]\n",
    "metrics": HEAD + "metrics: {m: {name: M, now: 61%, was: -3, target: 4.2}}\nstages: [{stage: A, metrics: m}]\n",
    "numbers in quotes": HEAD + 'stages: [{stage: A, emotion: "−1.5", questions: [{question: Q, importance: "4.5", share: "100 %"}]}]\n',
    "numbers at the ends": HEAD + 'stages: [{stage: A, emotion: ["−2.0", "+2", ".5", "0"], leaves: [{leave: L, share: "1.0"}, {leave: M, share: 12.5%}]}]\n',
    "every condition": HEAD + "stages: [{stage: A, gate: [Seen], alerts: ["
    "{alert: L, when: health fell 20 in 30 days}, {alert: M, when: 'days in stage > 90 and csat < 3.5'}, "
    "{alert: N, when: checkpoint Seen missed}, {alert: O, when: no event in P7D}]}]\n",
    "open lists keep another word": HEAD + "help: {h: {name: H, kind: puppet-show}}\nstages: [{stage: A, help: h}]\n",
    "own keys": HEAD + "x-a: {deep: [1, yes]}\nstages: [{stage: A, x-b: 1}]\n",
    "moments of truth": HEAD + "stages: [{stage: A, actions: [{action: B, moment_of_truth: They decide here}]}]\n",
    "measuring": HEAD + "stages:\n  - stage: A\n    enter: {event: e}\n    gate: [{checkpoint: C, event: e, within: 14 days, at_least: 2}]\n"
    "    health: [{signal: S, event: e, per: 7 days, target: 3}]\n    alerts: [{alert: L, when: health < 50 and no event in 3 days}]\n",
}  # fmt: skip

#: Maps that are wrong for both.
WRONG = {
    "no title": ("journey: 1\nstages: [A]\n", "JK004"),
    "no stages": ("journey: 1\ntitle: T\n", "JK004"),
    "empty title": ("journey: 1\ntitle:\nstages: [A]\n", "JK004"),
    "another version": ("journey: 2\ntitle: T\nstages: [A]\n", "JK010"),
    "unknown key": (HEAD + "titel: T\nstages: [A]\n", "JK002"),
    "unknown key deep down": (HEAD + "stages: [{stage: A, actions: [{action: B, goall: C}]}]\n", "JK002"),
    "text as a key": (HEAD + "stages: [{stage: A, questions: [{Is it: me}]}]\n", "JK002"),
    "a list for text": (HEAD + "owner: [a, b]\nstages: [A]\n", "JK003"),
    "a mapping for text": (HEAD + "owner: {a: b}\nstages: [A]\n", "JK003"),
    "a text for a library": (HEAD + "channels: web\nstages: [A]\n", "JK003"),
    "a list for a library": (HEAD + "channels: [web]\nstages: [A]\n", "JK003"),
    "no channel": (HEAD + "touchpoints: {t: {name: T}}\nstages: [{stage: A, touchpoints: t}]\n", "JK004"),
    "a touchpoint in short": (HEAD + "touchpoints: {t: T}\nstages: [A]\n", "JK004"),
    "an alert in short": (HEAD + "stages: [{stage: A, alerts: [Alarm]}]\n", "JK004"),
    "an action without its text": (HEAD + "stages: [{stage: A, actions: [{optional: yes}]}]\n", "JK004"),
    "a date in words": (HEAD + "reviewed: last spring\nstages: [A]\n", "JK003"),
    "month 13": (HEAD + "reviewed: 2026-13\nstages: [A]\n", "JK003"),
    "a duration in words": (HEAD + "review_every: often\nstages: [A]\n", "JK003"),
    "an amount without currency": (HEAD + "opportunities: [{opportunity: O, value: 4000}]\nstages: [A]\n", "JK003"),
    "a condition in words": (HEAD + "stages: [{stage: A, alerts: [{alert: L, when: they leave}]}]\n", "JK003"),
    "neither yes nor no": (HEAD + "stages: [{stage: A, optional: maybe}]\n", "JK003"),
    "a reason of one word": (HEAD + "stages: [{stage: A, actions: [{action: B, moment_of_truth: maybe}]}]\n", "JK003"),
    "a number for an emotion's reason": (HEAD + "stages: [{stage: A, emotion: {because: [a]}}]\n", "JK003"),
    "a score outside": (HEAD + "stages: [{stage: A, emotion: {score: 3}}]\n", "JK005"),
    "an importance outside": (HEAD + "stages: [{stage: A, questions: [{question: Q, importance: 0}]}]\n", "JK005"),
    "a share above one": (HEAD + "stages: [{stage: A, leaves: [{leave: L, share: 31}]}]\n", "JK005"),
    "a word outside the list": (HEAD + "state: curent\nstages: [A]\n", "JK005"),
    "a severity outside": (HEAD + "stages: [{stage: A, pains: [{pain: P, severity: hihg}]}]\n", "JK005"),
    "a weight of nought": (HEAD + "stages: [{stage: A, health: [{signal: S, weight: 0}]}]\n", "JK005"),
    "an id with a blank": (HEAD + "id: my map\nstages: [A]\n", "JK003"),
    "a library's id with a blank": (HEAD + "personas: {a b: Ana}\nstages: [A]\n", "JK003"),
    "no stage at all": (HEAD + "stages: []\n", "JK004"),
    "a blank text where one is needed": (HEAD + 'stages: [{stage: " "}]\n', "JK004"),
    "half a condition": (HEAD + "stages: [{stage: A, alerts: [{alert: L, when: health is bad}]}]\n", "JK003"),
    "an importance outside, in quotes": (
        HEAD + 'stages: [{stage: A, questions: [{question: Q, importance: "9"}]}]\n',
        "JK005",
    ),
    "a score outside, in quotes": (HEAD + 'stages: [{stage: A, emotion: {score: "−2.5"}}]\n', "JK005"),
    "an emotion outside, in quotes": (HEAD + 'stages: [{stage: A, emotion: "3"}]\n', "JK005"),
    "a share in per cent above 100": (HEAD + "stages: [{stage: A, leaves: [{leave: L, share: 131%}]}]\n", "JK005"),
}

#: Wrong maps that a schema lets pass, with the reason why it cannot know.
BEYOND = {
    "a reference": HEAD + "stages: [{stage: A, actions: [{action: B, channel: nowhere}]}]\n",
    "two ids": HEAD + "stages: [{stage: A, actions: [{action: B, id: x}, {action: C, id: x}]}]\n",
    "a template's name": HEAD + "template: no-such-template\nstages: [A]\n",
    "a day the calendar lacks": HEAD + "reviewed: 2026-02-30\nstages: [A]\n",
}  # fmt: skip


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as an editor reads it: yes, on and dates are text."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("null", "float", "int", "merge")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for first in "tTfF":
    Core.add_implicit_resolver(
        "tag:yaml.org,2002:bool", __import__("re").compile("true|True|TRUE|false|False|FALSE"), [first]
    )


def read(text: str) -> Any:
    return yaml.load(text, Core)


def errors(text: str) -> list[str]:
    return [found.code for found in load(Source("m", text)).diagnostics if found.severity == "error"]


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_both_take_what_is_right(text: str) -> None:
    assert errors(text) == []
    assert [error.message for error in MAP.iter_errors(read(text))] == []


@pytest.mark.parametrize(("text", "code"), WRONG.values(), ids=WRONG)
def test_both_refuse_what_is_wrong(text: str, code: str) -> None:
    assert errors(text) == [code]
    assert not MAP.is_valid(read(text))


@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_what_a_schema_cannot_see_validate_does(text: str) -> None:
    assert len(errors(text)) == 1
    assert MAP.is_valid(read(text))


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.journey.yaml")), ids=lambda path: path.stem)
def test_every_example_is_right_by_the_schema(path: Path) -> None:
    assert [error.message for error in MAP.iter_errors(read(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("path", sorted((EXAMPLES / "library").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_library_is_right_by_its_schema(path: Path) -> None:
    validator = Draft202012Validator(library_schema())
    assert [error.message for error in validator.iter_errors(read(path.read_text(encoding="utf-8")))] == []
