"""Pictures in dots: an SVG turned into PNG by resvg, and by Chromium as one would without it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases.drawing import EXAMPLES
from benchmarks.harness import Result, interleaved, journey, python, ratio

ROUNDS = 5
_RESVG = """
import sys
from pathlib import Path
from resvg_py import svg_to_bytes
Path(sys.argv[2]).write_bytes(bytes(svg_to_bytes(svg_string=Path(sys.argv[1]).read_text("utf-8"), dpi=96)))
"""
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars")
_OFFLINE = ("--disable-background-networking", "--disable-component-update", "--disable-sync")


def png(folder: Path) -> Iterator[Result]:
    """The same SVG to as many dots, each a process of its own: a diagram, and the whole poster."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("left out: no Chromium on this machine")
        return
    path = max(EXAMPLES.rglob("*.journey.yaml"), key=lambda file: file.stat().st_size)
    for view in ("flow", "map"):
        drawing = folder / f"{view}.svg"
        subprocess.run(journey("render", path, "-o", drawing, "--view", view), check=True, capture_output=True)
        dots = folder / f"{view}.png"
        subprocess.run(python(_RESVG, drawing, dots), check=True)
        wide, tall = (int.from_bytes(dots.read_bytes()[start : start + 4]) for start in (16, 20))
        shot = [chromium, *_QUIET, *_OFFLINE, f"--window-size={wide},{tall}", f"--screenshot={folder / 'shot.png'}"]
        commands = {"resvg": python(_RESVG, drawing, dots), "chromium": [*shot, drawing.as_uri()]}
        times = interleaved(commands, ROUNDS)
        yield ratio(f"resvg : Chromium, {view} to PNG", times["resvg"], times["chromium"], 0.1, more=f"{wide} × {tall}")
