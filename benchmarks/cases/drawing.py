"""Pictures: the engine alone, the whole command, the poster page."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import flow_map, wide_map
from benchmarks.harness import Result, interleaved, journey, ratio

NODES = 20
ROUNDS = 15
EXAMPLES = Path(__file__).parents[2] / "examples"


def engine(folder: Path) -> Iterator[Result]:
    """DOT to SVG, the engine's process alone."""
    source = folder / "flow.dot"
    subprocess.run(journey("render", _flow(folder), "-o", source, "--view", "flow"), check=True, capture_output=True)
    pure = shutil.which("graphviz-pure", path=str(Path(sys.executable).parent)) or shutil.which("graphviz-pure")
    system = shutil.which("dot")
    if pure is None or system is None:
        print(f"left out: {'dot' if pure else 'graphviz-pure'} is not on this machine")
        return
    times = interleaved({"pure": [pure, "-Tsvg"], "dot": [system, "-Tsvg"]}, ROUNDS, stdin=source)
    yield ratio(f"graphviz-pure : dot, {NODES} nodes to SVG", times["pure"], times["dot"], 1)


def render(folder: Path) -> Iterator[Result]:
    """A diagram, the whole command."""
    path, out = _flow(folder), folder / "flow.svg"
    commands = {"validate": journey("validate", path), "render": journey("render", path, "-o", out, "--view", "flow")}
    times = interleaved(commands, ROUNDS)
    yield ratio(f"render -o x.svg : validate, {NODES} nodes", times["render"], times["validate"], 1.5)


def poster(folder: Path) -> Iterator[Result]:
    """The page of the largest example, and of a map of 12 stages and 60 actions with every lane filled."""
    path = max(EXAMPLES.rglob("*.journey.yaml"), key=lambda file: file.stat().st_size)
    out = folder / "poster.html"
    times = interleaved({"validate": journey("validate", path), "render": journey("render", path, "-o", out)}, ROUNDS)
    name = path.name.removesuffix(".journey.yaml")
    yield ratio("render -o x.html : validate, largest example", times["render"], times["validate"], 3, more=name)
    wide = folder / "wide.journey.yaml"
    wide.write_text(wide_map(), encoding="utf-8")
    commands = {"validate": journey("validate", wide), "render": journey("render", wide, "-o", out)}
    times = interleaved(commands, ROUNDS)
    yield ratio("render -o x.html : validate, 12 by 60", times["render"], times["validate"], 3)
    yield Result(
        "page of 12 stages and 60 actions", out.stat().st_size / 1000, 400, unit="KB", detail="every lane filled"
    )


def _flow(folder: Path) -> Path:
    path = folder / "flow.journey.yaml"
    path.write_text(flow_map(NODES), encoding="utf-8")
    return path
