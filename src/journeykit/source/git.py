"""Files at a git revision, read without touching the working tree."""

from __future__ import annotations

import calendar
import os
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
    settings = ("core.fsmonitor=false", "core.hooksPath=/dev/null", "color.ui=false")
    command = ["git", *(part for one in settings for part in ("-c", one)), *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, cwd=folder, env=environment, timeout=_SECONDS, check=False
        )
    except FileNotFoundError:
        raise UnreadableError("git is not installed, and reading a revision needs it") from None
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"git did not answer within {_SECONDS} seconds") from None


def commit(revision: str, folder: Path | None = None) -> str:
    """The commit a revision names; a year, month or day is its last commit, unless a ref has that name.

    Raises `UnreadableError`, which says how to get the commit where the clone lacks it.
    """
    last = _last_day(revision)
    if last is not None and not _is_ref(revision, folder):  # four digits may be the beginning of a commit's id
        return _last_commit(revision, last, folder)
    found = run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", folder=folder)
    if found.returncode == 0:
        return found.stdout.decode().strip()
    if run("rev-parse", "--git-dir", folder=folder).returncode != 0:
        raise UnreadableError(f"{revision}: this folder is not in a git repository")
    raise UnreadableError(f"git knows no revision '{revision}'{_lack(folder)}")


def _is_ref(name: str, folder: Path | None) -> bool:
    found = run("rev-parse", "--verify", "--quiet", "--symbolic-full-name", "--end-of-options", name, folder=folder)
    return found.returncode == 0 and found.stdout.strip(b"\n-").startswith(b"refs/")


def _last_commit(revision: str, day: str, folder: Path | None) -> str:
    if run("rev-parse", "--git-dir", folder=folder).returncode != 0:
        raise UnreadableError(f"{revision}: this folder is not in a git repository")
    listed = run("rev-list", "-1", f"--before={day} 23:59:59", "HEAD", folder=folder)
    if listed.returncode == 0 and listed.stdout.strip():
        return listed.stdout.decode().strip()
    raise UnreadableError(f"no commit is as old as {revision}{_lack(folder)}")


def is_bare(folder: Path | None = None) -> bool:
    """Whether the repository has no working tree."""
    return run("rev-parse", "--is-bare-repository", folder=folder).stdout.strip() == b"true"


def is_shallow(folder: Path | None = None) -> bool:
    """Whether the clone lacks older commits."""
    return run("rev-parse", "--is-shallow-repository", folder=folder).stdout.strip() == b"true"


def _lack(folder: Path | None) -> str:
    return "; the clone is shallow: `git fetch --unshallow --tags` would bring it" if is_shallow(folder) else ""


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
    content = _content(revision, commit(revision), path)[1]
    return contents([content])[content]


def inside(revision: str, path: str) -> tuple[str, str]:
    """The commit of a revision, and the path of a file in it from the root; see `blob`."""
    oid = commit(revision)
    return oid, _content(revision, oid, path)[0]


def _content(revision: str, oid: str, path: str) -> tuple[str, str]:
    prefix = run("rev-parse", "--show-prefix").stdout.decode().strip("\n")
    paths = [*dict.fromkeys((_normal(PurePosixPath(prefix) / Path(path).as_posix()), Path(path).as_posix()))]
    for place, found in zip(paths, objects([f"{oid}:{place}" for place in paths]), strict=True):
        if found is not None and found[1] == "blob":
            return place, found[0]
        if found is not None:
            raise UnreadableError(f"{path} in revision '{revision}' is not a file")
    raise UnreadableError(f"{path} is not in revision '{revision}'")


def objects(names: Sequence[str], folder: Path | None = None) -> list[tuple[str, str] | None]:
    """The id and the type of what each name (`COMMIT:path`) stands for, asked in one git process, or None."""
    asked = [name for name in names if "\n" not in name]
    if not asked:
        return [None] * len(names)
    given = "".join(f"{name}\n" for name in asked).encode("utf-8", "surrogateescape")
    told = run("cat-file", "--batch-check=%(objectname) %(objecttype)", folder=folder, given=given)
    lines = told.stdout.decode("utf-8", "surrogateescape").split("\n")
    known = dict(zip(asked, lines, strict=False))
    found: list[tuple[str, str] | None] = []
    for name in names:
        parts = known.get(name, "").split(" ")
        is_object = len(parts) == 2 and parts[1] in ("blob", "tree", "commit")
        found.append((parts[0], parts[1]) if is_object else None)
    return found


def entry(oid: str, path: str, folder: Path | None = None) -> str | None:
    """The id of what a commit holds at a path, also where that is the commit of a submodule; None for nothing."""
    found = run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{oid}:{path}", folder=folder)
    return found.stdout.decode().strip() if found.returncode == 0 else None


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
        if is_bare(folder):
            raise UnreadableError(
                "this repository is bare, so there is no map of today: compare two revisions, "
                "`journey diff v1:maps/a.journey.yaml HEAD:maps/a.journey.yaml`"
            )
        raise UnreadableError("this folder is not in a git repository with a working tree")
    return Path(found.stdout.decode().strip("\n"))


def superproject(folder: Path) -> Path | None:
    """The top folder of the repository that the one of a folder is a submodule of; None for one by itself."""
    found = run("rev-parse", "--show-superproject-working-tree", folder=folder)
    place = found.stdout.decode("utf-8", "surrogateescape").strip("\n")
    return Path(place) if found.returncode == 0 and place else None


def files(oid: str, folder: Path | None = None) -> dict[str, str]:
    """The files of a commit or of a tree: path to the id of its content, without links and submodules."""
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
    """The contents of blobs by id, read in one git process; raises `UnreadableError` where the clone lacks one."""
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
    if len(found) < len(wanted):
        raise UnreadableError("this clone lacks files of that revision: `git fetch --refetch` would bring them")
    return found


def renames(oid: str, folder: Path | None = None) -> dict[str, str]:
    """Files that were renamed since a commit, in the working tree: path now to path then, as git takes them."""
    listed = run(
        "diff", "--name-status", "--find-renames", "--no-ext-diff", "--no-relative", "-z", "--end-of-options", oid,
        folder=folder,
    )  # fmt: skip
    parts = listed.stdout.decode("utf-8", "surrogateescape").split("\0") if listed.returncode == 0 else []
    found, at = {}, 0
    while at < len(parts) and parts[at]:
        if parts[at][0] in "RC":
            found[parts[at + 2]] = parts[at + 1]
            at += 3
        else:
            at += 2
    return found


@dataclass(frozen=True)
class Version:
    """A file as it was: what to call that time, its day (ISO), its path then, the commit, and the id of its content."""

    name: str
    day: str
    path: str
    commit: str
    oid: str = ""


#: Where a file was before the oldest version known of it (None where no commit has it), or None.
Former = Callable[[Version | None], str | None]


def versions(path: str, by: str, folder: Path | None = None, former: Former | None = None) -> list[Version]:
    """The versions of a file, the oldest first, through its renames: by `tag`, by `year` of commit, or by `commit`.

    `auto` is by tags where two or more of them differ in this file, else by years. `path` counts from the root of the
    repository, which `folder` is. Tags that do not lead to the current commit are left out. Where git knows of no
    rename, `former` is asked.
    """
    log = _log(path, folder)
    while former and (older := former(log[-1] if log else None)):
        more = _log(older, folder, f"{log[-1].commit}^" if log else "HEAD")
        if not more:
            break
        log += more
    if by in ("tag", "auto"):
        tagged = _tagged(list(dict.fromkeys(one.path for one in log)) or [path], folder)
        if by == "tag" or len({one.oid for one in tagged}) > 1:
            return tagged
    if by != "commit":
        # The newest stands first in the log, and so is the last of its year.
        years = {one.day[:4]: one for one in reversed(log)}
        log = [replace(one, name=year) for year, one in reversed(years.items())]
    return _with_contents(log, folder)[::-1]


def gone(commit: str | None, folder: Path | None = None) -> list[str]:
    """The files that a commit took away; with None those that are gone from the working tree since the last one."""
    command = ("diff-tree", "--no-commit-id", "-r") if commit else ("diff", "--no-ext-diff", "--no-relative")
    listed = run(
        *command, "--name-only", "--diff-filter=D", "--no-renames", "-z", "--end-of-options", commit or "HEAD",
        folder=folder,
    )  # fmt: skip
    names = listed.stdout.decode("utf-8", "surrogateescape").split("\0") if listed.returncode == 0 else []
    return [name for name in names if name]


def _log(path: str, folder: Path | None, until: str = "HEAD") -> list[Version]:
    """The commits up to one that changed a file, the newest first, each with the file's path in it."""
    # A pathspec with magic cannot be followed; a plain one can, from the root.
    listed = run(
        "--literal-pathspecs", "log", "--follow", "--find-renames", "--name-status", "-z", "--format=%x01%H %cs",
        "--no-ext-diff", "--no-show-signature", "--end-of-options", until, "--", path, folder=folder,
    )  # fmt: skip
    found = []
    for entry in listed.stdout.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        head, *parts = entry.lstrip("\n").replace("\n", "\0").split("\0")
        commit_id, day = head.split(" ")
        parts = [part for part in parts if part]
        if parts and parts[0][0] != "D":
            found.append(Version(commit_id[:7], day, parts[-1], commit_id))
    return found


def _tagged(paths: list[str], folder: Path | None) -> list[Version]:
    """The file at every tag that leads to the current commit, under any of its names."""
    form = "--format=%(refname:strip=2)%00%(creatordate:short)"
    listed = run("for-each-ref", "--merged=HEAD", "--sort=creatordate", form, "refs/tags", folder=folder)
    tags = [line.split("\0") for line in listed.stdout.decode("utf-8", "surrogateescape").split("\n") if line]
    wanted = [Version(name, day, path, f"refs/tags/{name}") for name, day in tags for path in paths]
    found: dict[str, Version] = {}
    for one in _with_contents(wanted, folder):
        found.setdefault(one.name, one)
    return list(found.values())


def _with_contents(wanted: Sequence[Version], folder: Path | None) -> list[Version]:
    """The same with the ids of their contents, without what is not there."""
    found = objects([f"{one.commit}:{one.path}" for one in wanted], folder)
    return [replace(one, oid=told[0]) for one, told in zip(wanted, found, strict=True) if told and told[1] == "blob"]
