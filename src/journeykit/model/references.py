"""Whether what a map refers to is there, and whether its ids are its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from journeykit.model.anatomy import anatomy
from journeykit.model.elements import LIBRARIES, Action, Alert, Element, Journey, Libraries, Part, Stage
from journeykit.model.identity import Outline, Place, slug
from journeykit.model.nearest import nearest
from journeykit.model.reading import MISSING
from journeykit.model.routes import action_ids, stage_ids, target
from journeykit.model.values import article, is_identifier, shown
from journeykit.source.flaw import Flaw
from journeykit.source.position import Path
from journeykit.source.yamltree import Tree

#: The library that holds the elements of a kind.
LIBRARY_OF = {part.noun: key for key, part in LIBRARIES.items()}


class Mention(NamedTuple):
    """A reference as it is written: what it is to, the text, and where in the file it stands."""

    to: str
    text: str
    path: Path
    field: str


def mentions(part: Part, path: Path = ()) -> list[Mention]:
    """The references in a part and in all it holds, in order."""
    found: list[Mention] = []
    _collect(part, path, found)
    return found


def _collect(part: Part, path: Path, found: list[Mention]) -> None:
    body = anatomy(type(part))
    values = part.__dict__
    written = part.__pydantic_fields_set__
    for referring in body.referring:
        if referring.field not in written:
            continue
        value, key = values[referring.field], referring.key
        if referring.many:
            found += [Mention(referring.to, text, (*path, key, index), key) for index, text in enumerate(value)]
        elif value:
            found.append(Mention(referring.to, value, (*path, key), key))
    for held in body.holding:
        if held.field not in written or not (value := values[held.field]):
            continue
        if held.keyed:
            for name, item in value.items():
                _collect(item, (*path, held.key, name), found)
        elif held.many:
            for index, item in enumerate(value):
                _collect(item, (*path, held.key, index), found)
        else:
            _collect(value, (*path, held.key), found)


def resolve(text: str, known: Mapping[str, object]) -> str | None:
    """The id that a reference means: itself, or the slug of it."""
    if text in known:
        return text
    slugged = slug(text)
    return slugged if slugged in known else None


def check_mentions(
    found: Iterable[Mention],
    known: Mapping[str, Mapping[str, Element]],
    tree: Tree,
    unread: frozenset[Path] = frozenset(),
) -> tuple[list[Flaw], list[tuple[Path, str]]]:
    """Flaws of references to what is not there, and the references that name a text, each with the id it means.

    `known` holds the elements by the noun of their kind, and by id; `unread` the paths of libraries and entries that
    could not be read, which has been told already.
    """
    flaws: list[Flaw] = []
    renamed: list[tuple[Path, str]] = []
    for mention in found:
        elements = known.get(mention.to, {})
        if mention.text in elements or mention.text == MISSING:
            continue
        library = LIBRARY_OF.get(mention.to, "")
        if (library,) in unread or (library, mention.text) in unread:
            continue
        meant = resolve(mention.text, elements)
        if meant is not None:
            renamed.append((mention.path, meant))
        else:
            names = {key: element.text for key, element in elements.items()}
            flaws.append(_unknown(mention, names, tree))
    return flaws, renamed


def _unknown(mention: Mention, names: Mapping[str, str], tree: Tree) -> Flaw:
    message = f"there is no {mention.to} {shown(mention.text)}"
    return Flaw("JK008", message, suggestion(mention.text, names, mention.to), tree.value_span(mention.path),
                mention.path, mention.field)  # fmt: skip


def suggestion(text: str, names: Mapping[str, str], noun: str) -> str:
    """The nearest id, by id or by name; else what there is."""
    guess = nearest(text, names)
    if guess is None:
        by_name = {name: key for key, name in names.items()}
        name = nearest(text, by_name)
        guess = by_name[name] if name else None
    if guess is not None:
        return f"did you mean `{guess}`?"
    if not names:
        library = LIBRARY_OF.get(noun)
        return f"describe it under `{library}:`" if library else f"the map has no {noun} to refer to"
    listed = ", ".join(list(names)[:8]) + (", …" if len(names) > 8 else "")
    library = LIBRARY_OF.get(noun)
    return f"use one of {listed}" + (f", or describe it under `{library}:`" if library else "")


def check_routes(journey: Journey, outline: Outline, tree: Tree) -> Iterator[Flaw]:
    """Flaws of `next` that lead nowhere, and of conditions that name a checkpoint that is not there."""
    for index, stage in enumerate(journey.stages):
        for action in stage.actions:
            yield from _check_next(action, index, journey, outline, tree)
        for alert in stage.alerts:
            yield from _check_alert(alert, stage, journey, outline, tree)


def _check_next(action: Action, stage: int, journey: Journey, outline: Outline, tree: Tree) -> Iterator[Flaw]:
    for number, arrow in enumerate(action.next):
        if arrow.to == MISSING or target(arrow.to, stage, journey, outline) is not None:
            continue
        path = (*outline.of(action).path, "next", number, "to")
        actions = action_ids(journey.stages[stage], outline)
        names = {key: key for key in [*actions, *stage_ids(journey, outline)]}
        for other in journey.stages:
            for key in action_ids(other, outline):
                names.setdefault(f"{outline.id(other)}/{key}", key)
        hint = suggestion(arrow.to, names, "action")
        message = f"there is no action or stage {shown(arrow.to)}"
        yield Flaw("JK008", message, hint, tree.value_span(path), path, "next")


def _check_alert(alert: Alert, stage: Stage, journey: Journey, outline: Outline, tree: Tree) -> Iterator[Flaw]:
    known = {
        outline.id(checkpoint): checkpoint.text
        for other in (stage, *journey.stages)
        for checkpoint in other.gate
    }  # fmt: skip
    for clause in alert.when.clauses:
        if clause.checkpoint and resolve(clause.checkpoint, known) is None:
            path = (*outline.of(alert).path, "when")
            hint = suggestion(clause.checkpoint, known, "checkpoint")
            message = f"there is no checkpoint {shown(clause.checkpoint)}"
            yield Flaw("JK008", message, hint, tree.value_span(path), path, "when")


def check_ids(outline: Outline, tree: Tree) -> Iterator[Flaw]:
    """Flaws of siblings of a kind with one written id."""
    seen: dict[str, Place] = {}
    for place in outline:
        if not place.written or place.field in LIBRARIES:
            continue
        first = seen.setdefault(place.address, place)
        if first is not place:
            yield Flaw(
                "JK007",
                f"the id `{place.id}` is already taken by {article(place.element.noun)} here",
                "give one of them another id",
                tree.value_span((*place.path, "id")),
                place.path,
                "id",
                ((f"`{place.id}` stands here first", tree.value_span((*first.path, "id"))),),
            )


def check_library_keys(libraries: Libraries, tree: Tree) -> Iterator[Flaw]:
    """Flaws of library entries whose key is no id, or whose written id is another than their key."""
    for field in LIBRARIES:
        entries: Mapping[str, Element] = getattr(libraries, field)
        for key, entry in entries.items():
            path = (field, key)
            if not is_identifier(key):
                hint = f"write `{slug(key) or 'an-id'}: {{name: {key}}}`"
                yield Flaw("JK003", f"{shown(key)} is not an id", hint, tree.key_span(path), path, "id")
            elif entry.id not in (None, key):
                hint = "delete `id:`; the key is the id"
                yield Flaw(
                    "JK003",
                    f"`id: {entry.id}` is not the key `{key}`",
                    hint,
                    tree.value_span((*path, "id")),
                    path,
                    "id",
                )
