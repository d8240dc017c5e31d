"""All that is said of one map: the faults of its file, and what the rules find, less what is suppressed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from journeykit.model.document import Document
from journeykit.model.faults import FAULTS
from journeykit.model.libraries import SharedLibrary
from journeykit.model.project import Project
from journeykit.rules.base import Rule
from journeykit.rules.engine import Settled, lint, lint_library
from journeykit.rules.registry import rules_of
from journeykit.rules.select import Selection, Wish
from journeykit.rules.suppress import is_asked, suppressed
from journeykit.source.diagnostic import Diagnostic, Severity


@dataclass(frozen=True)
class Judge:
    """Judges maps by one selection of rules, on one day."""

    selection: Selection
    today: date
    templates: dict[str, tuple[str, ...]]
    _settled: dict[tuple[tuple[str, ...], bool], Settled] = field(default_factory=dict)

    def judge(self, document: Document) -> list[Diagnostic]:
        """The findings of a map, in no order and without fingerprints."""
        path = document.source.name
        faults = self.selection.kept(document.diagnostics, path)
        draft = document.journey is not None and document.journey.status == "draft"
        settled = self._of(path, draft)
        found = faults + lint(document, settled, self.today, self.templates)
        return self._without_suppressed(document, found, settled)

    def judge_library(self, document: Document) -> list[Diagnostic]:
        """The findings of a file of a shared library: its entries are judged here, once for all maps."""
        path = document.source.name
        settled = self._of(path, False)
        found = self.selection.kept(document.diagnostics, path) + lint_library(document, settled, self.today)
        return self._without_suppressed(document, found, settled)

    def judge_shared(self, library: SharedLibrary) -> list[Diagnostic]:
        """The findings of a shared library: files that could not be read whole, and the entries of the others."""
        judged = {document.source.name for document in library.documents}
        found = [one for one in library.diagnostics if one.path not in judged]
        return found + [one for document in library.documents for one in self.judge_library(document)]

    def _without_suppressed(self, document: Document, found: list[Diagnostic], settled: Settled) -> list[Diagnostic]:
        if not is_asked(document.source.text):
            return found
        ran = {rule.code: rule.name for rule, _ in settled.rules}
        known = {rule.code: rule.name for rule in self.selection.rules}
        known |= {code: name for code, (name, _) in FAULTS.items()}
        profile = self.selection.wish.profile or self.selection.settings.profile
        grave: Severity = "error" if profile == "strict" else "warning"
        return suppressed(document, found, ran | dict.fromkeys(FAULTS, ""), known, grave)

    def _of(self, path: str, draft: bool) -> Settled:
        """The rules for a file; worked out once for all files to which the same `per-file-ignores` apply."""
        key = (self.selection.patterns(path), draft)
        if key not in self._settled:
            self._settled[key] = self.selection.settled(path, draft)
        return self._settled[key]


@dataclass(frozen=True)
class Judges:
    """The judge of each project: a map is judged by the rules of the project it lies in, wherever the run began."""

    wish: Wish
    today: date
    _made: dict[Path | None, Judge] = field(default_factory=dict)

    def of(self, project: Project) -> Judge:
        """The judge of a project, made once; raises `ConfigurationError` where its configuration names what is not."""
        known = self._made.get(project.file)
        if known is None:
            selection = Selection(rules_of(project), project.settings, self.wish, project.root, project.name)
            selection.check_names()
            known = self._made[project.file] = Judge(selection, self.today, project.templates)
        return known

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all projects so far, by code."""
        every = {rule.code: rule for judge in self._made.values() for rule in judge.selection.rules}
        return tuple(every[code] for code in sorted(every))
