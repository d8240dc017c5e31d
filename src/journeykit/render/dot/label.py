"""Text of a map inside Graphviz source. All of it goes through here, and none of it can become anything but text."""

from __future__ import annotations

import re

from journeykit.render.dot.drawing import Box, Style
from journeykit.render.dot.paint import Paint
from journeykit.render.taming import one_line

#: What no XML may hold, beside what is made harmless already.
_UNFIT = re.compile("[\ufffe\uffff]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\\": "\\\\"}


def plain_text(text: str) -> str:
    """Text on one line, without what could steer the reader's program or break the file."""
    return _UNFIT.sub("\ufffd", one_line(text))


def escaped(text: str) -> str:
    r"""Text within an HTML-like label: no markup, and no `\N` that Graphviz would replace by a node's name."""
    return "".join(_MARKUP.get(character, character) for character in plain_text(text))


def quoted(text: str) -> str:
    r"""Text as a string of DOT in quotation marks: no entity, no port, no escape such as `\G`."""
    inner = plain_text(text).replace("\\", "\\\\").replace("&", "&amp;").replace('"', '\\"')
    return f'"{inner}"'


def _line(line: str, style: Style, paint: Paint) -> str:
    before, after = f'<FONT POINT-SIZE="{style.size:g}" COLOR="{paint("text", style.ink)}">', "</FONT>"
    for tag, wanted in (("I", style.italic), ("B", style.bold)):
        if wanted:
            before, after = f"{before}<{tag}>", f"</{tag}>{after}"
    # A line without a letter would be an empty tag, which is an error of syntax.
    return f"{before}{escaped(line) or ' '}{after}"


def _space(height: float, width: int, columns: int) -> str:
    if height < 1:
        return ""
    return f'<TR><TD COLSPAN="{columns}" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{round(height)}"></TD></TR>'


def table(box: Box, rtl: bool, paint: Paint) -> str:
    """A box as an HTML-like label whose size does not depend on what the engine thinks of its text."""
    look, side = box.look, "RIGHT" if rtl else "LEFT"
    outer = box.width - 2 * look.border
    inner = outer - 2 * look.pad
    pad = f'<TD FIXEDSIZE="TRUE" WIDTH="{look.pad}" HEIGHT="1"></TD>' if look.pad else ""
    columns = 3 if pad else 1
    rows = [_space(look.pad_y, outer, columns)]
    left = box.height - 2 * look.border - look.pad_y
    for row in box.rows:
        high = row.style.leading
        cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{inner}" HEIGHT="{high}" ALIGN="{side}">'
        rows.append(_space(row.gap, outer, columns))
        # A line is a cell of its own: engines set the lines of one cell closer or wider, each as it likes.
        rows += [f"<TR>{pad}{cell}{_line(line, row.style, paint)}</TD>{pad}</TR>" for line in row.lines]
        left -= row.height + row.gap
    rows.append(_space(left, outer, columns))
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
