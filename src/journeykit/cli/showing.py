"""What `serve` shows of a map: read, judged and drawn anew each time it is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from journeykit.cli.app import expected
from journeykit.cli.check import findings_of
from journeykit.cli.console import WrongUsageError
from journeykit.cli.maps import Reader
from journeykit.cli.options import day
from journeykit.cli.report import SourceLines
from journeykit.model.document import Document
from journeykit.model.project import CONFIGURATIONS, Project, places_of
from journeykit.render.findings import Told, places, told, worst_first
from journeykit.render.language import nearest_language
from journeykit.render.options import Options
from journeykit.render.picture import NoPersonaError, picture
from journeykit.render.reports import text
from journeykit.render.taming import one_line
from journeykit.render.terminal.excerpt import Excerpt, Mark, excerpt
from journeykit.rules.judge import Judges
from journeykit.rules.select import Wish
from journeykit.serve.shot import Finding, Shot
from journeykit.serve.watch import Watched
from journeykit.source.diagnostic import Summary
from journeykit.source.text import shown_path


@dataclass(frozen=True)
class Wanted:
    """What was asked for. `options` are read again each time, for a theme may change as a map does; `others` are the
    files and folders that they are read from.
    """

    name: str
    options: Callable[[], Options]
    others: tuple[Path, ...] = ()
    config: Path | None = None
    isolated: bool = False
    today: str | None = None


def shot(wanted: Wanted) -> Shot:
    """The map as it is now. What keeps it from being drawn, and is no fault of the map, is the shot's `trouble`."""
    reader = Reader(wanted.config, wanted.isolated)
    name = shown_path(Path(wanted.name))
    taken = Shot(name, name, _watched(wanted, None))
    try:
        options = wanted.options()
        taken = replace(taken, options=options, lang=options.lang or "en")
        project = reader.project(Path(wanted.name).parent)
        taken = replace(taken, watched=_watched(wanted, project))
        document = reader.read(wanted.name)
        return _of_map(taken, document, reader, wanted)
    except NoPersonaError as error:
        return replace(taken, trouble=WrongUsageError(str(error)))
    except Exception as error:
        if expected(error) is not None:
            return replace(taken, trouble=error)
        defect = f"this is a defect of the program, not of your map: {type(error).__name__}: {error}"
        return replace(taken, trouble=RuntimeError(defect))


def _of_map(taken: Shot, document: Document, reader: Reader, wanted: Wanted) -> Shot:
    found = findings_of(document, reader, Judges(Wish(), day(wanted.today)))
    line_of = SourceLines(reader, document.source).line
    findings = tuple(_finding(one, document.source.name, line_of) for one in worst_first(told(found)))
    taken = replace(taken, findings=findings)
    if document.journey is not None:
        lang = nearest_language(taken.options.lang or document.journey.lang) or taken.lang
        taken = replace(taken, title=document.journey.title, lang=lang)
    if taken.options.template_dir is not None:
        from journeykit.render.templates import environment

        # Templates of one's own may have changed since they were read.
        if (kept := environment(taken.options.template_dir).cache) is not None:
            kept.clear()
    if document.is_sound:
        return replace(taken, page=picture("html", document.facts, taken.options))
    errors = [one for one in found if one.path == document.source.name and one.severity == "error"]
    # Without its last lines, which sum up: the panel does.
    return replace(taken, errors=tuple(text.report(errors, Summary.of(1, errors), line_of)[:-2]))


def _finding(one: Told, name: str, line_of: Callable[[str, int], str]) -> Finding:
    found = one.finding
    marks = [Mark(found.path, found.span, "", True)]
    marks += [Mark(other.path, other.span, one_line(other.message), False) for other in found.related]
    gutter = max(len(str(mark.span.line)) for mark in marks)
    style = "error" if found.severity == "error" else "warning" if found.severity == "warning" else "info"
    lines = excerpt(marks, Excerpt(line_of, gutter, None, style, "…"))
    path = "" if found.path == name else found.path
    also = places(one.others) if one.others else ""
    about = found.code, found.name, path, found.span.line
    return Finding(found.severity, *about, found.message, found.hint, also, tuple(lines))


def _watched(wanted: Wanted, project: Project | None) -> Watched:
    """The files that the page is made from: the map, the configuration, what that names, and what was asked for."""
    file = Path(wanted.name)
    files, folders = {file}, set[Path]()
    if wanted.config is not None:
        files.add(wanted.config)
    elif not wanted.isolated:
        files |= _configurations(file.parent, project)
    for other in wanted.others:
        if other.is_dir():
            folders |= {other, *(inner for inner in other.rglob("*") if inner.is_dir())}
        else:
            files.add(other)
    if project is not None and project.root is not None:
        for pattern in (*project.settings.library, *project.settings.rules):
            folders |= _folders_of(project.root, pattern)
    return Watched.of(files, folders)


def _configurations(folder: Path, project: Project | None) -> set[Path]:
    """The files that are, or would be if they were there, the configuration of a folder."""
    found: list[Path] = []
    for place in places_of(folder):
        found += [place / name for name in CONFIGURATIONS]
        if (project and place == project.root) or (project is None and (place / CONFIGURATIONS[0]).exists()):
            return set(found)
        if (place / ".git").exists():
            return set(found)
    # Outside of any repository: what may come into being far above is not looked for.
    return set(found[: len(CONFIGURATIONS)])


def _folders_of(root: Path, pattern: str) -> set[Path]:
    """The folders where files of a pattern lie, and the one where its first would."""
    named = root / pattern
    fixed = []
    for part in named.parts:
        if any(sign in part for sign in "*?["):
            break
        fixed.append(part)
    first = Path(*fixed)
    try:
        found = {path if path.is_dir() else path.parent for path in root.glob(pattern)}
    except (ValueError, NotImplementedError):
        found = set()
    return {*found, first if first.is_dir() or first != named else first.parent}
