from __future__ import annotations

import pytest
import yaml

from journeykit.convert.draft import first_map, yaml_text


@pytest.mark.parametrize("text", ["Plain words", "no: really", "#1", "'quoted", "ends ", "{a}", "100%", "é", "a - b"])
def test_a_text_reads_back_as_it_was(text: str) -> None:
    assert yaml.load(f"k: {yaml_text(text)}", yaml.BaseLoader)["k"] == text


def test_a_map_of_unknown_stages_lists_them() -> None:
    assert "id: after-care" in first_map("T", "ours", ["need", "after-care"])
