from __future__ import annotations

HEAD = "journey: 1\ntitle: T\nevidence: {talks: {name: Talks}}\nstages:\n  - stage: A\n"


def test_a_quote_that_cites_nothing(find) -> None:
    (found,) = find("JK609", HEAD + "    quotes:\n      - quote: I gave up\n        date: 2026-03\n")
    assert found.message == "nothing tells where 'I gave up' was said"
    assert (found.element, found.span.line, found.span.column) == ("stages/a/quotes/i-gave-up", 7, 16)


def test_a_plain_quote_of_an_action_too(find) -> None:
    assert len(find("JK609", HEAD + "    actions: [{action: Asks, quotes: I gave up}]\n")) == 1


def test_a_quote_with_its_source(find) -> None:
    assert find("JK609", HEAD + "    quotes: [{quote: I gave up, evidence: talks}]\n") == []
