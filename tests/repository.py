"""Real git repositories for tests."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Repository:
    """A repository with a working tree, and what may be done there."""

    folder: Path

    def git(self, *arguments: str, date: str = "2026-03-01T12:00:00") -> str:
        """Run git; its output."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull}
        who = ("user.name=Ann", "user.email=ann@example.org", "commit.gpgsign=false", "protocol.file.allow=always")
        settings = [part for one in who for part in ("-c", one)]
        done = subprocess.run(
            ["git", *settings, *arguments], cwd=self.folder, env=environment, check=True, capture_output=True
        )
        return done.stdout.decode()

    def write(self, **files: str) -> None:
        """Write files; `__` in a name is a `/`, `_YAML` the ending of a map."""
        for name, text in files.items():
            self.put(name.replace("__", "/").replace("_YAML", ".journey.yaml"), text)

    def put(self, path: str, text: str) -> None:
        """Write one file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, year: int | str = 2026, tag: str | None = None) -> None:
        """Commit all, on the first of June of a year."""
        self.git("add", "-A")
        self.git("commit", "-qm", "more", "--allow-empty", date=f"{year}-06-01T12:00:00")
        if tag:
            self.git("tag", "--", tag)


def repository(folder: Path) -> Repository:
    """A new repository."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "-q", "-b", "main")
    return made
