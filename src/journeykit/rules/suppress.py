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
from journeykit.source.nodes import Node, scalars
from journeykit.source.position import Span
from journeykit.source.yamltree import Tree

#: A comment that suppresses, or is meant to: in capitals or with other words only where brackets follow.
_COMMENT = re.compile(
    r"#[ \t]*(?P<journey>journey):[ \t]*"
    r"(?P<word>(?:ignore|disable|suppress|noqa)[\w-]*(?=[ \t]*\[)|ignore\b(?:-file\b)?)"
    r"[ \t]*(?:\[(?P<names>[^\]\r\n]*)\])?(?P<reason>[^\r\n]*)",
    re.IGNORECASE,
)
IDLE = ("JK011", "idle-suppression")


@dataclass(frozen=True)
class Suppression:
    """One comment: the rules it names, the line it speaks of (None for the whole file), and where it stands.

    It suppresses nothing, and its line is 0, where `fault` says what is wrong with it as a whole, and `hint` how it
    is mended.
    """

    names: tuple[str, ...]
    reason: str
    line: int | None
    span: Span
    #: Where the comment begins and ends in the text.
    extent: tuple[int, int]
    fault: str = ""
    hint: str = ""


def is_asked(text: str) -> bool:
    """Whether a text may hold a suppression at all: most do not."""
    return _COMMENT.search(text) is not None


def suppressions(tree: Tree) -> list[Suppression]:
    """The suppressions of a file, in order; text inside quotes and block scalars is none."""
    if not is_asked(tree.text):
        return []
    texts = [_text(node, tree) for node in scalars(tree.root) if node.style]
    first = tree.root.start_mark.index
    found = []
    for match in _COMMENT.finditer(tree.text):
        at, word, written = match.start(), match["word"], match["names"]
        if any(start <= at < end for start, end in texts) or tree.text[at - 1 : at] not in " \t\r\n":
            continue
        is_right = match["journey"] == "journey" and word in ("ignore", "ignore-file")
        if not is_right and written is None:
            continue
        span = tree.lines.span(at, match.end() if written is None else match.end("names") + 1)
        names = tuple(name.strip() for name in (written or "").split(",") if name.strip())
        form = "ignore-file" if "file" in word.casefold() else "ignore"
        fault = hint = ""
        if not is_right:
            fault, hint = "this is not how to ignore a rule", f"write it like `# journey: {form}[{written}] reason`"
        elif not names:
            fault = "this names no rule to ignore"
            hint = "write it like `# journey: ignore[JK202] reason`, with the rule in brackets"
        elif form == "ignore-file" and at >= first:
            fault = "what is ignored in a whole file has to stand before its first key"
            hint = "move the comment to the top of the file, or write `ignore` beside an element"
        line: int | None = 0
        if not fault:
            alone = not tree.lines.line(span.line)[: span.column - 1].strip()
            line = None if form == "ignore-file" else _next(tree, span.line) if alone else span.line
        found.append(Suppression(names, match["reason"].strip(), line, span, match.span(), fault, hint))
    return found


def _text(node: Node, tree: Tree) -> tuple[int, int]:
    """Where a text in quotes or a block of text begins and ends: a block below the line of its `|` or `>`."""
    start, end = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        line, _ = tree.lines.at(start)
        start = tree.lines.starts[line - 1] + len(tree.lines.line(line))
    return start, end


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
    meant = [tuple(_meant(name, known) for name in suppression.names) for suppression in asked]
    used: set[int] = set()

    def is_hit(one: Diagnostic, *lines: int | None) -> bool:
        if one.code in ALWAYS:
            return False
        hits = {
            index
            for index, suppression in enumerate(asked)
            if suppression.line in lines and any(matches(one.code, one.name, name) for name in meant[index])
        }
        # Used is also what would be, were its name written right.
        used.update(hits)
        return any(matches(one.code, one.name, name) for index in hits for name in asked[index].names)

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
    told = tuple(kept)
    for index, suppression in enumerate(asked):
        kept += _idle(suppression, meant[index], index in used, told, document, ran, known, grave)
    return kept


def _begins(one: Diagnostic, document: Document, tree: Tree) -> int:
    """The line an element begins on."""
    place = document.outline.by_address.get(one.element) if document.journey is not None else None
    if place is None or one.element in document.shared:
        return one.span.line
    return tree.key_span(place.path).line


def _idle(
    one: Suppression,
    meant: tuple[str, ...],
    used: bool,
    told: Iterable[Diagnostic],
    document: Document,
    ran: Mapping[str, str],
    known: Mapping[str, str],
    grave: Severity,
) -> Iterable[Diagnostic]:
    path, tree = document.source.name, document.tree
    assert tree is not None
    if one.fault:
        yield Diagnostic(*IDLE, grave, one.fault, one.hint, path, one.span)
        return
    named = [code for code, own in known.items() if any(matches(code, own, name) for name in meant)]
    is_idle = not used and "" not in meant and all(code in ran for code in named)
    # Where such a thing is told elsewhere, the comment may only stand in the wrong place.
    is_misplaced = any(matches(other.code, other.name, name) for other in told for name in meant)
    edit = without_line(tree, *one.extent) if is_idle else None
    deleted = Fix((edit,), not is_misplaced) if edit else None
    for name, guess in zip(one.names, meant, strict=True):
        if guess != name:
            message = f"there is no rule '{name}' to ignore"
            # A comment that would be idle with the right name goes at once.
            fix = deleted or _renamed(one, name, guess, tree)
            hint = _hint(name, guess, known)
            yield Diagnostic(*IDLE, grave, message, hint, path, one.span, "", name, fix=fix)
    if meant != one.names:
        return
    if not one.reason:
        hint = "write the reason behind the brackets; next year nobody knows it"
        yield Diagnostic(*IDLE, grave, "this is ignored without a reason", hint, path, one.span)
    if is_idle:
        hint = "delete the comment"
        if is_misplaced:
            hint += ", or put it on the line where the element begins; `ignore-file` on top is for the whole file"
        yield Diagnostic(*IDLE, grave, "there is nothing here to ignore", hint, path, one.span, fix=deleted)


def _meant(name: str, known: Mapping[str, str]) -> str:
    """The name itself where it is that of a rule or a family, the rule meant where it is a slip; "" where neither."""
    if any(matches(code, own, name) for code, own in known.items()):
        return name
    return slip(name, nearest(name, known.values())) or ""


def _hint(name: str, guess: str, known: Mapping[str, str]) -> str:
    """How to put a name right that is no rule's."""
    if guess:
        return f"did you mean `{guess}`?"
    names = name.split()
    if len(names) > 1 and all(_meant(one, known) == one for one in names):
        return f"put a comma between the rules: `[{', '.join(names)}]`"
    return "name a rule by its code, its name or its family; `journey rules` lists them"


def _renamed(one: Suppression, name: str, meant: str, tree: Tree) -> Fix | None:
    """The edit that writes the rule's name meant by one mistyped, where that is beyond doubt."""
    at = tree.text.find(name, tree.text.index("[", one.extent[0]))
    return Fix((Edit(tree.lines.span(at, at + len(name)), meant),)) if meant else None
