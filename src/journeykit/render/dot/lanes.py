"""The cells of a blueprint: the boxes of each row below an action or a stage, and the arrows that join them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from journeykit.model.elements import LANES
from journeykit.render.dot.cards import BARE, feeling_row, phrases, plain_card, remark, spoken, step_look
from journeykit.render.dot.drawing import Box, Link, Look, Row, Style, fitting, label, paragraph
from journeykit.render.dot.frame import Sign, chip, feeling_signs
from journeykit.render.dot.palette import (
    CARD,
    GOLD_INK,
    GREY,
    INK,
    INK2,
    INK3,
    LINE2,
    NEG,
    PAGE,
    POS,
    POS_BG,
    SUNK,
)
from journeykit.render.dot.route import before, polyline
from journeykit.render.language import noted, say
from journeykit.render.views.blueprint import (
    Behind,
    BlueprintColumn,
    BlueprintStage,
    BlueprintView,
    Contact,
    HelpCard,
    LaneStep,
)
from journeykit.render.views.steps import Step
from journeykit.render.views.words import human, plain

WIDTH = 138
PITCH = 152
ROWS = ("customer", "contacts", "frontstage", "help", "backstage", "support", "physical")
TITLES = {
    "customer": (noted("Customer"), noted("what they do and how it feels")),
    "contacts": (noted("Frontstage"), noted("touchpoints and channels")),
    "frontstage": (noted("Frontstage"), noted("what happens in sight")),
    "help": (noted("Help"), noted("that answers questions")),
    "backstage": (noted("Backstage"), noted("people and processes")),
    "support": (noted("Support"), noted("systems")),
    "physical": (noted("Physical evidence"), noted("what customers see or hold")),
}
LINES = ("interaction", "visibility", "internal")
LINE_NAMES = {
    "interaction": noted("Line of interaction"),
    "visibility": noted("Line of visibility"),
    "internal": noted("Line of internal interaction"),
}
#: The line that stands above a row, where it is the first on its side.
LINE_ABOVE = {
    "contacts": "interaction",
    "frontstage": "interaction",
    "help": "interaction",
    "backstage": "visibility",
    "support": "internal",
}
#: Boxes below each other, each with the gap above it.
Stack = list[tuple[Box, int]]
#: The rows that follow each other from the customer's sight to the cellar.
_CHAIN = ("contacts", "frontstage", "backstage", "support")
_HAND_OFF = noted("hand-off")
_LOOKS = {
    "frontstage": Look(CARD, GREY, rounded=False, pad=9, pad_y=5),
    "backstage": Look(SUNK, GREY, rounded=False, pad=9, pad_y=5),
    "support": Look(SUNK, GREY, rounded=False, pad=9, pad_y=5),
    "physical": Look(PAGE, LINE2, rounded=False, pad=9, pad_y=5),
}
_SMALL = 10.5


def _customer(step: Step) -> Box:
    look = step_look(step, 9, 6)
    inner = WIDTH - 2 * (look.pad + look.border)
    rows: list[Row] = []
    for feeling in step.feelings[:1]:
        rows.append(feeling_row(replace(feeling, who=None), inner, _SMALL))
    rows.append(paragraph(step.text, inner, Style(11.5, INK, bold=True)))
    for feeling in step.feelings[1:]:
        rows.append(replace(feeling_row(feeling, inner, _SMALL), gap=2))
    if step.notes:
        rows.append(phrases(step.notes, inner, Style(_SMALL, INK2)))
    if step.truth is not None:
        rows.append(paragraph(f"★ {say('Moment of truth')}", inner, Style(_SMALL, GOLD_INK, bold=True), gap=2))
    return Box(step.key, tuple(rows), WIDTH, look, title=spoken(step), kind="action")


def _dots(quality: float) -> str:
    full = max(0, min(5, round(quality)))
    return "●" * full + "○" * (5 - full)


def _contact(contact: Contact) -> Box:
    bad = contact.state in ("missing", "failing") or bool(contact.remark)
    if not contact.channel:
        look = Look(CARD, LINE2, pad=9, pad_y=5)
        row = paragraph(contact.name, WIDTH - 20, Style(11, INK2))
        return Box(contact.key, (row,), WIDTH, look, title=contact.name, kind="channel")
    look = Look(CARD, NEG if bad else GREY, dashed=contact.state in ("planned", "missing", "retired"), pad=9, pad_y=5)
    inner = WIDTH - 20
    rows = [paragraph(contact.channel, inner, Style(_SMALL, INK2), gap=1)]
    if contact.state != "live":
        ink = NEG if contact.state in ("missing", "failing") else INK2
        rows.append(paragraph(human(contact.state), inner, Style(_SMALL, ink, bold=True)))
    if contact.quality is not None:
        short = contact.expected is not None and contact.quality < contact.expected
        said = f"{_dots(contact.quality)}\u00a0{plain(contact.quality)}"
        if short and contact.expected is not None:
            said = say("{quality}, expected\u00a0{expected}", quality=said, expected=plain(contact.expected))
        rows.append(paragraph(said, inner, Style(_SMALL, NEG if short else POS)))
    elif contact.expected is not None:
        rows.append(
            paragraph(say("expected {number}, not rated", number=plain(contact.expected)), inner, Style(_SMALL, INK3))
        )
    if contact.remark:
        rows.append(paragraph(contact.remark, inner, Style(_SMALL, NEG), gap=1))
    said = [contact.name, *(" ".join(row.lines) for row in rows)]
    box = plain_card(contact.key, contact.name, rows, WIDTH, look, ". ".join(said), "touchpoint")
    return replace(box, href=contact.href)


def _help(card: HelpCard) -> Box:
    look = Look(POS_BG, POS, pad=9, pad_y=5) if card.is_live else Look(CARD, INK3, dashed=True, pad=9, pad_y=5)
    row = paragraph(card.line, WIDTH - 20, Style(_SMALL, POS if card.is_live else INK2), gap=1)
    box = plain_card(
        card.key,
        card.name,
        [row],
        WIDTH,
        look,
        say("Help: {help}. {details}", help=card.name, details=card.line),
        "help",
    )
    return replace(box, href=card.href)


def _lane(lane: str, steps: tuple[LaneStep, ...], width: int) -> Stack:
    stack: Stack = []
    look = _LOOKS[lane]
    inner = width - 2 * (look.pad + look.border)
    for step in steps:
        rows = []
        if step.who:
            rows.append(paragraph(step.who, inner, Style(_SMALL, INK2), gap=1))
        if step.wait:
            rows.append(paragraph(say("waits {time}", time=step.wait), inner, Style(_SMALL, NEG, bold=True)))
        handed = say("hand-off from {owner}", owner=step.handed_by) if step.handed_by else None
        waits = say("waits {time}", time=step.wait) if step.wait else None
        title = ". ".join(filter(None, (f"{say(TITLES[lane][0])}: {step.text}", step.who, waits, handed)))
        box = plain_card(step.key, step.text, rows, width, look, title, lane)
        if step.handed_by:
            note = fitting(f"{step.key}/from", [label(say(_HAND_OFF), Style(10, NEG, bold=True))], BARE, kind="handoff")
            stack.append((note, 4))
        stack.append((box, 4 if step.handed_by else 12 if stack else 0))
    return stack


def _lanes(behind: Behind, width: int) -> dict[str, Stack]:
    return {lane: _lane(lane, behind.lanes[lane], width) for lane in LANES if behind.lanes[lane]}


def _stacked(boxes: list[Box]) -> Stack:
    return [(box, 8 if place else 0) for place, box in enumerate(boxes)]


def column(part: BlueprintColumn) -> dict[str, Stack]:
    """The boxes of a column, by row."""
    behind = part.behind
    rows = _lanes(behind, WIDTH)
    rows["customer"] = [(_customer(part.step), 0)] if part.step else []
    rows["contacts"] = _stacked([_contact(contact) for contact in behind.contacts])
    rows["help"] = _stacked([_help(card) for card in behind.helps])
    return {row: stack for row, stack in rows.items() if stack}


def whole(stage: BlueprintStage, width: int, columns: int) -> dict[str, Stack]:
    """The boxes of a stage that lie across all its columns: its own lanes, a word where it has no actions."""
    rows = _lanes(stage.behind, width)
    if columns == 1 and stage.columns[0].step is None:
        rows["customer"] = [(remark(f"{stage.key}/empty", say("No actions here yet"), width), 0)]
    return rows


def spread(stage: BlueprintStage, columns: list[dict[str, Stack]]) -> None:
    """Adds the contacts and the help of a stage to its columns, each where there is most room."""
    for row, boxes in (
        ("contacts", [_contact(contact) for contact in stage.behind.contacts]),
        ("help", [_help(card) for card in stage.behind.helps]),
    ):
        for box in boxes:
            # Rather where nothing lies behind, so that no arrow has to go around it.
            part = min(columns, key=lambda part: (len(part.get(row, [])), "backstage" in part, "support" in part))
            stack = part.setdefault(row, [])
            stack.append((box, 8 if stack else 0))


def _joined(source: Box, target: Box, between: bool, handed: bool, ordered: bool) -> Link:
    """An arrow down; past the boxes between, in the gap right of the column."""
    ink, pen = (NEG, 1.8) if handed else (INK2, 1.3)
    x = source.x + WIDTH / 2
    if between:
        side = source.right + (PITCH - WIDTH) / 2
        tip = (target.right, target.y + min(target.height / 2, 16))
        points = [(source.right, source.bottom - 12), (side, source.bottom - 12), (side, tip[1])]
        path = polyline([*points, before(tip, (side, tip[1]), 0.45)], 6)
        return Link(source.key, target.key, path, tip, ink, pen, head=0.45, title=f"{source.title} → {target.title}")
    tip = (x, target.y)
    path = polyline([(x, source.bottom), before(tip, (x, source.bottom), 0.5)])
    return Link(source.key, target.key, path, tip, ink, pen, head=0.5, title=f"{source.title} → {target.title}")


def chain(part: dict[str, Stack], placed: Mapping[str, Box], customer: Box | None) -> list[Link]:
    """The arrows of a column: from what the customer does to what lies behind it, and from step to step."""
    links: list[Link] = []
    last = customer
    blocked = False
    for row in ROWS:
        stack = part.get(row)
        if not stack:
            continue
        if row == "help":
            blocked = True
        if row not in _CHAIN:
            continue
        handed = False
        for place, (box, _) in enumerate(stack):
            if box.kind == "handoff":
                handed = True
                continue
            here = placed[box.key]
            steps = row in ("frontstage", "backstage")
            if last is not None and (place == 0 or (steps and (customer is not None or place))):
                links.append(_joined(last, here, blocked, handed, steps))
            last = here if steps or place == 0 or last is None else last
            blocked = False
            handed = False
    return links


def signs(view: BlueprintView) -> list[Sign]:
    """The legend: what occurs, and no more."""
    found = feeling_signs(view.steps)
    parts = [part.behind for stage in view.stages for part in (stage, *stage.columns)]
    if any(contact.quality is not None for behind in parts for contact in behind.contacts):
        found.append(
            Sign(
                fitting("", [label("●●●○○", Style(10.5, INK2))], BARE),
                say("quality received, 1 to 5"),
            )
        )
    if any(card.is_live for behind in parts for card in behind.helps):
        found.append(Sign(chip(say("help"), Look(POS_BG, POS), POS, False), say("live")))
    if any(not card.is_live for behind in parts for card in behind.helps) or any(
        contact.state == "planned" for behind in parts for contact in behind.contacts
    ):
        found.append(Sign(chip(say("planned"), Look(CARD, INK3, dashed=True), INK2, False), say("not there yet")))
    if any(step.handed_by for behind in parts for steps in behind.lanes.values() for step in steps):
        found.append(
            Sign(fitting("", [label(say(_HAND_OFF), Style(10.5, NEG, bold=True))], BARE), say("the owner changes"))
        )
    return found


def lowered(link: Link, down: float) -> Link:
    """A link further down."""
    return replace(
        link,
        spline=tuple((x, y + down) for x, y in link.spline),
        tip=(link.tip[0], link.tip[1] + down) if link.tip else None,
    )
