from collections.abc import Callable

from journeykit.model.derive import Facts
from journeykit.render.markdown.tail import tail


def test_only_what_is_there(facts_of: Callable[[str], Facts]) -> None:
    assert tail(facts_of("title: T")) == []


def test_opportunities_by_rank_and_the_libraries(facts_of: Callable[[str], Facts]) -> None:
    facts = facts_of("""
opportunities: [{opportunity: slow, impact: 1, effort: 5}, {opportunity: quick, impact: 4, effort: 1, value: 9 EUR, cost: 3 EUR}]
risks: [Rain]
help: {h: {name: Kit, kind: welcome}}
metrics: {m: {name: Not yet}}
evidence: {e: {name: Survey, method: survey, sample: 388, date: 2026-02, url: "https://x.example"}}
""")
    assert tail(facts) == [
        "## Opportunities by rank",
        "| # | Opportunity | Score | Impact | Effort | Return | Mends | State |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| 1 | quick | 4.0 | 4 | 1 | 3.0 | the whole journey | idea |\n"
        "| 2 | slow | 0.2 | 1 | 5 |  | the whole journey | idea |",
        "## Risks to the whole journey",
        "- Rain",
        "## Help",
        "| Help | State | Kind | Offered in |\n| --- | --- | --- | --- |\n| Kit | live | welcome | everywhere |",
        "## Metrics",
        "| Metric | Now |\n| --- | --- |\n| Not yet | – |",
        "## Evidence",
        "- **A** [Survey](<https://x.example>) (survey, sample of 388, Feb 2026)",
    ]
