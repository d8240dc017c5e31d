"""Where templates come from and how they are read: every value is escaped, and nothing is left undefined."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from journeykit.render.language import say, say_many
from journeykit.render.taming import tame
from journeykit.resources import templates

_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


class FolderLoader(BaseLoader):
    """Reads templates of a folder of the file system or of a package."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:
        """The text of a template. Raises TemplateNotFound, also for a name that leads out of the folder."""
        parts = template.split("/")
        if any(part in ("", ".", "..") or "\\" in part for part in parts):
            raise TemplateNotFound(template)
        place = self.folder
        for part in parts:
            place = place / part
        if not place.is_file():
            raise TemplateNotFound(template)
        return place.read_text(encoding="utf-8"), str(place), None


def _fit(value: Any) -> Any:
    """Texts without line breaks, and with what could turn a line around or steer a terminal shown as its escape."""
    # Markup has been through here already; nearly all other texts are printable as they are.
    if type(value) is not str or value.isprintable():
        return value
    return tame(value.translate(_BREAKS))


@cache
def environment() -> Environment:
    """The environment of all built-in templates, which speak the language spoken when they are rendered."""
    found = Environment(
        loader=FolderLoader(templates()),
        autoescape=True,
        finalize=_fit,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    # Jinja types its globals by those it begins with.
    found.globals.update({"say": say, "say_many": say_many})  # pyrefly: ignore
    return found
