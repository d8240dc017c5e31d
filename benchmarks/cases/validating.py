"""`journey validate` against bare processes that only parse the same files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import bare
from benchmarks.generate import LARGE, corpus, make
from benchmarks.harness import Result, interleaved, journey, python, ratio

MAPS = 1000


def one(folder: Path) -> Iterator[Result]:
    """One map of ordinary length, the whole command."""
    path = folder / "one.journey.yaml"
    text = make(1)
    path.write_text(text, encoding="utf-8")
    times = interleaved({"bare": python(bare.ONE, path), "journey": journey("validate", path)}, rounds=15)
    yield ratio("validate one map : bare parse", times["journey"], times["bare"], 8, more=f"{_lines(text)} lines")


def thousand(folder: Path) -> Iterator[Result]:
    """A thousand clean maps in one process."""
    corpus(folder, MAPS)
    times = interleaved(
        {
            "bare": python(bare.FOLDER, folder),
            "journey": journey("validate", folder, "--select", "JK0", "--jobs", "1", "--no-cache"),
        },
        rounds=5,
    )
    yield ratio(
        f"validate {MAPS:,} clean maps, format and references, one process : bare parse",
        times["journey"],
        times["bare"],
        0.65,
    )


def large(folder: Path) -> Iterator[Result]:
    """One very long map, the whole command."""
    path = folder / "large.journey.yaml"
    text = make(0, LARGE)
    path.write_text(text, encoding="utf-8")
    times = interleaved({"bare": python(bare.ONE, path), "journey": journey("validate", path)}, rounds=5)
    yield ratio("validate one huge map : bare parse", times["journey"], times["bare"], 2, more=f"{_lines(text)} lines")


def _lines(text: str) -> str:
    return f"{text.count(chr(10)):,}"
