"""Other checkers, from PyPI, in an environment of their own, kept for the next run."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

CACHE = Path(__file__).parent / ".cache"
#: What the environment holds, by the program it gives.
PEERS = {"check-jsonschema": "check-jsonschema>=0.33", "yamllint": "yamllint>=1.35"}


def program(name: str) -> str | None:
    """The path of a peer's program, installed at the first call; None where it cannot be installed."""
    folder = CACHE / f"peers-{sys.version_info[0]}.{sys.version_info[1]}"
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    path = scripts / (f"{name}.exe" if sys.platform == "win32" else name)
    if not path.exists():
        try:
            if not (scripts / "python").exists():
                venv.create(folder, with_pip=True)
            install = [str(scripts / "python"), "-m", "pip", "install", "-qqq", "--disable-pip-version-check"]
            subprocess.run([*install, *PEERS.values()], check=True)
            subprocess.run([str(scripts / "python"), "-m", "compileall", "-q", str(folder)], check=False)
        except (OSError, subprocess.CalledProcessError):
            return None
    return str(path)
