"""Other checkers, each from its public registry, in a folder of their own, kept for the next run."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path

CACHE = Path(__file__).parent / ".cache"
#: What is installed for Python, and for Node.
PYTHON = ("check-jsonschema>=0.33", "yamllint>=1.35")
#: What maps are compared with, beside `journey diff`.
DIFFS = ("deepdiff>=8", "pyyaml>=6")
NODE = ("@stoplight/spectral-cli@6", "ajv-cli@5")
#: The program that each peer gives, and whether it is one for Node.
PEERS = {"check-jsonschema": False, "yamllint": False, "spectral": True, "ajv": True}


def program(name: str) -> str | None:
    """The path of a peer's program, installed at the first call; None where it cannot be installed."""
    install, path = (_node, _node_program(name)) if PEERS[name] else (_python, _python_program(name))
    if not path.exists():
        try:
            install()
        except (OSError, subprocess.CalledProcessError):
            return None
    return str(path) if path.exists() else None


def deepdiff() -> str | None:
    """A Python that has DeepDiff: this one, else one of its own, installed at the first call; None without it."""
    if find_spec("deepdiff"):
        return sys.executable
    try:
        _python(DIFFS)
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(_python_program("python"))


def _python_program(name: str) -> Path:
    windows = sys.platform == "win32"
    folder = CACHE / f"peers-{sys.version_info[0]}.{sys.version_info[1]}" / ("Scripts" if windows else "bin")
    return folder / (f"{name}.exe" if windows else name)


def _python(wanted: tuple[str, ...] = PYTHON) -> None:
    own = _python_program("python")
    folder = own.parent.parent
    if not own.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([str(own), "-m", "pip", "install", "-qqq", "--disable-pip-version-check", *wanted], check=True)
    subprocess.run([str(own), "-m", "compileall", "-q", str(folder)], check=False)


def _node_program(name: str) -> Path:
    return CACHE / "npm" / "node_modules" / ".bin" / (f"{name}.cmd" if sys.platform == "win32" else name)


def _node() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm")
    (CACHE / "npm").mkdir(parents=True, exist_ok=True)
    options = ["--prefix", str(CACHE / "npm"), "--silent", "--no-audit", "--no-fund"]
    subprocess.run([npm, "install", *options, *NODE], check=True)
