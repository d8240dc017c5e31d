"""From a YAML tree to frozen models: every fault told once, at its place, and the rest still read.

Pydantic judges the data. After a fault the tree is put right in memory (a misspelt key read as the key it is nearest
to, a bad value left out) and judged again, so that one run shows all that is wrong and nothing that merely follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from journeykit.model.anatomy import anatomy, key_of, value_of
from journeykit.model.elements import LIBRARIES
from journeykit.model.elements.base import Element, Part
from journeykit.model.nearest import nearest, slip
from journeykit.model.values import UnfitError, article, shown
from journeykit.source.build import NO_WORD
from journeykit.source.edits import in_its_quotes, line_break
from journeykit.source.flaw import Flaw
from journeykit.source.position import Path, Span
from journeykit.source.yamltree import Tree

#: Stands for a required text that is not written, so that the rest of its element can still be checked.
MISSING = "…"
_ROUNDS = 8
#: What follows a word between braces that is a key for want of quotation marks.
_ENDS = re.compile(r"\s*[,}]")

P = TypeVar("P", bound=Part)


def read_model(model: type[P], tree: Tree) -> tuple[P | None, list[Flaw]]:
    """The model in a tree, and the flaws found on the way; None where too much is wrong."""
    flaws: list[Flaw] = []
    for _ in range(_ROUNDS):
        data = tree.data()
        flaws += [*tree.flaws, *_lost(model, tree)]
        try:
            return model.model_validate(data), _once(flaws)
        except ValidationError as error:
            found = list(_flaws(error.errors(include_url=False), model, tree))
            # A text such as {{name}} is told as the odd key it reads as, and not as a wrong type again.
            odd = [flaw.span for flaw in tree.flaws if flaw.message.startswith(NO_WORD)]
            flaws += [flaw for flaw, _ in found if flaw.code != "JK003" or not any(one in flaw.span for one in odd)]
            if any(flaw.code == "JK010" for flaw in flaws):
                return None, [flaw for flaw in flaws if flaw.code == "JK010"]
            # From the end, so that what is left out moves nothing that is still to be put right.
            for flaw, mend in sorted(found, key=lambda one: _place(one[0].path), reverse=True):
                _mend(tree, flaw.path, mend, model)
    return None, _once(flaws)


def _once(flaws: list[Flaw]) -> list[Flaw]:
    """Flaws told once each: what an alias repeats stands in one place."""
    return list({(flaw.code, flaw.span, flaw.field): flaw for flaw in reversed(flaws)}.values())[::-1]


def _place(path: Path) -> list[tuple[bool, int, str]]:
    """What sorts paths in the order of the data."""
    return [(isinstance(step, str), step if isinstance(step, int) else 0, str(step)) for step in path]


def _class_at(model: type[Part], path: Path) -> type[Part]:
    """The class of the part that a path leads to, or of the nearest above it."""
    return _at(model, path)[0]


def _at(model: type[Part], path: Path) -> tuple[type[Part], bool]:
    """The class of the part that a path leads to, or of the nearest above it, and whether it leads to just that."""
    part = model
    keyed = False
    for step in path:
        if keyed:
            keyed = False
        elif isinstance(step, str):
            held = next((held for held in anatomy(part).holding if held.key == step), None)
            if held is None:
                return part, False
            part, keyed = held.part, held.keyed
    return part, not keyed


def _lost(model: type[Part], tree: Tree) -> Iterator[Flaw]:
    """Flaws of keys that the format does not have and that stand without a value, which no model sees."""
    for key, mapping in tree.empty:
        name = str(key.value)
        span = tree.span_of(key)
        path = tree.path_at(span)
        part, is_there = _at(model, path)
        if not is_there or name in keys_of(part):
            continue
        if mapping.flow_style and name and _ENDS.match(tree.text, tree.offset(span) + len(name)):
            # `{emotion: Curious, sceptical}`: the second word has become a key, and would be lost without a word.
            hint = "a comma ends a text between braces: quote the whole text"
            yield Flaw("JK002", f"{_noun(part)} has no key {shown(name)}", hint, span, (*path, name), name)
        else:
            yield _unknown_key((*path, name), model, tree)[0]


def keys_of(part: type[Part]) -> list[str]:
    """The keys a part may have, the one that names it first."""
    keys = [key_of(name, info) for name, info in part.model_fields.items() if info.alias != "x-"]
    return sorted(keys, key=lambda key: key != part.short)


_Mend = tuple[str, str]  # what to do: rename, put, leave, say; and the text for it


def _flaws(errors: list[ErrorDetails], model: type[Part], tree: Tree) -> Iterator[tuple[Flaw, _Mend]]:
    """Each error of Pydantic's as a flaw with what puts it right; what an unknown key explains is left out."""
    unknown: dict[Path, list[_Mend]] = {}
    rest = []
    for error in errors:
        if error["type"] == "extra_forbidden":
            flaw, mend = _unknown_key(error["loc"], model, tree)
            unknown.setdefault(error["loc"][:-1], []).append(mend)
            yield flaw, mend
        else:
            rest.append(error)
    for error in rest:
        path: Path = error["loc"]
        if error["type"] == "missing":
            explained = unknown.get(path[:-1], [])
            if any(mend in (("rename", path[-1]), ("say", path[-1])) for mend in explained):
                continue
            yield _missing(path, model, tree), _stand_in(path, model)
        else:
            yield _unfit(error, model, tree), _stand_in(path, model)


def _unknown_key(path: Path, model: type[Part], tree: Tree) -> tuple[Flaw, _Mend]:
    part = _class_at(model, path[:-1])
    key = str(path[-1])
    known = keys_of(part)
    guess = nearest(key, known)
    owner = _noun(part)
    span = tree.key_span(path)
    written = _written(tree, path[:-1])
    if not key:
        return Flaw("JK002", "a key is empty", "write a word before the colon", span, path, key), ("leave", "")
    if guess is not None and guess != key and guess not in written:
        hint = f"did you mean `{guess}`?"
        mend = in_its_quotes(tree, span, guess) if slip(key, guess) else None
        return Flaw("JK002", f"{owner} has no key `{key}`", hint, span, path, key, mend=mend), ("rename", guess)
    if guess is not None and guess == key.casefold():
        hint = f"`{guess}` stands here already; delete one"
        return Flaw("JK002", f"{owner} has no key `{key}`", hint, span, path, key), ("leave", "")
    if re.search(r"[^\w-]", key) or key[:1].isupper():
        # `- Asks: is it me?` reads as a key; what was meant is one text.
        mark = "'" if '"' in key else '"'
        hint = f"quote the text if this is one: {mark}{key if len(key) <= 60 else key[:59] + '…'}: …{mark}"
        flaw = Flaw("JK002", f"{owner} has no key {shown(key)}", hint, span, path, key)
        return flaw, ("say" if part.short and part.short not in written else "leave", part.short)
    if hint := _as_reference(part, key, tree):
        return Flaw("JK002", f"{owner} has no key `{key}`", hint, span, path, key), ("leave", "")
    shown_keys = ", ".join(known[:12]) + (", …" if len(known) > 12 else "")
    hint = (
        f"did you mean `{guess}`?" if guess and guess != key else f"it may have: {shown_keys}; or `x-{key}` of your own"
    )
    return Flaw("JK002", f"{owner} has no key `{key}`", hint, span, path, key), ("leave", "")


def _as_reference(part: type[Part], key: str, tree: Tree) -> str:
    """How to name an entry of the map whose id was written as a key, such as a persona in an emotion."""
    for known in anatomy(part).referring:
        library = next((library for library, entry in LIBRARIES.items() if entry.noun == known.to), None)
        if library and tree.has((library, key)):
            return f"`{key}` is {article(known.to)}: write {{{known.key}: {key}, …}}, and of several each so in a list"
    return ""


def _written(tree: Tree, path: Path) -> set[str]:
    """The keys written in the mapping at a path."""
    _, node = tree.find(path)
    pairs = node.value if isinstance(node.value, list) else []
    return {str(pair[0].value) for pair in pairs if isinstance(pair, tuple)}


def _missing(path: Path, model: type[Part], tree: Tree) -> Flaw:
    part = _class_at(model, path[:-1])
    key = str(path[-1])
    example = {"journey": "`journey: 1`", "stages": "`stages: [First, Second]`", "when": "`when: health < 50`"}
    hint = f"add {example.get(key, f'`{key}: …`')}"
    _, node = tree.find(path[:-1])
    if path[:-1] and isinstance(node.value, str) and part.short:
        hint = f"write {{{part.short}: {shown(node.value)}, {key}: …}}"
    written = tree.has(path)
    problem = f"the key `{key}` is empty" if written else f"{_noun(part)} needs the key `{key}`"
    span = tree.key_span(path) if written else tree.value_span(path[:-1])
    if path == ("journey",) and not written:
        # There is one version: nothing else can be meant.
        first = tree.span_of(node.value[0][0])
        mend = f"{in_its_quotes(tree, first, key)}: 1{', ' if node.flow_style else line_break(tree.text)}"
        before = Span(first.line, first.column, first.line, first.column)
        return Flaw("JK004", problem, hint, span, path, key, mend=mend, mend_span=before)
    return Flaw("JK004", problem, hint, span, path, key)


def _stand_in(path: Path, model: type[Part]) -> _Mend:
    """What to read in place of a value that is missing or unfit, so that nothing else seems wrong for it."""
    part = _class_at(model, path[:-1])
    field = next((info for name, info in part.model_fields.items() if key_of(name, info) == path[-1]), None)
    if field is None or not field.is_required():
        return "leave", ""
    if path[-1] == "journey":
        return "put", "1"
    return ("remove", "") if path[-1] in ("when", "to") else ("put", MISSING)


def _refused(error: ErrorDetails, model: type[Part]) -> UnfitError | None:
    """Why a value was refused that Pydantic read natively."""
    names = [step for step in error["loc"] if isinstance(step, str)]
    part = _class_at(model, error["loc"])
    for name, info in part.model_fields.items():
        value = value_of(info) if names and key_of(name, info) == names[-1] else None
        if value is not None:
            try:
                value.read(error["input"])
            except UnfitError as refused:
                return refused
    return None


def _unfit(error: ErrorDetails, model: type[Part], tree: Tree) -> Flaw:
    path: Path = error["loc"]
    cause = error.get("ctx", {}).get("error") or _refused(error, model)
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    span = tree.value_span(path)
    if isinstance(cause, UnfitError):
        return Flaw(
            cause.code,
            f"`{field}`: {cause.message}" if field else cause.message,
            cause.hint,
            span,
            path,
            field,
            mend=in_its_quotes(tree, span, cause.mend) if cause.mend else None,
        )
    part = _class_at(model, path)
    value = shown(error["input"])
    if error["type"] in ("mapping_type", "dict_type"):
        wanted, hint = "a mapping from ids to entries", f"write `{field}:` and below it `some-id: Its name`"
    elif part.short:
        wanted, hint = f"a text or a mapping with `{part.short}:`", f"write `{part.short}: …`"
    else:
        keys = ", ".join(keys_of(part)[:4])
        wanted, hint = f"a mapping with keys such as {keys}", f"write keys such as {keys}"
    return Flaw("JK003", f"`{field}`: expected {wanted}, found {value}", hint, span, path, field)


def _noun(part: type[Part]) -> str:
    if issubclass(part, Element) and part.noun:
        return article(part.noun)
    return {"Libraries": "a library"}.get(part.__name__, f"`{part.__name__.lower()}`")


def _mend(tree: Tree, path: Path, mend: _Mend, model: type[Part]) -> None:
    """Put the tree right in memory, so that the next round does not stumble at the same place."""
    what, text = mend
    if what == "rename":
        tree.rename_key(path, text)
    elif what == "put":
        tree.put_text(path, text, _class_at(model, path[:-1]).short)
    elif what == "say":
        _, value = tree.find(path)
        said = f"{path[-1]}: {value.value}" if isinstance(value.value, str) else str(path[-1])
        tree.leave_out(path)
        tree.put_text((*path[:-1], text), said)
    elif what == "remove":
        _leave_out(tree, path[:-1])
    else:
        _leave_out(tree, path)


def _leave_out(tree: Tree, path: Path) -> None:
    """Leave out the value at a path, or the nearest around it that stands in the file."""
    while path and not tree.leave_out(path):
        path = path[:-1]
