"""Make the gallery from the examples, and the picture of the README: `make pictures`. The latter needs Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from journeykit.model.load import load_path
from journeykit.render.options import Options
from journeykit.render.outputs import html
from journeykit.render.picture import picture

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
GALLERY = ROOT / "docs" / "gallery.md"
BANK = "examples/bank/checking-account.journey.yaml"
CLAIM = "examples/insurance/crash-claim.journey.yaml"
#: The upper part of the poster: what one sees first.
WIDTH, HEIGHT = 1680, 1480


@dataclass(frozen=True)
class Shown:
    """A picture of the gallery: its file, what it is of, and how it is drawn."""

    file: str
    caption: str
    example: str
    view: str
    theme: str = "auto"
    lang: str | None = None
    persona: str | None = None

    @property
    def command(self) -> str:
        """What a person types for it."""
        more = [f"--view {self.view}"] if self.view != "map" else []
        for option in ("theme", "lang", "persona"):
            value = getattr(self, option)
            if value not in (None, "auto"):
                more.append(f"--{option} {value}")
        return " ".join((f"journey render {self.example} -o {self.file}", *more))

    def drawn(self) -> bytes:
        """The picture."""
        options = Options(self.view, self.theme, lang=self.lang, persona=self.persona)  # type: ignore[arg-type]
        return picture(Path(self.file).suffix[1:], load_path(str(ROOT / self.example)).facts, options)


PICTURES = (
    Shown("poster.svg", "The poster: the whole map on one sheet", BANK, "map"),
    Shown("poster-dark.svg", "The same in the dark", BANK, "map", theme="dark"),
    Shown("poster-ar.svg", "Our words in Arabic, and the sheet mirrored", BANK, "map", lang="ar"),
    Shown("flow.svg", "The flow: stages, actions, and the ways between them", BANK, "flow"),
    Shown("questions.svg", "Questions, where they are asked, and what answers them", BANK, "questions"),
    Shown("blueprint.svg", "The service blueprint: what happens behind what customers see", CLAIM, "blueprint"),
    Shown("channels.svg", "Channels by stage: asked, answered, used, and how good it is there", BANK, "channels"),
    Shown("personas.svg", "The personas", BANK, "personas"),
    Shown("opportunities.svg", "What could be done: impact against effort, and the ranking", CLAIM, "opportunities"),
)


def gallery() -> str:
    """The page of the gallery."""
    lines = [
        "# Gallery",
        "",
        "Every picture here comes from a file in `examples/`, drawn without a browser by the command below it;",
        "`make pictures` draws them anew. As `.html` the same views are pages to look around in; `.png`, `.pdf`,",
        "`.pptx` and the other formats show the same facts.",
    ]
    for one in PICTURES:
        lines += ["", f"## {one.caption}", "", f"![{one.caption}](images/{one.file})", "", f"    {one.command}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the gallery, and the poster of the README as PNG."""
    IMAGES.mkdir(exist_ok=True)
    for one in PICTURES:
        (IMAGES / one.file).write_bytes(one.drawn())
    GALLERY.write_text(gallery(), encoding="utf-8")
    _screenshot()


def _screenshot() -> None:
    """What one sees first of the poster's page."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    browser_path = next((found for name in names if (found := shutil.which(name))), None)
    if browser_path is None:
        sys.exit("Chromium is not installed, and the picture of the page needs it.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "poster.html"
        page_file.write_bytes(html.write(load_path(str(ROOT / BANK)).facts, Options(theme="light")))
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(page_file.as_uri())
        page.screenshot(path=IMAGES / "poster.png")
        browser.close()


if __name__ == "__main__":
    main()
