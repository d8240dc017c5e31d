"""A map in two revisions, each as far as it could be read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from journeykit.diff.compare import Diff, compare
from journeykit.model.document import Document


@dataclass(frozen=True)
class MapDiff:
    """A map before and after; `old` or `new` is None where it was not there, `diff` where there is nothing to compare.

    `notes` say what a reader must know: a revision that was read in part, a map that was renamed or split. `renamed`
    tells whether its file was called otherwise.
    """

    old: Document | None
    new: Document | None
    diff: Diff | None
    notes: tuple[str, ...] = ()
    renamed: bool = False

    @property
    def is_same_text(self) -> bool:
        """Whether both texts are equal to the letter."""
        return self.old is not None and self.new is not None and self.old.source.text == self.new.source.text

    @property
    def is_layout_alone(self) -> bool:
        """Whether the files differ and the maps do not."""
        return self.diff is not None and not self.diff.changes and not self.is_same_text


def of_documents(old: Document | None, new: Document | None, reword: bool = True) -> MapDiff:
    """What changed between two revisions of a map, as far as both could be read."""
    notes = [note for document in (old, new) if document and (note := _note(document))]
    if old is None or new is None or old.journey is None or new.journey is None:
        return MapDiff(old, new, None, tuple(notes))
    return MapDiff(old, new, compare(old.facts, new.facts, reword), tuple(notes))


def _note(document: Document) -> str:
    if document.is_sound:
        return ""
    first = next(found for found in document.diagnostics if found.severity == "error")
    where = f"{document.source.name}:{first.span.line}"
    if document.journey is None:
        return f"{document.source.name} could not be read: {first.message} ({where})"
    return f"{document.source.name} has errors and is compared as far as it loads: {first.message} ({where})"


@dataclass(frozen=True)
class Step:
    """A revision of a map: what it is called, its day (ISO; empty for the file as it lies there), what it changed.

    `change` is None for the first.
    """

    name: str
    day: str
    document: Document
    change: MapDiff | None


def steps(revisions: list[tuple[str, str, Document]], reword: bool = True) -> list[Step]:
    """Revisions (name, day, map), the oldest first, each beside the last one before it that could be read."""
    found: list[Step] = []
    for name, day, document in revisions:
        last = found[-1] if found else None
        before = next((step for step in reversed(found) if step.document.journey is not None), last)
        change = of_documents(before.document, document, reword) if before else None
        if change and before and last:
            notes = (_renamed(before.document, document), _skipped(before, last, change))
            change = replace(change, notes=(*filter(None, notes), *change.notes))
        found.append(Step(name, day, document, change))
    return found


def _skipped(before: Step, last: Step, change: MapDiff) -> str:
    """That a revision could not be read, so that the one before it takes its place."""
    return f"compared with {before.name}: {last.name} could not be read" if before is not last and change.diff else ""


def _renamed(before: Document, document: Document) -> str:
    """That a file is called otherwise in this revision, by the names `REV:path` of both."""
    (_, _, old), (_, _, new) = (side.source.name.partition(":") for side in (before, document))
    return f"renamed from {old} to {new}" if old and new and old != new else ""
