"""Pages to print: the poster on paper of a chosen size, every other view on a page of its own size. Text stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from journeykit.extras import need
from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import svg
from journeykit.render.outputs.svg import VIEWS
from journeykit.render.sheet.fonts import warn_of_missing
from journeykit.render.sheet.pages import DEFAULT, PAPERS
from journeykit.render.views.words import language

__all__ = ["VIEWS", "write"]

_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)(pt)?" height="([\d.]+)(pt)?"')


def write(facts: Facts, options: Options) -> bytes:
    """The pages as PDF; one as the reader's screen is set is light here.

    Raises `MissingExtraError`, and what the SVG raises. Warns of text without a font (`MissingFontWarning`).
    """
    typst = need("typst", "pdf")
    options = replace(options, theme="light" if options.theme == "auto" else options.theme)
    if (options.view or VIEWS[0]) == "map":
        wide, tall = PAPERS[options.paper or DEFAULT]
        pages = [(text, f"{wide}mm", f"{tall}mm") for text in svg.poster_pages(facts, options)]
    else:
        pages = [_own_size(svg.write(facts, options).decode())]
    for text, _, _ in pages:
        warn_of_missing(text)
    lang = language(options.lang or facts.journey.lang).split("-")[0].lower()
    parts = [
        f"#set document(title: {_quoted(facts.journey.title)}, date: none)",
        f"#set text(lang: {_quoted(lang if len(lang) in (2, 3) else 'en')})",
    ]
    for text, wide, tall in pages:
        alt = f", alt: {_quoted(facts.journey.title)}"
        parts.append(f"#set page(width: {wide}, height: {tall}, margin: 0pt)")
        parts.append(f'#image(bytes({_quoted(text)}), format: "svg", width: 100%, height: 100%, fit: "contain"{alt})')
    return bytes(typst.compile("\n".join(parts).encode("utf-8", "replace"), format="pdf", timestamp=0))


def _own_size(text: str) -> tuple[str, str, str]:
    match = _SIZE.search(text)
    assert match is not None
    wide, tall = (f"{float(match[place]) * (1 if match[place + 1] else 0.75):g}pt" for place in (1, 3))
    return text, wide, tall


def _quoted(text: str) -> str:
    """A text as Typst reads it: JSON's escapes, but for those it writes otherwise."""
    said = json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False)
    return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", said).replace("\\b", "").replace("\\f", "")
