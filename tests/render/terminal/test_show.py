"""The golden texts below are to be read: they are what a person sees."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from unicodedata import category

import pytest

from journeykit.model.derive import Facts
from journeykit.render.terminal.show import in_a_line, show
from journeykit.render.terminal.styled import line_width, plain

FactsOf = Callable[[str], Facts]
TODAY = date(2026, 11, 21)

MAP = """\
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

SHOWN = """\
Getting a noisy car repaired                          current, reviewed Mar 2026
                                                          review 52 days overdue
Promise   An honest price
Persona   Ann, in a hurry: primary, 40% of customers. Prefers web.
          Bo: payer.

Answered ■■◧□ 2/4 1 in the wrong place    Gaps 1 high    Misaligned 1
Evidence ██░░░░░░░░ 17%

     ┊ 1 Hears a noise     ┊ 2 Gets it repaired             ┊ 3 Forgets abo…
     ┊ 1 day               ┊ 2 days                         ┊
 +2                                             ╭─────●
 +1                             ★────╮          │
  0  ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄╰─────●────╯┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
 -1
 -2       ●
                     ○
          1          2          3          4          5
Bo                              -1
     Curve of Ann   mean +0.2   low -2 at 1   peak +2 at 5   end +2 at 5
     biggest fall 1   ★ moment of truth   ○ a feeling without a score

1 Hears a noise, 1 day. Know whether it is bad
   1  ▼▼ -2  Listens                                  afraid
             because it sounds expensive
   2  ○      Searches the noise        web            puzzled
      ◐ Is it dangerous?               web            planned for Dec 2026:
                                                      Noise video (web)
      ✗ What will it cost?             web            in the wrong place: Price
                                                      list (shop)
      ? Who can I trust?                              open
      ≠ An honest price                misaligned     Front desk 5, Price page 2

2 Gets it repaired, 2 days
   3  ▲  +1  Asks at the desk          shop           ★
      ▼  -1  Bo: cross
             ★ Here they stay or go
   4  ●   0  Waits                                    optional
   5  ▲▲ +2  Drives off                               tells others
      ✓ Will it come back?                            We mend it free for a
                                                      year.
      ! Nobody calls back              high           → 2.5 A message when it is
                                                      ready
      – The coffee                     low, accepted
      risk   The wrong part, high likelihood
      leave  12% Goes elsewhere because it takes too long
      gate   Has paid within 3 days
      health Comes back 1 in 12 months
      alerts Gone: no event in 400 days

3 Forgets about it

Metrics             now  target
  NPS                20      40  ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄├━━━━┄┄┃┄┄┄┄┄┄┄┄┄┄  -100 to 100
  Calls              30      60  ━━━━━━━━━━━┄┄┄┄┄┄┄┄┄┃┄┄┄┄┄┄┄┄┄┄┄┄┄  0 to 100
  Not asked yet       –     70%

Evidence
  Ten talks  interview, sample of 10, Jan 2026
"""

#: What the narrow map shows in ASCII, up to the second stage.
NARROW = """\
Getting a noisy car repaired
current, reviewed Mar 2026   review 52 days overdue
Promise   An honest price
Persona   Ann, in a hurry: primary, 40% of customers.
          Prefers web.
          Bo: payer.

Answered ++o? 2/4 1 in the wrong place    Gaps 1 high
Misaligned 1    Evidence ##........ 17%

     | 1 Hears a n...| 2 Gets it repaired | 3 Forgets a...
     | 1 day         | 2 days             |
 +2                               +---o
 +1                     *--+      |
  0  ......................+---o--+.......................
 -1
 -2      o
                 ?
         1       2      3      4      5
Bo                      -1
     Curve of Ann   mean +0.2   low -2 at 1   peak +2 at 5
     end +2 at 5   biggest fall 1   * moment of truth
     ? a feeling without a score

1 Hears a noise, 1 day. Know whether it is bad
   1  -- -2  Listens  afraid
             because it sounds expensive
   2  ?      Searches the noise  web  puzzled
      o Is it dangerous?  web
        planned for Dec 2026: Noise video (web)
      x What will it cost?  web
        in the wrong place: Price list (shop)
      ? Who can I trust?  open
      x An honest price  misaligned
        Front desk 5, Price page 2
"""

HOSTILE = "\x1b[31mred\x07 \u202e 銀行を変えると何が起きますか 👩‍👩‍👧 " + "word " * 40 + "x" * 200


def everywhere(text: str) -> str:
    """A map that holds a text wherever a text can stand."""
    t = json.dumps(text, ensure_ascii=False)
    return f"""
title: {t}
summary: {t}
owner: {t}
scope: {{starts: {t}, ends: {t}}}
personas: {{a: {{name: {t}, archetype: {t}, prefers: w}}, b: {{name: {t}}}}}
channels: {{w: {t}, z: {t}}}
promises: {{p: {t}}}
touchpoints:
  t1: {{name: {t}, channel: w, promises: p, quality: 5}}
  t2: {{name: {t}, channel: z, promises: p, state: missing}}
help: {{h: {{name: {t}, channels: z}}, g: {{name: {t}, state: planned}}}}
metrics: {{m: {{name: {t}, unit: {t}, now: 3, target: 4}}}}
evidence: {{e: {{name: {t}, method: {t}}}}}
opportunities: {t}
risks: {t}
stages:
  - stage: {t}
    phase: {t}
    goal: {t}
    emotion: {{feeling: {t}, because: {t}}}
    actions:
      - action: {t}
        touchpoint: t2
        moment_of_truth: {t}
        emotion: [{{score: 1.5, feeling: {t}, because: {t}}}, {{persona: b, score: -1, feeling: {t}}}]
      - {{action: {t}, emotion: {{feeling: {t}}}}}
    questions:
      - {{question: {t}, channels: w, help: h}}
      - {{question: {t}, help: g}}
      - {{question: {t}, answer: {t}}}
      - {t}
    gaps: [{{gap: {t}, severity: critical, opportunities: {t}}}]
    pains: {t}
    opportunities: {t}
    risks: {t}
    leaves: [{{leave: {t}, because: {t}}}]
    gate: {t}
    health: {t}
    alerts: [{{alert: {t}, when: health < 50}}]
"""


def test_the_map_as_a_person_sees_it(facts_of: FactsOf) -> None:
    assert plain(show(facts_of(MAP), 80, True, TODAY)) == SHOWN


def test_narrow_and_in_ascii(facts_of: FactsOf) -> None:
    text = plain(show(facts_of(MAP), 60, False, TODAY))
    assert text.startswith(NARROW)
    assert text.isascii()


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        MAP,
        everywhere(HOSTILE),
        everywhere("كيف أنقل حسابي إلى بنك آخر؟"),
        "stages: [Only]",
        "stages: [a, b, c, d, e, f, g, h, i, j, k, l]",
        "stages: [{stage: A, actions: [" + "{action: x, emotion: 1}, " * 60 + "]}]",
    ],
)
def test_every_line_fits_and_nothing_steers_the_terminal(
    facts_of: FactsOf, text: str, unicode: bool, width: int
) -> None:
    facts = facts_of(text)
    lines = [*show(facts, width, unicode, TODAY), *in_a_line([facts], width, unicode, TODAY)]
    assert max(map(line_width, lines)) <= width
    assert not [c for c in plain(lines) if c != "\n" and (category(c) in ("Cc", "Zl", "Zp") or c == "\u202e")]


def test_in_a_pipe_nothing_is_cut_or_wrapped(facts_of: FactsOf) -> None:
    facts = facts_of(everywhere("word " * 60))
    lines = plain([*show(facts, None, True, TODAY), *in_a_line([facts], None, True, TODAY)]).splitlines()
    told = [line for line in lines if "word" in line]
    assert told and all(("word " * 60).strip() in line for line in told)
    assert "…" not in "".join(lines)


def test_a_map_of_nothing_but_names(facts_of: FactsOf) -> None:
    assert (
        plain(show(facts_of("title: T"), 80, True, TODAY))
        == """\
T                                                        current, never reviewed

1 A

2 B
"""
    )


def test_a_line_for_each_map(facts_of: FactsOf) -> None:
    maps = [facts_of(MAP), facts_of("title: Another")]
    assert (
        plain(in_a_line(maps, 80, True, date(2026, 10, 1)))
        == """\
▁▆▅█  +0.2   2/4    1 gap  Getting a noisy car repaired  1 day overdue
                   0 gaps  Another
"""
    )
    assert plain(in_a_line(maps, 44, True, TODAY)).splitlines()[0] == "▁▆▅█  +0.2   2/4    1 gap  Getting…  overdue"


def test_the_same_map_gives_the_same_lines(facts_of: FactsOf) -> None:
    once: list[Any] = [show(facts_of(MAP), 80, True, TODAY) for _ in range(2)]
    assert once[0] == once[1]
