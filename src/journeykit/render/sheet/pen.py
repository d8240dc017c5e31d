"""The pen: shapes, lines of text and symbols at their places, and the SVG they make together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from unicodedata import bidirectional

from journeykit.render.dot.label import plain_text
from journeykit.render.sheet.symbols import MIRRORED, symbol
from journeykit.render.theme import Theme

#: Named last in every list of fonts: so each script has one on most machines.
_SCRIPTS = (
    "'Liberation Sans', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans CJK SC', 'Apple Color Emoji', "
    "'Segoe UI Emoji', 'Noto Color Emoji', sans-serif"
)
_SERIF_SCRIPTS = "'Liberation Serif', 'Noto Serif', serif"
_SIGNED = re.compile("[+−](?=\\d)")
_STEP = re.compile(r"([MCLHZ])([^MCLHZ]*)")
_SAFE = re.compile(r"[^\w\s,.'\"()-]")


@dataclass(frozen=True)
class Face:
    """How a run of text is set: size in pixels, weight, the token of its colour, and the family."""

    size: float = 13
    weight: int = 400
    colour: str = "ink"
    family: str = "sans"
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True)
class Written:
    """A line of text as it was laid out: the box that holds it."""

    x: float
    y: float
    width: float
    height: float
    text: str


def number(value: float) -> str:
    """A length as it is written: two digits, no needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def escaped(text: str) -> str:
    """A text of a map as XML takes it."""
    return plain_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def isolated(text: str, rtl: bool) -> tuple[str, str]:
    """What goes before and after a line so that it keeps its own direction."""
    right = any(bidirectional(character) in ("R", "AL") for character in text)
    if not rtl and not right:
        return "", ""
    return ("\u2067" if right else "\u2066"), "\u2069"


@dataclass
class Pen:
    """Collects what is drawn on a sheet `width` wide; `scope` begins all its ids."""

    width: float
    look: Theme
    rtl: bool = False
    scope: str = "sheet"
    written: list[Written] = field(default_factory=list)
    _body: list[str] = field(default_factory=list)
    _symbols: dict[str, str] = field(default_factory=dict)
    _defs: list[str] = field(default_factory=list)
    _used: set[tuple[str, str]] = field(default_factory=set)
    _families: set[str] = field(default_factory=set)

    def _x(self, x: float, width: float = 0) -> float:
        return self.width - x - width if self.rtl else x

    def _paint(self, fill: str | None, stroke: str | None) -> str:
        names = [("f", fill), ("s", stroke)]
        self._used.update((kind, name) for kind, name in names if name and not name.startswith("url"))
        classes = " ".join(f"{kind}-{name}" for kind, name in names if name and not name.startswith("url"))
        said = f' class="{classes}"' if classes else ""
        for kind, name in (("fill", fill), ("stroke", stroke)):
            if name and name.startswith("url"):
                said += f' {kind}="{name}"'
        return said + ("" if fill else ' fill="none"')

    def _stroke(self, stroke: str | None, width: float, dash: str) -> str:
        if not stroke:
            return ""
        return (f' stroke-width="{number(width)}"' if width != 1 else "") + (
            f' stroke-dasharray="{dash}"' if dash else ""
        )

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str | None = None, stroke: str | None = None,
        radius: float = 0, thick: float = 1, dash: str = "",
    ) -> None:  # fmt: skip
        """A box; a stroke lies inside of it."""
        if stroke:
            x, y, width, height = x + thick / 2, y + thick / 2, width - thick, height - thick
        width, height = max(0, width), max(0, height)
        at = f'x="{number(self._x(x, width))}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        more = f' rx="{number(radius)}"' if radius else ""
        self._body.append(f"<rect {at}{more}{self._paint(fill, stroke)}{self._stroke(stroke, thick, dash)}/>")

    def line(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        stroke: str,
        thick: float = 1,
        dash: str = "",
        opacity: float = 1,
    ) -> None:
        """A straight line; where it is one pixel thick it lies on whole pixels."""
        shift = 0.5 if thick == 1 else 0
        if x == x2:
            x = x2 = x + shift * (-1 if self.rtl else 1)
        else:
            y = y2 = y + shift
        at = f'd="M{number(self._x(x))} {number(y)}L{number(self._x(x2))} {number(y2)}"'
        more = f' stroke-opacity="{opacity:g}"' if opacity != 1 else ""
        self._body.append(f"<path {at}{self._paint(None, stroke)}{self._stroke(stroke, thick, dash)}{more}/>")

    def circle(
        self, x: float, y: float, radius: float, fill: str | None = None, stroke: str | None = None,
        thick: float = 1, dash: str = "",
    ) -> None:  # fmt: skip
        """A circle around a point."""
        at = f'cx="{number(self._x(x))}" cy="{number(y)}" r="{number(radius)}"'
        self._body.append(f"<circle {at}{self._paint(fill, stroke)}{self._stroke(stroke, thick, dash)}/>")

    def path(
        self, data: str, fill: str | None = None, stroke: str | None = None, thick: float = 1, dash: str = "",
        scale: tuple[float, float] = (1, 1), move: tuple[float, float] = (0, 0), round_: bool = False,
        opacity: float = 1,
    ) -> None:  # fmt: skip
        """A path of M, C, L, H and Z in absolute numbers, scaled and moved."""
        steps = []
        for command, said in _STEP.findall(data):
            numbers = [float(value) for value in said.replace(",", " ").split()]
            if command == "H":
                numbers = [self._x(numbers[0] * scale[0] + move[0])]
            else:
                numbers = [
                    self._x(value * scale[0] + move[0]) if place % 2 == 0 else value * scale[1] + move[1]
                    for place, value in enumerate(numbers)
                ]
            steps.append(command + " ".join(map(number, numbers)))
        more = ' stroke-linecap="round" stroke-linejoin="round"' if round_ else ""
        more += f' stroke-opacity="{opacity:g}"' if opacity != 1 else ""
        self._body.append(
            f'<path d="{"".join(steps)}"{self._paint(fill, stroke)}{self._stroke(stroke, thick, dash)}{more}/>'
        )

    def icon(self, name: str, x: float, y: float, width: float, height: float, colour: str | None = None) -> None:
        """A symbol of the kit's; `colour` where it is drawn in lines."""
        if name not in self._symbols:
            text, used = symbol(name, self.scope)
            self._symbols[name] = text
            self._used.update(used)
        left = self._x(x, width)
        place = f'x="{number(left)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        if self.rtl and name in MIRRORED:
            place += f' transform="translate({number(2 * left + width)} 0) scale(-1 1)"'
        look = ""
        if colour:
            self._used.add(("s", colour))
            look = f' class="s-{colour}"'
        self._body.append(f'<use href="#{self.scope}-{name}" {place}{look}/>')

    def text(
        self, x: float, y: float, width: float, height: float, runs: Iterable[tuple[str, Face]], align: str = "start"
    ) -> None:
        """A line of runs in a box: `y` is its top. `align` is start, middle or end."""
        runs = [(text, face) for text, face in runs if text]
        if not runs:
            return
        whole = "".join(text for text, _ in runs)
        tallest = max(face.size for _, face in runs)
        base = y + height / 2 + tallest * 0.355
        left = {"start": x, "middle": x + width / 2, "end": x + width}[align]
        anchor = {"start": "end", "end": "start"}.get(align, align) if self.rtl else align
        before, after = isolated(whole, self.rtl)
        first = runs[0][1]
        said: list[str] = []
        for text, face in runs:
            words = escaped(_SIGNED.sub("\u200e\\g<0>", text) if self.rtl else text)
            # A blank at the start of a tspan is lost in some programs; between two of them it is not.
            blank = " " if said and text[0] == " " else ""
            said.append(blank + (words if face == first else f"<tspan{self._face(face, first)}>{words}</tspan>"))
        at = f'x="{number(self._x(left))}" y="{number(base)}"' + (
            f' text-anchor="{anchor}"' if anchor != "start" else ""
        )
        self._body.append(f"<text {at}{self._face(first, None)}>{before}{''.join(said)}{after}</text>")
        self.written.append(Written(self._x(x, width), y, width, height, whole))

    def _face(self, face: Face, around: Face | None) -> str:
        said = [f"f-{face.colour}"] if around is None or face.colour != around.colour else []
        self._used.add(("f", face.colour))
        if around is None or (face.family, face.italic) != (around.family, around.italic):
            said.append(f"t-{face.family}")
            self._families.add(face.family)
        text = f' class="{" ".join(said)}"' if said else ""
        if around is None or face.size != around.size:
            text += f' font-size="{number(face.size)}"'
        if face.weight != (around.weight if around else 400):
            text += f' font-weight="{face.weight}"'
        if face.italic != (around.italic if around else False):
            text += f' font-style="{"italic" if face.italic else "normal"}"'
        if face.underlined:
            text += ' text-decoration="underline"'
        return text

    def gradient(self, name: str, y: float, height: float, stops: Iterable[tuple[float, str, float]]) -> str:
        """A gradient from top to bottom; each stop is a place from 0 to 1, a colour and how dense it is."""
        name = f"{self.scope}-{name}{len(self._defs)}"
        said = []
        for place, colour, dense in stops:
            self._used.add(("g", colour))
            opacity = f' stop-opacity="{dense:g}"' if dense != 1 else ""
            said.append(f'<stop offset="{place:g}" class="g-{colour}"{opacity}/>')
        self._defs.append(
            f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" y1="{number(y)}" '
            f'x2="0" y2="{number(y + height)}">{"".join(said)}</linearGradient>'
        )
        return f"url(#{name})"

    def picture(self, address: str, x: float, y: float, width: float, height: float) -> None:
        """A picture of a `data:` address."""
        place = f'x="{number(self._x(x, width))}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        side = "xMaxYMid" if self.rtl else "xMinYMid"
        self._body.append(f'<image href="{escaped(address)}" {place} preserveAspectRatio="{side}"/>')

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Within, nothing is drawn outside of a box."""
        name = f"{self.scope}-clip{len(self._defs)}"
        box = f'x="{number(self._x(x, width))}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        self._defs.append(f'<clipPath id="{name}"><rect {box}/></clipPath>')
        self._body.append(f'<g clip-path="url(#{name})">')
        yield
        self._body.append("</g>")

    def opened(self, url: str | None) -> None:
        """Begin a link; every link that begins ends with `closed`."""
        if url:
            self._body.append(f'<a href="{escaped(url)}">')

    def closed(self, url: str | None) -> None:
        """End a link."""
        if url:
            self._body.append("</a>")

    def _style(self, theme: str) -> str:
        whole = {"f": "fill", "s": "stroke", "g": "stop-color"}
        day = self.look.dark if theme == "dark" else self.look.light

        def rules(colours: dict[str, str]) -> str:
            return "".join(f".{kind}-{name}{{{whole[kind]}:{colours[name]}}}" for kind, name in sorted(self._used))

        fonts = "".join(
            f".t-{family}{{font-family:{_SAFE.sub('', self.look.fonts[family])}, "
            f"{_SERIF_SCRIPTS if family == 'serif' else _SCRIPTS}}}"
            for family in sorted(self._families)
        )
        text = fonts + rules(dict(day))
        if theme == "auto":
            text += f"@media (prefers-color-scheme:dark){{{rules(dict(self.look.dark))}}}"
        return f"<style>{text}</style>\n"

    def finish(self, height: float, theme: str, lang: str, title: str, description: str) -> str:
        """The whole picture. `theme` is light, dark or auto (as the reader's screen is set)."""
        self._used.add(("f", "page"))
        size = f'width="{number(self.width)}" height="{number(height)}"'
        role = "graphics-document" if any(part.startswith("<a ") for part in self._body) else "img"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{self.scope}" {size} '
            f'viewBox="0 0 {number(self.width)} {number(height)}" role="{role}" lang="{lang}" xml:lang="{lang}" '
            f'dir="{"rtl" if self.rtl else "ltr"}" direction="ltr" '
            f'aria-labelledby="{self.scope}-title {self.scope}-desc">\n'
            f'<title id="{self.scope}-title">{escaped(title)}</title>\n'
            f'<desc id="{self.scope}-desc">{escaped(description)}</desc>\n'
            f"{self._style(theme)}<defs>{''.join(self._symbols.values())}{''.join(self._defs)}</defs>\n"
            f'<rect class="f-page" {size}/>\n' + "\n".join(self._body) + "\n</svg>\n"
        )
