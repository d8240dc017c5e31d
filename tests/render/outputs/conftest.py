"""A real browser for tests that look at pages: Chromium as it is found on the machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


class Watched:
    """A page in the browser, and all that it asked for, said or ran."""

    def __init__(self, browser: Any, file: Path, width: int, after: str = "", **context: Any) -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 900}, **context)
        self.requests: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.page.goto(file.as_uri() + after)

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()

    def quiet(self) -> None:
        """Nothing but the file itself was asked for, and nothing was said or run."""
        assert [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))] == []
        assert len([url for url in self.requests if url.startswith("file:")]) == 1
        assert self.said == []
        assert self.page.evaluate("window.ran") is None


@pytest.fixture
def watch(browser: Any) -> Callable[..., Watched]:
    """Opens a file in the browser: `with watch(file, width, after="#stage-2") as watched: …`."""

    def opened(file: Path, width: int, after: str = "", **context: Any) -> Watched:
        return Watched(browser, file, width, after, **context)

    return opened
