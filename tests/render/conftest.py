"""What tests of pictures share: facts of a map written as YAML."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from journeykit.model.derive import Facts
from journeykit.model.load import load
from journeykit.source.text import Source


def read(text: str) -> Facts:
    """The facts of a map of which only what matters is written: title and stages are added where they are missing."""
    text = textwrap.dedent(text)
    if not text.startswith("journey:"):
        text = "journey: 1\n" + ("" if "\ntitle:" in f"\n{text}" else "title: A map\n") + text
    if "stages:" not in text:
        text += "\nstages: [A, B]\n"
    document = load(Source("x.journey.yaml", text))
    assert document.journey is not None, [item.message for item in document.diagnostics]
    return Facts(document.journey)


@pytest.fixture
def facts_of() -> Callable[[str], Facts]:
    return read
