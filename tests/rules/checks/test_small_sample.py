from __future__ import annotations


def test_fewer_than_five_interviews(find) -> None:
    (found,) = find("JK606", "evidence: {talks: {sample: 4}}")
    assert found.message == "'Talks with riders' rests on 4 interviews, fewer than 5"
    assert (found.element, found.field) == ("evidence/talks", "sample")
    assert find("JK606", "evidence: {talks: {sample: 5}}") == []


def test_one_interview_is_one(find) -> None:
    (found,) = find("JK606", "evidence: {talks: {sample: 1}}")
    assert found.message == "'Talks with riders' rests on 1 interview, fewer than 5"


def test_fewer_than_thirty_answers(find) -> None:
    (found,) = find("JK606", "evidence: {asked: {name: Asked, method: survey, sample: 29}}")
    assert found.message == "'Asked' rests on 29 answers, fewer than 30"
    assert find("JK606", "evidence: {asked: {name: Asked, method: survey, sample: 30}}") == []


def test_other_methods_and_unknown_samples_are_left_alone(find) -> None:
    assert find("JK606", "evidence: {seen: {name: Seen, method: observation, sample: 2}}") == []
    assert find("JK606", "evidence: {talks: {sample: }}") == []


def test_both_limits_are_options(find) -> None:
    assert len(find("JK606", "evidence: {talks: {sample: 12}}", interview=13)) == 1
    assert find("JK606", "evidence: {asked: {name: Asked, method: survey, sample: 12}}", survey=12) == []
