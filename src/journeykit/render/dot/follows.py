"""The directly-follows graph as Graphviz source. Its nodes have no place of their own: Graphviz lays them out."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from journeykit.render.dot.drawing import Drawing
from journeykit.render.dot.label import escaped, quoted
from journeykit.render.dot.measure import wrap
from journeykit.render.dot.paint import Paint
from journeykit.render.dot.palette import CARD, GREY, HEAD, INK, INK2, INK3, NEG, NEG_BG, PAGE
from journeykit.render.dot.write import FONT, link_id
from journeykit.render.language import say
from journeykit.render.views import words
from journeykit.render.views.follows import Event, Follow, FollowsView

NAME = "follows"
_WIDTH = 150
_THIN, _THICK = 1.0, 5.0
_START, _END = "nstart", "nend"


def write(view: FollowsView, paint: Paint) -> str:
    """The source of the graph."""
    lines = [
        f"digraph {NAME} {{",
        f'  graph [rankdir=TB, bgcolor="{paint("fill", PAGE)}", pad=0.2, nodesep=0.42, ranksep=0.5, charset="UTF-8", '
        f"tooltip={quoted(view.title)}];",
        f'  node [shape=box, style="rounded,filled", fontname="{FONT}", margin="0.13,0.07", height=0.3];',
        f'  edge [fontname="{FONT}", fontsize=10, arrowsize=0.6, fontcolor="{paint("text", INK2)}"];',
    ]
    lines += [_event(place, event, paint) for place, event in enumerate(view.events)]
    ends = {one.source for one in view.follows}, {one.target for one in view.follows}
    for own, text, occurs in ((_START, say("Begin"), None in ends[0]), (_END, say("End"), None in ends[1])):
        if occurs:
            fill, ink = paint("fill", HEAD), paint("text", "#ffffff")
            lines.append(
                f'  {own} [id={own}, label={quoted(text)}, fontsize=11, fillcolor="{fill}", color="{fill}", '
                f'fontcolor="{ink}"];'
            )
    lines += [_follow(number, one, view, paint) for number, one in enumerate(view.follows, 1)]
    return "\n".join([*lines, "}", ""])


def _event(place: int, event: Event, paint: Paint) -> str:
    fill, line = (CARD, GREY) if event.known else (NEG_BG, NEG)
    name = wrap(words.short(event.name, 60), _WIDTH, 11.5, bold=True)
    rows = [*((row, 11.5, INK, True) for row in name), (words.plain(event.count), 10.5, INK2, False)]
    style = "" if event.known else ', style="rounded,filled,dashed"'
    return (
        f"  n{place} [id=n{place}, label={_table(rows, paint, 1)}, "
        f'fillcolor="{paint("fill", fill)}", color="{paint("line", line)}"{style}];'
    )


def _table(rows: Iterable[tuple[str, float, str, bool]], paint: Paint, pad: int) -> str:
    """Lines of text (text, size, ink, weight) with room around them: the font in the end may be a wider one."""
    said = []
    for text, size, ink, bold in rows:
        inner = escaped(text).strip() or " "
        inner = f"<B>{inner}</B>" if bold else inner
        said.append(f'<FONT POINT-SIZE="{size:g}" COLOR="{paint("text", ink)}">{inner}</FONT>')
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="{pad}"><TR><TD>{"<BR/>".join(said)}</TD></TR></TABLE>>'


def _follow(number: int, one: Follow, view: FollowsView, paint: Paint) -> str:
    source = _START if one.source is None else f"n{one.source}"
    target = _END if one.target is None else f"n{one.target}"
    share = sqrt(one.passage.count / view.most)
    at_end = one.source is None or one.target is None
    ink = INK3 if at_end else INK if share > 0.5 else INK2
    pen = _THIN if at_end else _THIN + (_THICK - _THIN) * share
    label = _table(((part, 10, INK2, False) for part in one.passage.text.split(" · ")), paint, 3)
    style = ", style=dashed" if at_end else ""
    return (
        f"  {source} -> {target} [id={link_id(number)}, label={label}, weight={1 + round(9 * share)}, "
        f'penwidth={pen:.2f}, color="{paint("line", ink)}"{style}];'
    )


def titles(view: FollowsView) -> dict[str, str]:
    """What each part of the picture says in words, by its id."""
    found = {f"n{place}": f"{event.name}: {words.plain(event.count)}" for place, event in enumerate(view.events)}
    for number, one in enumerate(view.follows, 1):
        names = (
            say("Begin") if one.source is None else view.events[one.source].name,
            say("End") if one.target is None else view.events[one.target].name,
        )
        found[link_id(number)] = f"{' → '.join(names)}: {one.passage.text}"
    return found


def drawing(view: FollowsView) -> Drawing:
    """What a picture needs beside its source: its name and words."""
    return Drawing(NAME, view.title, view.description, view.lang, 0, 0)
