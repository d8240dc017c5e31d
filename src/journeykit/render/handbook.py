"""The reference for those who write templates: what they are given, told from the classes that views are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from inspect import getdoc, isfunction, signature
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from journeykit.render.views.channels import Matrix
from journeykit.render.views.opportunities import Opportunities
from journeykit.render.views.personas import Personas
from journeykit.render.views.poster import Poster
from journeykit.render.views.poster.items import Item
from journeykit.render.views.poster.paper import Paper
from journeykit.resources import templates

START, END = "<!-- reference: begin -->", "<!-- reference: end -->"
#: What templates are given: the template, the name it has the value under, and the value's class.
GIVEN: tuple[tuple[str, str, type], ...] = (
    ("poster.html.j2", "p", Poster),
    ("poster.html.j2", "paper", Paper),
    ("channels.html.j2", "v", Matrix),
    ("personas.html.j2", "v", Personas),
    ("opportunities.html.j2", "v", Opportunities),
)
_PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false", type(None): "none"}


def renewed(page: str) -> str:
    """A page with the reference between its markers as it is now; raises `ValueError` where it has none."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the page has no lines {START} and {END}")
    return f"{before}{start}\n\n{reference()}\n{end}{after}"


def reference() -> str:
    """The templates there are, then every class that a template can meet, in the order in which it is met."""
    blocks = ["### The templates", "\n".join(f"- `{name}`" for name in names()), "### The values"]
    rows = [f"| `{template}` | `{name}` | {_said(kind)} |" for template, name, kind in GIVEN]
    blocks.append("| template | name | is |\n| --- | --- | --- |\n" + "\n".join(rows))
    for kind in _met():
        blocks += [f"#### {_heading(kind)}", _about(kind), _table(kind)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def names() -> tuple[str, ...]:
    """The names of the built-in templates, as a folder of one's own names them."""
    top = templates()
    found = [file.name for file in top.iterdir() if file.name.endswith(".j2")]
    found += [f"{folder}/{file.name}" for folder in ("poster", "views") for file in (top / folder).iterdir()]
    return tuple(sorted(found))


@cache
def _met() -> tuple[type, ...]:
    seen: dict[type, None] = {}
    for _, _, kind in GIVEN:
        _gather(kind, seen)
    return tuple(seen)


def _heading(kind: type) -> str:
    """The name of a class, and its view's where another view has a class of that name."""
    others = [other for other in _met() if other.__name__ == kind.__name__]
    return kind.__name__ if others[0] is kind else f"{kind.__name__} of {kind.__module__.rpartition('.')[2]}"


def _gather(kind: type, seen: dict[type, None]) -> None:
    if kind in seen:
        return
    seen[kind] = None
    for hint in get_type_hints(kind).values():
        for part in _classes(hint):
            _gather(part, seen)
    if kind is Item:
        for each in Item.__subclasses__():
            _gather(each, seen)


def _classes(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _classes(part)


def _about(kind: type) -> str:
    text = " ".join((getdoc(kind) or "").split())
    if issubclass(kind, Item) and kind is not Item:
        text += f" Its `kind` is `{kind.kind}`, the name of the macro that draws it."
    return text


def _table(kind: type) -> str:
    hints = get_type_hints(kind)
    rows = [f"| `{field.name}` | {_said(hints[field.name])} |" for field in fields(kind)]
    for name, member in vars(kind).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget:
            rows.append(f"| `{name}` | {_said(get_type_hints(member.fget)['return'])} |")
        elif isfunction(member):
            taken = ", ".join(list(signature(member).parameters)[1:])
            rows.append(f"| `{name}({taken})` | {_said(get_type_hints(member)['return'])} |")
    return "| value | is |\n| --- | --- |\n" + "\n".join(rows) if rows else ""


def _said(hint: Any) -> str:
    """A type in words: `tuple[Ref, ...]` is a list of Ref."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    parts, origin = get_args(hint), get_origin(hint)
    if origin in (Union, UnionType):
        return " or ".join(_said(part) for part in parts)
    if origin is Literal:
        return " or ".join(f"`{part}`" for part in parts)
    if origin is dict:
        return f"{_said(parts[1])}, by {_said(parts[0])}"
    if len(parts) == 1 or (len(parts) == 2 and parts[1] is Ellipsis):
        return f"list of {_said(parts[0])}"
    if parts:
        return f"({', '.join(_said(part) for part in parts)})"
    heading = _heading(hint)
    return f"[{heading}](#{heading.lower().replace(' ', '-')})"
