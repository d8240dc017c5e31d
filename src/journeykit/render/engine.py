"""Graphviz: which one, and how it is run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

#: Seconds until an engine is given up.
TIME_LIMIT = 60
ENGINES = ("graphviz-pure", "dot", "pygraphviz")
#: What diagrams say with signs that every engine copes with.
_OWN_SIGNS = frozenset("▲▼●○★✓◇·→←−…–—’‘“”\u00a0")
_LAST_LATIN = "\u024f"


class EngineError(Exception):
    """Graphviz could not draw. The message is one line."""


class NoEngineError(EngineError):
    """There is no Graphviz here, or not the one asked for. The message says how to get one."""


def is_latin(text: str) -> bool:
    """Whether a text is written in Latin letters and common signs alone."""
    if text.isascii():
        return True
    return all(
        character <= _LAST_LATIN
        or character in _OWN_SIGNS
        or "\u1e00" <= character <= "\u1eff"
        or "\u2000" <= character <= "\u22ff"
        for character in set(text)
    )


def _program(name: str) -> str | None:
    """The path of a program: beside this Python, where pip puts it, else on PATH."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)


def _by_program(program: str, source: str) -> bytes:
    try:
        done = subprocess.run(
            [program, "-Tsvg"], input=source.encode(), capture_output=True, timeout=TIME_LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        raise EngineError(f"Graphviz ({program}) did not end within {TIME_LIMIT} seconds") from None
    except OSError as error:
        raise EngineError(f"Graphviz ({program}) could not be started: {error.strerror or error}") from None
    if done.returncode != 0 or b"</svg>" not in done.stdout:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise EngineError(f"Graphviz ({program}) failed: {said[0] if said else f'exit {done.returncode}'}")
    return done.stdout


def _by_pygraphviz(source: str) -> bytes:
    try:
        # An extra, and no small one: only when it is asked for or nothing else is there.
        from pygraphviz import AGraph  # type: ignore[import-not-found]
    except ImportError:
        raise NoEngineError("pygraphviz is not installed: pip install 'journeykit[diagrams]'") from None
    try:
        drawn = AGraph(string=source).draw(format="svg", prog="nop2")
    except (OSError, ValueError) as error:
        raise EngineError(f"Graphviz (pygraphviz) failed: {str(error).strip().splitlines()[0]}") from None
    return bytes(drawn)


def _runner(name: str) -> Callable[[str], bytes] | None:
    """What draws with an engine; None where it is not here."""
    if name == "pygraphviz":
        # Found without importing it, which takes a while.
        from importlib.util import find_spec

        return _by_pygraphviz if find_spec("pygraphviz") else None
    program = _program(name)
    return (lambda source: _by_program(program, source)) if program else None


def draw(source: str, asked: str | None = None) -> bytes:
    """The SVG of Graphviz source, as the engine writes it.

    `asked` names the engine; without it, graphviz-pure draws Latin text, and a system `dot` what is written in other
    scripts, where there is one. Raises `NoEngineError` without an engine, `EngineError` where it fails.
    """
    if asked is not None and asked not in ENGINES:
        raise NoEngineError(f"{asked!r} is no engine: choose {', '.join(ENGINES)}")
    order = ENGINES if is_latin(source) else ("dot", "graphviz-pure", "pygraphviz")
    for name in (asked,) if asked else order:
        runner = _runner(name)
        if runner is not None:
            return runner(source)
    hints = {
        "graphviz-pure": "pip install graphviz-pure",
        "dot": "install Graphviz, so that `dot` is on PATH",
        "pygraphviz": "pip install 'journeykit[diagrams]'",
    }
    if asked:
        raise NoEngineError(f"{asked} is not here: {hints[asked]}")
    raise NoEngineError(f"diagrams need Graphviz: {hints['graphviz-pure']}, or {hints['dot']}")
