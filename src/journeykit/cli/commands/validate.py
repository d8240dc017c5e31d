"""`journey validate`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from journeykit.cli.options import Color, Colour, Config, Isolated, Paths, Quiet, StdinName, Today, Verbose
from journeykit.render import kinds

if TYPE_CHECKING:
    from journeykit.cli.console import Console


class FailOn(StrEnum):
    """The severity from which on a finding fails the run."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Profile(StrEnum):
    """How strictly rules are taken."""

    sketch = "sketch"
    standard = "standard"
    strict = "strict"


Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT[=FILE]",
        show_default=False,
        help=f"{', '.join(kinds('reports'))}, on standard output or into FILE; may be repeated. "
        "By default github inside GitHub Actions, else text.",
    ),
]
Rules = Annotated[list[str] | None, typer.Option("--select", metavar="RULES", help="Only these rules.")]
More = Annotated[list[str] | None, typer.Option("--extend-select", metavar="RULES", help="These rules as well.")]
Fewer = Annotated[list[str] | None, typer.Option("--ignore", metavar="RULES", help="Not these rules.")]


def command(
    paths: Paths = None,
    format: Formats = None,
    select: Rules = None,
    extend_select: More = None,
    ignore: Fewer = None,
    profile: Annotated[Profile | None, typer.Option("--profile", help="How strictly rules are taken.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="What fails the run: error by default.")] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Tell only what this file does not hold.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write what is found today to the baseline file.")
    ] = False,
    since: Annotated[
        str | None, typer.Option("--since", metavar="REV", help="Tell only what this git revision does not have.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="So many processes; by default as many as it is worth.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read every map anew, also those that have not changed.")
    ] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend slips in the files; comments and layout stay.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="With --fix, show what would be mended and write nothing.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix, mend also what may change the meaning.")
    ] = False,
    max_findings: Annotated[int | None, typer.Option("--max-findings", min=1, help="Tell so many at the most.")] = None,
    today: Today = None,
    stdin_filename: StdinName = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Colour = Color.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check maps: the file, the format, the references, and the journey itself by the rules."""
    from dataclasses import replace

    from journeykit.cli.check import check
    from journeykit.cli.console import Console, WrongUsageError
    from journeykit.cli.fixing import Fixed
    from journeykit.cli.fixing import fix as mend
    from journeykit.cli.known import of_revision, read_baseline
    from journeykit.cli.known import write_baseline as write
    from journeykit.cli.maps import Reader, choose, home
    from journeykit.cli.options import day, listed
    from journeykit.cli.report import report, targets_of
    from journeykit.rules.judge import Judges
    from journeykit.rules.select import Wish
    from journeykit.source.text import at_revision

    console = Console(color.value, quiet, verbose)
    if write_baseline and baseline is None:
        raise WrongUsageError("--write-baseline needs to know the file: --baseline FILE")
    reader = Reader(config, isolated, stdin_filename)
    choice = choose(paths)
    targets = targets_of(format or ["github" if os.environ.get("GITHUB_ACTIONS") else "text"], choice.names)
    project = reader.project(home(choice))
    wish = Wish(listed(select), listed(extend_select), listed(ignore), profile.value if profile else None)
    judges = Judges(wish, day(today))
    judges.of(project)  # says at once what is named and is not there
    if diff and not fix:
        raise WrongUsageError("--diff shows what --fix would do; ask for both")
    if diff and write_baseline:
        raise WrongUsageError("--diff writes nothing, and --write-baseline does; ask for one of them")
    if fix and not diff and (what := next((name for name in choice.names if name == "-" or at_revision(name)), "")):
        what = "standard input" if what == "-" else what
        raise WrongUsageError(f"--fix mends files, and {what} is none; with --diff it shows what it would mend")
    known = read_baseline(baseline) if baseline and not write_baseline else frozenset()
    if since == "":
        raise WrongUsageError("--since names no revision")
    if since:
        known |= of_revision(since, choice.names, reader, judges)
    checked = check(choice, reader, console, judges, jobs, not no_cache)
    fixed = mend(checked.found, reader, console, diff, unsafe) if fix else Fixed()
    if count := fixed.mended:
        console.say(f"{'Would mend' if diff else 'Mended'} {count} finding{'' if count == 1 else 's'}.")
        if not diff:
            reader = Reader(config, isolated, stdin_filename)  # the libraries may be others now
            checked = check(choice, reader, console, judges, jobs, not no_cache)
    elif diff:
        console.say("Nothing that --fix could mend.")
    checked = replace(checked, unreadable=(*checked.unreadable, *fixed.problems))
    if baseline and write_baseline:
        write(baseline, checked.found)
        console.say(f"Wrote {baseline}: {len(checked.found)} findings that are known from now on.")
        _complain(checked.unreadable, console)
        raise typer.Exit(0)
    told = tuple(one for one in checked.found if not one.is_in(known))
    if known and not since and told == checked.found != ():
        console.say(f"Nothing that {baseline} holds was found: it counts paths from the folder it was written in.")
    checked = replace(checked, found=told)
    if not (fix and diff):
        report(checked, targets, console, reader, judges.rules, max_findings)
    if not checked.maps and not checked.unreadable and not any(name == "text" for name, _ in targets):
        console.say("No maps found.")
    _complain(checked.unreadable, console)
    if checked.fails(fail_on.value if fail_on else project.settings.fail_on):
        raise typer.Exit(1)


def _complain(problems: Sequence[str], console: Console) -> None:
    """Tell what could not be read or written; that ends the run with 3."""
    for problem in problems:
        console.complain(f"journey: {problem}")
    if problems:
        raise typer.Exit(3)
