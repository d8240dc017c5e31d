from __future__ import annotations


def asked(written: str) -> str:
    return f"stages: [{{stage: Need, questions: [{{question: Why me?, {written}}}]}}]\n"


def test_an_answer_where_nobody_looks(find) -> None:
    (found,) = find("JK204", asked("channels: [web], help: [stories]"))
    assert found.message == "'Why me?' is asked in 'Website' and answered in 'Shop' alone"
    assert (found.element, found.field) == ("stages/problem-need/questions/why-me", "help")
    assert [(related.element) for related in found.related] == ["help/stories"]


def test_one_of_its_channels_is_enough(find) -> None:
    assert find("JK204", asked("channels: [web, shop], help: [stories]")) == []


def test_an_answer_in_place_is_in_the_right_place(find) -> None:
    assert find("JK204", asked("channels: [web], help: [stories], answer: So")) == []


def test_a_question_without_channels_has_no_wrong_place(find) -> None:
    assert find("JK204", asked("help: [stories]")) == []


def test_help_without_channels_is_offered_everywhere(find) -> None:
    everywhere = "help: {line: {name: Helpline}}\n"
    assert find("JK204", everywhere + asked("channels: [web], help: [stories, line]")) == []


def test_retired_help_in_the_right_place_does_not_count(find) -> None:
    gone = "help: {old: {name: Old page, channels: [web], state: retired}}\n"
    (found,) = find("JK204", gone + asked("channels: [web], help: [stories, old]"))
    assert [related.element for related in found.related] == ["help/stories"]
