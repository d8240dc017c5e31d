from __future__ import annotations

import pytest

from journeykit.render.markdown.blocks import document
from journeykit.render.markdown.views import TABLES

MAP = """
title: A *way*
personas: {ana: {name: "Ana | <b>", quote: Well., goals: [one, two], prefers: web}}
channels: {web: Web, tel: Phone}
touchpoints: {chat: {name: Chat, channel: web, quality: 2, expected: 5}}
stages:
- stage: A
  touchpoints: chat
  questions: [{question: q, channels: [web, tel], answer: Yes.}, {question: r, channels: tel}]
  actions: [{action: x, channel: web, emotion: {score: -1, feeling: lost, because: it is dark}}]
  gaps: [{gap: g, severity: high, opportunities: [{opportunity: best, impact: 5, effort: 2}, later]}, {gap: h, severity: high}]
- stage: B
  questions: [{question: s, channels: tel}]
"""


def written(facts_of, view: str, text: str = MAP) -> list[str]:
    return document(TABLES[view](facts_of(text))).decode().splitlines()


def test_channels_by_stages(facts_of) -> None:
    lines = written(facts_of, "channels")
    assert lines[0] == "# Channels: A \\*way\\*"
    assert "| Channel | 1. A | 2. B | All stages |" in lines
    assert (
        "| Web | 1 asked, 1 answered; 1 used; Chat 2 of 5 |  | 1 asked, 1 answered; 1 used; 1 of 1 below expectation |"
        in lines
    )
    assert (
        "| Phone | 2 asked, 1 answered | 1 asked, 0 answered; **Nothing answers here** | 3 asked, 1 answered |" in lines
    )
    assert (
        "| All channels | 2 asked, 1 answered; 1 used; 1 of 1 below expectation | 1 asked, 0 answered |"
        in "\n".join(lines)
    )


def test_personas_as_sections(facts_of) -> None:
    lines = written(facts_of, "personas")
    assert "## Ana &#124; &lt;b&gt;" in lines
    assert "> “Well.”" in lines
    assert "- **Goals:** one; two" in lines
    assert "- **Low point:** −1, x, lost, because it is dark" in lines
    assert "- **Open questions:** 2 of 3" in lines


def test_opportunities_by_rank(facts_of) -> None:
    lines = written(facts_of, "opportunities")
    assert "| 1 | best | 2.5 | 5 | 2 | Gap: g | A | Idea |" in lines
    assert lines.index("**Not scored yet**") < lines.index("| later | Gap: g | A | Idea |")
    assert "- h (High, A)" in lines


@pytest.mark.parametrize("view", TABLES)
def test_a_map_without_any_says_so_in_one_sentence(facts_of, view: str) -> None:
    title, blank, sentence = written(facts_of, view, "title: T")
    assert title.endswith(": T")
    assert blank == ""
    assert sentence.startswith("This map ")
