"""Libraries that come with an extra: imported when something asks for them, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


class MissingExtraError(Exception):
    """Something needs a library that is not installed. The message is one line that says how to get it."""


def need(module: str, extra: str) -> ModuleType:
    """A module of a library that comes with an extra of this package.

    Raises `MissingExtraError` where the library is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or module.split(".")[0] != error.name.split(".")[0]:
            raise
        raise MissingExtraError(
            f"this needs {module.split('.')[0]}, which is not installed; pip install 'journeykit[{extra}]'"
        ) from None
