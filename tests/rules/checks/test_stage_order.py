from __future__ import annotations

MAP = "journey: 1\ntitle: T\ntemplate: customer-lifecycle\nstages:\n%s"


def order(find, *stages: str):
    return find("JK102", MAP % "".join(f"  - {stage}\n" for stage in stages))


def test_it_names_the_two_stages(find) -> None:
    (found,) = order(find, "Onboarding", "{stage: Signs again, as: renewal}", "Adoption")
    assert found.message == (
        "'Signs again' stands before 'Adoption'; in the template 'customer-lifecycle' it comes after it"
    )
    assert found.hint == "put the stages in this order: onboarding, adoption, renewal"


def test_it_stands_at_the_stages(find) -> None:
    (found,) = order(find, "Renewal", "Adoption", "Onboarding")
    assert (found.element, found.field, found.span.line) == ("", "stages", 5)
    assert [(other.message, other.span.line) for other in found.related] == [
        ("'adoption' of the template", 6),
        ("'onboarding' of the template", 7),
    ]


def test_other_stages_between_are_in_order(find) -> None:
    assert order(find, "First", "Onboarding", "Between", "Adoption", "Renewal", "Last") == []


def test_of_several_stages_of_a_role_one_in_order_is_enough(find) -> None:
    assert order(find, "Onboarding", "Renewal", "Adoption", "{stage: Again, as: renewal}") == []
    assert len(order(find, "Renewal", "{stage: Again, as: renewal}", "Onboarding")) == 1


def test_what_is_missing_is_not_out_of_order(find) -> None:
    assert order(find, "Onboarding", "Renewal") == []


def test_without_a_template_any_order_is_one(find) -> None:
    assert find("JK102", "journey: 1\ntitle: T\nstages: [Renewal, Adoption]\n") == []
