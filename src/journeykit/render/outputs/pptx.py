"""A map as slides: the whole journey, its personas, and a slide or more for each stage, in shapes to edit."""

from __future__ import annotations

from journeykit.model.derive import Facts
from journeykit.render.language import page_language
from journeykit.render.options import Options

#: The views this format can hold: the whole map.
VIEWS = ("map",)


def write(facts: Facts, options: Options) -> bytes:
    """The slides. Raises `MissingExtraError` without python-pptx."""
    from datetime import datetime

    from journeykit.render.slides.deck import deck
    from journeykit.render.slides.write import written
    from journeykit.render.views.words import direction, language

    journey, look = facts.journey, options.look
    # A file has to say when it was made: at the review it shows, never by the clock.
    made = datetime.combine(journey.reviewed.first, datetime.min.time()) if journey.reviewed else datetime(2000, 1, 1)
    return written(
        deck(facts, options.lanes),
        look,
        look.dark if options.theme == "dark" else look.light,
        title=journey.title,
        lang=language(journey.lang),
        rtl=direction(page_language(journey.lang)) == "rtl",
        made=made,
    )
