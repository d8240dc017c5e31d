"""The gallery shows what the program draws today."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


PICTURES = _module()


@pytest.mark.parametrize("one", PICTURES.PICTURES, ids=lambda one: one.file)
def test_a_picture_of_the_gallery_is_what_is_drawn_today(one) -> None:
    stored = (PICTURES.IMAGES / one.file).read_bytes()
    assert stored == one.drawn(), "the picture has changed: look at it, then `make pictures`"


def test_the_gallery_shows_every_picture_and_no_other() -> None:
    assert PICTURES.GALLERY.read_text("utf-8") == PICTURES.gallery()
    kept = {file.name for file in PICTURES.IMAGES.iterdir()} - {"poster.png"}
    assert kept == {one.file for one in PICTURES.PICTURES}


def test_the_readme_leads_to_the_gallery() -> None:
    assert re.search(r"\]\(docs/gallery\.md\)", (ROOT / "README.md").read_text("utf-8"))
