"""All slides of a map: the whole journey, those who walk it, and a slide or more for each stage."""

from __future__ import annotations

from collections.abc import Sequence

from journeykit.model.derive import Facts
from journeykit.render.language import page_language
from journeykit.render.slides.notes import notes_of_all, notes_of_people, notes_of_stages
from journeykit.render.slides.overview import overviews
from journeykit.render.slides.people import people
from journeykit.render.slides.shapes import Slide, mirrored
from journeykit.render.slides.stage import stage_slides
from journeykit.render.tables.base import Items
from journeykit.render.views.words import direction


def deck(facts: Facts, lanes: Sequence[str] | None = None) -> tuple[Slide, ...]:
    """The slides of a map with those of the poster's lanes that are chosen (None for all), turned for its language."""
    items = Items(facts, lanes)
    slides = [*overviews(items, notes_of_all(facts)), *people(facts, notes_of_people(facts))]
    for at, notes in enumerate(notes_of_stages(facts, lanes)):
        slides += stage_slides(items, at, notes)
    if direction(page_language(facts.journey.lang)) == "rtl":
        slides = [mirrored(slide) for slide in slides]
    return tuple(slides)
