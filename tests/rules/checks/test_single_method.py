from __future__ import annotations


def test_all_of_one_method(find) -> None:
    (found,) = find("JK605", "evidence: {counts: {method: interview}}")
    assert found.message == "both pieces of evidence for 'Getting a bicycle that fits' come from one method: interview"
    assert (found.element, found.field) == ("", "evidence")


def test_one_piece_is_no_row_of_one_method(find) -> None:
    assert find("JK605", "journey: 1\ntitle: T\nevidence: {a: {name: A, method: survey}}\nstages: [A]\n") == []


def test_an_unknown_method_may_be_another(find) -> None:
    text = "journey: 1\ntitle: T\nevidence: {a: {name: A, method: survey}, b: {name: B}}\nstages: [A]\n"
    assert find("JK605", text) == []
