"""Files at a git revision, read without touching the working tree."""

from __future__ import annotations

import calendar
import os
import re
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from journeykit.source.text import UnreadableError

_SECONDS = 60
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def run(*arguments: str, folder: Path | None = None, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git without hooks, prompts, lazy fetches or the caller's `GIT_*`; `given` is its standard input.

    Raises `UnreadableError` without git.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, cwd=folder, env=environment, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        raise UnreadableError("git is not installed, and reading a revision needs it") from None
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"git did not answer within {_SECONDS} seconds") from None


def commit(revision: str, folder: Path | None = None) -> str:
    """The commit a revision names; a year, month or day is its last commit, unless a ref has that name."""
    found = run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", folder=folder)
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if run("rev-parse", "--git-dir", folder=folder).returncode != 0:
        raise UnreadableError(f"{revision}: this folder is not in a git repository")
    last = _last_day(revision)
    if last is not None:
        listed = run("rev-list", "-1", f"--before={last} 23:59:59", "HEAD", folder=folder)
        if listed.returncode == 0 and listed.stdout.strip():
            return listed.stdout.decode().strip()
        raise UnreadableError(f"no commit is as old as {revision}")
    shallow = run("rev-parse", "--is-shallow-repository", folder=folder).stdout.strip() == b"true"
    hint = "; the clone is shallow: `git fetch --unshallow --tags` would bring it" if shallow else ""
    raise UnreadableError(f"git knows no revision '{revision}'{hint}")


def _last_day(text: str) -> str | None:
    """The last day of a year, a month or a day; None where the text is no date."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        last = date(year, month or 12, day or 1)
        return (last if day else last.replace(day=calendar.monthrange(last.year, last.month)[1])).isoformat()
    except ValueError:
        return None


def blob(revision: str, path: str) -> bytes:
    """The bytes of a file at a revision; its path counts from the current folder, else, as for git, from the root."""
    oid = commit(revision)
    prefix = run("rev-parse", "--show-prefix").stdout.decode().strip("\n")
    for inside in dict.fromkeys((_normal(PurePosixPath(prefix) / Path(path).as_posix()), Path(path).as_posix())):
        found = run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{oid}:{inside}")
        if found.returncode == 0:
            break
    else:
        raise UnreadableError(f"{path} is not in revision '{revision}'")
    content = run("cat-file", "blob", found.stdout.decode().strip())
    if content.returncode != 0:
        raise UnreadableError(f"{path} in revision '{revision}' is not a file")
    return content.stdout


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", "/"):
            parts.append(part)
    return "/".join(parts)


def root(folder: Path | None = None) -> Path:
    """The top folder of the working tree; raises `UnreadableError` outside one, also in a bare repository."""
    found = run("rev-parse", "--show-toplevel", folder=folder)
    if found.returncode != 0:
        raise UnreadableError("this folder is not in a git repository with a working tree")
    return Path(found.stdout.decode().strip("\n"))


def files(oid: str, folder: Path | None = None) -> dict[str, str]:
    """The files of a commit: path from the root to the id of its content. Links and submodules are left out."""
    listed = run("ls-tree", "-r", "-z", "--full-tree", "--end-of-options", oid, folder=folder)
    if listed.returncode != 0:
        raise UnreadableError(f"git cannot list the files of {oid[:12]}")
    found = {}
    for entry in listed.stdout.split(b"\0"):
        about, tab, path = entry.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if tab and mode in (b"100644", b"100755"):
            found[path.decode("utf-8", "surrogateescape")] = rest.split()[1].decode()
    return found


def contents(oids: Sequence[str], folder: Path | None = None) -> dict[str, bytes]:
    """The contents of blobs by id, read in one git process; what is not there is left out."""
    wanted = list(dict.fromkeys(oids))
    if not wanted:
        return {}
    batch = run("cat-file", "--batch", folder=folder, given="\n".join(wanted).encode() + b"\n")
    found: dict[str, bytes] = {}
    at, output = 0, batch.stdout
    while at < len(output):
        end = output.index(b"\n", at)
        about = output[at:end].decode().split()
        at = end + 1
        if len(about) == 3:
            size = int(about[2])
            found[about[0]] = output[at : at + size]
            at += size + 1
    return found


def renames(oid: str, folder: Path | None = None) -> dict[str, str]:
    """Files that were renamed since a commit, in the working tree: path now to path then, as git takes them."""
    listed = run(
        "diff", "--name-status", "--find-renames", "--no-ext-diff", "-z", "--end-of-options", oid, folder=folder
    )
    parts = listed.stdout.decode("utf-8", "surrogateescape").split("\0") if listed.returncode == 0 else []
    found, at = {}, 0
    while at < len(parts) and parts[at]:
        if parts[at][0] in "RC":
            found[parts[at + 2]] = parts[at + 1]
            at += 3
        else:
            at += 2
    return found
