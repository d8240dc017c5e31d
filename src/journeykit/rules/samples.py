"""The clean base map that the examples of all rules are laid over."""

from __future__ import annotations

from typing import Any

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
  stories: {name: Riders' stories, channels: [shop], kind: testimonial, owner: Shop team, updated: 2026-05, metric: helped}
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


def laid_over(fragment: Any, base: Any) -> Any:
    """A fragment laid over a base.

    Mappings are merged, `null` takes a key away. A list of mappings is matched by the key that names the kind, by
    `id`, or by place; what the base lacks is added. Any other value takes the base's place.
    """
    if isinstance(fragment, dict) and isinstance(base, dict):
        merged = dict(base)
        for key, value in fragment.items():
            if value is None:
                merged.pop(key, None)
            else:
                merged[key] = laid_over(value, base[key]) if key in base else value
        return merged
    return fragment
