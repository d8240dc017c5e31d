from collections.abc import Callable

from journeykit.model.derive import Facts
from journeykit.render.markdown.stage import stage_section

FactsOf = Callable[[str], Facts]


def told(facts: Facts) -> list[str]:
    return [block for block in stage_section(facts, 2, 5, facts.journey.stages[0]) if block]


def test_a_stage_of_nothing_but_its_name(facts_of: FactsOf) -> None:
    assert told(facts_of("stages: [A]")) == ["## 2. A"]


def test_a_full_stage(facts_of: FactsOf) -> None:
    facts = facts_of("""
personas: {a: Ann}
channels: {web: Website}
promises: {p: Honest}
touchpoints: {t: {name: Page, channel: web, promises: p}}
help: {h: Kit}
evidence: {e: Talks}
stages:
  - stage: A
    phase: Choosing
    goal: Be sure
    duration: 2 weeks
    optional: yes
    needs: [A straight answer]
    quotes: [{quote: I gave up., persona: a, evidence: e, date: 2026-01}]
    actions:
      - {action: x, touchpoint: t, persona: a, emotion: {score: -1, feeling: lost, because: it rains},
         confidence: validated, evidence: e, moment_of_truth: yes, next: [{to: y, when: it fails}],
         backstage: [{backstage: Sorts, owner: Ops, wait: 2 days}]}
    highlights: [{highlight: The coffee, touchpoint: t}]
    gaps: [{gap: g, desired: d, received: r, promise: p, severity: high, opportunities: o}]
    pains: [{pain: p, because: why not, channel: web, state: planned}]
    risks: [{risk: r, likelihood: high, mitigations: h}]
    leaves: [{leave: Goes, share: 12%, because: nobody calls, to: elsewhere}]
    frontstage: Smiles
""")
    assert told(facts) == [
        "## 2. A",
        "- **Phase:** Choosing\n- **Goal:** Be sure\n- **Duration:** 2 weeks\n- **Optional:** yes\n"
        "- **Channels:** Website",
        "| # | Action | Who | Channel | Touchpoint | Feeling | Because | Notes |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| 5 | x | Ann | Website | Page | −1 lost | it rains "
        "| ★ moment of truth; → y when it fails; validated; evidence A |",
        "**Needs**\n\n- A straight answer",
        "**In their words**\n\n- “I gave up.” (Ann; Jan 2026; evidence A)",
        "**Highlights**\n\n- The coffee (at Page)",
        "**Pains**\n\n- **p** (planned)\n  - Because: why not\n  - Channel: Website",
        "**Gaps**\n\n- **g** (high, open)\n  - Desired: d\n  - Received: r\n  - Promise: Honest\n"
        "  - Opportunity: o (idea)",
        "**Risks**\n\n- r (likelihood: high; kept small by Kit)",
        "**Leaving**\n\n- 12% Goes because nobody calls → elsewhere",
        "**Behind the scenes**\n\n| Lane | Step | By | Wait | While the customer |\n| --- | --- | --- | --- | --- |\n"
        "| Frontstage | Smiles |  |  |  |\n| Backstage | Sorts | Ops | 2 days | x |",
    ]
