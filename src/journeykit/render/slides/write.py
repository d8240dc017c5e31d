"""Slides as a PowerPoint file: native shapes that can be edited, and the same bytes on every run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from unicodedata import bidirectional
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from journeykit.extras import need
from journeykit.render.slides.shapes import HEIGHT, WIDTH, Box, Para, Path, Slide
from journeykit.render.taming import one_line
from journeykit.render.theme import Theme, default_theme
from journeykit.render.views.words import direction

#: English Metric Units to a point.
_EMU = 12_700
#: What a font's list of the look becomes where the look is ours: fonts that come with every office program.
_OFFICE = {"sans": "Arial", "display": "Arial", "serif": "Georgia"}
#: Every file in the archive is of this day, the first that an archive knows.
_EPOCH = (1980, 1, 1, 0, 0, 0)
#: How far the point of an arrow reaches.
_POINT = 10.0
_SIGNED = re.compile(r"[+−](?=\d)")
_SHAPES = {"rect": "RECTANGLE", "round": "ROUNDED_RECTANGLE", "oval": "OVAL", "chevron": "CHEVRON", "first": "PENTAGON"}
#: The colours of the file's own palette by the tokens of the look.
_PALETTE = {
    "dk1": "ink", "lt1": "card", "dk2": "head", "lt2": "page", "accent1": "p2", "accent2": "n2", "accent3": "p1",
    "accent4": "n1", "accent5": "gold", "accent6": "z", "hlink": "pos", "folHlink": "ink2",
}  # fmt: skip


def written(
    slides: tuple[Slide, ...],
    look: Theme,
    colours: Mapping[str, str],
    *,
    title: str,
    lang: str,
    rtl: bool,
    made: datetime,
) -> bytes:
    """The file. `made` is the day it is to say it was made. Raises `MissingExtraError` without python-pptx."""
    pptx = need("pptx", "office")
    file = pptx.Presentation()
    fonts = {name: font(look, name) for name in _OFFICE}
    layout = _dressed(file, colours, fonts)
    pen = _Pen(colours, fonts, lang, rtl)
    for slide in slides:
        pen.slide(file.slides.add_slide(layout), slide)
    known = file.core_properties
    known.title, known.author, known.last_modified_by = one_line(title)[:250], "", ""
    known.created = known.modified = made
    known.keywords = known.comments = known.subject = ""
    output = BytesIO()
    file.save(output)
    return _timeless(output)


def font(look: Theme, name: str) -> str:
    """The one font that stands for a list of the look: the first of it, of our own what any machine has."""
    fonts = look.fonts[name]
    if fonts == default_theme().fonts[name]:
        return _OFFICE[name]
    return fonts.split(",")[0].strip().strip("\"'") or _OFFICE[name]


def _dressed(file: Any, colours: Mapping[str, str], fonts: Mapping[str, str]) -> Any:
    """The layout that slides are made from, in the look; what the template has beside it is taken out."""
    from pptx.dml.color import RGBColor
    from pptx.opc.constants import RELATIONSHIP_TYPE

    file.slide_width, file.slide_height = round(WIDTH * _EMU), round(HEIGHT * _EMU)
    master = file.slide_master
    layout = next(one for one in file.slide_layouts if one.name == "Title Only")
    for other in list(file.slide_layouts):
        if other is not layout and other.name != layout.name:
            file.slide_layouts.remove(other)
    for holder in (master, layout):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type is not None and "TITLE" in str(shape.placeholder_format.type):
                shape.left, shape.top = round(36 * _EMU), round(22 * _EMU)
                shape.width, shape.height = round((WIDTH - 72) * _EMU), round(48 * _EMU)
            elif holder is layout or "BODY" not in str(shape.placeholder_format.type):
                shape._element.getparent().remove(shape._element)
            else:
                shape.left, shape.top = round(36 * _EMU), round(90 * _EMU)
                shape.width, shape.height = round((WIDTH - 72) * _EMU), round(400 * _EMU)
    background = master.background.fill
    background.solid()
    background.fore_color.rgb = RGBColor.from_string(colours["page"][1:].upper())
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _theme(theme.blob.decode("utf-8"), colours, fonts).encode("utf-8")
    for holder in (file.part, file.part.package):
        for key, relation in list(holder._rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                holder._rels.pop(key)
    return layout


def _theme(xml: str, colours: Mapping[str, str], fonts: Mapping[str, str]) -> str:
    """The file's own palette and fonts put into the look, so that what is added by hand fits."""
    from xml.sax.saxutils import quoteattr

    for name, token in _PALETTE.items():
        value = f'<a:{name}><a:srgbClr val="{colours[token][1:].upper()}"/></a:{name}>'
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", value, xml, count=1, flags=re.DOTALL)
    for part, name in (("major", "display"), ("minor", "sans")):
        value = f"<a:{part}Font><a:latin typeface={quoteattr(fonts[name])}/>"
        xml = re.sub(rf"<a:{part}Font>\s*<a:latin [^>]*/>", lambda _, value=value: value, xml, count=1)
    return xml


class _Pen:
    """Draws slides in the colours and fonts of a look."""

    def __init__(self, colours: Mapping[str, str], fonts: Mapping[str, str], lang: str, rtl: bool) -> None:
        self._colours, self._fonts, self._lang, self._rtl = colours, fonts, lang, rtl

    def slide(self, target: Any, slide: Slide) -> None:
        for box in slide.boxes:
            if box.is_title:
                self._title(target.shapes.title, box)
        grounds = [box for box in slide.boxes if not box.is_title and box.kind != "oval"]
        for box in grounds:
            self._box(target.shapes, box)
        for path in slide.paths:
            self._path(target.shapes, path)
        for box in slide.boxes:
            if box.kind == "oval":
                self._box(target.shapes, box)
        if slide.notes:
            target.notes_slide.notes_text_frame.text = slide.notes

    def _rgb(self, token: str) -> Any:
        from pptx.dml.color import RGBColor

        return RGBColor.from_string(self._colours[token][1:].upper())

    def _title(self, shape: Any, box: Box) -> None:
        shape.left, shape.top = round(box.x * _EMU), round(box.y * _EMU)
        shape.width, shape.height = round(box.width * _EMU), round(box.height * _EMU)
        self._text(shape.text_frame, box)

    def _box(self, shapes: Any, box: Box) -> None:
        from pptx.enum.dml import MSO_LINE
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Emu, Pt

        where = (Emu(round(value * _EMU)) for value in (box.x, box.y, box.width, box.height))
        if box.fill is None and box.line is None:
            shape = shapes.add_textbox(*where)
        else:
            shape = shapes.add_shape(getattr(MSO_SHAPE, _SHAPES[box.kind]), *where)
            # The style of the template would bring a shadow and an ink of its own.
            style = shape._element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}style")
            if style is not None:
                shape._element.remove(style)
            self._surface(shape, box)
            if box.line is None:
                shape.line.fill.background()
            else:
                shape.line.color.rgb = self._rgb(box.line)
                shape.line.width = Pt(box.weight)
                if box.dashed:
                    shape.line.dash_style = MSO_LINE.DASH
        shape.name = one_line(box.name)[:80] or "Shape"
        if box.paras:
            self._text(shape.text_frame, box)

    def _surface(self, shape: Any, box: Box) -> None:
        if box.fill is None:
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = self._rgb(box.fill)
        if box.kind == "round":
            shape.adjustments[0] = min(0.5, 6 / max(min(box.width, box.height), 1))
        elif box.kind in ("chevron", "first"):
            # The adjustment is a share of the shorter side.
            shape.adjustments[0] = min(0.5, _POINT / max(min(box.width, box.height), 1))
            if self._rtl:
                shape._element.spPr.xfrm.set("flipH", "1")

    def _text(self, frame: Any, box: Box) -> None:
        from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
        from pptx.util import Pt

        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        # Text in an arrow keeps within its points by itself.
        pad = max(box.pad - _POINT, 0) if box.kind == "chevron" else box.pad
        frame.margin_left = frame.margin_right = Pt(pad)
        frame.margin_top = frame.margin_bottom = Pt(0 if box.middle else box.pad)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if box.middle else MSO_ANCHOR.TOP
        for number, one in enumerate(box.paras):
            self._para(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), one, box)

    def _para(self, target: Any, one: Para, box: Box) -> None:
        from pptx.enum.text import PP_ALIGN
        from pptx.util import Pt

        centred = one.align == "middle" or box.kind in ("chevron", "first")
        target.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.RIGHT if self._rtl else PP_ALIGN.LEFT
        text = one.text
        # Our own words and numbers keep their direction where they stand alone.
        ways = [way for way in map(bidirectional, text) if way in ("L", "R", "AL")]
        if ways and (ways[0] != "L" or (self._rtl and set(ways) != {"L"})):
            target._p.get_or_add_pPr().set("rtl", "1")
            text = _SIGNED.sub("\u200e\\g<0>", text)
        target.space_before = Pt(one.gap)
        run = target.add_run()
        run.text = text
        look = run.font
        look.size, look.bold, look.italic = Pt(one.size), one.bold, one.italic
        look.color.rgb = self._rgb(one.ink)
        look.name = self._fonts["serif" if one.serif else "display" if box.is_title else "sans"]
        # The letters choose the language where those of the map and of our own words differ: it decides the font.
        arabic = "AL" in ways and direction(self._lang) == "ltr"
        run._r.get_or_add_rPr().set("lang", "ar" if arabic else self._lang)

    def _path(self, shapes: Any, path: Path) -> None:
        """A freeform of cubic segments: the library knows straight ones alone, so its path is written anew."""
        from lxml import etree
        from pptx.util import Pt

        points = [point for segment in path.segments for point in segment]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        right, bottom = max(x for x, _ in points), max(y for _, y in points)
        builder = shapes.build_freeform(round(left * _EMU), round(top * _EMU))
        # A path without height would be scaled by nothing.
        size = max(right - left, 1), max(bottom - top, 1)
        builder.add_line_segments([(round((left + size[0]) * _EMU), round((top + size[1]) * _EMU))], close=False)
        shape = builder.convert_to_shape()
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        drawn = shape._element.find(f".//{{{space}}}path")
        for child in list(drawn):
            drawn.remove(child)
        pen = None
        for start, *rest in path.segments:
            for tag, ends in (("moveTo", [start]), ("cubicBezTo", rest)):
                if tag == "moveTo" and pen == start:
                    continue
                part = etree.SubElement(drawn, f"{{{space}}}{tag}")
                for x, y in ends:
                    at = {"x": str(round((x - left) * _EMU)), "y": str(round((y - top) * _EMU))}
                    etree.SubElement(part, f"{{{space}}}pt", at)
            pen = rest[-1]
        drawn.set("fill", "none")
        style = shape._element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}style")
        if style is not None:
            shape._element.remove(style)
        shape.fill.background()
        shape.line.color.rgb = self._rgb(path.ink)
        shape.line.width = Pt(path.weight)
        if path.dashed:
            from pptx.enum.dml import MSO_LINE

            shape.line.dash_style = MSO_LINE.ROUND_DOT
        shape.name = one_line(path.name)[:80]
        shape._element.nvSpPr.cNvPr.set("descr", one_line(path.alt)[:2000])


def _timeless(output: BytesIO) -> bytes:
    """The same archive without the time at which it was written."""
    result = BytesIO()
    with ZipFile(output) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
