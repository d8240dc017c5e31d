"""Runs processes in turn, round after round, and tells what one costs as a multiple of another."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 7


@dataclass(frozen=True)
class Run:
    """One process from start to end: seconds on the wall, seconds of processor, peak memory in bytes, exit code."""

    wall: float
    cpu: float
    peak: int
    code: int


@dataclass(frozen=True)
class Times:
    """All runs of one command."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """The median of the seconds on the wall."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median of the seconds of processor."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> int:
        """The highest memory of all runs, in bytes."""
        return max(run.peak for run in self.runs)


@dataclass(frozen=True)
class Result:
    """One figure and the bound it has to keep; `detail` says what was measured and how."""

    name: str
    value: float
    bound: float
    at_least: bool = False
    unit: str = "x"
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the figure keeps its bound."""
        return self.value >= self.bound if self.at_least else self.value <= self.bound

    def __str__(self) -> str:
        bound = f"{'at least' if self.at_least else 'at most'} {self.bound:g} {self.unit}"
        verdict = "ok  " if self.holds else "MISS"
        return f"{verdict} {self.name:<44} {self.value:8.2f} {self.unit:<2}  {bound:<16} {self.detail}"


def journey(*arguments: str | Path) -> list[str]:
    """The command that a user types, of this Python's environment."""
    script = shutil.which("journey", path=str(Path(sys.executable).parent)) or shutil.which(
        "journey", path=sysconfig.get_path("scripts")
    )
    return [*([script] if script else module()), *map(str, arguments)]


def module(*arguments: str) -> list[str]:
    """The program without the script that an installer wrote for it."""
    return [sys.executable, "-m", "journeykit", *arguments]


def python(code: str, *arguments: str | Path) -> list[str]:
    """A bare process of this Python."""
    return [sys.executable, "-c", code, *map(str, arguments)]


def run(command: Sequence[str], stdin: Path | None = None, codes: tuple[int, ...] = (0,)) -> Run:
    """Run one process to its end; raises `RuntimeError` where it ends with another code than these."""
    with (stdin or Path(os.devnull)).open("rb") as given:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = code = os.waitstatus_to_exitcode(status)
    if code not in codes:
        raise RuntimeError(f"exit {code}: {' '.join(map(str, command[:6]))}")
    # Linux counts in kilobytes, macOS in bytes.
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, code)


def interleaved(
    commands: Mapping[str, Sequence[str]],
    rounds: int = ROUNDS,
    stdin: Path | None = None,
    codes: tuple[int, ...] = (0,),
) -> dict[str, Times]:
    """The times of commands run in turn, A B A B …, after one round that does not count."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            once = run(command, stdin, codes)
            if number:
                found[name].append(once)
    return {name: Times(tuple(runs)) for name, runs in found.items()}


def ratio(name: str, one: Times, other: Times, bound: float, at_least: bool = False, more: str = "") -> Result:
    """The median of one command as a multiple of the other's."""
    detail = f"{one.wall * 1000:.0f} ms : {other.wall * 1000:.0f} ms; of processor time {one.cpu / other.cpu:.2f}"
    return Result(name, one.wall / other.wall, bound, at_least, "x", f"{detail}{'; ' if more else ''}{more}")
