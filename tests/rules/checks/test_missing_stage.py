from __future__ import annotations

ALL_BUT = "template: buying-process\nstages: [{stage: Need, as: %s}, {stage: Discovery, as: %s}]\n"
THREE = "journey: 1\ntitle: T\ntemplate: %s\nstages: [%s]\n"


def test_it_names_what_is_missing(find) -> None:
    (found,) = find("JK101", ALL_BUT % ("x", "discovery"))
    assert found.message == "the stage 'problem-need' of the template 'buying-process' is missing"
    assert found.hint == "add it, say with `as:` which stage stands for it, or name another `template:`"


def test_several_missing_stages_are_one_finding(find) -> None:
    (found,) = find("JK101", THREE % ("buying-process", "Discovery, Decision"))
    assert found.message == (
        "the stages 'problem-need', 'evaluation' and 'review' of the template 'buying-process' are missing"
    )


def test_it_stands_at_the_template(find) -> None:
    (found,) = find("missing-stage", THREE % ("customer-lifecycle", "Onboarding, Adoption"))
    assert (found.element, found.field, found.span.line, found.span.column) == ("", "template", 3, 11)


def test_a_stage_is_known_by_its_id_or_by_as(find) -> None:
    stages = "Onboarding, {stage: Every week, as: adoption}, {stage: Again, id: renewal}"
    assert find("JK101", THREE % ("customer-lifecycle", stages)) == []


def test_another_role_hides_the_id(find) -> None:
    stages = "Onboarding, Adoption, {stage: Renewal, as: leaving}"
    assert len(find("JK101", THREE % ("customer-lifecycle", stages))) == 1


def test_other_stages_may_stand_anywhere_and_several_share_a_role(find) -> None:
    stages = "First, Onboarding, Between, Adoption, {stage: Again, as: adoption}, Renewal, Last"
    assert find("JK101", THREE % ("customer-lifecycle", stages)) == []


def test_without_a_template_nothing_is_missing(find) -> None:
    assert find("JK101", "journey: 1\ntitle: T\nstages: [A]\n") == []


def test_a_blueprint_needs_an_action_with_a_lane(find) -> None:
    (found,) = find("JK101", THREE % ("service-blueprint", "Before, During, {stage: After, backstage: [Files it]}"))
    assert found.message == "a service blueprint, and no action shows what is done for it"
    shown = "Before, During, {stage: After, actions: [{action: Waits, backstage: [Files it]}]}"
    assert find("JK101", THREE % ("service-blueprint", shown)) == []


def test_another_template_needs_no_lanes(find) -> None:
    assert find("JK101", THREE % ("before-during-after", "Before, During, After")) == []
