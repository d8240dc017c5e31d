"""How much memory a long run takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import TODAY, corpus
from benchmarks.harness import Result, journey, run

MAPS = 10_000


def measure(folder: Path) -> Iterator[Result]:
    """The peak of one process that validates ten thousand maps."""
    corpus(folder, MAPS)
    done = run(journey("validate", folder, "--today", TODAY))
    yield Result(f"memory for {MAPS:,} maps", done.peak / 1e6, 80, unit="MB", detail=f"{done.wall:.0f} s")
