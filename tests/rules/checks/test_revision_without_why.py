from __future__ import annotations

import pytest


@pytest.mark.parametrize("keys", ["revision: 2026\n", "supersedes: 2025\nwhy: Chat went live.\n", "supersedes:\n"])
def test_a_reason_or_nothing_superseded(find, keys: str) -> None:
    assert find("JK704", keys) == []


def test_it_stands_at_what_is_superseded(find) -> None:
    (found,) = find("revision-without-why", "journey: 1\ntitle: T\nsupersedes: 2025\nstages: [A]\n")
    assert found.message == "the map takes over from revision '2025' and does not say why"
    assert (found.element, found.field, found.span.line) == ("", "supersedes", 3)
