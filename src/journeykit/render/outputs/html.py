"""One page that holds the whole map, or one of its diagrams: a single file that asks for nothing from outside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journeykit.model.derive import Facts
from journeykit.render.language import noted, say
from journeykit.render.options import Options

#: The views this format can hold, the first by default.
VIEWS: tuple[str, ...] = ("map", "flow", "blueprint", "questions", "channels", "personas", "opportunities")
#: The views that are drawings, and what people call them.
_DIAGRAMS = {"flow": noted("Flow"), "blueprint": noted("Service blueprint"), "questions": noted("Questions")}


def write(facts: Facts, options: Options) -> bytes:
    """The page in UTF-8.

    Raises what drawing a diagram raises, where the view is one, and `TemplateFaultError` for templates of one's own.
    """
    view = options.view or VIEWS[0]
    if view in _DIAGRAMS:
        text = _diagram(facts, replace(options, view=view))
    else:
        text = _poster(facts, options) if view == VIEWS[0] else _sheet(view, facts, options)
    # A lone surrogate has no bytes.
    return text.encode("utf-8", "replace")


def page(template: str, facts: Facts, options: Options, **values: Any) -> str:
    """A template with these values and with what every page needs: its language, its colours.

    `own` are the attributes of the map's texts where the page speaks another language than they do.
    """
    from markupsafe import Markup

    from journeykit.render.templates import rendered
    from journeykit.render.views.words import direction, language

    written = language(facts.journey.lang)
    lang = language(options.lang or facts.journey.lang)
    values |= {
        "lang": lang,
        "direction": direction(lang),
        "own": Markup(' lang="{}" dir="auto"').format(written) if lang != written else "",
        "theme": options.theme,
        "look": options.look,
    }
    return rendered(template, options.template_dir, **{"script": "", "script_hash": "", **values})


def _sheet(view: str, facts: Facts, options: Options) -> str:
    """A view that has a page of its own: the module in `views/` of that name makes it."""
    from importlib import import_module

    make = getattr(import_module(f"journeykit.render.views.{view}"), view)
    return page(f"{view}.html.j2", facts, options, v=make(facts))


def _poster(facts: Facts, options: Options) -> str:
    from journeykit.render.views.poster import poster
    from journeykit.render.views.poster.paper import paper

    found = poster(facts, options.lanes)
    phases = ((phase.name, phase.first, phase.last) for phase in found.phases)
    return page("poster.html.j2", facts, options, p=found, paper=paper(found.prints, phases), **_script(options))


def _script(options: Options) -> dict[str, Any]:
    """The page's script and its hash, by which the page allows this script and no other."""
    from base64 import b64encode
    from hashlib import sha256

    from markupsafe import Markup

    from journeykit.render.templates import source

    # A page is read with the line ends of Unix, and hashed so.
    text = source("poster/page.js", options.template_dir).replace("\r\n", "\n").replace("\r", "\n")
    return {"script": Markup(text), "script_hash": f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"}


def _diagram(facts: Facts, options: Options) -> str:
    from markupsafe import Markup

    from journeykit.render.outputs import svg

    drawing = Markup(svg.write(facts, options).decode("utf-8"))
    view = say(_DIAGRAMS[options.view or ""])
    return page("diagram.html.j2", facts, options, title=facts.journey.title, view=view, drawing=drawing)
