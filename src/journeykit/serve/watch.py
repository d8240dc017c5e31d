"""Which files a page depends on, and when one of them is saved."""

from __future__ import annotations

from asyncio import Event
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

#: Milliseconds without a further change after which a save is taken to be done, and the longest that is waited for it.
_SETTLED, _LONGEST = 20, 200


@dataclass(frozen=True)
class Watched:
    """What a page depends on: `files`, also those that are not there yet, and everything right in `folders`.

    Folders are watched, not files: most editors write a new file and move it to the place of the old one.
    """

    files: frozenset[Path] = frozenset()
    folders: frozenset[Path] = frozenset()

    @classmethod
    def of(cls, files: set[Path], folders: set[Path]) -> Watched:
        """Files and folders by their absolute names, and by those that links lead to."""
        return cls(_every_name(files), _every_name(folders))

    @property
    def places(self) -> frozenset[Path]:
        """The folders to watch; for one that is not there the nearest above it."""
        wanted = {file.parent for file in self.files} | self.folders
        return frozenset(next(place for place in (folder, *folder.parents) if place.is_dir()) for folder in wanted)

    def concerns(self, path: Path) -> bool:
        """Whether a change at this path may change the page."""
        if path in self.files or path in self.folders:
            return True
        if path.parent in self.folders and not path.name.startswith((".", "#")) and not path.name.endswith("~"):
            return True
        # A folder above that comes or goes takes the files with it.
        return any(path in one.parents for one in self.files | self.folders)


def _every_name(paths: set[Path]) -> frozenset[Path]:
    return frozenset(name for path in paths for name in (path.absolute(), path.resolve()))


async def saves(watched: Watched, stop: Event) -> AsyncGenerator[None]:
    """Something each time a file of these was saved, until `stop` is set."""
    from watchfiles import awatch

    changes = awatch(
        *watched.places,
        watch_filter=lambda _, path: watched.concerns(Path(path)),
        debounce=_LONGEST,
        step=_SETTLED,
        stop_event=stop,
        recursive=False,
    )
    async for _ in changes:
        yield
