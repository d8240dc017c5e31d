"""What is wrong, where, and how to mend it: plain data, no markup."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Literal

from journeykit.source.position import Span

Severity = Literal["error", "warning", "info"]

#: The worst first.
SEVERITY_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding."""

    message: str
    path: str
    span: Span
    element: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement of the text in a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; `safe` where they cannot change what the author meant."""

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `path` is the file as people name it; `element` the address of the element, `field` its key.

    `instead_of` are the findings that this one is told in place of, all at its own place: what no stage says is told
    once.
    """

    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    path: str
    span: Span
    element: str = ""
    field: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    instead_of: tuple[Diagnostic, ...] = ()

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Its own fingerprint, and those of the findings that it is told in place of."""
        return self.fingerprint, *(one.fingerprint for one in self.instead_of)

    def is_in(self, known: Container[str]) -> bool:
        """Whether these fingerprints hold it, or each of the findings that it is told in place of."""
        parts = self.instead_of
        return self.fingerprint in known or (bool(parts) and all(one.fingerprint in known for one in parts))

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The order findings are told in: path, line, column, code."""
        return self.path, self.span.line, self.span.column, self.code, self.message


@dataclass(frozen=True, slots=True)
class Summary:
    """How many maps were looked at, and what was found in them."""

    maps: int
    errors: int
    warnings: int
    infos: int

    @classmethod
    def of(cls, maps: int, diagnostics: list[Diagnostic]) -> Summary:
        """The summary of findings in so many maps."""
        counts = {severity: sum(found.severity == severity for found in diagnostics) for severity in SEVERITY_ORDER}
        return cls(maps, counts["error"], counts["warning"], counts["info"])


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Findings by path, line, column and code, each with its fingerprint.

    A fingerprint depends on the rule, the file, the element and the field, never on the line; a further finding equal
    in all four adds its number, so no two of a run are equal.
    """
    from hashlib import sha256

    seen: dict[str, int] = {}

    def marked(found: Diagnostic) -> Diagnostic:
        key = "\0".join((found.code, found.path, found.element, found.field))
        seen[key] = seen.get(key, 0) + 1
        numbered = key if seen[key] == 1 else f"{key}\0{seen[key]}"
        digest = sha256(numbered.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        parts = tuple(marked(one) for one in found.instead_of)
        return replace(found, fingerprint=digest, instead_of=parts)

    return [marked(found) for found in sorted(diagnostics, key=lambda diagnostic: diagnostic.order)]
