from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from journeykit.serve.live import Live
from journeykit.serve.shot import Shot
from journeykit.serve.state import digest
from journeykit.serve.watch import Watched

pytest.importorskip("watchfiles")


class Drawing:
    """Draws the file's text as the page; counts, and may be held up."""

    def __init__(self, folder: Path) -> None:
        self.file, self.drawn, self.free = folder / "a.yaml", 0, threading.Event()
        self.free.set()
        self.file.write_text("first")

    def __call__(self) -> Shot:
        watched = Watched.of({self.file}, set())
        try:
            text = self.file.read_text()
        except OSError as error:
            return Shot("a.yaml", "A", watched, trouble=error)
        self.drawn += 1
        assert self.free.wait(10)
        return Shot("a.yaml", "A", watched, page=text.encode())


def live(folder: Path, act: Callable[[Live, Drawing], object]) -> None:
    """Follow a file while `act`, a coroutine function, does something with it."""

    async def run() -> None:
        drawing = Drawing(folder)
        kept = Live(drawing, drawing())
        following = asyncio.create_task(kept.follow())
        await asyncio.sleep(0.3)
        try:
            await asyncio.wait_for(act(kept, drawing), 15)  # type: ignore[arg-type]
        finally:
            following.cancel()

    asyncio.run(run())


async def shown(kept: Live, text: str) -> None:
    while kept.pages.get(kept.state.page) != text.encode():
        await asyncio.sleep(0.01)


def test_a_save_is_drawn_and_told(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        states = kept.states(10)
        assert (await anext(states)).page == digest(b"first")  # type: ignore[union-attr]
        drawing.file.write_text("second")
        assert (await anext(states)).page == digest(b"second")  # type: ignore[union-attr]
        kept.close()
        assert [state async for state in states] == []

    live(tmp_path, act)


def test_of_saves_while_it_is_drawn_only_the_last_is_shown(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        before = drawing.drawn
        drawing.free.clear()
        drawing.file.write_text("second")
        while drawing.drawn == before:
            await asyncio.sleep(0.01)
        for text in ("third", "fourth", "fifth"):
            drawing.file.write_text(text)
            await asyncio.sleep(0.1)
        drawing.free.set()
        await shown(kept, "fifth")
        assert digest(b"second") not in kept.pages
        assert drawing.drawn == before + 2

    live(tmp_path, act)


def test_a_save_that_changes_nothing_is_not_told(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        before, states = drawing.drawn, kept.states(0.6)
        await anext(states)
        drawing.file.write_text("first")
        assert await anext(states) is None
        assert drawing.drawn == before + 1

    live(tmp_path, act)


def test_a_file_that_is_gone_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        states = kept.states(5)
        await anext(states)
        drawing.file.unlink()
        await asyncio.sleep(0.06)
        drawing.file.write_text("second")
        state = await anext(states)
        assert state and state.broken == "" and state.page == digest(b"second")
        drawing.file.unlink()
        state = await anext(states)
        assert state and state.broken and state.page == digest(b"second")

    live(tmp_path, act)


def test_a_folder_that_goes_and_comes_back_is_followed(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        drawing.file.parent.rename(tmp_path / "away")
        while not kept.state.broken:
            await asyncio.sleep(0.01)
        (tmp_path / "away").rename(drawing.file.parent)
        while kept.state.broken:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        drawing.file.write_text("again")
        await shown(kept, "again")

    (tmp_path / "in").mkdir()
    live(tmp_path / "in", act)


def test_few_pages_are_kept(tmp_path: Path) -> None:
    async def act(kept: Live, drawing: Drawing) -> None:
        for number in range(12):
            drawing.file.write_text(f"page {number}")
            await shown(kept, f"page {number}")
        assert len(kept.pages) == 8

    live(tmp_path, act)
