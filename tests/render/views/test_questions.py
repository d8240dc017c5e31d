from __future__ import annotations

import pytest

from journeykit.render.views.questions import ANYWHERE, NOTHING, Road, counts, questions

MAP = """
    channels: {web: Website, shop: Shop, mail: Post}
    help:
      guide: {name: Guide, channels: web, url: "https://example.org"}
      everywhere: {name: Anywhere}
      soon: {name: Soon, state: planned, channels: shop}
      old: {name: Old, state: retired}
    personas: {p: Pat, q: Quinn}
    stages:
      - stage: A
        questions:
          - {question: answered, channels: [shop, web], help: guide, importance: 5, kind: concern, share: 40%, persona: p}
          - {question: misplaced, channels: [mail], help: guide}
          - {question: on the spot, channels: [mail], answer: "Yes."}
          - {question: planned, channels: [shop], help: [soon, old]}
        actions: [{action: a1, questions: [{question: nobody knows, channels: [shop], help: old}]}]
      - B
      - {stage: C, questions: [{question: unplaced, help: everywhere}]}
    """


@pytest.fixture
def view(facts_of):
    return questions(facts_of(MAP))


def test_states_are_those_of_the_facts(view) -> None:
    assert [(question.text, question.state, question.wrong_place) for question in view.questions] == [
        ("answered", "answered", False),
        ("misplaced", "answered", True),
        ("on the spot", "answered", False),
        ("planned", "planned", False),
        ("nobody knows", "open", False),
        ("unplaced", "answered", False),
    ]


def test_roads_are_direct_where_the_answer_is_given(view) -> None:
    roads = {question.text: question.roads for question in view.questions}
    assert roads["answered"] == (Road("shop", "guide", False), Road("web", "guide", True))
    assert roads["misplaced"] == (Road("mail", "guide", False),)
    assert roads["on the spot"][0].direct
    assert roads["planned"] == (Road("shop", "soon", False),)
    assert roads["nobody knows"] == (Road("shop", NOTHING, False),)
    assert roads["unplaced"] == (Road(ANYWHERE, "everywhere", True),)


def test_counts_of_a_channel(view) -> None:
    assert counts("shop", view.questions) == (3, 0)
    assert counts("web", view.questions) == (1, 1)
    assert counts("mail", view.questions) == (2, 1)


def test_places_stand_in_the_librarys_order_and_answers_once(view) -> None:
    assert [place.name for place in view.places] == ["Website", "Shop", "Post", "no channel recorded"]
    assert [(answer.text, answer.state) for answer in view.answers] == [
        ("Guide", "live"),
        ("Yes.", "spot"),
        ("Soon", "planned"),
        ("No help yet", "open"),
        ("Anywhere", "live"),
    ]


def test_stages_without_questions_are_left_out(view) -> None:
    assert [(stage.number, stage.name) for stage in view.stages] == [(1, "A"), (3, "C")]


def test_details_say_what_hangs_on_it(view) -> None:
    assert view.questions[0].details == ("concern", "importance 5", "asked by 40%", "Pat only")


def test_the_subtitle_counts(view, facts_of) -> None:
    assert view.subtitle.endswith("4 of 6 answered (1 in the wrong place), 1 planned, 1 open")
    assert "answered" not in questions(facts_of("stages: [A]")).subtitle


def test_planned_help_counts_in_a_future_map(facts_of) -> None:
    view = questions(facts_of(
        "state: future\nhelp: {soon: {name: Soon, state: planned}}\nstages: [{stage: A, questions: [{question: Q, help: soon}]}]"
    ))  # fmt: skip
    assert view.questions[0].state == "answered"
    assert view.answers[0].state == "live"
