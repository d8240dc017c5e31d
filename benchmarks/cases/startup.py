"""What it costs to be asked for the version or for help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import Result, interleaved, journey, module, python, ratio

ROUNDS = 15


def measure(folder: Path) -> Iterator[Result]:
    """`--version` and `--help` against a Python that does nothing.

    The version is asked of the module: the script that older installers write beside it imports `re`, which costs half
    a start of Python, and is not ours. What the script takes is told too.
    """
    commands = {
        "pass": python("pass"),
        "version": module("--version"),
        "script": journey("--version"),
        "help": journey("--help"),
    }
    times = interleaved(commands, ROUNDS)
    script = f"by the installed script {times['script'].wall / times['pass'].wall:.2f}"
    yield ratio("--version : python -c pass", times["version"], times["pass"], 1.5, more=script)
    yield ratio("--help : python -c pass", times["help"], times["pass"], 9)
