"""A map as it was read: the journey beside the places of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from journeykit.kept import cached_property
from journeykit.model.elements import Journey
from journeykit.model.identity import Outline
from journeykit.model.routes import Routes
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.text import Source
from journeykit.source.yamltree import Tree

if TYPE_CHECKING:
    from journeykit.model.derive.facts import Facts


@dataclass(frozen=True)
class Document:
    """What reading a file gave.

    `journey` is None where nothing could be made of it; with errors it is the journey without what was wrong.
    `shared` holds the addresses of the entries that come from the project's shared library, or stand in for one.
    `faulty` holds the addresses and keys (`""` for the element itself) that a JK0 error concerns.
    """

    source: Source
    journey: Journey | None
    tree: Tree | None
    diagnostics: tuple[Diagnostic, ...]
    shared: frozenset[str] = frozenset()
    faulty: frozenset[tuple[str, str]] = frozenset()
    #: Where its arrows may lead, as far as reading has worked that out.
    routes: Routes | None = field(default=None, repr=False, compare=False)

    @property
    def is_sound(self) -> bool:
        """Whether the file could be read without an error."""
        return self.journey is not None and not any(found.severity == "error" for found in self.diagnostics)

    @cached_property
    def outline(self) -> Outline:
        """The ids and addresses of the journey's elements."""
        assert self.journey is not None
        return Outline(self.journey)

    @cached_property
    def facts(self) -> Facts:
        """What follows from the journey."""
        from journeykit.model.derive.facts import Facts

        assert self.journey is not None
        return Facts(self.journey, self.outline, self.shared, self.routes)
