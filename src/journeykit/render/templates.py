"""Where templates come from and how they are read: every value is escaped, and nothing is left undefined."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from journeykit.resources import templates


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


@cache
def environment() -> Environment:
    """The environment of all built-in templates."""
    return Environment(
        loader=FolderLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
