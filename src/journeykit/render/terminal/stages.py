"""The stages of a shown map: what customers do and feel, what they ask, what is wrong there."""

from __future__ import annotations

from journeykit.model.derive import Point, QuestionState
from journeykit.model.elements import Action, Element, Gap, Pain, Stage
from journeykit.render.taming import one_line
from journeykit.render.terminal.marks import face, feeling_style, question_mark, rank, signed, standing, when
from journeykit.render.terminal.measuring import measuring
from journeykit.render.terminal.page import Page
from journeykit.render.terminal.promises import misalignments
from journeykit.render.terminal.styled import Line, Run, Style, hanging, joined, line

_SEVERITY: dict[str | None, Style] = {"critical": "bad", "high": "bad"}
#: Where the signs of questions and gaps stand.
_SIGN = 6


def stages(page: Page) -> list[Line]:
    """A section for each stage."""
    lines: list[Line] = []
    for number, stage in enumerate(page.facts.journey.stages, 1):
        lines += [*_stage(page, number, stage), ()]
    return lines


def _stage(page: Page, number: int, stage: Stage) -> list[Line]:
    about = [str(stage.duration) if stage.duration else "", f"in {stage.phase}" if stage.phase else ""]
    about += ["optional" if stage.optional else "", _repeats(stage)]
    told = ", ".join(one_line(word) for word in about if word)
    goal = f". {one_line(stage.goal)}" if stage.goal else ""
    heading = line(Run(one_line(stage.stage), "strong"), Run(f", {told}" if told else "", "dim"), goal)
    lines = hanging((Run(f"{number} ", "strong"),), heading, page.width)
    own = list(page.felt.get(page.facts.address(stage), {}).items())
    if not own and stage.emotion:
        # Actions have the curve here; what is felt over the whole stage is told all the same.
        emotions = (Point(stage, "", None, emotion, page.facts.outline) for emotion in stage.emotion)
        own = [(", ".join(place.emotion.persona), place) for place in emotions]
    for persona, place in own:
        lines += _on_the_whole(page, persona, place)
    for action in stage.actions:
        lines += _action(page, action)
    for question in page.facts.moments(stage, "questions"):
        lines += _question(page, page.facts.questions[page.facts.address(question)])
    lines += misalignments(page, stage)
    for field in ("gaps", "pains"):
        for element in page.facts.moments(stage, field):
            lines += _gap(page, element)
    for opportunity in page.facts.moments(stage, "opportunities"):
        for ranked in page.facts.opportunities:
            if ranked.opportunity is opportunity:
                lead = Run(f"{' ' * _SIGN}{page.marks.arrow} ", "good")
                lines += page.row((lead,), line(Run(rank(ranked.score), "strong"), one_line(opportunity.text)))
    for risk in page.facts.moments(stage, "risks"):
        parts = [f"{risk.likelihood} likelihood" if risk.likelihood else "", f"{risk.harm} harm" if risk.harm else ""]
        lines += page.note(
            _SIGN, "risk  ", joined((line(one_line(risk.risk)), *(line(part) for part in parts if part)))
        )
    return [*lines, *measuring(page, stage, _SIGN)]


def _repeats(of: Stage | Action) -> str:
    if not of.repeats:
        return ""
    return "repeats" if of.repeats is True else f"every {one_line(str(of.repeats))}"


def _score(page: Page, place: Point | None) -> Line:
    """The sign and the signed score of a place, in the room they always have; hollow without a score."""
    if place is None:
        return line(" " * (3 + page.score_width))
    if place.score is None:
        return (Run(f"{page.marks.hollow:<{3 + page.score_width}}", "z"),)
    text = f"{face(place.score, page.marks):<2} {signed(place.score):>{page.score_width}}"
    return (Run(text, feeling_style(place.score)),)


def _on_the_whole(page: Page, persona: str, place: Point) -> list[Line]:
    feeling, because = place.emotion.feeling, place.emotion.because
    told = joined((line(one_line(feeling)) if feeling else (), _because(because)))
    whose = f" ({page.persona(persona)})" if persona and persona != page.facts.primary else ""
    body = line("On the whole", whose, ": " if told else "", told)
    return hanging(line(" " * _SIGN, _score(page, place), "  "), body, page.width)


def _because(because: str | None) -> Line:
    return line(Run("because ", "dim"), Run(one_line(because), "voice")) if because else ()


def _action(page: Page, action: Action) -> list[Line]:
    facts, address = page.facts, page.facts.address(action)
    felt = page.felt.get(address, {})
    persona, place = next(iter(felt.items()), (facts.primary, None))
    lead = line(Run(f"{page.numbers[address]:>4}  ", "dim"), _score(page, place), "  ")
    theirs = persona != facts.primary or (action.persona and facts.primary not in action.persona)
    whose = [persona] if place and persona != facts.primary else list(action.persona)
    details: list[Line] = []
    if place and place.emotion.feeling:
        details.append(line(one_line(place.emotion.feeling)))
    elif place is None and any(curve.places for curve in facts.curves.values()):
        details.append((Run("not recorded", "dim"),))
    if action.moment_of_truth:
        details.append((Run(page.marks.star, "gold"),))
    if theirs and whose:
        details.append(line(f"({', '.join(map(page.persona, whose))})"))
    told = ["optional" if action.optional else "", _repeats(action), "tells others" if action.advocacy else ""]
    details += [(Run(word, "dim"),) for word in told if word]
    channel = facts.channel_of(action)
    where: Line = (Run(one_line(channel), "dim"),) if channel else ()
    lines = page.row(lead, line(one_line(action.action)), where, joined(details, "  "))
    if place:
        lines += page.note(page.margin, "", _because(place.emotion.because)) if place.emotion.because else []
    for other, its in list(felt.items())[1:]:
        told_as = joined((line(one_line(its.emotion.feeling or "")), _because(its.emotion.because)))
        body = line(f"{page.persona(other)}: " if told_as else page.persona(other), told_as)
        lines += hanging(line(" " * _SIGN, _score(page, its), "  "), body, page.width)
    if isinstance(action.moment_of_truth, str):
        reason = Run(one_line(action.moment_of_truth), "dim")
        lines += hanging(line(" " * page.margin, Run(f"{page.marks.star} ", "gold")), (reason,), page.width)
    for following in action.next:
        arrow = f"{page.marks.arrow} {one_line(following.to)}"
        condition = line(Run(" when ", "dim"), one_line(following.when)) if following.when else ()
        lines += page.note(page.margin, "", line(Run(arrow, "dim"), condition))
    return lines


def _question(page: Page, state: QuestionState) -> list[Line]:
    question, helps = state.question, page.facts.journey.help
    answers: list[Line] = []
    if state.state == "open":
        answers = [(Run("open", "bad"),)]
    elif question.answer:
        answers = [line(one_line(question.answer))]
    else:
        for key in question.help:
            if (help_ := helps.get(key)) is None:
                continue
            live = page.facts.is_live(help_)
            if live == (state.state == "answered") and help_.state != "retired":
                due = f" for {when(help_.due)}" if help_.due and not live else ""
                word = "" if live else f"{help_.state}{due}: "
                places = f" ({', '.join(map(one_line, help_.channels))})" if help_.channels else ""
                answers.append(line(Run(word, "dim"), one_line(help_.name), Run(places, "dim")))
    wrong: Line = (Run("in the wrong place: ", "bad"),) if state.wrong_place else ()
    lead = line(" " * _SIGN, question_mark(state, page.marks), " ")
    asked = Run(", ".join(map(one_line, question.channels)), "dim")
    words = line(Run(one_line(question.question), "voice"))
    return page.row(lead, words, (asked,) if asked.text else (), line(wrong, joined(answers, "; ")))


def _gap(page: Page, element: Gap | Pain) -> list[Line]:
    is_open = element.state in ("open", "planned")
    done = page.marks.answered if element.state == "closed" else page.marks.none
    sign = Run(page.marks.gap, "bad") if is_open else Run(done, "dim")
    severity = Run(standing(element), _SEVERITY.get(element.severity, "dim") if is_open else "dim")
    remedy = _best(page, element) if is_open else ()
    lead = line(" " * _SIGN, sign, " ")
    return page.row(lead, line(Run(one_line(element.text), "" if is_open else "dim")), line(severity), remedy)


def _best(page: Page, element: Element) -> Line:
    """The best-ranked opportunity that mends an element."""
    for ranked in page.facts.opportunities:
        if ranked.mends is element:
            arrow = Run(f"{page.marks.arrow} ", "good")
            return line(arrow, Run(rank(ranked.score), "strong"), one_line(ranked.opportunity.text))
    return (Run("no opportunity", "dim"),)
