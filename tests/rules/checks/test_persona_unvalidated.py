from __future__ import annotations


def cast(ana: str) -> str:
    return f"journey: 1\ntitle: T\nevidence: {{talks: Talks}}\npersonas:\n  ana: {ana}\nstages: [A]\n"


def test_it_says_who(find) -> None:
    (found,) = find("JK806", cast("{name: Ana, role: user}"))
    assert found.message == "no research stands behind 'Ana'"
    assert found.hint == "cite what the portrait rests on with `evidence:`"
    assert (found.element, found.field) == ("personas/ana", "evidence")
    assert (found.span.line, found.span.column) == (5, 15)


def test_evidence_will_do(find) -> None:
    assert find("JK806", cast("{name: Ana, evidence: talks}")) == []


def test_a_plain_string_is_left_alone(find) -> None:
    assert find("JK806", cast("Ana")) == []


def test_staff_are_left_alone_unless_they_are_customers_too(find) -> None:
    assert find("JK806", cast("{name: Ana, role: staff}")) == []
    assert len(find("JK806", cast("{name: Ana, role: [staff, user]}"))) == 1
