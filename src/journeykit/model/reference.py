"""The reference of the format in Markdown, from the models: what every key takes, and what it is without one."""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from journeykit.model.anatomy import is_keyed, is_many, key_of, part_of, value_of
from journeykit.model.elements import (
    Action,
    Alert,
    Backstage,
    Channel,
    Checkpoint,
    Element,
    Emotion,
    Enter,
    Evidence,
    Frontstage,
    Gap,
    Help,
    Highlight,
    Journey,
    Lane,
    Leave,
    Libraries,
    LibraryEntry,
    Metric,
    Moment,
    Need,
    Next,
    Opportunity,
    Pain,
    Part,
    Persona,
    Physical,
    Promise,
    Question,
    Quote,
    Risk,
    Scope,
    Signal,
    Stage,
    Support,
    Thought,
    Touchpoint,
)
from journeykit.model.values import Reference

#: Between these lines of a page stands the generated reference.
START, END = "<!-- generated: reference -->", "<!-- /generated -->"

#: The tables in the order of the page, by the heading they stand under. Classes of one shape share a table.
GROUPS: dict[str, dict[str, tuple[type[Part], ...]]] = {
    "The map": {
        "every element": (Element,),
        "map": (Journey,),
        "libraries": (Libraries,),
        "scope": (Scope,),
    },
    "The libraries": {
        "every library entry": (LibraryEntry,),
        "persona": (Persona,),
        "channel": (Channel,),
        "touchpoint": (Touchpoint,),
        "promise": (Promise,),
        "help": (Help,),
        "metric": (Metric,),
        "evidence": (Evidence,),
    },
    "Stages and actions": {
        "stage": (Stage,),
        "action": (Action,),
        "stage or action": (Moment,),
        "emotion": (Emotion,),
        "next": (Next,),
        "lane": (Frontstage, Backstage, Support, Physical, Lane),
    },
    "What happens there": {
        "need": (Need,),
        "thought": (Thought,),
        "quote": (Quote,),
        "question": (Question,),
        "pain": (Pain,),
        "highlight": (Highlight,),
        "gap": (Gap,),
        "opportunity": (Opportunity,),
        "risk": (Risk,),
        "leave": (Leave,),
    },
    "What is measured": {
        "enter": (Enter,),
        "checkpoint": (Checkpoint,),
        "signal": (Signal,),
        "alert": (Alert,),
    },
}
_HEADINGS = {part: heading for group in GROUPS.values() for heading, parts in group.items() for part in parts}


def reference_table() -> str:
    """All keys of the format as Markdown: one small table an element, required keys in bold."""
    blocks = []
    for group, tables in GROUPS.items():
        blocks.append(f"### {group}")
        for heading, parts in tables.items():
            blocks += [f"#### {heading}", *(text for text in (_about(parts), _table(parts)) if text)]
    return "\n\n".join(blocks) + "\n"


def renewed(page: str) -> str:
    """A page with the reference between its markers as it is now; raises `ValueError` where it has none."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the page has no lines {START} and {END}")
    return f"{before}{start}\n\n{reference_table()}\n{end}{after}"


def _about(parts: tuple[type[Part], ...]) -> str:
    """What the element is, what a plain string means in its place, and which other table adds keys to it."""
    first = parts[0]
    if first is Element:
        others = [heading for part, heading in _HEADINGS.items() if not issubclass(part, Element | Libraries)]
        listed = f"{', '.join(others[:-1])} and {others[-1]}"
        return f"All elements below take these keys; {listed} take `x-…` keys alone."
    if len(parts) > 1:
        kinds = ", ".join(f"`{part.short}:`" for part in parts if part.short)
        return f"What stands under {kinds} has the bold key of the same name. A plain string stands for that key."
    sentences = [(first.__doc__ or "").split("\n")[0]]
    required = {key_of(name, info) for name, info in first.model_fields.items() if info.is_required()}
    if first is Emotion:
        sentences.append("A number stands for its `score`.")
    elif first.short and required == {first.short} and first is not LibraryEntry:
        sentences.append(f"A plain string stands for its `{first.short}`.")
    more = [_link(base) for base in first.__bases__ if base in _HEADINGS and base is not Element]
    if more:
        sentences.append(f"It also takes the keys of {' and '.join(more)}.")
    return " ".join(sentences)


def _table(parts: tuple[type[Part], ...]) -> str:
    fields = {name: info for part in parts for name, info in part.model_fields.items() if _is_own(name, part)}
    rows = [_row(key_of(name, info), info) for name, info in fields.items()]
    if parts == (Element,):
        rows.append(("`x-…`", "anything", "", "Keys of your own, kept as they are."))
    if not rows:
        return ""
    lines = [("key", "takes", "default", "is"), ("---",) * 4, *rows]
    if not any(default for _, _, default, _ in rows):
        lines = [(key, takes, about) for key, takes, _, about in lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _is_own(name: str, part: type[Part]) -> bool:
    """Whether a class declares a field itself, so that it stands in no other table."""
    if name == "extensions":
        return False
    return not any(name in base.model_fields for base in part.__bases__ if issubclass(base, Part))


def _row(key: str, info: FieldInfo) -> tuple[str, str, str, str]:
    shown = f"**`{key}`**" if info.is_required() else f"`{key}`"
    return shown, _takes(info), _default(info), (info.description or "").replace("|", "\\|")


def _takes(info: FieldInfo) -> str:
    many = is_many(info)
    held = part_of(info)
    if held is not None:
        return f"{_link(held)} entries by id" if is_keyed(info) else f"list of {_link(held)}" if many else _link(held)
    value = value_of(info)
    if isinstance(value, Reference):
        kind = next(_link(part) for part in _HEADINGS if issubclass(part, Element) and part.noun == value.to)
        return f"list of {kind} ids" if many else f"{kind} id"
    label = value.label() if value else "text"
    return f"list of {label}" if many else label


def _default(info: FieldInfo) -> str:
    default: Any = None if info.is_required() else info.default
    if info.default_factory is not None or default is None or default == ():
        return ""
    if isinstance(default, bool):
        return "yes" if default else "no"
    return f"`{default}`"


def _link(part: type[Part]) -> str:
    heading = _HEADINGS[part]
    noun = (part.noun if issubclass(part, Element) else "") or heading
    return f"[{noun}](#{heading.replace(' ', '-')})"
