"""Many pictures at once, and the same flow beside Mermaid's own drawing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import corpus, flow_map
from benchmarks.harness import Result, Times, interleaved, journey, ratio

MAPS, SAMPLE = 100, 5
#: Settings of Mermaid's browser, and where it is: `MERMAID_BROWSER` may hold a file of puppeteer's settings.
SETTINGS = "MERMAID_BROWSER"


def together(folder: Path) -> Iterator[Result]:
    """100 maps in one call against 100 calls; of these some are timed, since all cost about the same."""
    maps = corpus(folder / "maps", MAPS)
    out = folder / "out"
    commands = {"all": journey("render", folder / "maps", "-o", f"{out}/", "--isolated", "-q")}
    for number, path in enumerate(maps[:: MAPS // SAMPLE]):
        commands[f"one {number}"] = journey("render", path, "-o", folder / "one.html", "--isolated", "-q")
    times = interleaved(commands, 3)
    each = [run for name, one in times.items() if name != "all" for run in one.runs]
    single = Times(tuple(each))
    name = f"{MAPS} calls : one call of {MAPS} maps, to .html"
    value = single.wall * MAPS / times["all"].wall
    yield Result(name, value, 5, at_least=True, detail=f"{single.wall * 1000:.0f} ms a call")


def mermaid(folder: Path) -> Iterator[Result]:
    """The picture of a flow, the whole process: ours, and mermaid-cli's of our Mermaid export of the same journey."""
    peer = shutil.which("mmdc")
    if peer is None:
        print("left out: mermaid-cli (mmdc) is not on this machine")
        return
    path = folder / "flow.journey.yaml"
    path.write_text(flow_map(20), encoding="utf-8")
    source = folder / "flow.mmd"
    subprocess.run(journey("render", path, "-o", source), check=True, capture_output=True)
    theirs = [peer, "-i", str(source), "-o", str(folder / "theirs.svg"), "-q"]
    if os.environ.get(SETTINGS):
        theirs += ["-p", os.environ[SETTINGS]]
    ours = journey("render", path, "-o", folder / "ours.svg", "--view", "flow")
    times = interleaved({"ours": ours, "theirs": theirs}, 3)
    yield ratio("mermaid-cli : render -o x.svg", times["theirs"], times["ours"], 1, at_least=True)
