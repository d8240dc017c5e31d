"""Findings that are known already: those of a baseline file, and those that an earlier revision has too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from journeykit.cli.console import WrongUsageError, write_whole
from journeykit.cli.maps import Reader
from journeykit.model.load import load
from journeykit.rules.judge import Judge
from journeykit.source import git
from journeykit.source.diagnostic import Diagnostic, in_order
from journeykit.source.flaw import FlawError
from journeykit.source.text import UnreadableError, decode


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints of a baseline file; raises `UnreadableError` and `WrongUsageError`."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return frozenset(str(one) for one in content["fingerprints"])
    except OSError as error:
        raise UnreadableError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, KeyError, TypeError):
        raise WrongUsageError(f"{file} is no baseline; write one with --baseline {file} --write-baseline") from None


def write_baseline(file: Path, found: Iterable[Diagnostic]) -> None:
    """Write the fingerprints of today's findings, with the words that tell people what they are."""
    told = [f"{one.path}: {one.code} {one.name} {one.element}".rstrip() for one in found]
    content = {
        "version": 1,
        "fingerprints": sorted(mark for one in found for mark in one.fingerprints),
        "findings": sorted(told),
    }
    write_whole(file, (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())


def of_revision(revision: str, paths: Iterable[str], reader: Reader, judge: Judge) -> frozenset[str]:
    """The fingerprints of what is found in these files at a revision; a file that is not in it has none.

    Raises `UnreadableError` where there is no such revision.
    """
    git.commit(revision)
    found: list[Diagnostic] = []
    for path in paths:
        try:
            source = decode(path, git.blob(revision, path), Path(path))
        except (UnreadableError, FlawError):
            continue
        project = reader.project(Path(path).parent)
        found += judge.judge(load(source, project, reader.library(project)))
    return frozenset(mark for one in in_order(found) for mark in one.fingerprints)
