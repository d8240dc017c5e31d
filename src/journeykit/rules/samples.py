"""The clean base map that the examples of all rules are laid over."""

from __future__ import annotations

import json
from typing import Any

from journeykit.model.elements import LIBRARIES
from journeykit.source.text import Source
from journeykit.source.yamltree import Tree

#: No rule finds anything in this map on the day `TODAY`.
BASE = """\
journey: 1
id: base
title: Getting a bicycle that fits
summary: How somebody who wants to ride to work finds, buys and keeps a bicycle.
state: current
status: live
template: buying-process
owner: Shop team
reviewed: 2026-06-01
scope: {starts: Misses the bus, ends: Rides every day}
personas:
  ana:
    name: Ana
    primary: true
    role: [buyer, user]
    goals: [Be at work in time]
    prefers: [shop]
    evidence: [talks]
channels:
  web: {name: Website, kind: digital}
  shop: {name: Shop, kind: physical}
touchpoints:
  counter: {name: Counter, channel: shop, expected: 4, quality: 4, owner: Shop team}
help:
  guide: {name: Size guide, channels: [web, shop], kind: guide, owner: Shop team, updated: 2026-05, metric: helped}
  stories:
    {name: Riders' stories, channels: [shop], kind: testimonial, owner: Shop team, updated: 2026-05, metric: helped}
metrics:
  helped: {name: Say it helped, kind: ratio, unit: "%", better: higher, now: 70, was: 60, target: 80, as_of: 2026-09}
evidence:
  talks: {name: Talks with riders, method: interview, sample: 12, date: 2026-04}
  counts: {name: Counts at the door, method: observation, sample: 300, date: 2026-05}
stages:
  - stage: Need
    id: problem-need
    goal: Know what is wrong
    duration: 1 week
    touchpoints: [counter]
    actions:
      - action: Misses the bus again
        channel: web
        emotion: {score: -1, feeling: annoyed, because: it leaves too early, desired: 1}
        evidence: [talks]
        pains:
          - {pain: The bus leaves too early, severity: medium, evidence: [counts]}
    questions:
      - {question: Is a bicycle faster?, channels: [web], help: [guide]}
    metrics: [helped]
  - stage: Discovery
    goal: Find out what there is
    duration: 1 week
    actions:
      - action: Looks at bicycles in the shop
        touchpoint: counter
        emotion: {score: 0, desired: 1}
        evidence: [talks]
    questions:
      - {question: Which kinds are there?, channels: [shop], help: [guide]}
    metrics: [helped]
  - stage: Evaluation
    goal: Know which one fits
    duration: 1 week
    actions:
      - action: Tries three of them
        touchpoint: counter
        emotion: {score: 1, feeling: hopeful, desired: 2}
        moment_of_truth: true
        evidence: [counts]
    questions:
      - {question: Is it not too dear?, kind: objection, channels: [shop], answer: It pays off in a year.}
    metrics: [helped]
  - stage: Decision
    goal: Be sure
    duration: 1 day
    actions:
      - action: Buys the blue one
        touchpoint: counter
        emotion: {score: 1, feeling: glad, desired: 2}
        evidence: [talks]
    questions:
      - {question: May I bring it back?, kind: concern, channels: [shop], answer: Within thirty days.}
    metrics: [helped]
  - stage: Review
    goal: Feel that it was right
    duration: 1 month
    help: [stories]
    actions:
      - action: Rides to work
        channel: shop
        emotion: {score: 2, feeling: proud, desired: 2.0}
        advocacy: true
        evidence: [counts]
    questions:
      - {question: Who mends it?, channels: [shop], help: [stories]}
    metrics: [helped]
"""
#: The day on which the examples are looked at.
TODAY = "2026-11-21"


def sample(fragment: str) -> Source:
    """The map that a rule's fragment stands for.

    A fragment with the key `journey` is a whole map. Any other is laid over the base: its keys take the place of the
    base's; entries of libraries and stages of the base's name keep the keys that the fragment does not write; an empty
    key takes the base's away; further stages come last.
    """
    laid = Tree(fragment)
    if laid.has(("journey",)):
        return Source("sample.journey.yaml", fragment)
    merged = Tree(BASE).data()
    written = laid.data()
    for key, value in written.items():
        if key in LIBRARIES and key in merged:
            merged[key] = {name: _over(value.get(name), entry) for name, entry in merged[key].items()} | {
                name: entry for name, entry in value.items() if name not in merged[key]
            }
        elif key == "stages":
            merged[key] = _stages(value, merged[key])
        else:
            merged[key] = value
    for key, node in laid.empty:
        _take_away(merged, laid, key.value, node)
    return Source("sample.journey.yaml", json.dumps(merged, ensure_ascii=False, indent=1))


def _over(part: Any, whole: Any) -> Any:
    return {**whole, **part} if isinstance(part, dict) and isinstance(whole, dict) else part or whole


def _stages(written: list[Any], base: list[Any]) -> list[Any]:
    named = {stage["stage"]: stage for stage in written if isinstance(stage, dict)}
    kept = [_over(named.get(stage["stage"]), stage) for stage in base]
    known = {stage["stage"] for stage in base}
    return kept + [stage for stage in written if not isinstance(stage, dict) or stage["stage"] not in known]


def _take_away(merged: dict[str, Any], laid: Tree, key: str, node: Any) -> None:
    """Take the base's key away that a fragment writes empty."""
    path = laid.path_at(laid.span_of(node)) if node is not laid.root else ()
    holder: Any = merged
    for step in path:
        if isinstance(step, int):
            name = laid.data()["stages"][step]["stage"]
            holder = next(stage for stage in holder if stage["stage"] == name)
        else:
            holder = holder[step]
    holder.pop(key, None)
