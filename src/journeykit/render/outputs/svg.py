"""Diagrams as SVG, drawn by Graphviz and made fit for any page: fonts, words for those who hear it, a dark page."""

from __future__ import annotations

import re
from zlib import crc32

from journeykit.model.derive import Facts
from journeykit.render.dot.diagram import VIEWS, drawing
from journeykit.render.dot.drawing import Drawing
from journeykit.render.dot.paint import dark, light
from journeykit.render.dot.palette import DARK
from journeykit.render.dot.write import FONT, titles
from journeykit.render.dot.write import write as source
from journeykit.render.engine import draw
from journeykit.render.options import Options
from journeykit.render.views.poster.words import direction, language

__all__ = ["VIEWS", "write"]

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
_TEXT = re.compile(r"(<text [^>]*>)([^<]*)</text>")
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _xml(text: str) -> str:
    text = _UNFIT.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _night(body: str, scope: str) -> str:
    """A style that turns the colours in use into those of a dark page, where the reader prefers one."""
    rules = []
    for use, attribute, where in (
        ("text", "fill", "text"),
        ("fill", "fill", ":is(path,polygon,polyline)"),
        ("line", "stroke", ""),
        ("line", "fill", ".edge polygon"),
    ):
        for colour, night in DARK[use].items():
            if f'{attribute}="{colour}"' in body:
                rules.append(f'#{scope} {where}[{attribute}="{colour}"]{{{attribute}:{night}}}')
    return f"<style>@media (prefers-color-scheme:dark){{{''.join(rules)}}}</style>\n"


def _linked(match: re.Match[str]) -> str:
    href = _HREF.search(match[1])
    return f'<a href="{href["url"]}">\n{match[2]}</a>\n' if href else match[2]


def finished(svg: str, picture: Drawing, scope: str, theme: str) -> str:
    """The engine's SVG, ready to stand in a page: its ids begin with `scope`, its fonts and words are ours."""
    said = titles(picture)
    root = _ROOT.search(svg)
    if root is None:
        raise ValueError("Graphviz wrote no SVG")
    body = _COMMENT.sub("", svg[root.end() :])
    body = body.replace("<title>%s</title>\n" % picture.name, "", 1)
    body = _ANCHOR.sub(_linked, body)
    body = _TITLED.sub(lambda match: match[1] + (f"\n<title>{_xml(said[match[2]])}</title>" if said.get(match[2]) else ""), body)
    body = _ID.sub(lambda match: f'<g id="{scope}-{match[1]}"', body)
    body = body.replace(f' font-family="{FONT}"', "").replace(' xml:space="preserve"', "")
    body = body.replace('="transparent"', '="none"')
    if picture.rtl:
        # Isolated from right to left in every program, also in those that know no `direction`.
        body = _TEXT.sub("\\1\u2067\\2\u2069</text>", body)
    lang = language(picture.lang)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{scope}" width="{root["width"]}" height="{root["height"]}" '
        f'viewBox="{root["box"]}" role="img" lang="{lang}" xml:lang="{lang}" dir="{direction(picture.lang)}" '
        f'aria-labelledby="{scope}-title {scope}-desc" font-family="{FONTS}">\n'
        f'<title id="{scope}-title">{_xml(picture.title)}</title>\n'
        f'<desc id="{scope}-desc">{_xml(picture.description)}</desc>\n'
    )
    return head + (_night(body, scope) if theme == "auto" else "") + body.lstrip("\n")


def write(facts: Facts, options: Options) -> bytes:
    """A diagram of a map as SVG.

    Raises `NoEngineError` where no Graphviz is to be found, `EngineError` where it fails.
    """
    picture = drawing(facts, options.view)
    paint = dark if options.theme == "dark" else light
    scope = f"{picture.name}-{crc32(facts.outline.root.id.encode()):08x}"
    drawn = draw(source(picture, paint), options.engine).decode()
    return finished(drawn, picture, scope, options.theme).encode()
