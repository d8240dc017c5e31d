"""What is wrong between maps: two of one id, a parent or another map that is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from journeykit.model.document import Document
from journeykit.model.faults import FAULTS
from journeykit.model.identity import ids_of
from journeykit.model.references import resolve, suggestion
from journeykit.model.values import shown
from journeykit.source.diagnostic import Diagnostic, Related
from journeykit.source.position import Span


@dataclass(frozen=True, slots=True)
class MapReference:
    """A reference to another map: its id (and a stage there), where it stands, on which element."""

    map: str
    stage: str | None
    span: Span
    element: str
    field: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What other maps may ask of a map: small, so that the map itself need not be kept.

    `named` are its stages, each with its written id and its text.
    """

    path: str
    id: str
    revision: str | None
    title: str
    span: Span
    named: tuple[tuple[str | None, str], ...]
    references: tuple[MapReference, ...]
    #: The configuration of the project it belongs to; maps of different projects may share an id.
    project: str = ""

    @property
    def stages(self) -> list[str]:
        """The ids of its stages."""
        return ids_of(self.named, "stage")


def heading(document: Document, project: str = "") -> Heading | None:
    """The heading of a document; None where there is no journey."""
    journey, tree = document.journey, document.tree
    if journey is None or tree is None:
        return None
    references = []
    if journey.parent:
        references.append(MapReference(journey.parent, None, tree.value_span(("parent",)), "", "parent"))
    # Few maps name another one; those that do not are not searched for it.
    for at, stage in enumerate(journey.stages if "map:" in document.source.text else ()):
        for place, action in enumerate(stage.actions):
            for number, arrow in enumerate(action.next):
                if arrow.to.startswith("map:"):
                    name, _, inside = arrow.to[4:].strip().partition("/")
                    span = tree.value_span(("stages", at, "actions", place, "next", number, "to"))
                    address = document.outline.address(action)
                    references.append(MapReference(name, inside or None, span, address, "next"))
    key = "id" if journey.id else "title"
    return Heading(
        document.source.name,
        document.outline.root.id,
        journey.revision,
        journey.title,
        tree.value_span((key,)),
        tuple((stage.id, stage.text) for stage in journey.stages),
        tuple(references),
        project,
    )


def check_collection(headings: list[Heading], others: Callable[[], Iterable[Heading]] | None) -> list[Diagnostic]:
    """Findings between maps.

    `others` gives further maps of the project when a reference asks for one; None where the project cannot be seen,
    and references to other maps are taken on trust.
    """
    return _same(headings) + (_lost(headings, others) if others is not None else [])


def _same(headings: list[Heading]) -> list[Diagnostic]:
    found = []
    first: dict[tuple[str, str, str | None], Heading] = {}
    for one in headings:
        known = first.setdefault((one.project, one.id, one.revision), one)
        if known.path == one.path:
            continue
        revision = f" and the revision {shown(one.revision)}" if one.revision else ""
        message = f"the map {known.path} has the id `{one.id}`{revision} too"
        hint = "give one of them another `id`, or another `revision` if it is one"
        related = Related("the other map of this id", known.path, known.span)
        found.append(Diagnostic("JK007", *FAULTS["JK007"], message, hint, one.path, one.span, "", "id", (related,)))
    return found


def _lost(headings: list[Heading], others: Callable[[], Iterable[Heading]]) -> list[Diagnostic]:
    if not any(one.references for one in headings):
        return []
    # By map, then by stage; mappings, for the order of a set is another in every run.
    known: dict[str, dict[str, str]] = {}
    for one in headings:
        known.setdefault(one.id, {}).update({stage: stage for stage in one.stages})
    asked = [(one, reference) for one in headings for reference in one.references]
    if any(resolve(reference.map, known) is None for _, reference in asked):
        for one in others():
            known.setdefault(one.id, {}).update({stage: stage for stage in one.stages})
    found = []
    for one, reference in asked:
        names = {key: key for key in known if key != one.id}
        meant = resolve(reference.map, known)
        if meant is None:
            message = f"there is no map {shown(reference.map)} in this project"
            hint = suggestion(reference.map, names, "map")
        elif reference.stage and resolve(reference.stage, known[meant]) is None:
            message = f"the map `{meant}` has no stage {shown(reference.stage)}"
            hint = suggestion(reference.stage, known[meant], "stage")
        else:
            continue
        found.append(
            Diagnostic(
                "JK008", *FAULTS["JK008"], message, hint, one.path, reference.span, reference.element, reference.field
            )
        )
    return found
