"""Suppressions in comments: `# journey: ignore[JK202] reason` on an element's line, or alone on the line above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeykit.model.document import Document
from journeykit.model.nearest import nearest, slip
from journeykit.rules.base import matches
from journeykit.rules.select import ALWAYS
from journeykit.source.diagnostic import Diagnostic, Edit, Fix, Severity
from journeykit.source.edits import without_line
from journeykit.source.nodes import scalars
from journeykit.source.position import Span
from journeykit.source.yamltree import Tree

_COMMENT = re.compile(
    r"#[ \t]*journey:[ \t]*ignore\b(?P<file>-file\b)?[ \t]*(?:\[(?P<names>[^\]\r\n]*)\])?(?P<reason>[^\r\n]*)"
)
IDLE = ("JK011", "idle-suppression")


@dataclass(frozen=True)
class Suppression:
    """One comment: the rules it names, the line it speaks of (None for the whole file), and where it stands.

    `is_late` where it speaks of the whole file and stands below its first key: then it suppresses nothing.
    """

    names: tuple[str, ...]
    reason: str
    line: int | None
    span: Span
    #: Where the comment begins and ends in the text.
    extent: tuple[int, int]
    is_late: bool = False


def suppressions(tree: Tree) -> list[Suppression]:
    """The suppressions of a file, in order; text inside quotes and block scalars is none."""
    if _COMMENT.search(tree.text) is None:
        return []
    texts = [(node.start_mark.index, node.end_mark.index) for node in scalars(tree.root) if node.style]
    first = tree.root.start_mark.index
    found = []
    for match in _COMMENT.finditer(tree.text):
        at = match.start()
        if any(start <= at < end for start, end in texts) or (at and tree.text[at - 1] not in " \t\r\n"):
            continue
        written, extent = match["names"], match.span()
        span = tree.lines.span(at, match.end() if written is None else match.end("names") + 1)
        names = tuple(name.strip() for name in (written or "").split(",") if name.strip())
        if match["file"]:
            is_late = at >= first
            found.append(Suppression(names, match["reason"].strip(), 0 if is_late else None, span, extent, is_late))
            continue
        alone = not tree.lines.line(span.line)[: span.column - 1].strip()
        line = _next(tree, span.line) if alone else span.line
        found.append(Suppression(names, match["reason"].strip(), line, span, extent))
    return found


def _next(tree: Tree, line: int) -> int:
    """The first line after one that holds more than a comment."""
    following = line + 1
    while following <= len(tree.lines.starts):
        text = tree.lines.line(following).strip()
        if text and not text.startswith("#"):
            return following
        following += 1
    return following


def suppressed(
    document: Document, found: Iterable[Diagnostic], ran: Mapping[str, str], known: Mapping[str, str], grave: Severity
) -> list[Diagnostic]:
    """Findings without those that a comment suppresses, and with those of comments that suppress nothing.

    `ran` holds the rules that ran, `known` all there are: codes and their names. `grave` is the severity of JK011.
    """
    found = list(found)
    tree = document.tree
    asked = suppressions(tree) if tree is not None else []
    if not asked or tree is None:
        return found
    begins = {one.element: _begins(one, document, tree) for whole in found for one in (whole, *whole.instead_of)}
    used: set[int] = set()

    def is_hit(one: Diagnostic, *lines: int | None) -> bool:
        hits = {
            index
            for index, suppression in enumerate(asked)
            if suppression.line in lines and any(matches(one.code, one.name, name) for name in suppression.names)
        }
        if one.code in ALWAYS:
            return False
        used.update(hits)
        return bool(hits)

    kept = []
    for one in found:
        if one.instead_of:
            # What is told of all together is accepted at the key that holds all, or where it is accepted of each.
            parts = [is_hit(part, None, begins[part.element]) for part in one.instead_of]
            hit = is_hit(one, None, tree.key_span((one.field,)).line) or all(parts)
        else:
            hit = is_hit(one, None, begins[one.element], one.span.line)
        if not hit:
            kept.append(one)
    for index, suppression in enumerate(asked):
        kept += _idle(suppression, index in used, document, ran, known, grave)
    return kept


def _begins(one: Diagnostic, document: Document, tree: Tree) -> int:
    """The line an element begins on."""
    place = document.outline.by_address.get(one.element) if document.journey is not None else None
    if place is None or one.element in document.shared:
        return one.span.line
    return tree.key_span(place.path).line


def _idle(
    one: Suppression, used: bool, document: Document, ran: Mapping[str, str], known: Mapping[str, str], grave: Severity
) -> Iterable[Diagnostic]:
    path, tree = document.source.name, document.tree
    assert tree is not None
    if not one.names:
        hint = "write it like `# journey: ignore[JK202] reason`, with the rule in brackets"
        yield Diagnostic(*IDLE, grave, "this names no rule to ignore", hint, path, one.span)
        return
    if one.is_late:
        hint = "move the comment to the top of the file, or write `ignore` beside an element"
        yield Diagnostic(
            *IDLE, grave, "what is ignored in a whole file has to stand before its first key", hint, path, one.span
        )
        return
    for name in one.names:
        if not any(matches(code, own, name) for code, own in known.items()):
            hint = "name a rule by its code, its name or its family; `journey rules` lists them"
            fix = _renamed(one, name, known, tree)
            yield Diagnostic(
                *IDLE, grave, f"there is no rule '{name}' to ignore", hint, path, one.span, "", name, fix=fix
            )
            return
    if not one.reason:
        hint = "write the reason behind the brackets; next year nobody knows it"
        yield Diagnostic(*IDLE, grave, "this is ignored without a reason", hint, path, one.span)
    named = [code for code, own in known.items() if any(matches(code, own, name) for name in one.names)]
    if not used and named and all(code in ran for code in named):
        edit = without_line(tree, *one.extent)
        fix = Fix((edit,)) if edit else None
        yield Diagnostic(*IDLE, grave, "there is nothing here to ignore", "delete the comment", path, one.span, fix=fix)


def _renamed(one: Suppression, name: str, known: Mapping[str, str], tree: Tree) -> Fix | None:
    """The edit that writes the rule's name meant by one mistyped, where that is beyond doubt."""
    meant = slip(name, nearest(name, known.values()))
    at = tree.text.find(name, tree.text.index("[", one.extent[0]))
    return Fix((Edit(tree.lines.span(at, at + len(name)), meant),)) if meant else None
