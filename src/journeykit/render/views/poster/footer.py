"""The foot of a poster: evidence by its letters, how the numbers are made, who made the map."""

from __future__ import annotations

from dataclasses import dataclass

from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.poster.figures import Figure
from journeykit.render.views.poster.legend import Meaning
from journeykit.render.views.poster.lookup import Lookup


@dataclass(frozen=True)
class Source:
    """A row of the table of evidence."""

    letter: str
    name: str
    method: str
    sample: str
    date: str
    url: str | None


@dataclass(frozen=True)
class Footer:
    """The foot of the page; `made` are pairs of a term and its meaning."""

    legend: tuple[Meaning, ...]
    sources: tuple[Source, ...]
    made: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str], ...]


def footer(lookup: Lookup, figures: tuple[Figure, ...]) -> Footer:
    """The foot of the page, once all else is built: the legend holds what occurred."""
    journey = lookup.journey
    sources = []
    for key, letter in lookup.cited.items():
        evidence = journey.evidence[key]
        sources.append(
            Source(
                letter,
                evidence.name,
                words.capital(words.human(evidence.method or "")),
                words.plain(evidence.sample) if evidence.sample is not None else "",
                words.day(evidence.date) if evidence.date else "",
                words.link(evidence.url),
            )
        )
    made = [figure.made for figure in figures if figure.made[0]]
    legend = lookup.marks.legend
    if any(meaning.key == "score" for meaning in legend):
        made.append((say("Score"), say("impact ÷ effort.")))
    about = [
        (say("Why this revision"), journey.why or ""),
        (say("Contributors"), words.commas(journey.contributors)),
        (say("Tags"), words.commas(journey.tags)),
    ]
    return Footer(legend, tuple(sources), tuple(made), tuple((name, text) for name, text in about if text))
