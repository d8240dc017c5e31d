"""Pieces of GitHub-flavoured Markdown, and the one place where a map's text is made to stand for itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from journeykit.render.taming import one_line

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
#: What Markdown would take for itself. Mentions of people and issues would call on somebody: a space without width
#: keeps the sign apart from what follows. An escaped sign in an address keeps it from becoming a link.
_SPECIAL = re.compile(
    r"(?P<call>(?<!\w)[@#](?=\w))|(?P<scheme>https?|ftp|mailto|xmpp):|(?P<www>www)\.|(?P<sign>[&<>|\\`*_\[\]~$])",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"^([-+=#])|^(\d{1,9})([.)])")
_CLOSING = re.compile(r"(?<!\\)#$")
#: What a link to the web may hold besides letters and digits; anything else is written as a code.
_URL_UNSAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&+,;=%._~-]")


def text(words: object) -> str:
    """The text of a map as Markdown that shows just that text, on one line, wherever it stands."""
    escaped = _SPECIAL.sub(_escape, one_line(str(words)))
    escaped = _BLOCK.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", escaped)
    # At the end of a heading these would close it.
    return _CLOSING.sub(r"\\#", escaped)


def _escape(match: re.Match[str]) -> str:
    if sign := match["sign"]:
        return _ENTITIES.get(sign, f"\\{sign}")
    if call := match["call"]:
        return f"{call}&#8203;"
    return f"{match['scheme']}\\:" if match["scheme"] else f"{match['www']}\\."


def link(words: str, url: str | None) -> str:
    """Words that lead to an address of the web; the address itself as text behind them where it is no such address."""
    if not url:
        return text(words)
    if not re.match(r"(?i)https?://[^\s]", url):
        return f"{text(words)} ({text(url)})"
    safe = _URL_UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), url)
    return f"[{text(words)}](<{safe}>)"


def heading(level: int, words: str) -> str:
    """A heading; `words` are Markdown."""
    return f"{'#' * level} {words}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown cells without its empty columns; "" without rows."""
    kept = [index for index in range(len(head)) if any(row[index] for row in rows)]
    if not kept:
        return ""
    lines = [[head[index] for index in kept], ["---"] * len(kept)]
    lines += [[row[index] for index in kept] for row in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def bullets(items: Iterable[str], depth: int = 0) -> str:
    """A list; an item may be a list of its own, made with a greater `depth`."""
    return "\n".join(item if item.startswith(" ") else f"{'  ' * depth}- {item}" for item in items if item)


def labelled(label: str, block: str) -> str:
    """A block under a label in bold; "" without a block."""
    return f"**{label}**\n\n{block}" if block else ""


def document(blocks: Iterable[str]) -> bytes:
    """The blocks that hold something, a blank line between them."""
    return ("\n\n".join(block for block in blocks if block) + "\n").encode("utf-8", "replace")
