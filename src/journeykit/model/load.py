"""From text to a document: the one way a map is read."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping

from journeykit.model.anatomy import anatomy
from journeykit.model.document import Document
from journeykit.model.elements import Element, Journey, Part
from journeykit.model.identity import Outline, identified
from journeykit.model.libraries import SharedLibrary, clashes, diagnostic, joined, load_shared
from journeykit.model.project import Project, find_project
from journeykit.model.reading import MISSING, read_model
from journeykit.model.references import (
    LIBRARY_OF,
    Mention,
    Survey,
    check_ids,
    check_library_keys,
    check_mentions,
    check_routes,
    suggestion,
)
from journeykit.model.routes import Routes
from journeykit.model.values import shown
from journeykit.source.diagnostic import in_order
from journeykit.source.flaw import Flaw, FlawError
from journeykit.source.position import Path, Span
from journeykit.source.text import Source, read
from journeykit.source.yamltree import Tree

_NOTHING_SHARED = SharedLibrary()


def load(
    source: Source,
    project: Project | None = None,
    shared: SharedLibrary = _NOTHING_SHARED,
    is_one_of_many: bool = False,
) -> Document:
    """Read a map, with the libraries its project shares; never raises for what the text holds.

    What is read does not depend on `is_one_of_many`, only how: with it, places are worked out as they are asked for.
    """
    try:
        tree = Tree(source.text, is_one_of_many)
        if not any(tree.has((key,)) for key in ("journey", "title", "stages")):
            hint = "begin the file with `journey: 1`, then `title:` and `stages:`"
            raise FlawError(Flaw("JK004", "this is no journey map: it has no key `journey`", hint, field="journey"))
        journey, flaws = read_model(Journey, tree)
    except FlawError as error:
        return Document(source, None, None, (diagnostic(error.flaw, source.name),))
    if journey is None:
        return Document(source, None, tree, tuple(in_order([diagnostic(flaw, source.name) for flaw in flaws])))
    lost = frozenset(flaw.path for flaw in flaws if flaw.code == "JK003" and len(flaw.path) <= 2)
    journey, asked, further = _with_ids(journey, shared, tree, lost | shared.unread)
    whole, from_shared = joined(journey, asked, shared)
    flaws += further
    flaws += check_library_keys(journey, tree)
    routes = Routes(whole)
    flaws += check_routes(whole, routes, tree)
    flaws += _check_template(journey, project or Project(), tree)
    flaws += _cut_texts(tree)
    addresses = {place.path: place.address for place in Outline(whole)} if flaws else {}
    found = [diagnostic(flaw, source.name, _address(flaw, tree, addresses)) for flaw in flaws]
    found += clashes(journey, shared, tree, source.name)
    faulty = frozenset((item.element, item.field) for item in found if item.severity == "error")
    return Document(source, whole, tree, tuple(in_order(found)) if found else (), from_shared, faulty, routes)


def load_path(name: str | pathlib.Path, config: pathlib.Path | None = None) -> Document:
    """Read a map by its path, `-` or `REV:path`, as part of the project it lies in.

    Raises `UnreadableError` where it cannot be opened, `ConfigurationError` where its project's settings are wrong.
    """
    try:
        source = read(str(name))
    except FlawError as error:
        return Document(Source(str(name), ""), None, None, (diagnostic(error.flaw, str(name)),))
    project = find_project(source.path.parent if source.path else pathlib.Path(), config)
    return load(source, project, load_shared(project))


def _with_ids(
    journey: Journey, shared: SharedLibrary, tree: Tree, unread: frozenset[Path]
) -> tuple[Journey, list[Mention], list[Flaw]]:
    """The journey with every reference an id, its references to what it does not describe itself, and the flaws of
    ids that clash or are not there.
    """
    own: dict[str, Mapping[str, Element]] = {noun: getattr(journey, library) for noun, library in LIBRARY_OF.items()}
    survey = Survey(journey, own)
    if not survey.mentions and not survey.has_doubled_ids:
        return journey, [], []
    known = {noun: {**shared.of(library), **own[noun]} for noun, library in LIBRARY_OF.items()}
    if any(mention.to == "stage" for mention in survey.mentions):
        known["stage"] = {key: stage for stage, key, _ in identified(journey.stages)}
    flaws, renamed = check_mentions(survey.mentions, known, tree, unread)
    if survey.has_doubled_ids:
        flaws += check_ids(Outline(journey), tree)
    if renamed:
        for path, meant in renamed:
            tree.put_text(path, meant)
        again, _ = read_model(Journey, tree)
        journey = again or journey
        return journey, Survey(journey, own).mentions, flaws
    return journey, survey.mentions, flaws


def _check_template(journey: Journey, project: Project, tree: Tree) -> list[Flaw]:
    name = journey.template
    if name is None or name in project.templates:
        return []
    hint = suggestion(name, {key: key for key in project.templates}, "template")
    span = tree.value_span(("template",))
    return [Flaw("JK008", f"there is no template {shown(name)}", hint, span, ("template",), "template")]


def _cut_texts(tree: Tree) -> list[Flaw]:
    return [
        Flaw(
            "JK012",
            f"{shown(lost)} is lost: after a blank, `#` begins a comment",
            "quote the text, or put a blank after the `#` of a comment",
            span,
            mend=_quoted(tree, whole),
            mend_span=whole,
            is_safe=False,
        )
        for span, lost, whole in tree.cut_texts()
    ]


def _quoted(tree: Tree, span: Span) -> str | None:
    """The text of a span in quotation marks; None where it goes over several lines."""
    text = tree.lines.line(span.line)[span.column - 1 : span.end_column - 1]
    return "'" + text.replace("'", "''") + "'" if span.line == span.end_line else None


def _with_places(path: Path, tree: Tree) -> Path:
    """A path in the file as one of the model: a single value where a list is expected is the first of it."""
    part: type[Part] = Journey
    full: list[str | int] = []
    keyed = False
    for place, step in enumerate(path, 1):
        full.append(step)
        held = next((held for held in anatomy(part).holding if held.key == step), None)
        if isinstance(step, int) or keyed or held is None:
            keyed = False
            continue
        part, keyed = held.part, held.keyed
        if held.many and not tree.is_list(path[:place]):
            full.append(0)
    return tuple(full)


def _address(flaw: Flaw, tree: Tree, addresses: Mapping[Path, str]) -> str:
    """The address of the innermost element a flaw concerns."""
    # Where it stands now: places in lists have moved where something before was left out.
    path = _with_places(tree.path_at(flaw.span), tree)
    if path and str(path[0]).startswith("x-"):
        path = flaw.path  # what an alias or a merge brought from there
    while path:
        if path in addresses:
            return addresses[path]
        path = path[:-1]
    return ""


__all__ = ["MISSING", "load", "load_path"]
