"""The benchmarks: each module measures one thing and gives its results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.cases import (
    comparing,
    drawing,
    gathering,
    measuring,
    memory,
    peers,
    picturing,
    rules,
    serving,
    startup,
    validating,
)
from benchmarks.harness import Result

#: Every benchmark by the name it is called by; each is given an empty folder to work in.
CASES: dict[str, Callable[[Path], Iterator[Result]]] = {
    "startup": startup.measure,
    "one": validating.one,
    "thousand": validating.thousand,
    "rules": rules.rules,
    "jobs": rules.jobs,
    "peers": peers.measure,
    "large": validating.large,
    "memory": memory.measure,
    "engine": drawing.engine,
    "render": drawing.render,
    "poster": drawing.poster,
    "png": picturing.png,
    "together": gathering.together,
    "mermaid": gathering.mermaid,
    "serve": serving.measure,
    "diff": comparing.diff,
    "matching": comparing.matching,
    "history": comparing.history,
    "side-by-side": comparing.side_by_side,
    "figures": measuring.figures,
    "growth": measuring.growth,
    "mining": measuring.mining,
}
