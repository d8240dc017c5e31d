"""First maps: what `journey new` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from journeykit.resources import templates

_SAFE = re.compile(r"[A-Za-z0-9][^:#\"'\\\n\r\t\[\]{},&*!|>%@`]*[^:#\"'\\\n\r\t\[\]{},&*!|>%@`\s]")
_TITLE = "@TITLE@"


def yaml_text(text: str) -> str:
    """A text as YAML writes it in one line: plain where that is safe, else in quotation marks."""
    return text if _SAFE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def first_map(title: str, template: str, stages: Sequence[str]) -> str:
    """A commented first map with all stages of a template; of the built-in ones one stage is worked out."""
    built_in = templates() / "new" / f"{template}.journey.yaml"
    if built_in.is_file():
        return built_in.read_text(encoding="utf-8").replace(_TITLE, yaml_text(title))
    lines = [
        "# A customer journey map. Everything after a # is a comment for you.",
        "# Check it with `journey validate`, look at it with `journey show`, draw it with `journey render`.",
        "journey: 1",
        f"title: {yaml_text(title)}",
        "status: draft",
        f"template: {yaml_text(template)}",
        "owner: Your team",
        "",
        "stages:",
    ]
    for stage in stages:
        lines += [
            f"  - stage: {yaml_text(stage.replace('-', ' ').capitalize())}",
            f"    id: {stage}",
            "    goal: What does the customer want here?",
            "    actions:",
            "      - What does the customer do first?",
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"
