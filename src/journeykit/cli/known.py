"""Findings that are known already: those of a baseline file, and those that an earlier revision has too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from journeykit.cli.console import WrongUsageError, write_whole
from journeykit.cli.maps import Reader
from journeykit.model.collection import check_collection, heading
from journeykit.rules.judge import Judges
from journeykit.source.diagnostic import Diagnostic, in_order
from journeykit.source.text import UnreadableError

#: Of the form of a baseline file.
_VERSION = 1


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints of a baseline file; raises `UnreadableError` and `WrongUsageError`."""
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError):
        content = None
    known = content.get("fingerprints") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(known, list) or not all(isinstance(one, str) for one in known):
        raise WrongUsageError(f"{file} is no baseline; write one with --baseline {file} --write-baseline")
    version = content.get("version")
    if version is True or version != _VERSION:
        raise WrongUsageError(f"{file} is a baseline of version {version}, and this program reads {_VERSION}")
    return frozenset(known)


def write_baseline(file: Path, found: Iterable[Diagnostic]) -> None:
    """Write the fingerprints of today's findings, with the words that tell people what they are."""
    told = [f"{one.path}: {one.code} {one.name} {one.element}".rstrip() for one in found]
    content = {
        "version": _VERSION,
        "fingerprints": sorted(mark for one in found for mark in one.fingerprints),
        "findings": sorted(told),
    }
    write_whole(file, (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))


def of_revision(revision: str, names: Sequence[str], reader: Reader, judges: Judges) -> frozenset[str]:
    """The fingerprints of what is found in these maps as they were at a revision, and in the libraries of that time,
    by the rules of today; a map that was not there has none.

    Raises `UnreadableError` where there is no such revision.
    """
    from journeykit.cli.revisions import former

    found: list[Diagnostic] = []
    for part in former(names, revision, reader):
        headings = []
        for name, document in part.documents.items():
            project = reader.project(Path(name).parent)
            found += judges.of(project).judge(document)
            headings += [one] if (one := heading(document, str(project.file or ""))) is not None else []
        others = part.others
        found += check_collection(headings, lambda others=others: filter(None, map(heading, others())))
        for project, library in part.libraries:
            found += judges.of(project).judge_shared(library)
    return frozenset(mark for one in in_order(found) for mark in one.fingerprints)
