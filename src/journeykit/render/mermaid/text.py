"""The one place that writes texts of a map into Mermaid source."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from journeykit.render.taming import one_line

#: What Mermaid, its Markdown, its formulas and its icons give a meaning to.
_SIGNS = re.compile(r"[\"#<>&;:`$%\\*_~{}\[\]|^]")
#: The beginning of a text that Mermaid would take for a list, or in a user journey for a line of another kind.
_BEGINNING = re.compile(
    r"(?:\d+(?=[.)])|[-+](?=\s)|(?:title|section|journey|acctitle|accdescr)(?!\w)|$)", re.IGNORECASE
)


def _code(match: re.Match[str]) -> str:
    return f"#{ord(match[0])};"


def label(text: str) -> str:
    """A text as a label, on one line, every sign in it taken as it stands."""
    plain = one_line(text)
    begins = _BEGINNING.match(plain)
    safe = _SIGNS.sub(_code, plain)
    if begins and begins[0]:
        # The first letter, or the sign behind the number of a list, as its code.
        at = begins.end() if begins[0].isdigit() else 0
        return f"{plain[:at]}#{ord(plain[at])};{_SIGNS.sub(_code, plain[at + 1 :])}"
    return safe or " "


def name(text: str) -> str:
    """The same for a name in a list of names, where a comma would end it."""
    return label(text).replace(",", "#44;")


def front(title: str, config: Mapping[str, object] | None = None) -> list[str]:
    """The lines that head a diagram: its title, as YAML takes any text, and settings of Mermaid."""
    more = [f"config: {json.dumps(config)}"] if config else []
    # Mermaid drops from a title what looks like markup, and looks for its directives (`%%{`) before it reads it.
    plain = one_line(title).replace("<", "‹").replace(">", "›")
    said = json.dumps(plain, ensure_ascii=False).replace("%", "\\u0025")
    return ["---", f"title: {said}", *more, "---"]
