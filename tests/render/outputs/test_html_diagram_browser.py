"""Diagrams in a page, as a browser draws them there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journeykit.model.load import load
from journeykit.render.options import Options
from journeykit.render.picture import picture
from journeykit.source.text import Source

pytestmark = pytest.mark.browser

MAP = """\
journey: 1
title: Getting a noisy car repaired
stages:
  - stage: Hears a noise
    actions: [Listens, {action: Asks a friend, emotion: {score: -2, feeling: lost}, backstage: [Nobody is told]}]
    questions: [What will it cost?]
  - stage: Books a garage
"""
#: How far the texts of each box reach out of its shape, in pixels.
OUTSIDE = """() => [...document.querySelectorAll('g.node')].flatMap(node => {
  const shape = node.querySelector('path, polygon');
  if (!shape) return [];
  const box = shape.getBoundingClientRect();
  return [...node.querySelectorAll('text')].map(text => {
    const at = text.getBoundingClientRect();
    return Math.max(box.left - at.left, at.right - box.right, 0);
  });
})"""


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("view", ["flow", "blueprint", "questions"])
def test_texts_of_a_diagram_lie_in_their_boxes_in_a_page_too(
    browser: Any, tmp_path: Path, view: str, lang: str
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(picture("html", load(Source("map", MAP)).facts, Options(view, lang=lang)))
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.goto(file.as_uri())
    outside = page.evaluate(OUTSIDE)
    assert outside
    assert max(outside) < 2
    page.close()
