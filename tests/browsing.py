"""Pages in a browser: opened, watched and measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def opened(browser: Any, file: Path, width: int, **context: Any) -> tuple[Any, list[str], list[str]]:
    """A page of this width, what it asks for, and what it says."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **context)
    requests: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    return page, requests, said


def sound(page: Any, measure: str) -> None:
    """Nothing leaves what holds it, nothing lies on anything else, and the page itself does not scroll sideways.

    `measure` is the script that finds what does.
    """
    measured = page.evaluate(measure)
    assert measured["boxes"] > 3
    assert measured["out"] == []
    assert measured["met"] == []
    assert measured["wide"] <= 0
