"""Figures and names of a map as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journeykit.model.derive import Facts, QuestionState
from journeykit.model.elements import Emotion, LibraryEntry, Opportunity
from journeykit.render.called import called
from journeykit.render.language import noted, say
from journeykit.render.markdown.blocks import link, text
from journeykit.render.views.words import commas, day, human, plain, tenths

_STATES = {"answered": noted("✓ answered"), "planned": noted("◐ planned"), "open": noted("? open")}


def listed(words: Iterable[object], separator: str = ", ") -> str:
    """Texts with commas between them."""
    return separator.join(text(word) for word in words)


def joined(parts: Iterable[str | None], separator: str = ", ") -> str:
    """Markdown parts, those that hold something."""
    return separator.join(part for part in parts if part)


def names(library: Mapping[str, LibraryEntry], keys: Iterable[str]) -> str:
    """The names of library entries; an id that leads nowhere stands for itself."""
    return listed(library[key].name if key in library else key for key in keys)


def people(facts: Facts, keys: Iterable[str]) -> str:
    """Personas as they are called in passing."""
    short = called(facts.journey.personas)
    return listed(short.get(key, key) for key in keys)


def number(value: float | None, unit: str | None = None) -> str:
    """A number with its unit, and the minus sign of typesetters; "" without one."""
    if value is None:
        return ""
    figure = plain(value, 4)
    if unit == "%":
        return say("{number}%", number=figure)
    return f"{figure} {text(unit)}" if unit else figure


def score(value: float | None) -> str:
    """A score from −2 to 2 with its sign; "" without one."""
    if value is None:
        return ""
    return f"+{number(round(value, 2))}" if round(value, 2) > 0 else number(round(value, 2))


def percent(share: float | None) -> str:
    """A share from 0 to 1 in per cent; "" without one."""
    return "" if share is None else say("{number}%", number=plain(share * 100, 1))


def letter(index: int) -> str:
    """The letter that a piece of evidence is cited by: A to Z, then AA, AB …"""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def cited(facts: Facts, keys: Iterable[str]) -> str:
    """The letters of the evidence cited, `evidence A, B`; "" without any."""
    found = letters(facts, keys)
    return say("evidence {letters}", letters=found) if found else ""


def letters(facts: Facts, keys: Iterable[str]) -> str:
    """The letters of the evidence cited alone: `A, B`."""
    order = list(facts.journey.evidence)
    return commas(letter(order.index(key)) if key in order else text(key) for key in keys)


def state(of: QuestionState) -> str:
    """A question's state, as a sign and in words."""
    return say("✗ answered in the wrong place") if of.wrong_place else say(_STATES[of.state])


def answers(facts: Facts, of: QuestionState) -> str:
    """What answers a question: the answer itself, and the help with its channels and its state."""
    parts = [text(of.question.answer)] if of.question.answer else []
    for key in of.question.help:
        help_ = facts.journey.help.get(key)
        if help_ is None:
            parts.append(text(key))
            continue
        standing = "" if help_.state == "live" else human(help_.state)
        due = say("due {day}", day=day(help_.due)) if help_.due and not facts.is_live(help_) else ""
        where = names(facts.journey.channels, help_.channels)
        about = joined((where, standing, due), "; ")
        parts.append(link(help_.name, help_.url) + (f" ({about})" if about else ""))
    return joined(parts, "; ")


def feelings(facts: Facts, emotions: Iterable[Emotion]) -> tuple[str, str]:
    """What is felt and why, each with who feels it where that is written."""
    felt, reasons = [], []
    for emotion in emotions:
        who = people(facts, emotion.persona)
        lead = f"{who}: " if who else ""
        wanted = say("(wanted {score})", score=score(emotion.desired)) if emotion.desired is not None else ""
        words = joined((score(emotion.score), text(emotion.feeling) if emotion.feeling else "", wanted), " ")
        felt.append(f"{lead}{words}" if words else "")
        reasons.append(f"{lead}{text(emotion.because)}" if emotion.because else "")
    return joined(felt, "; "), joined(reasons, "; ")


def opportunity(facts: Facts, of: Opportunity) -> str:
    """An opportunity with its score, its figures and who does it by when."""
    ranked = next((one.score for one in facts.opportunities if one.opportunity is of), None)
    parts = [
        say("score {number}", number=tenths(ranked)) if ranked is not None else "",
        human(of.process) if of.process else "",
        say("impact {number}", number=number(of.impact)) if of.impact is not None else "",
        say("effort {number}", number=number(of.effort)) if of.effort is not None else "",
        say("value {value}", value=text(of.value)) if of.value else "",
        say("cost {cost}", cost=text(of.cost)) if of.cost else "",
        human(of.state),
        text(of.owner) if of.owner else "",
        say("due {day}", day=day(of.due)) if of.due else "",
        link(say("ticket"), of.ticket) if of.ticket else "",
    ]
    return f"{text(of.text)} ({joined(parts)})"
