from __future__ import annotations

import pytest

from journeykit.model.values import parse_duration
from journeykit.render.views.steps import Feeling, Steps, every, lasting, rhythm

MAP = """
    personas: {dan: {name: "Dan, short", primary: true}, mia: {name: Mia}}
    channels: {web: Website, shop: Shop}
    touchpoints:
      chat: {name: Website chat, channel: web}
      till: {name: Till, channel: shop}
    stages:
      - stage: A
        actions:
          - {action: both, touchpoint: chat, emotion: [{persona: mia, score: -2}, {persona: dan, score: 1, feeling: glad}]}
          - {action: hers, persona: mia, touchpoint: till, emotion: {score: 2, because: it works}, moment_of_truth: true}
          - {action: plain, channel: web, optional: true, at: payday, duration: P2D, repeats: 1 week, advocacy: true}
          - {action: bare, emotion: relieved, moment_of_truth: It decides all}
    """


@pytest.fixture
def steps(facts_of):
    facts = facts_of(MAP)
    return Steps(facts).of(facts.journey.stages[0])


def test_the_primary_persona_feels_first(steps) -> None:
    assert steps[0].feelings == (Feeling(1, "glad", None, None), Feeling(-2, None, "Mia", None))
    assert steps[0].score == 1


def test_an_action_of_others_is_coloured_by_their_feeling(steps) -> None:
    assert steps[1].feelings == (Feeling(2, None, "Mia", "it works"),)
    assert steps[1].notes == ("Mia only",)


def test_places_are_not_said_twice(steps) -> None:
    assert [step.place for step in steps] == ["Website chat", "Shop · Till", "Website", None]


def test_notes_say_when_how_often_and_who(steps) -> None:
    assert steps[2].notes == ("payday", "2 days", "repeats every week", "optional", "speaks for us")


def test_a_feeling_without_a_score_stays_without(steps) -> None:
    assert steps[3].feelings[0].score is None
    assert steps[3].score is None


def test_moments_of_truth_with_and_without_a_reason(steps) -> None:
    assert [step.truth for step in steps] == [None, "", None, "It decides all"]


@pytest.mark.parametrize(
    ("text", "said"), [("1 year", "every year"), ("2 weeks", "every 2 weeks"), ("P7D", "every 7 days")]
)
def test_rhythms_in_words(text: str, said: str) -> None:
    assert every(parse_duration(text)) == said
    assert rhythm(parse_duration(text)) == f"repeats {said}"


def test_what_is_not_there_is_not_said() -> None:
    assert lasting(None) is None
    assert rhythm(None) is None
    assert rhythm(True) == "repeats"
