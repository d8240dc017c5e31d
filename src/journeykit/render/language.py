"""The language that pictures speak: our own words, plurals, dates and numbers. The map's texts stay as written.

The words stand in the code in English; the catalogues in `languages/` (gettext's PO files) say them in others. Which
language is spoken is set once around the making of a picture (`speaking`), so that no view has to hand it on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import NullTranslations
from importlib.resources import files

ENGLISH = "en"

#: The tag of the language asked for; None where a picture is made without one.
_asked: ContextVar[str | None] = ContextVar("asked", default=None)


@cache
def languages() -> tuple[str, ...]:
    """The languages that pictures speak, English first."""
    folder = files("journeykit.render") / "languages"
    files_there = folder.iterdir() if folder.is_dir() else ()
    found = (file.name.removesuffix(".po") for file in files_there if file.name.endswith(".po"))
    return (ENGLISH, *sorted(found))


@cache
def nearest_language(tag: str) -> str | None:
    """The language that is spoken for a tag (`de` for `de-AT`); None where there is no catalogue for it."""
    base = tag.replace("_", "-").split("-")[0].lower()
    return base if base in languages() else None


@cache
def _catalogue(language: str) -> NullTranslations:
    """The words of a language. English needs none."""
    if language == ENGLISH:
        return NullTranslations()
    from gettext import GNUTranslations
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (files("journeykit.render") / "languages" / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Within, everything is said in the language of the tag, or in English where that is not spoken."""
    token = _asked.set(tag)
    try:
        yield
    finally:
        _asked.reset(token)


def spoken() -> str:
    """The language that is spoken now, as its tag."""
    return nearest_language(_asked.get() or ENGLISH) or ENGLISH


def page_language(own: str) -> str:
    """The language a page is set in, as its tag: the one asked for, else the map's own."""
    return _asked.get() or own


def say(text: str, /, **values: object) -> str:
    """A text of ours in the language spoken, with the values put in the places named in it: `{count} open`."""
    # To gettext no text at all stands for the head of its catalogue.
    said = _catalogue(spoken()).gettext(text) if text else ""
    return said.format(**values) if values else said


def say_many(one: str, many: str, number: float, /, **values: object) -> str:
    """A text that depends on a number, in the form the language has for it; `{number}` stands in it as written."""
    from journeykit.render.views.words import plain

    # Where a number is no whole one, every language here uses the form of a hundred: Arabic has one of its own for two.
    # French counts up to two as one.
    count = int(number) if number == int(number) or (spoken() == "fr" and number < 2) else 100
    said = _catalogue(spoken()).ngettext(one, many, count)
    return said.format(**{"number": plain(number), **values})


def said(*texts: str) -> tuple[str, ...]:
    """Several texts of ours in the language spoken: the heads of a table."""
    return tuple(map(say, texts))


def noted(text: str) -> str:
    """The text itself: marks one of ours that stands in a table and is said (`say`) where it is used."""
    return text


def noted_many(one: str, many: str) -> tuple[str, str]:
    """The two texts themselves: marks the forms for one and for many that are said (`say_many`) where they are used."""
    return one, many
