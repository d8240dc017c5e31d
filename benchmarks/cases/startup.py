"""What it costs to be asked for the version or for help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import Result, interleaved, journey, python, ratio

ROUNDS = 15


def measure(folder: Path) -> Iterator[Result]:
    """`--version` and `--help` against a Python that does nothing."""
    times = interleaved({"pass": python("pass"), "version": journey("--version"), "help": journey("--help")}, ROUNDS)
    yield ratio("journey --version : python -c pass", times["version"], times["pass"], 1.5)
    yield ratio("journey --help : python -c pass", times["help"], times["pass"], 9)
