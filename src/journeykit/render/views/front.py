"""What the pages of a view of its own have around them: the head of the map, a strip of figures, notes at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from journeykit.render.language import page_language
from journeykit.render.views import words
from journeykit.render.views.poster.footer import Source, footer
from journeykit.render.views.poster.header import Badge, header
from journeykit.render.views.poster.lookup import Lookup


@dataclass(frozen=True)
class Tally:
    """A figure of the strip: what it counts, the number, what it is a part of, and a remark."""

    name: str
    number: str
    unit: str = ""
    remark: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Sign:
    """A symbol of a view (`key`) and what it stands for."""

    key: str
    text: str


@dataclass(frozen=True)
class Front:
    """The head and the foot of a page. `view` is its name for people; `size` is how large the title is set.

    `empty` is the one sentence of a view that has nothing to show, else "".
    """

    lang: str
    direction: str
    view: str
    kicker: tuple[str, ...]
    badges: tuple[Badge, ...]
    title: str
    size: str
    summary: str
    empty: str
    tallies: tuple[Tally, ...]
    signs: tuple[Sign, ...]
    made: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]


def front(
    lookup: Lookup,
    view: str,
    summary: str,
    empty: str = "",
    tallies: Iterable[Tally] = (),
    signs: Iterable[Sign] = (),
    made: Iterable[tuple[str, str]] = (),
    letters: Iterable[str] = (),
) -> Front:
    """The head and the foot of a view; `letters` are those of the evidence that it cites."""
    head, cited, lang = header(lookup), set(letters), page_language(lookup.journey.lang)
    return Front(
        words.language(lang),
        words.direction(lang),
        view,
        head.kicker[1:],
        head.badges,
        head.title,
        head.size,
        summary,
        empty,
        () if empty else tuple(tallies),
        () if empty else tuple(signs),
        () if empty else tuple(made),
        tuple(source for source in footer(lookup, ()).sources if source.letter in cited),
    )
