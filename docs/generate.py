"""Write the generated parts of the documentation anew from the code: `make docs`."""

from pathlib import Path

from journeykit.model.reference import renewed
from journeykit.render import handbook
from journeykit.rules.pages import book
from journeykit.rules.registry import built_in

DOCS = Path(__file__).parent

if __name__ == "__main__":
    page = DOCS / "format.md"
    page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
    (DOCS / "rules.md").write_text(book(built_in()), encoding="utf-8")
    page = DOCS / "templates.md"
    page.write_text(handbook.renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
