"""Text of a map inside Graphviz source. All of it goes through here, and none of it can become anything but text."""

from __future__ import annotations

import re

from journeykit.render.dot.drawing import Box, Style
from journeykit.render.dot.paint import Paint

#: What no XML may hold.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANKS = re.compile(r"[ \t\r\n]+")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": "\\\\"}


def _fit(text: str) -> str:
    return _BLANKS.sub(" ", _UNFIT.sub("\ufffd", text)).strip()


def escaped(text: str) -> str:
    r"""Text within an HTML-like label: no markup, and no `\N` that Graphviz would replace by a node's name."""
    return "".join(_MARKUP.get(character, character) for character in _fit(text))


def quoted(text: str) -> str:
    r"""Text as a string of DOT in quotation marks: no entity, no port, no escape such as `\G`."""
    inner = _fit(text).replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')
    return f'"{inner}"'


def _line(line: str, style: Style, paint: Paint) -> str:
    before, after = f'<FONT POINT-SIZE="{style.size:g}" COLOR="{paint("text", style.ink)}">', "</FONT>"
    for tag, wanted in (("I", style.italic), ("B", style.bold)):
        if wanted:
            before, after = f"{before}<{tag}>", f"</{tag}>{after}"
    # A line without a letter would be an empty tag, which is an error of syntax.
    return f"{before}{escaped(line) or ' '}{after}"


def _space(height: float, width: int) -> str:
    if height < 1:
        return ""
    return f'<TR><TD COLSPAN="3" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{round(height)}"></TD></TR>'


def table(box: Box, rtl: bool, paint: Paint) -> str:
    """A box as an HTML-like label whose size does not depend on what the engine thinks of its text."""
    look, side = box.look, "RIGHT" if rtl else "LEFT"
    outer = box.width - 2 * look.border
    inner = outer - 2 * look.pad
    pad = f'<TD FIXEDSIZE="TRUE" WIDTH="{look.pad}" HEIGHT="1"></TD>' if look.pad else ""
    span = ' COLSPAN="3"' if not look.pad else ""
    rows = [_space(look.pad_y, outer)]
    left = box.height - 2 * look.border - look.pad_y
    for row in box.rows:
        high = row.style.leading
        cell = f'<TD{span} FIXEDSIZE="TRUE" WIDTH="{inner}" HEIGHT="{high}" ALIGN="{side}">'
        rows.append(_space(row.gap, outer))
        # A line is a cell of its own: engines set the lines of one cell closer or wider, each as it likes.
        rows += [f"<TR>{pad}{cell}{_line(line, row.style, paint)}</TD>{pad}</TR>" for line in row.lines]
        left -= row.height + row.gap
    rows.append(_space(left, outer))
    style = ",".join(word for word, wanted in (("ROUNDED", look.rounded), ("DASHED", look.dashed)) if wanted)
    attributes = {
        "BORDER": str(look.border),
        "COLOR": paint("line", look.line),
        "BGCOLOR": paint("fill", look.fill) if look.fill else "",
        "STYLE": style,
        "CELLBORDER": "0",
        "CELLSPACING": "0",
        "CELLPADDING": "0",
        "FIXEDSIZE": "TRUE",
        "WIDTH": str(box.width),
        "HEIGHT": str(box.height),
    }
    said = " ".join(f'{key}="{value}"' for key, value in attributes.items() if value)
    return f"<<TABLE {said}>{''.join(rows)}</TABLE>>"
