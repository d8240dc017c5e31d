"""Shares the checking of many maps among processes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeykit.cli.check import Part
    from journeykit.cli.console import Console
    from journeykit.cli.maps import Reader
    from journeykit.rules.judge import Judges

#: From so many bytes of YAML on, a second process is worth its start.
_WORTH = 1_000_000
#: Parts for each process: more than one, so that none waits long for the last.
_PARTS = 4


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worth(names: Sequence[str]) -> int:
    """How many processes are worth starting for these maps: as many as cores above about 1 MB, else one."""
    available = cores()
    if available < 2:
        return 1
    size = 0
    for name in names:
        with suppress(OSError, ValueError):
            size += Path(name).stat().st_size
        if size > _WORTH:
            return available
    return 1


def shared_out(names: Sequence[str], processes: int, reader: Reader, console: Console, judges: Judges) -> list[Part]:
    """Check these maps in several processes; the parts in the order of the names."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods and os.name == "posix" else None)
    size = max(1, -(-len(names) // (processes * _PARTS)))
    parts = [tuple(names[at : at + size]) for at in range(0, len(names), size)]
    work = (reader.config, reader.isolated, reader.stdin_filename, judges)
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=work) as pool:
        return list(console.track(pool.map(_check, parts), len(parts), "Checking"))


def _begin(config: Path | None, isolated: bool, stdin_filename: str | None, judges: Judges) -> None:
    """What a process needs for all its parts: its own reader, so that a library is read once in each."""
    from journeykit.cli.maps import Reader

    global _reader, _judges
    _reader, _judges = Reader(config, isolated, stdin_filename), judges


_reader: Reader
_judges: Judges


def _check(names: tuple[str, ...]) -> Part:
    from journeykit.cli.check import check_some
    from journeykit.cli.console import Console

    return check_some(names, _reader, Console(quiet=True), _judges)
