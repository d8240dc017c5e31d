"""The live page: from a save to the new picture in the browser."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.cases.drawing import EXAMPLES
from benchmarks.generate import flow_map
from benchmarks.harness import Result, journey

SAVES = 25
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip

#: Milliseconds after which nothing is waited for any more.
_LONGEST = 10_000

#: Notes the moment, by the clock of the machine, after the frame in which a new page was painted.
_WATCH = """() => {
  window.pictures = [];
  const painted = new MessageChannel();
  painted.port1.onmessage = () => pictures.push(Date.now());
  new MutationObserver(() => requestAnimationFrame(() => painted.port2.postMessage(0)))
    .observe(document.getElementById('map'), {attributes: true, attributeFilter: ['data-shown']});
}"""


def measure(folder: Path) -> Iterator[Result]:
    """The largest example, and a map of 60 actions with all their marks on the curve."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((path for name in names if (path := shutil.which(name))), None)
    if program is None:
        print("left out: there is no Chromium on this machine")
        return
    from playwright.sync_api import sync_playwright

    shutil.copytree(EXAMPLES, folder / "examples")
    largest = max((folder / "examples").rglob("*.journey.yaml"), key=lambda file: file.stat().st_size)
    many = folder / "many.journey.yaml"
    many.write_text(flow_map(60), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        for path in (largest, many):
            times = _saves(browser, path)
            name = path.name.removesuffix(".journey.yaml")
            detail = f"{SAVES} saves, {min(times):.0f} to {max(times):.0f} ms; {name}, {path.stat().st_size // 1000} KB"
            yield Result("serve: from a save to the picture", statistics.median(times), 300, unit="ms", detail=detail)
        browser.close()


def _saves(browser: Any, path: Path) -> list[float]:
    """The milliseconds from each save to its picture, both read from the machine's clock."""
    text = path.read_text(encoding="utf-8")
    server = subprocess.Popen(journey("serve", path, "--port", "0", "--quiet"), stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(server.stdout.readline().strip())
        page.wait_for_selector("#map[data-shown]")
        page.evaluate(_WATCH)
        times = []
        for number in range(SAVES + 1):
            # What people do: a word here and there, and a heading that all of them see.
            changed = text.replace("\ntitle: ", f"\ntitle: {number} ", 1).replace(
                "- action: ", f"- action: {number} ", 1
            )
            start = time.time() * 1000
            path.write_text(changed, encoding="utf-8")
            while len(page.evaluate("pictures")) <= number:
                if time.time() * 1000 > start + _LONGEST:
                    raise RuntimeError(f"no picture of {path.name} came: {page.inner_text('#broken')}")
                time.sleep(0.02)
            times.append(page.evaluate("pictures.at(-1)") - start)
            time.sleep(0.2)
        page.close()
        return times[1:]
    finally:
        server.terminate()
        server.wait(10)
