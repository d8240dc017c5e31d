"""Mends as text edits: a key written, or written anew, where all else in the file stays as it is."""

from __future__ import annotations

from journeykit.model.document import Document
from journeykit.model.elements import Element
from journeykit.rules.base import Mend
from journeykit.source.diagnostic import Fix
from journeykit.source.edits import put


def fix(mend: Mend, document: Document, element: Element) -> Fix | None:
    """The edits that write a key of an element; None where that is no matter of one line, or where it is written and
    could not be read.
    """
    assert document.tree is not None
    place = document.outline.of(element)
    if (place.address, mend.key) in document.faulty:
        return None
    edit = put(document.tree, place.path, mend.key, mend.value, element.short, mend.after)
    return None if edit is None else Fix((edit,), mend.safe)
