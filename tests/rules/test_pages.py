"""The pages of the rules are those of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeykit.rules import pages
from journeykit.rules.registry import built_in

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_the_documentation_holds_the_rules_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == pages.book(built_in()), "run `make docs`"


@pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.code)
def test_every_rule_has_its_page(rule) -> None:
    page = pages.page(rule)
    assert page.startswith(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.summary}\n\n{rule.why}\n")
    assert all(name in page for name in rule.options)


def test_the_table_has_all_families_that_have_rules() -> None:
    text = pages.as_markdown(built_in())
    assert "## JK0 The file" in text
    assert text.count("\n| JK") == len(pages.table(built_in()))
