from __future__ import annotations

import textwrap

from journeykit.model.load import load
from journeykit.render.outline import outline
from journeykit.source.text import Source


def told(text: str) -> list[str]:
    return outline(load(Source("map", textwrap.dedent(text))).facts)


def test_layout_and_order_without_meaning_change_nothing() -> None:
    one = told("""\
        journey: 1
        title: T
        channels: {web: Web, app: {name: App, kind: digital}}
        tags: [b, a]
        stages: [{stage: A, goal: g, questions: [{question: Why?, channels: [web, app]}]}]
        """)
    two = told("""\
        # another layout
        tags: [a, b]
        title: T
        journey: 1
        stages:
          - goal: g
            stage: A
            questions:
              - channels: [app, web]
                question: "Why?"
        channels:
          app: {kind: digital, name: App}
          web: Web
        """)
    assert one == two


def test_what_stands_in_what_is_seen_by_the_indent() -> None:
    assert told(
        "{journey: 1, title: T, stages: [{stage: A, actions: [{action: x, pains: [{pain: p, severity: high}]}]}]}"
    ) == [
        "map t: T",
        "  stage a: A",
        "    action x: x",
        "      pain p: p",
        "        severity: high",
    ]


def test_a_text_over_lines_is_one_line() -> None:
    assert told("journey: 1\ntitle: T\nsummary: |\n  a\n  b\nstages: [A]")[1] == "  summary: a b"
