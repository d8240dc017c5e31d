"""The format as JSON Schema (2020-12), from the models, for editors and for those who check without this program.

A schema sees what a YAML parser made of a scalar, so text also takes numbers and truths; it cannot see references,
ids, duplicate keys, or whether the stages of a template are there.
"""

from __future__ import annotations

from typing import Any

from journeykit.model.anatomy import is_keyed, is_many, key_of, part_of, value_of
from journeykit.model.elements import Emotion, Journey, Libraries, Part
from journeykit.model.values import Identifier, Scale

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_EXTENSIONS = {"^x-": {"description": "A key of your own: kept, compared, and passed to templates."}}
_EMPTY = {"type": "null"}


def map_schema() -> dict[str, Any]:
    """The schema of a map."""
    return _document(Journey, "A customer journey map")


def library_schema() -> dict[str, Any]:
    """The schema of a file of the shared library."""
    return _document(Libraries, "A library that journey maps share")


def _document(part: type[Part], title: str) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    body = _object(part, definitions)
    return {"$schema": DIALECT, "title": title, **body, "$defs": dict(sorted(definitions.items()))}


def _object(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """A part as a mapping: its keys with their descriptions, `x-…` keys, and no others."""
    properties = {}
    required = []
    for name, info in part.model_fields.items():
        if info.alias == "x-":
            continue
        key = key_of(name, info)
        properties[key] = {"description": info.description, **_field(info, definitions)}
        if info.is_required():
            required.append(key)
        elif info.default_factory is None and info.default not in (None, False, ()):
            properties[key]["default"] = getattr(info.default, "text", info.default)
    schema: dict[str, Any] = {"type": "object", "description": (part.__doc__ or "").split("\n")[0]}
    schema |= {"properties": properties, "patternProperties": _EXTENSIONS, "additionalProperties": False}
    if required:
        schema["required"] = required
    return schema


def _field(info: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    held = part_of(info)
    if held is not None:
        one = _reference(held, definitions)
        if is_keyed(info):
            names = {"pattern": Identifier().schema()["pattern"]}
            return {
                "type": ["object", "null"],
                "propertyNames": names,
                "additionalProperties": {"anyOf": [one, _EMPTY]},
            }
    else:
        value = value_of(info)
        one = value.schema() if value else {}
        if info.is_required() and "string" in one.get("type", ()):
            # A blank text is an absent one.
            one = {"pattern": r"\S", **one}
    empty = [] if info.is_required() else [_EMPTY]
    if is_many(info):
        # Where a list is expected, a single value is a list of one; a dangling dash is nothing.
        least = {"minItems": 1} if info.is_required() else {}
        return {"anyOf": [one, {"type": "array", "items": {"anyOf": [one, _EMPTY]}, **least}, *empty]}
    return {"anyOf": [one, *empty]} if empty else one


def _reference(part: type[Part], definitions: dict[str, Any]) -> dict[str, Any]:
    """A reference to the definition of a part; a plain text may stand for one that has a natural text."""
    name = part.__name__
    if name not in definitions:
        definitions[name] = {}
        body = _object(part, definitions)
        text = {"type": ["string", "number", "boolean"]}
        alone = part.short or part is Emotion
        needs_more = set(body.get("required", ())) - {part.short}
        definitions[name] = {"anyOf": [text, body]} if alone and not needs_more else body
        if part is Emotion:
            # A text is a feeling, unless it is a number in quotation marks.
            feeling = {"type": "string", "not": {"pattern": r"^[-+−]?[0-9]*\.?[0-9]+$"}}
            definitions[name] = {"anyOf": [*Scale(-2, 2).schema()["anyOf"], feeling, {"type": "boolean"}, body]}
    return {"$ref": f"#/$defs/{name}"}
