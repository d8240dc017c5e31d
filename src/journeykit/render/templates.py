"""Where templates come from and how they are read: every value is escaped, and nothing is left undefined.

Templates of one's own stand in for the built-in ones by their name. They run in a sandbox: they see what they are
given, and neither files outside their folder nor what lies behind Python's objects. What a template does is not timed:
loops within loops may take as long as they like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

from jinja2 import BaseLoader, ChoiceLoader, Environment, StrictUndefined, TemplateNotFound

from journeykit.render.language import say, say_many
from journeykit.render.taming import tame
from journeykit.render.views.words import plain
from journeykit.resources import templates

_BREAKS = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
#: A place in a text that reaches into what is put there: `{a.b}`, `{a[b]}`, `{a!r}`, `{a:9999}`.
_REACHING = re.compile(r"\{[^{}]*[^\w{}]")
#: The longest text or list that a template of one's own may make by multiplying.
_MOST = 1_000_000


class TemplateFaultError(Exception):
    """A template of one's own that cannot be used; the message begins with its file and line."""


class FolderLoader(BaseLoader):
    """Reads templates of a folder of the file system or of a package."""

    def __init__(self, folder: Traversable) -> None:
        self.folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:
        """The text of a template. Raises TemplateNotFound, also for a name or a link that leads out of the folder."""
        parts = template.split("/")
        if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
            raise TemplateNotFound(template)
        place = self.folder
        for part in parts:
            place = place / part
        if not place.is_file() or not self._within(place):
            raise TemplateNotFound(template)
        try:
            return place.read_text(encoding="utf-8"), str(place), None
        except UnicodeDecodeError:
            raise TemplateFaultError(f"{place}: is no UTF-8") from None
        except OSError as error:
            raise TemplateFaultError(f"{place}: {(error.strerror or str(error)).lower()}") from None

    def _within(self, place: Traversable) -> bool:
        if isinstance(place, Path) and isinstance(self.folder, Path):
            return place.resolve().is_relative_to(self.folder.resolve())
        return True


def _fit(value: Any) -> Any:
    """Texts without line breaks, and with what could turn a line around or steer a terminal shown as its escape."""
    # Markup has been through here already; nearly all other texts are printable as they are.
    if type(value) is not str or value.isprintable():
        return value
    return tame(value.translate(_BREAKS))


def _sandboxed() -> type[Environment]:
    from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

    class Sandbox(ImmutableSandboxedEnvironment):
        """Names with an underscore, and what would change a value, are out of reach; so are giant texts and numbers."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if operator == "**":
                if not (isinstance(left, (int, float)) and isinstance(right, (int, float)) and abs(right) <= 64):
                    raise SecurityError("a power above 64 is not worked out here")
            else:
                for many, times in ((left, right), (right, left)):
                    if isinstance(many, (str, list, tuple)) and isinstance(times, int) and len(many) * times > _MOST:
                        raise SecurityError(f"a text or list of more than {_MOST:,} parts is not made here")
            return super().call_binop(context, operator, left, right)

    return Sandbox


def _careful(speak: Callable[..., str]) -> Callable[..., str]:
    """A way to say a text in a sandbox: the places in it are names, and lead nowhere inside of what is put there."""

    def careful(*texts: Any, **values: Any) -> str:
        if any(isinstance(text, str) and _REACHING.search(text) for text in texts):
            from jinja2.sandbox import SecurityError

            raise SecurityError("a place in a text is a name in braces, like {count}")
        return speak(*texts, **values)

    return careful


def environment(folder: Path | None = None) -> Environment:
    """The environment of the templates, which speak the language spoken when they are rendered.

    With a `folder`, templates in it stand in for the built-in ones of the same name, and all run in a sandbox.
    """
    return _environment(folder, folder.absolute() if folder else None)


@cache
def _environment(folder: Path | None, place: Path | None) -> Environment:
    """The same, made once for each place that a folder's name leads to."""
    built_in = FolderLoader(templates())
    kind = _sandboxed() if folder else Environment
    found = kind(
        loader=ChoiceLoader([FolderLoader(folder), built_in]) if folder else built_in,
        autoescape=True,
        finalize=_fit,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    given: dict[str, Any] = {"say": say, "say_many": say_many}
    if folder:
        given = {name: _careful(speak) for name, speak in given.items()}
    cast(dict[str, Any], found.globals).update(given, plain=plain)
    return found


def source(name: str, folder: Path | None = None) -> str:
    """The text of a template as it stands in its file. Raises `TemplateFaultError` where it cannot be read."""
    found = environment(folder)
    assert found.loader is not None
    return found.loader.get_source(found, name)[0]


def rendered(name: str, folder: Path | None, **values: Any) -> str:
    """A template with these values. Raises `TemplateFaultError` for a fault in a template of one's own."""
    with _told(folder):
        return environment(folder).get_template(name).render(**values)


@contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    """Faults of templates in a folder of one's own as `TemplateFaultError`; those of built-in ones are defects."""
    try:
        yield
    except TemplateFaultError:
        raise
    except Exception as error:
        if folder is None:
            raise
        place = _place(error, folder)
        if place is None:
            raise
        what = str(error) or type(error).__name__
        if isinstance(error, TemplateNotFound):
            what = f"there is no template '{what}'"
        raise TemplateFaultError(f"{place}: {what}") from None


def _place(error: Exception, folder: Path) -> str | None:
    """The file and line of a template of the folder where an error came up; None where none of them was at work."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    found = f"{file}:{line}" if file and line and Path(file).is_relative_to(folder) else None
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).is_relative_to(folder):
            found = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found
