"""Where the files that come with the program lie."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def templates() -> Traversable:
    """The folder of templates: that of the checkout where the program runs from one, else the packaged copy.

    A copy made at an editable install would go stale; the checkout never does.
    """
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "templates").is_dir():
        return _CHECKOUT / "templates"
    return files("journeykit") / "templates"
