"""The maps below a folder: `*.journey.yaml`, and other YAML files with a `journey:` key at the top."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from journeykit.source.text import MAX_BYTES, UnreadableError, is_there, shown_path

_MAP_ENDINGS = (".journey.yaml", ".journey.yml")
_YAML_ENDINGS = (".yaml", ".yml")
_TOP_KEY = re.compile(rb"^(\xef\xbb\xbf)?(\{\s*)?[\"']?journey[\"']?[ \t]*:", re.MULTILINE)
#: Folders that hold other people's files, also where nobody has told git to ignore them.
_NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})


def find_maps(folder: Path) -> list[Path]:
    """The maps below a folder in the order of their paths, without what `.gitignore` leaves out.

    Raises `UnreadableError` where the folder cannot be listed.
    """
    return sorted(_walk(folder, _ignores_above(folder)), key=lambda path: path.as_posix())


_Ignore = tuple[Path, object]  # the folder of a .gitignore, and its pathspec


def _walk(folder: Path, ignores: list[_Ignore]) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableError(f"{shown_path(folder)} cannot be listed: {reason}") from None
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = [*ignores, *_ignore_file(folder / ".gitignore", folder)]
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            hidden = entry.name.startswith(".") or entry.name in _NEVER
            if not hidden and not _is_ignored(path, True, ignores):
                yield from _walk(path, ignores)
        elif entry.name.endswith(_YAML_ENDINGS) and _is_file(entry) and not _is_ignored(path, False, ignores):
            yield from [path] if entry.name.endswith(_MAP_ENDINGS) or _has_top_key(path) else []


def is_map(path: str, content: bytes) -> bool:
    """Whether a file of this name and content would be found as a map."""
    return path.endswith(_MAP_ENDINGS) or (path.endswith(_YAML_ENDINGS) and _TOP_KEY.search(content) is not None)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads round in a circle
        return False


def _has_top_key(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _TOP_KEY.search(file.read(MAX_BYTES)) is not None
    except OSError:
        return False


def _ignores_above(folder: Path) -> list[_Ignore]:
    """The ignore files that hold for a folder from above it, up to the repository's root."""
    above: list[Path] = []
    place = folder.resolve()
    while not is_there(place / ".git"):
        if place.parent == place:
            return []
        place = place.parent
        above.insert(0, place)
    found: list[_Ignore] = []
    for place in above:
        found += _ignore_file(place / ".gitignore", place)
    root = above[0] if above else folder.resolve()
    return [*found, *_ignore_file(root / ".git" / "info" / "exclude", root)]


def _ignore_file(file: Path, base: Path) -> list[_Ignore]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return []
    from pathspec import GitIgnoreSpec

    return [(base.resolve(), GitIgnoreSpec.from_lines(lines))]


def _is_ignored(path: Path, folder: bool, ignores: list[_Ignore]) -> bool:
    """Whether the ignore files leave a path out; the one nearest to it decides."""
    if not ignores:
        return False
    full = path.parent.resolve() / path.name
    for base, spec in reversed(ignores):
        inside = full.relative_to(base).as_posix() + ("/" if folder else "")
        decided = spec.check_file(inside).include  # type: ignore[attr-defined]
        if decided is not None:
            return bool(decided)
    return False
