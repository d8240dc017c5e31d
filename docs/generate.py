"""Write the reference in docs/format.md anew from the models: `python docs/generate.py`."""

from pathlib import Path

from journeykit.model.reference import renewed

PAGE = Path(__file__).parent / "format.md"

if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
