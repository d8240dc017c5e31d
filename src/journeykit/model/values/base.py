"""What all values have in common: how text is refused, and how a field learns to read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic_core import core_schema


class UnfitError(ValueError):
    """A value that its field cannot take.

    `code` is the rule it breaks (`JK003` wrong form, `JK005` out of scale); `hint` shows the wanted form; `mend` is the
    value meant, where the one written is a slip of the hand.
    """

    def __init__(self, message: str, hint: str, code: str = "JK003", mend: str | None = None) -> None:
        super().__init__(message)
        self.message, self.hint, self.code, self.mend = message, hint, code, mend


def shown(value: object) -> str:
    """The value as a message quotes it: on one line, and cut when long."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return f"'{text if len(text) <= 60 else text[:59] + '…'}'"


def article(noun: str) -> str:
    """A noun with its article: an action, a stage."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


class Value:
    """The base of all annotations: Pydantic calls `read` with the text, and takes what it returns."""

    wanted: ClassVar[str] = "text"
    example: ClassVar[str] = ""

    def read(self, raw: Any) -> Any:
        """The value that the text means; raises `UnfitError`."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The value as JSON Schema, as an editor sees it: YAML has read numbers and booleans already."""
        raise NotImplementedError

    def label(self) -> str:
        """The value in the reference table of the documentation."""
        return self.wanted

    def core(self) -> core_schema.CoreSchema:
        """How Pydantic reads it: by calling `read`; natively where reading only lets through or refuses.

        What is refused natively is read once more by `read`, for its message.
        """
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return self.core()


def plain(raw: Any, wanted: str, hint: str) -> str:
    """The raw value if it is a text; raises `UnfitError` with what was wanted."""
    if not isinstance(raw, str):
        raise UnfitError(f"expected {wanted}, found {shown(raw)}", hint)
    return raw
