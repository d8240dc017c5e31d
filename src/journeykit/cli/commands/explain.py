"""`journey explain`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Config, Isolated, Quiet, Verbose


def command(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's code or name.")],
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """One rule: what it finds, why it matters, a map that breaks it and the map put right."""
    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.model.nearest import nearest
    from journeykit.model.project import find_project
    from journeykit.rules import pages
    from journeykit.rules.base import matches
    from journeykit.rules.registry import rules_of

    console = Console("auto", quiet, verbose)
    rules = {name: one for one in rules_of(find_project(Path(), config, isolated)) for name in (one.code, one.name)}
    wanted = rule.upper() if rule.upper() in rules else rule
    page = pages.fault_page(wanted)
    if page is not None:
        console.result(page)
        return
    if wanted not in rules:
        family = sorted({one.code for one in rules.values() if matches(one.code, one.name, rule.upper())})
        if family:
            told = f"'{rule}' is a family, {family[0]} to {family[-1]}"
            raise WrongUsageError(f"{told}; name one of them, `journey rules` lists them")
        guess = nearest(wanted, [*rules, *pages.fault_names()])
        hint = f"did you mean {guess}?" if guess else "`journey rules` lists them"
        raise WrongUsageError(f"there is no rule '{rule}'; {hint}")
    console.result(pages.page(rules[wanted]))
