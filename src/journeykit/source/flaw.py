"""What keeps a file from being read as a map, before anybody has judged it."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.source.position import START, Path, Span


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault in a file, found while it is read.

    `code` is its rule (`JK001` …), `path` the place in the document it concerns, `related` further places with what
    they have to do with it.
    """

    code: str
    message: str
    hint: str
    span: Span = START
    path: Path = ()
    field: str = ""
    related: tuple[tuple[str, Span], ...] = ()
    #: What to write at the place instead, where that is beyond doubt: the nearest name to a slip of the hand.
    mend: str | None = None
    #: Where to write it, if not at `span`.
    mend_span: Span | None = None
    #: Whether the mend cannot change what the author meant.
    is_safe: bool = True


class FlawError(Exception):
    """A flaw after which nothing more of the file can be read."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.message)
        self.flaw = flaw
