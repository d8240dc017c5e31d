from collections.abc import Callable

import pytest

from journeykit.model.derive import Facts
from journeykit.model.load import load
from journeykit.source.text import Source

STAGES = "stages: [A, B]"


@pytest.fixture
def facts_of() -> Callable[[str], Facts]:
    """The facts of a map of which only what matters is written: title and stages are added where they are missing."""

    def facts(text: str) -> Facts:
        text = text if "title:" in text else f"title: A map\n{text}"
        text = text if "stages:" in text else f"{text}\n{STAGES}"
        document = load(Source("map.journey.yaml", f"journey: 1\n{text}\n"))
        assert document.journey is not None, document.diagnostics
        return Facts(document.journey)

    return facts
