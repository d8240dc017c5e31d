"""Make the pictures of the documentation from the examples: `make pictures`. Needs Chromium on the machine."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from journeykit.model.load import load_path
from journeykit.render.options import Options
from journeykit.render.outputs import html, svg

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
BANK = ROOT / "examples" / "bank" / "checking-account.journey.yaml"
CLAIM = ROOT / "examples" / "insurance" / "crash-claim.journey.yaml"
#: The upper part of the poster: what one sees first.
WIDTH, HEIGHT = 1680, 1480


def main() -> None:
    """Write the poster as PNG, and the diagrams as SVG."""
    browser_path = next((found for name in ("chromium", "chromium-browser", "google-chrome")
                         if (found := shutil.which(name))), None)  # fmt: skip
    if browser_path is None:
        sys.exit("Chromium is not installed, and the picture of the poster needs it.")
    IMAGES.mkdir(exist_ok=True)
    bank, claim = load_path(BANK).facts, load_path(CLAIM).facts
    (IMAGES / "flow.svg").write_bytes(svg.write(bank, Options(view="flow")))
    (IMAGES / "questions.svg").write_bytes(svg.write(bank, Options(view="questions")))
    (IMAGES / "blueprint.svg").write_bytes(svg.write(claim, Options(view="blueprint")))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "poster.html"
        page_file.write_bytes(html.write(bank, Options(theme="light")))
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_file.as_uri())
        page.screenshot(path=IMAGES / "poster.png")
        browser.close()


if __name__ == "__main__":
    main()
