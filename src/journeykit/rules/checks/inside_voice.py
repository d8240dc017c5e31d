"""A stage, action, question, goal, thought or pain in the organisation's words instead of the customer's.

Customers do not convert, they decide. A map that speaks of leads and funnels tells what the organisation does with
customers, and no longer what they go through. What the organisation wants has a place of its own, `business_goal`.
The words are looked for in English, German, Spanish, French and Portuguese, by the map's `lang`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from journeykit.model.elements import Element
from journeykit.model.values import shown
from journeykit.rules.base import Finding, Rule
from journeykit.rules.look import Look

_WORD = re.compile(r"\w+")
#: Blanks in place of the signs of ASCII: on bytes the quickest way to the words of a text.
_APART = bytes(code if code > 127 or _WORD.match(chr(code)) else 32 for code in range(256))
Said = tuple[Element, str, str]


def _plain(text: str) -> str:
    """The words of a text alone, with a blank before and after each, so that phrases are found whole."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


@cache
def _phrases(inside: frozenset[str]) -> dict[bytes, list[tuple[str, str]]]:
    """The phrases as they are looked for and as they are told, by the longest word of each."""
    by_word: dict[bytes, list[tuple[str, str]]] = {}
    for phrase in inside:
        plain = _plain(phrase)
        by_word.setdefault(max(plain.split(), key=len).encode(), []).append((plain, phrase))
    return by_word


def _used(look: Look, whole: str) -> list[tuple[str, str]]:
    """The phrases whose words all stand somewhere in the map's texts, the longest first: hardly ever any."""
    phrases = _phrases(look.words.inside)
    content = whole.encode("utf-8", "replace")
    words = content.translate(_APART).split()
    if not content.isascii():
        # Signs beyond ASCII, such as quotation marks and dashes, are on some words still.
        odd = b" ".join([word for word in words if not word.isascii()]).decode()
        words += [word.encode() for word in _WORD.findall(odd)]
    if phrases.keys().isdisjoint(words):
        return []
    said = set(words)
    near = phrases.keys() & said
    found = [one for word in near for one in phrases[word] if said.issuperset(one[0].encode().split())]
    return sorted(found, key=lambda one: (-len(one[0]), one))


def _speaking(look: Look) -> tuple[list[Element], list[Any]]:
    """What tells of customers in its own text: stages, actions, questions, thoughts, pains; and what has a goal."""
    every = look.facts.every
    steps = [*look.stages, *[action for _, action in look.actions]]
    return [*steps, *every("questions"), *every("thoughts"), *every("pains")], [step for step in steps if step.goal]


def check(look: Look) -> Iterator[Finding]:
    """The texts in the organisation's words, each with the longest of them it holds."""
    if not look.words.inside:
        return
    own, aims = _speaking(look)
    texts = [one.__dict__[one.short] for one in own]
    used = _used(look, "\n".join([*texts, *[step.goal for step in aims]]).casefold())
    if not used:
        return
    said: list[Said] = [(one, "", one.text) for one in own]
    said += [(step, "goal", step.goal) for step in aims]
    for element, field, text in said:
        plain = _plain(text)
        word = next((told for phrase, told in used if phrase in plain), None)
        if word is not None:
            what = f"the {field} {shown(text)}" if field else shown(text)
            yield Finding(
                element,
                f"{what} speaks in the organisation's voice: {shown(word)}",
                "say it as a customer would; what the organisation wants goes into `business_goal:`",
                field,
            )


RULE = Rule(
    code="JK807",
    name="inside-voice",
    severity="warning",
    doc=__doc__,
    check=check,
    bad="""\
stages:
  - stage: Evaluation
    goal: Become a qualified lead
""",
    good="""\
stages:
  - stage: Evaluation
    goal: Know which one fits me
    business_goal: Become a qualified lead
""",
)
