"""What the rules cost, and what several processes save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import bare
from benchmarks.cases.validating import MAPS
from benchmarks.generate import TODAY, corpus
from benchmarks.harness import Result, interleaved, journey, python, ratio

ROUNDS = 5
#: The program as it is where the extra `fast` is not installed.
_SLOW = "import sys; sys.modules['yaml_rs'] = None; from journeykit.__main__ import run; run()"


def rules(folder: Path) -> Iterator[Result]:
    """All rules in one process, against reading and checking the format alone."""
    corpus(folder, MAPS)
    asked = ("validate", "--isolated", "--no-cache", "--today", TODAY, "--jobs", "1", folder)
    for name, whole in (("", journey(*asked)), (", without the extra fast", python(_SLOW, *asked))):
        times = interleaved({"format": [*whole, "--select", "JK0"], "all": whole}, ROUNDS)
        yield ratio(f"all rules : --select JK0, {MAPS:,} clean maps{name}", times["all"], times["format"], 1.25)


def jobs(folder: Path) -> Iterator[Result]:
    """As many processes as the program thinks worth, against one that only parses; at first, and where nothing has
    changed since.
    """
    corpus(folder, MAPS)
    asked = ("validate", "--isolated", "--today", TODAY, folder)
    commands = {
        "bare": python(bare.FOLDER, folder),
        "format": journey(*asked, "--no-cache", "--select", "JK0"),
        "all": journey(*asked, "--no-cache"),
        "again": journey(*asked),
    }
    times = interleaved(commands, ROUNDS)
    more = f"with --select JK0 {times['format'].wall / times['bare'].wall:.2f}"
    yield ratio(f"validate, default jobs, {MAPS:,} maps : bare", times["all"], times["bare"], 0.4, more=more)
    yield ratio(f"the same once more, nothing changed, {MAPS:,} maps : bare", times["again"], times["bare"], 0.4)
