"""Whether what a map refers to is there, and whether its ids are its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from journeykit.model.anatomy import Referring, anatomy
from journeykit.model.elements import LIBRARIES, Element, Journey, Libraries, Part
from journeykit.model.identity import Outline, Place, identified, slug
from journeykit.model.nearest import nearest, slip
from journeykit.model.reading import MISSING
from journeykit.model.routes import Routes
from journeykit.model.values import article, is_identifier, shown
from journeykit.source.edits import in_its_quotes
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


class Survey:
    """One walk over a map or a library: the references whose text is no known id, in no order, and whether ids clash.

    `known` holds the ids by the noun of their kind; without it every reference is noted.
    """

    def __init__(self, part: Part, known: Mapping[str, Container[str]]) -> None:
        self.known = known
        self.mentions: list[Mention] = []
        self.has_doubled_ids = False
        self._walk(part, ())

    def _walk(self, part: Part, way: _Way) -> None:
        body = anatomy(type(part))
        values = part.__dict__
        for field in body.names & part.__pydantic_fields_set__:
            held = body.fields[field]
            if not (value := values[field]):
                continue
            if isinstance(held, Referring):
                self._note(held, value, way)
            elif held.keyed:
                for name, item in value.items():
                    self._walk(item, (way, held.key, name))
            elif held.many:
                for index, item in enumerate(value):
                    self._walk(item, (way, held.key, index))
                if len(value) > 1:
                    ids = [item.id for item in value if "id" in item.__pydantic_fields_set__]
                    self.has_doubled_ids |= len(set(ids)) < len(ids)
            else:
                self._walk(value, (way, held.key))

    def _note(self, referring: Referring, value: Any, way: _Way) -> None:
        ids = self.known.get(referring.to, ())
        key = referring.key
        if not referring.many:
            if value not in ids:
                self.mentions.append(Mention(referring.to, value, (*_path(way), key), key))
            return
        for index, text in enumerate(value):
            if text not in ids:
                self.mentions.append(Mention(referring.to, text, (*_path(way), key, index), key))


#: The way to a part: that to the part around it, and the steps from there. Few are ever asked for as a path.
_Way = tuple[Any, ...]


def _path(way: _Way) -> Path:
    """The whole path of a way."""
    return (*_path(way[0]), *way[1:]) if way else ()


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
    could not be read, `()` for a whole file of them: that has been told already.
    """
    flaws: list[Flaw] = []
    renamed: list[tuple[Path, str]] = []
    for mention in found:
        elements = known.get(mention.to, {})
        if mention.text in elements or mention.text == MISSING:
            continue
        library = LIBRARY_OF.get(mention.to, "")
        if library and not unread.isdisjoint(((), (library,), (library, mention.text))):
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
    hint = suggestion(mention.text, names, mention.to)
    if tree.has((LIBRARY_OF.get(mention.to, ""), mention.text)):
        # The law takes an empty key for an absent one; the author took it for a name.
        hint = f"`{mention.text}:` stands there empty; write `{mention.text}: Its name`"
    mend = slip(mention.text, nearest_id(mention.text, names), names)
    span = tree.value_span(mention.path)
    mend = in_its_quotes(tree, span, mend) if mend else None
    return Flaw("JK008", message, hint, span, mention.path, mention.field, mend=mend)


def nearest_id(text: str, names: Mapping[str, str]) -> str | None:
    """The id nearest to a text, by id or by name; None where none is near enough to be a slip."""
    guess = nearest(text, names)
    if guess is None:
        by_name = {name: key for key, name in names.items()}
        name = nearest(text, by_name)
        guess = by_name[name] if name else None
    return guess


def suggestion(text: str, names: Mapping[str, str], noun: str) -> str:
    """The nearest id, by id or by name; else what there is."""
    guess = nearest_id(text, names)
    if guess is not None:
        return f"did you mean `{guess}`?"
    if not names:
        library = LIBRARY_OF.get(noun)
        return f"describe it under `{library}:`" if library else f"the map has no {noun} to refer to"
    listed = ", ".join(list(names)[:8]) + (", …" if len(names) > 8 else "")
    library = LIBRARY_OF.get(noun)
    return f"use one of {listed}" + (f", or describe it under `{library}:`" if library else "")


def check_routes(journey: Journey, routes: Routes, tree: Tree) -> Iterator[Flaw]:
    """Flaws of `next` that lead nowhere, and of conditions that name a checkpoint that is not there."""
    known: dict[str, str] = {}
    if any(clause.checkpoint for stage in journey.stages for alert in stage.alerts for clause in alert.when.clauses):
        known = {own: checkpoint.text for stage in journey.stages for checkpoint, own, _ in identified(stage.gate)}
    for index, stage in enumerate(journey.stages):
        here = ("stages", index)
        for place, action in enumerate(stage.actions):
            for number, arrow in enumerate(action.next):
                if arrow.to != MISSING and routes.target(arrow.to, index) is None:
                    yield _nowhere(arrow.to, (*here, "actions", place, "next", number, "to"), routes, tree)
        for place, alert in enumerate(stage.alerts):
            names = [clause.checkpoint for clause in alert.when.clauses if clause.checkpoint]
            yield from _unchecked(names, (*here, "alerts", place, "when"), known, tree)


def _nowhere(to: str, path: Path, routes: Routes, tree: Tree) -> Flaw:
    stage = int(path[1])
    names = {key: key for key in [*routes.actions(stage), *routes.stages]}
    for index, other in enumerate(routes.stages):
        names |= {f"{other}/{key}": key for key in routes.actions(index)}
    hint = suggestion(to, names, "action")
    return Flaw("JK008", f"there is no action or stage {shown(to)}", hint, tree.value_span(path), path, "next")


def _unchecked(names: list[str], path: Path, known: dict[str, str], tree: Tree) -> Iterator[Flaw]:
    for name in names:
        if resolve(name, known) is None:
            hint = suggestion(name, known, "checkpoint")
            yield Flaw("JK008", f"there is no checkpoint {shown(name)}", hint, tree.value_span(path), path, "when")


def check_ids(outline: Outline, tree: Tree) -> Iterator[Flaw]:
    """Flaws of siblings of a kind with one written id."""
    seen: dict[tuple[Path, str, str], Place] = {}
    taken: dict[tuple[Path, str], set[str]] = {}
    for place in outline:
        taken.setdefault(_siblings(place), set()).add(place.id)
    for place in outline:
        if not place.written or place.field in LIBRARIES:
            continue
        first = seen.setdefault((*_siblings(place), place.id), place)
        if first is not place:
            free = _free(place.id, taken[_siblings(place)])
            span = tree.value_span((*place.path, "id"))
            yield Flaw(
                "JK007",
                f"the id `{place.id}` is already taken by {article(place.element.noun)} here",
                "give one of them another id",
                span,
                place.path,
                "id",
                ((f"`{place.id}` stands here first", tree.value_span((*first.path, "id"))),),
                # Which of the two a reference means, only the author knows.
                mend=in_its_quotes(tree, span, free),
                is_safe=False,
            )


def _siblings(place: Place) -> tuple[Path, str]:
    """What siblings of a kind have in common: the owner, and the key they stand under.

    By the owner's path and not its address: what stands in two elements of one id is no clash of its own.
    """
    return place.parent.path if place.parent else (), place.field


def _free(wanted: str, taken: set[str]) -> str:
    """An id like one that is taken, which from now on is taken too."""
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    taken.add(f"{wanted}-{number}")
    return f"{wanted}-{number}"


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
