"""Words: text, ids, words of a list, yes and no, references."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic_core import core_schema

from journeykit.model.values.base import UnfitError, Value, article, plain, shown

YES = frozenset({"true", "yes", "on"})
NO = frozenset({"false", "no", "off"})


@dataclass(frozen=True)
class Words(Value):
    """Text as the author wrote it: `no`, `12:30` and `0755` stay what they are."""

    def read(self, raw: Any) -> str:
        return plain(raw, "text", "write one text here")

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}

    def label(self) -> str:
        return "text"


@dataclass(frozen=True)
class Identifier(Value):
    """A written id: letters, marks, digits, `-`, `_` and `.`."""

    def read(self, raw: Any) -> str:
        text = plain(raw, "an id", "write letters, digits, '-', '_' and '.' only")
        if not is_identifier(text):
            raise UnfitError(f"{shown(text)} is not an id", "write letters, digits, '-', '_' and '.' only, no blanks")
        return text

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": r"^[^\s!-,/:-@\[-\^`{-~]+$"}

    def label(self) -> str:
        return "id"


_ASCII_ID = re.compile(r"[A-Za-z0-9._-]+")


def is_identifier(text: str) -> bool:
    """Whether a text holds only what a written id may hold."""
    if text.isascii():
        return _ASCII_ID.fullmatch(text) is not None
    from unicodedata import category

    return bool(text) and all(c in "-_." or category(c)[0] in "LM" or category(c) == "Nd" for c in text)


@dataclass(frozen=True)
class OneOf(Value):
    """A word of a list; with `open`, another word is kept too."""

    words: tuple[str, ...]
    open: bool = False

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True) if self.open else core_schema.literal_schema(list(self.words))

    def read(self, raw: Any) -> str:
        wanted = ", ".join(self.words)
        text = plain(raw, f"one of {wanted}", f"write one of {wanted}")
        if text not in self.words and not self.open:
            from journeykit.model.nearest import nearest, slip

            guess = nearest(text, self.words)
            hint = f"did you mean `{guess}`? " if guess else ""
            raise UnfitError(
                f"{shown(text)} is not one of {wanted}", f"{hint}write one of: {wanted}", "JK005", slip(text, guess)
            )
        return text

    def schema(self) -> dict[str, Any]:
        if self.open:
            return {"anyOf": [{"enum": list(self.words)}, {"type": ["string", "number", "boolean"]}]}
        return {"enum": list(self.words)}

    def label(self) -> str:
        return " \\| ".join(self.words) + (" \\| …" if self.open else "")


@dataclass(frozen=True)
class YesNo(Value):
    """True or false, in any of YAML's old and new words for it."""

    def read(self, raw: Any) -> bool:
        text = plain(raw, "yes or no", "write yes or no").lower()
        if text in YES or text in NO:
            return text in YES
        raise UnfitError(f"{shown(raw)} is neither yes nor no", "write yes or no")

    def schema(self) -> dict[str, Any]:
        words = [w for word in sorted(YES | NO) for w in (word, word.capitalize(), word.upper())]
        return {"anyOf": [{"type": "boolean"}, {"enum": words}]}

    def label(self) -> str:
        return "yes/no"


@dataclass(frozen=True)
class Reason(Value):
    """Yes, no, or yes with its reason in two words or more."""

    def read(self, raw: Any) -> bool | str:
        hint = "write yes, no, or the reason in two words or more"
        text = plain(raw, "yes, no or a reason", hint)
        if text.lower() in YES or text.lower() in NO:
            return text.lower() in YES
        if len(text.split()) < 2:
            raise UnfitError(f"{shown(raw)} is neither yes nor no, and too short for a reason", hint)
        return text

    def schema(self) -> dict[str, Any]:
        words = [w for word in sorted(YES | NO) for w in (word, word.capitalize(), word.upper())]
        return {"anyOf": [{"type": "boolean"}, {"enum": words}, {"type": "string", "pattern": r"\S\s+\S"}]}

    def label(self) -> str:
        return "yes/no or the reason"


@dataclass(frozen=True)
class Reference(Value):
    """A reference to an element of the kind `to`, by its id or by a text whose slug that is."""

    to: str

    def read(self, raw: Any) -> str:
        whose = article(self.to)
        return plain(raw, f"the id of {whose}", f"write the id of {whose}; describe it in its library, not here")

    def core(self) -> core_schema.CoreSchema:
        return core_schema.str_schema(strict=True)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}

    def label(self) -> str:
        return self.to
