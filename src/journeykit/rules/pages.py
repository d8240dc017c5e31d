"""The documentation of the rules, from the rules themselves."""

from __future__ import annotations

import json
from collections.abc import Sequence

from journeykit.model.faults import FAULT_PAGES, FAULTS
from journeykit.rules.base import Rule

#: The families, by the digit of the code.
FAMILIES = {
    "JK0": "The file",
    "JK1": "Structure",
    "JK2": "Questions and help",
    "JK3": "Channels, touchpoints, promises",
    "JK4": "Emotions",
    "JK5": "Pains, gaps, risks, opportunities",
    "JK6": "Evidence",
    "JK7": "Freshness and revisions",
    "JK8": "Personas and voice",
    "JK9": "Measurement and blueprint",
}

INTRODUCTION = """
# The rules

This page is made from the rules themselves by `make docs`; `journey explain RULE` shows one of them.

An **error** is a file that is wrong, or that claims what is not so. What is wrong with the *journey* is a
**warning** at most: to write down that a question is open must never break a build. An **info** is a hint.

- `--select`, `--extend-select` and `--ignore` take codes (`JK202`), names (`unanswered-question`) and families
  (`JK2`); the closer name wins.
- Each map is judged by the configuration of the project it lies in, wherever the program is called; `fail-on` is
  that of the folder or map named first.
- `--profile strict` raises warnings to errors and infos to warnings; `sketch` lowers every rule outside JK0 to
  info; `standard` is without a word. A map with `status: draft` is a sketch unless a profile is set.
- A comment takes an exception, with its reason, on the line where an element begins or alone on the line above: `#
  journey: ignore[JK202] nobody has asked since May`. Before the first key of a file, `# journey: ignore-file[JK4]
  no research yet` is for the whole file. JK001, JK009 and JK011 cannot be suppressed.
- `--baseline known.json --write-baseline` writes down today's findings; with `--baseline known.json` only new ones
  are told. `--since main` tells only what that revision does not have: the maps as they were, also under another
  name, with the libraries of that time, judged by the rules of today.
- Entries of a shared library are judged once, in their file.
- What no stage says, or no entry of a kind, is told once, for the whole map. Where some say it, the others are told
  one by one; a baseline that knows the one knows the others.
- `--fix` mends what is beyond doubt, and keeps every comment and all layout: slips in keys, references and closed
  words, dates written another way, a key written twice, a missing `journey: 1`, a `better:` that name and target
  tell, comments that suppress nothing. `--unsafe-fixes` mends also what may change the meaning: ids that clash,
  texts that a `#` cuts, `reviewed:`, `primary:`, a claim of proof without any. With `--diff` it is shown, and
  nothing is written.

```toml
# journey.toml
profile = "standard"
ignore = ["JK4"]
rules = ["rules/"]                  # rules of your own: a folder of Python files, or an entry point

[per-file-ignores]                  # from the folder of this file on
"drafts/*" = ["JK2"]

[severity]
missing-goal = "warning"            # or "off"

[options.stage-count]
min = 3
max = 9
```

A rule of your own is a file like those in `src/journeykit/rules/checks`: a docstring, a `check` and a `RULE`, with
a code of your own letters.

The fragments below are laid over one clean map; what they do not show is as it should be.
"""

Row = tuple[str, str, str, str]


def table(rules: Sequence[Rule]) -> list[Row]:
    """Code, name, severity and summary of every rule, by code."""
    faults = [(code, name, severity, FAULT_PAGES[code]) for code, (name, severity) in FAULTS.items()]
    return sorted([*faults, *((rule.code, rule.name, rule.severity, rule.summary) for rule in rules)])


def as_text(rules: Sequence[Rule]) -> str:
    """The table for a terminal."""
    rows = table(rules)
    width = max(len(name) for _, name, _, _ in rows)
    return "".join(f"{code}  {name:<{width}}  {severity:<7}  {summary}\n" for code, name, severity, summary in rows)


def as_json(rules: Sequence[Rule]) -> str:
    """The table for programs, with the options of each rule."""
    options = {rule.code: {name: option.default for name, option in rule.options.items()} for rule in rules}
    listed = [
        {"code": code, "name": name, "severity": severity, "summary": summary, "options": options.get(code, {})}
        for code, name, severity, summary in table(rules)
    ]
    return json.dumps({"version": 1, "rules": listed}, indent=2, ensure_ascii=False) + "\n"


def as_markdown(rules: Sequence[Rule]) -> str:
    """The tables by family."""
    parts = []
    for family, title in FAMILIES.items():
        rows = [row for row in table(rules) if row[0].startswith(family)]
        if rows:
            lines = [f"| {code} | {name} | {severity} | {_cell(summary)} |" for code, name, severity, summary in rows]
            head = ["| code | name | severity | finds |", "|---|---|---|---|"]
            parts.append("\n".join([f"## {family} {title}", "", *head, *lines]))
    return "\n\n".join(parts) + "\n"


def book(rules: Sequence[Rule]) -> str:
    """The page of all rules for the documentation: the tables, then each rule's own page."""
    parts = [
        INTRODUCTION.strip(),
        as_markdown(rules).rstrip(),
        *(_chapter(rule) for rule in rules),
    ]
    return "\n\n".join(parts) + "\n"


def _chapter(rule: Rule) -> str:
    parts = [f"### {rule.code} {rule.name}", f"*{rule.severity}.* {rule.summary}", rule.why]
    if rule.options:
        rows = [f"| `{name}` | {option.default} | {_cell(option.meaning)} |" for name, option in rule.options.items()]
        parts.append("\n".join(["| option | default | means |", "|---|---|---|", *rows]))
    parts.append(f"This breaks it:\n\n```yml\n{rule.bad.strip()}\n```")
    parts.append(f"This is right:\n\n```yml\n{rule.good.strip()}\n```")
    return "\n\n".join(part for part in parts if part)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def page(rule: Rule) -> str:
    """One rule's page."""
    parts = [f"{rule.code} {rule.name} ({rule.severity})", rule.summary, rule.why]
    if rule.options:
        options = "\n".join(f"  {name} = {option.default}: {option.meaning}" for name, option in rule.options.items())
        parts.append(f"Options, under [options.{rule.name}] in journey.toml:\n{options}")
    parts.append(f"This breaks it:\n\n{_indented(rule.bad)}")
    parts.append(f"This is right:\n\n{_indented(rule.good)}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


def fault_names() -> list[str]:
    """The codes and names of the faults that reading a file finds."""
    return [name for code, (own, _) in FAULTS.items() for name in (code, own)]


def fault_page(wanted: str) -> str | None:
    """The page of a fault of the file; None for what is none."""
    for code, (name, severity) in FAULTS.items():
        if wanted in (code, name):
            return f"{code} {name} ({severity})\n\n{FAULT_PAGES[code]}\n"
    return None
