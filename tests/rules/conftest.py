"""Running one rule on a fragment laid over the base map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.rules.samples import TODAY, sample
from journeykit.source.diagnostic import Diagnostic


@pytest.fixture
def find() -> Callable[..., list[Diagnostic]]:
    """What one rule (by code or name) finds in a fragment: `find("JK202", "stages: …", limit=3)`."""

    def run(wanted: str, fragment: str, today: str = TODAY, **options: object) -> list[Diagnostic]:
        (rule,) = [rule for rule in built_in() if wanted in (rule.code, rule.name)]
        document = load(sample(fragment))
        assert document.is_sound, [found.message for found in document.diagnostics]
        settled = Settled(((rule, rule.severity),), {rule.code: options})
        return lint(document, settled, date.fromisoformat(today), dict(TEMPLATES))

    return run
