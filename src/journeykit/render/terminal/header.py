"""The head of a shown map: title, review, promises, personas and the figures at a glance."""

from __future__ import annotations

from itertools import zip_longest

from journeykit.model.derive import SEVERITIES, freshness
from journeykit.model.elements import Persona
from journeykit.render.taming import one_line
from journeykit.render.terminal.marks import day, percent, when
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.styled import Line, Run, columns, flow, hanging, line, line_width, packed

#: More questions than this are told in figures alone.
_SQUARES = 24
_LABEL = 10


def header(page: Page) -> list[Line]:
    """The head of the map."""
    journey = page.facts.journey
    lines = _title(page)
    facts: list[tuple[str, Line]] = []
    if journey.scope and (journey.scope.starts or journey.scope.ends):
        ends = [journey.scope.starts or page.marks.ellipsis, journey.scope.ends or page.marks.ellipsis]
        facts.append(("Scope", line(f" {page.marks.arrow} ".join(map(one_line, ends)))))
    facts += [("Promise", (Run(one_line(promise.name), "voice"),)) for promise in journey.promises.values()]
    facts += [("Persona", _persona(page, key, persona)) for key, persona in journey.personas.items()]
    told = ""
    for label, body in facts:
        lead = Run(f"{'' if label == told else label:<{_LABEL}}", "dim")
        lines += hanging((lead,), body, page.width)
        told = label
    glance = [
        part for part in (_answered(page), _gaps(page), _misaligned(page), _evidence(page), _length(page)) if part
    ]
    return [*lines, (), *packed(glance, "    ", page.width), ()] if glance else [*lines, ()]


def _title(page: Page) -> list[Line]:
    journey = page.facts.journey
    fresh = freshness(journey, page.today)
    states = [journey.state, *([journey.status] if journey.status != "live" else [])]
    states.append(f"reviewed {when(fresh.reviewed)}" if fresh.reviewed else "never reviewed")
    review: Line = ()
    if fresh.due and fresh.overdue_days:
        review = (Run(f"review {fresh.overdue_days} day{'s' * (fresh.overdue_days > 1)} overdue", "bad"),)
    elif fresh.due:
        review = (Run(f"fresh, next by {day(fresh.due)}", "dim"),)
    owner: Line = (Run(f"owner {one_line(journey.owner)}", "dim"),) if journey.owner else ()
    title: Line = (Run(one_line(journey.title), "title"),)
    state: Line = (Run(", ".join(states), "dim"),)
    side = [part for part in (state, review, owner) if part]
    summary: Line = (Run(one_line(journey.summary), "dim"),) if journey.summary else ()
    room = max(line_width(part) for part in side)
    if page.width is None or page.stacked or page.width < 2 * room:
        told = [*flow(title, page.width), *packed(side, "   ", page.width)]
        return [*told, *flow(summary, page.width)] if summary else told
    left = page.width - room - 2
    texts = [*flow(title, left), *(flow(summary, left) if summary else [])]
    lines: list[Line] = []
    for text, beside in zip_longest(texts, side, fillvalue=()):
        lines += columns((text, line(" " * (room - line_width(beside)), beside) if beside else ()), (left, room))
    return lines


def _persona(page: Page, key: str, persona: Persona) -> Line:
    several = len(page.facts.journey.personas) > 1
    about = [persona.archetype, persona.segment, " and ".join(persona.role)]
    about += ["primary" if several and key == page.facts.primary else None]
    about += [f"{percent(persona.share)} of customers" if persona.share is not None else None]
    sentences = [", ".join(one_line(word) for word in about if word)]
    sentences += [f"Prefers {', '.join(map(one_line, persona.prefers))}"] if persona.prefers else []
    sentences += [f"Avoids {', '.join(map(one_line, persona.avoids))}"] if persona.avoids else []
    told = ". ".join(sentence for sentence in sentences if sentence)
    name = one_line(persona.name)
    called = page.persona(key)
    known = Run("" if name.startswith(called) else f" ({called})", "dim")
    return line(Run(name, "strong"), known, f": {told}." if told else "")


def _answered(page: Page) -> Line:
    states = list(page.facts.questions.values())
    if not states:
        return ()
    counts = [sum(one.state == state for one in states) for state in ("answered", "planned", "open")]
    squares: list[Run] = []
    if len(states) <= _SQUARES:
        answered, planned, unanswered = page.marks.squares
        squares = [
            Run(answered * counts[0], "good"),
            Run(planned * counts[1], "dim"),
            Run(unanswered * counts[2], "bad"),
        ]
    misplaced = sum(one.wrong_place for one in states)
    wrong: Line = (Run(f" {misplaced} in the wrong place", "bad"),) if misplaced else ()
    return line("Answered ", *squares, " " if squares else "", Run(f"{counts[0]}/{len(states)}", "strong"), wrong)


def _gaps(page: Page) -> Line:
    if not any(list(page.facts.every(field)) for field in ("gaps", "pains")):
        return ()
    counts = page.facts.gaps.by_severity
    found = [f"{count} {severity}" for severity, count in counts.items() if count]
    if not found:
        return line("Gaps ", Run("none open", "good"))
    bad = any(counts[severity] for severity in SEVERITIES[:2])
    return line("Gaps ", Run(" ".join(found), "bad" if bad else "strong"))


def _misaligned(page: Page) -> Line:
    parities = page.facts.promises.values()
    apart = sum(parity.is_misaligned for parity in parities)
    return line("Misaligned ", Run(str(apart), "bad")) if apart else ()


def _evidence(page: Page) -> Line:
    share = page.facts.evidence.share
    if share is None:
        return ()
    full = round(share * 10)
    bar = page.marks.full * full + page.marks.rest * (10 - full)
    return line("Evidence ", Run(bar, "gutter"), " ", Run(f"{round(share * 100)}%", "strong"))


def _length(page: Page) -> Line:
    lengths = [stage.duration.in_days for stage in page.facts.journey.stages if stage.duration]
    if len(lengths) < len(page.facts.journey.stages):
        return ()
    days = sum(lengths)
    for unit, size, least in (("years", 365.25, 3), ("months", 365.25 / 12, 4), ("days", 1, 2), ("hours", 1 / 24, 2)):
        if days / size >= least:
            return line("About ", Run(f"{round(days / size)} {unit}", "strong"))
    return line("About ", Run(f"{max(1, round(days * 1440))} minutes", "strong"))
