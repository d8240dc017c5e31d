"""Diagrams as SVG, drawn by Graphviz and made fit for any page: fonts, words for those who hear it, a dark page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import bidirectional
from zlib import crc32

from journeykit.model.derive import Facts
from journeykit.render.dot.diagram import VIEWS as DIAGRAMS
from journeykit.render.dot.diagram import drawing
from journeykit.render.dot.drawing import Box, Drawing
from journeykit.render.dot.label import plain_text
from journeykit.render.dot.paint import painter
from journeykit.render.dot.palette import MADE_OF
from journeykit.render.dot.write import FONT, node_ids, titles
from journeykit.render.dot.write import write as source
from journeykit.render.engine import draw
from journeykit.render.language import say
from journeykit.render.options import Options
from journeykit.render.theme import Theme, default_theme
from journeykit.render.views.words import direction, language

__all__ = ["VIEWS", "write"]

#: The views that are drawn box by box (`render/sheet`).
_SHEETS = ("channels", "personas", "opportunities")
#: The views this format can hold, the first by default.
VIEWS: tuple[str, ...] = ("map", *DIAGRAMS, *_SHEETS)

#: Inter is the widest: what fits in it fits in the others.
FONTS = (
    "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans Arabic', "
    "'Noto Sans Hebrew', 'Noto Sans CJK SC', 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif"
)
_ROOT = re.compile(r'<svg width="(?P<width>[^"]+)" height="(?P<height>[^"]+)"\s+viewBox="(?P<box>[^"]+)"[^>]*>')
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_TITLED = re.compile(r'(<g id="([^"]+)" class="[^"]*"[^>]*>)\n<title>[^<]*</title>')
_ANCHOR = re.compile(r'<g id="a_[^"]*"><a([^>]*)>\n?(.*?)</a>\n</g>\n?', re.DOTALL)
_HREF = re.compile(r'xlink:href="(?P<url>(?:https?://|mailto:)[^"]*)"')
_ID = re.compile(r'<g id="([^"]+)"')
_NODE = re.compile(r'<g id="(n\d+)" class="node[^>]*>.*?</g>', re.DOTALL)
_TEXT = re.compile(r'<text ([^>]*?)text-anchor="\w+" x="[^"]*" y="[^"]*"([^>]*)>([^<]*)</text>')
_SHAPE = re.compile(r' (?:points|d)="([^"]+)"')
_NUMBER = re.compile(r"-?[\d.]+")
_SIGNED = re.compile("[+−](?=\\d)")
#: From the middle of a line down to its baseline, as a share of the font's size.
_BASELINE = 0.36


def _xml(text: str) -> str:
    return plain_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _night(body: str, scope: str, look: Theme) -> str:
    """A style that turns the colours in use into those of a dark page, where the reader prefers one."""
    rules: dict[str, str] = {}
    day, night = painter(look, "light"), painter(look, "dark")
    for use, attribute, where in (
        ("text", "fill", "text"),
        ("fill", "fill", ":is(path,polygon,polyline)"),
        ("line", "stroke", ""),
        ("line", "fill", ".edge polygon"),
    ):
        for colour in MADE_OF[use]:
            shown = day(use, colour)
            # Two colours may be one in a theme; the first then says how it is at night.
            if f'{attribute}="{shown}"' in body:
                chosen = f'#{scope} {where}[{attribute}="{shown}"]'
                rules.setdefault(chosen, f"{chosen}{{{attribute}:{night(use, colour)}}}")
    return f"<style>@media (prefers-color-scheme:dark){{{''.join(rules.values())}}}</style>\n"


def _linked(match: re.Match[str]) -> str:
    href = _HREF.search(match[1])
    return f'<a href="{href["url"]}">\n{match[2]}</a>\n' if href else match[2]


def _isolated(text: str) -> str:
    """A line in a picture from right to left, each in its own direction, also where a program knows no `direction`."""
    if any(bidirectional(character) in ("R", "AL") for character in text):
        signed = _SIGNED.sub("\u200e\\g<0>", text)
        return f"\u2067{signed}\u2069"
    return f"\u2066{text}\u2069"


def _shift(body: str, boxes: dict[str, Box]) -> tuple[float, float]:
    """How far the engine has moved the whole picture from where the drawing has it."""
    for match in _NODE.finditer(body):
        shape, box = _SHAPE.search(match[0]), boxes[match[1]]
        if shape:
            numbers = [float(number) for number in _NUMBER.findall(shape[1])]
            xs, ys = numbers[::2], numbers[1::2]
            middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
            return middle[0] - box.middle, middle[1] - box.y - box.height / 2
    return 0.0, 0.0


def _texts(body: str, picture: Drawing) -> str:
    """The same picture with every line of text exactly where the drawing has it: engines differ by a point or two."""
    boxes = dict(zip(node_ids(picture).values(), picture.boxes, strict=True))
    right, down = _shift(body, boxes)

    def node(match: re.Match[str]) -> str:
        places = iter(boxes[match[1]].lines())
        return _TEXT.sub(lambda text: line(text, boxes[match[1]], next(places)), match[0])

    def line(text: re.Match[str], box: Box, place: tuple[float, float]) -> str:
        y, size = place
        x = box.right - box.look.border - box.look.pad if picture.rtl else box.x + box.look.border + box.look.pad
        anchor, said = "start", text[3]
        if picture.rtl:
            anchor, said = "end", _isolated(said)
        at = f'text-anchor="{anchor}" x="{x + right:.2f}" y="{y + size * _BASELINE + down:.2f}"'
        return f"<text {text[1]}{at}{text[2]}>{said}</text>"

    return _NODE.sub(node, body)


def _fonts(look: Theme) -> str:
    sans = look.fonts["sans"]
    if sans == default_theme().fonts["sans"]:
        return FONTS
    return sans.replace('"', "'") + ", " + FONTS


def finished(svg: str, picture: Drawing, scope: str, theme: str, look: Theme) -> str:
    """The engine's SVG, ready to stand in a page: its ids begin with `scope`, its fonts and words are ours."""
    return clothed(svg, picture, titles(picture), scope, theme, look)


def clothed(svg: str, picture: Drawing, said: Mapping[str, str], scope: str, theme: str, look: Theme) -> str:
    """The engine's SVG with our fonts, ids and words; texts of boxes that the drawing has stand where it has them."""
    root = _ROOT.search(svg)
    if root is None:
        raise ValueError("Graphviz wrote no SVG")
    body = _COMMENT.sub("", svg[root.end() :])
    body = body.replace(f"<title>{picture.name}</title>\n", "", 1)
    body = _ANCHOR.sub(_linked, body)
    if picture.boxes:
        body = _texts(body, picture)
    body = _TITLED.sub(
        lambda match: match[1] + (f"\n<title>{_xml(said[match[2]])}</title>" if said.get(match[2]) else ""), body
    )
    body = _ID.sub(lambda match: f'<g id="{scope}-{match[1]}"', body)
    body = body.replace(f' font-family="{FONT}"', "").replace(' xml:space="preserve"', "")
    body = body.replace('="transparent"', '="none"')
    lang = language(picture.lang)
    # What is one picture to those who hear it cannot hold links.
    role = "graphics-document" if "<a " in body else "img"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{scope}" width="{root["width"]}" height="{root["height"]}" '
        f'viewBox="{root["box"]}" role="{role}" lang="{lang}" xml:lang="{lang}" dir="{direction(picture.lang)}" '
        f'aria-labelledby="{scope}-title {scope}-desc" font-family="{_fonts(look)}">\n'
        f'<title id="{scope}-title">{_xml(picture.title)}</title>\n'
        f'<desc id="{scope}-desc">{_xml(picture.description)}</desc>\n'
    )
    return head + (_night(body, scope, look) if theme == "auto" else "") + body.lstrip("\n")


def write(facts: Facts, options: Options) -> bytes:
    """A view of a map as SVG.

    Raises `NoEngineError` where no Graphviz is to be found for a diagram, `EngineError` where it fails.
    """
    if (options.view or VIEWS[0]) == "map":
        return _poster(facts, options).encode()
    if options.view in _SHEETS:
        return _sheet(options.view, facts, options)
    picture = drawing(facts, options.view)
    paint = painter(options.look, options.theme)
    scope = f"{picture.name}-{crc32(facts.outline.root.id.encode()):08x}"
    drawn = draw(source(picture, paint), options.engine).decode()
    return finished(drawn, picture, scope, options.theme, options.look).encode()


def _sheet(view: str, facts: Facts, options: Options) -> bytes:
    """A view that is a sheet: `views/` says what is on it, the module of the same name in `sheet/` draws it."""
    from importlib import import_module

    made = getattr(import_module(f"journeykit.render.views.{view}"), view)(facts)
    return import_module(f"journeykit.render.sheet.{view}").draw(made, options)


def _poster(facts: Facts, options: Options) -> str:
    from journeykit.render.sheet.poster import drawn
    from journeykit.render.views.poster import poster

    return drawn(poster(facts, options.lanes), options.look, options.theme, _scope(facts), _told(facts))[0]


def poster_pages(facts: Facts, options: Options) -> list[str]:
    """The poster as SVG for the pages of `options.paper`."""
    from journeykit.render.sheet.pages import DEFAULT, pages
    from journeykit.render.sheet.pen import Pen
    from journeykit.render.views.poster import poster

    found, told = poster(facts, options.lanes), _told(facts)

    def finish(pen: Pen, height: float) -> str:
        return pen.finish(height, options.theme, found.lang, found.header.title, told)

    return pages(found, options.look, _scope(facts), finish, options.paper or DEFAULT)


def _scope(facts: Facts) -> str:
    return f"map-{crc32(facts.outline.root.id.encode()):08x}"


def _told(facts: Facts) -> str:
    return facts.journey.summary or say("Customer journey map: one column group for each stage, one row for each lane")
