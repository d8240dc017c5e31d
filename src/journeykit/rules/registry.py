"""The rules there are: the modules of the folder, and those that a project adds."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from journeykit.rules.base import Rule

_FOLDER = Path(__file__).parent / "checks"


@cache
def built_in() -> tuple[Rule, ...]:
    """The built-in rules by code."""
    names = sorted(file.stem for file in _FOLDER.glob("*.py") if file.stem != "__init__")
    rules = [import_module(f"journeykit.rules.checks.{name}").RULE for name in names]
    return tuple(sorted(rules, key=lambda rule: rule.code))
