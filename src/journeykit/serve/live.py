"""Keeps the picture of a map up to date, and tells all who look at it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

from journeykit.serve.shot import Shot
from journeykit.serve.state import State, digest, state_of
from journeykit.serve.watch import saves

#: A browser that is still fetching an earlier page finds it among so many.
_KEPT = 8
#: Seconds in which a file that is gone may come back before that is told: some editors delete it before they write.
_PATIENCE = 0.15
#: Seconds without a save after which there is time to clear up.
_IDLE = 1.0


class Live:
    """The newest state of a map and the pages that were drawn. `make` reads, judges and draws it; it may take time."""

    def __init__(self, make: Callable[[], Shot], first: Shot) -> None:
        self._make = make
        self.pages: dict[str, bytes] = {}
        self.state = self._keep(first, state_of(first, ""))
        self.is_closed = False
        self._watched = first.watched
        self._saved = asyncio.Event()
        self._rewatch = asyncio.Event()
        self._changed = asyncio.Event()

    async def follow(self) -> None:
        """Redraw the map whenever it is saved, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            tasks.create_task(self._redraw())

    async def states(self, pause: float) -> AsyncIterator[State | None]:
        """The newest state now and after each change, None where nothing changed for `pause` seconds; till closed."""
        seen: State | None = None
        while not self.is_closed:
            changed = self._changed
            if self.state is not seen:
                seen = self.state
                yield seen
                continue
            try:
                await asyncio.wait_for(changed.wait(), pause)
            except TimeoutError:
                yield None

    def close(self) -> None:
        """End all streams of states."""
        self.is_closed = True
        self._tell()

    async def _watch(self) -> None:
        while True:
            watched, self._rewatch = self._watched, asyncio.Event()
            async with aclosing(saves(watched, self._rewatch)) as found:
                async for _ in found:
                    self._saved.set()
            # Other files count from now on; what happened to them in between was not seen.
            self._saved.set()

    async def _redraw(self) -> None:
        while True:
            if not await self._is_saved(_IDLE):
                # Reading a map takes far longer where garbage is looked for meanwhile, so the program does not.
                gc.collect()
                await self._saved.wait()
            self._saved.clear()
            shot, state = await asyncio.to_thread(self._drawn)
            if shot.trouble:
                await self._is_saved(_PATIENCE)
            if self._saved.is_set():
                continue  # Saved again meanwhile: only the last counts.
            if shot.watched.places != self._watched.places:
                self._rewatch.set()
            self._watched = shot.watched
            if state != self.state:
                self.state = self._keep(shot, state)
                self._tell()

    def _drawn(self) -> tuple[Shot, State]:
        shot = self._make()
        return shot, state_of(shot, self.state.page)

    async def _is_saved(self, within: float) -> bool:
        """Whether a save comes within so many seconds."""
        try:
            return await asyncio.wait_for(self._saved.wait(), within)
        except TimeoutError:
            return False

    def _keep(self, shot: Shot, state: State) -> State:
        if shot.page is not None:
            self.pages.pop(digest(shot.page), None)
            self.pages[state.page] = shot.page
            for old in list(self.pages)[:-_KEPT]:
                del self.pages[old]
        return state

    def _tell(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
