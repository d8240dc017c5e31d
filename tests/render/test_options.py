from __future__ import annotations

import dataclasses

import pytest

from journeykit.render.options import Options
from journeykit.render.theme import default_theme


def test_nothing_asked_for_is_the_formats_own_choice() -> None:
    options = Options()
    assert (options.view, options.theme, options.engine, options.lang, options.persona, options.lanes) == (
        None, "auto", None, None, None, None,
    )  # fmt: skip
    assert options.look == default_theme()


def test_options_are_values() -> None:
    assert Options(view="map") == Options("map")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().view = "flow"  # type: ignore[misc]
