"""The golden document below is to be read: it is what a person pastes."""

from journeykit.model.derive import Facts
from journeykit.model.load import load
from journeykit.render.options import Options
from journeykit.render.outputs.md import VIEWS, write
from journeykit.source.text import Source

MAP = """\
journey: 1
title: Getting a noisy car repaired
reviewed: 2026-03
review_every: 6 months
personas:
  ann: {name: "Ann, in a hurry", prefers: web, share: 40%}
  bo: {name: Bo, role: payer}
channels: {web: Website, shop: Garage}
promises: {honest: An honest price}
touchpoints:
  page: {name: Price page, channel: web, promises: honest, quality: 2}
  desk: {name: Front desk, channel: shop, promises: honest, quality: 5}
help:
  list: {name: Price list, channels: shop}
  video: {name: Noise video, channels: web, state: planned, due: 2026-12}
metrics:
  nps: {name: NPS, kind: nps, now: 20, target: 40}
  calls: {name: Calls, now: 30, target: 60, better: lower}
  none: {name: Not asked yet, target: 70%}
evidence: {talks: {name: Ten talks, method: interview, sample: 10, date: 2026-01}}
stages:
  - stage: Hears a noise
    duration: 1 day
    goal: Know whether it is bad
    actions:
      - action: Listens
        emotion: {score: -2, feeling: afraid, because: it sounds expensive}
        evidence: talks
      - action: Searches the noise
        touchpoint: page
        emotion: puzzled
    questions:
      - {question: Is it dangerous?, channels: web, help: video}
      - {question: What will it cost?, channels: web, help: list}
      - Who can I trust?
  - stage: Gets it repaired
    duration: 2 days
    actions:
      - action: Asks at the desk
        touchpoint: desk
        moment_of_truth: Here they stay or go
        emotion: [{score: 1}, {persona: bo, score: -1, feeling: cross}]
      - {action: Waits, emotion: 0, optional: yes}
      - {action: Drives off, emotion: 2, advocacy: yes}
    questions: [{question: Will it come back?, answer: We mend it free for a year.}]
    gaps:
      - gap: Nobody calls back
        severity: high
        opportunities: [{opportunity: A message when it is ready, impact: 5, effort: 2}]
    pains: [{pain: The coffee, severity: low, state: accepted}]
    leaves: [{leave: Goes elsewhere, share: 12%, because: it takes too long}]
    gate: [{checkpoint: Has paid, event: paid, within: 3 days}]
    health: [{signal: Comes back, event: visit, per: 12 months, target: 1}]
    alerts: [{alert: Gone, when: no event in 400 days}]
    risks: [{risk: The wrong part, likelihood: high}]
  - Forgets about it
"""

DOCUMENT = """\
# Getting a noisy car repaired

| Map |  |
| --- | --- |
| State | current |
| Reviewed | Mar 2026, next by 30 Sep 2026 |
| Questions | 2 of 4 answered, 1 of them in the wrong place, 1 planned, 1 open |
| Open gaps and pains | 1 high |
| Feelings of Ann | mean +0.2, low point −2 (Listens), peak +2 (Drives off), end +2 (Drives off), biggest fall 1 |
| Feelings of Bo | mean −1, low point −1 (Asks at the desk), peak −1 (Asks at the desk), end −1 (Asks at the desk) |
| Backed by evidence | 1 of 6 claims, 17% |

## Personas

### Ann, in a hurry (primary)

- **Share:** 40%
- **Prefers:** Website

### Bo

- **Role:** payer

## Promises

| Promise | Carried by | Best | Worst | Apart |
| --- | --- | --- | --- | --- |
| An honest price | Price page, Front desk | Front desk 5 | Price page 2 | 3 |

## 1. Hears a noise

- **Goal:** Know whether it is bad
- **Duration:** 1 day
- **Channels:** Website

| # | Action | Channel | Touchpoint | Feeling | Because | Notes |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | Listens |  |  | −2 afraid | it sounds expensive | evidence A |
| 2 | Searches the noise | Website | Price page | puzzled |  |  |

**Questions**

| State | Question | Asked in | Answer |
| --- | --- | --- | --- |
| ◐ planned | Is it dangerous? | Website | Noise video (Website; planned; due Dec 2026) |
| ✗ answered in the wrong place | What will it cost? | Website | Price list (Garage) |
| ? open | Who can I trust? |  |  |

## 2. Gets it repaired

- **Duration:** 2 days
- **Channels:** Garage

| # | Action | Channel | Touchpoint | Feeling | Notes |
| --- | --- | --- | --- | --- | --- |
| 3 | Asks at the desk | Garage | Front desk | +1; Bo: −1 cross | ★ moment of truth: Here they stay or go |
| 4 | Waits |  |  | 0 | optional |
| 5 | Drives off |  |  | +2 | tells others |

**Questions**

| State | Question | Answer |
| --- | --- | --- |
| ✓ answered | Will it come back? | We mend it free for a year. |

**Pains**

- **The coffee** (low, accepted)

**Gaps**

- **Nobody calls back** (high, open)
  - Opportunity: A message when it is ready (score 2.5, impact 5, effort 2, idea)

**Risks**

- The wrong part (likelihood: high)

**Leaving**

- 12% Goes elsewhere because it takes too long

**Gate**

- Has paid (event paid, within 3 days)

**Health**

- Comes back (event visit, target 1, in 12 months)

**Alerts**

- Gone (when no event in 400 days)

## 3. Forgets about it

## Opportunities by rank

| # | Opportunity | Score | Impact | Effort | Mends | State |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | A message when it is ready | 2.5 | 5 | 2 | Nobody calls back | idea |

## Touchpoints

| Touchpoint | Channel | Received | Promises |
| --- | --- | --- | --- |
| Price page | Website | 2 | An honest price |
| Front desk | Garage | 5 | An honest price |

## Help

| Help | State | Offered in | Due |
| --- | --- | --- | --- |
| Price list | live | Garage |  |
| Noise video | planned | Website | Dec 2026 |

## Metrics

| Metric | Now | Target | Better |
| --- | --- | --- | --- |
| NPS | 20 | 40 | higher |
| Calls | 30 | 60 | lower |
| Not asked yet | – | 70% |  |

## Evidence

- **A** Ten talks (interview, sample of 10, Jan 2026)
"""

QUESTIONS = """\
# Questions: Getting a noisy car repaired

2 of 4 answered, 1 of them in the wrong place, 1 planned, 1 open

## 1. Hears a noise

| State | Question | Asked in | Answer |
| --- | --- | --- | --- |
| ◐ planned | Is it dangerous? | Website | Noise video (Website; planned; due Dec 2026) |
| ✗ answered in the wrong place | What will it cost? | Website | Price list (Garage) |
| ? open | Who can I trust? |  |  |

## 2. Gets it repaired

| State | Question | Answer |
| --- | --- | --- |
| ✓ answered | Will it come back? | We mend it free for a year. |

## 3. Forgets about it

No questions.
"""


def written(text: str, view: str | None = None) -> str:
    document = load(Source("map.journey.yaml", text))
    assert document.journey is not None, document.diagnostics
    return write(Facts(document.journey), Options(view=view)).decode()


def test_the_map_as_a_document() -> None:
    assert written(MAP) == DOCUMENT
    assert written(MAP, "map") == DOCUMENT


def test_the_questions_alone() -> None:
    assert written(MAP, "questions") == QUESTIONS
    assert VIEWS == ("map", "questions", "channels", "personas", "opportunities")


def test_a_map_of_nothing_but_names() -> None:
    text = written("journey: 1\ntitle: T\nstages: [A]")
    assert text == "# T\n\n| Map |  |\n| --- | --- |\n| State | current |\n| Reviewed | never |\n\n## 1. A\n"


def test_a_text_cannot_break_the_table_or_become_markup() -> None:
    hostile = '"a | b\\n| c |\\n# h <img src=x> [l](javascript:x) `c`"'
    text = written(f"journey: 1\ntitle: T\nstages: [{{stage: A, actions: [{hostile}], questions: [{hostile}]}}]")
    shown = r"a &#124; b &#124; c &#124; # h &lt;img src=x&gt; \[l\](javascript:x) \`c\`"
    assert f"| 1 | {shown} |\n" in text
    assert f"| ? open | {shown} |\n" in text
    assert len([line for line in text.splitlines() if line.startswith("#")]) == 2
