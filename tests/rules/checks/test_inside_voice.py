from __future__ import annotations

import pytest


def says(stage: str, lang: str = "en") -> str:
    return f"journey: 1\ntitle: T\nlang: {lang}\nstages:\n  - {stage}\n"


def test_it_quotes_the_word(find) -> None:
    (found,) = find("JK807", says("{stage: A, actions: [Becomes a qualified lead]}"))
    assert found.message == "'Becomes a qualified lead' speaks in the organisation's voice: 'qualified lead'"
    assert found.hint == "say it as a customer would; what the organisation wants goes into `business_goal:`"
    assert found.element == "stages/a/actions/becomes-a-qualified-lead"


def test_a_goal_is_told_at_its_key(find) -> None:
    (found,) = find("JK807", "journey: 1\ntitle: T\nstages:\n  - stage: A\n    goal: Lower the Churn!\n")
    assert found.message == "the goal 'Lower the Churn!' speaks in the organisation's voice: 'churn'"
    assert (found.element, found.field, found.span.line, found.span.column) == ("stages/a", "goal", 5, 11)


@pytest.mark.parametrize(
    "stage",
    [
        "{stage: Sales funnel}",
        "{stage: A, actions: [{action: Reads, goal: See an upsell}]}",
        "{stage: A, questions: [What about my churn?]}",
        "{stage: A, thoughts: [I am an MQL now]}",
        "{stage: A, pains: [The conversion rate falls]}",
        "{stage: A, actions: [{action: Reads, pains: [They cross sell]}]}",
        "{stage: A, actions: [{action: Reads, questions: ['Cross-sell, what is that?']}]}",
    ],
)
def test_where_it_listens(find, stage: str) -> None:
    assert len(find("JK807", says(stage))) == 1


@pytest.mark.parametrize(
    "stage",
    [
        "{stage: A, business_goal: A better conversion rate}",
        "{stage: A, success: No churn}",
        "{stage: A, gaps: [The sales funnel]}",
        "{stage: Churner of butter}",
        "{stage: 'Asks for the rate. Conversion, then rate'}",
    ],
)
def test_where_it_does_not(find, stage: str) -> None:
    assert find("JK807", says(stage)) == []


def test_words_of_two_texts_do_not_join(find) -> None:
    assert find("JK807", says("{stage: Pays for sales, actions: [Funnel cake]}")) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Wird zum qualifizierten Lead"),
        ("de", "Wird onboardet"),
        ("de", "Geht durch den Vertriebstrichter"),
        ("en", "Is onboarded by the team"),
        ("en", "Is qualified as a lead"),
        ("en", "Is upsold to the big plan"),
        ("en", "Is cross-sold a case"),
        ("fr", "Accepte la montée en gamme"),
        ("de-AT", "Geht durch den Verkaufstrichter"),
        ("es", "Mejora la tasa de conversión"),
        ("fr", "Mesure le taux d'abandon"),
        ("pt_BR", "Entra no funil de vendas"),
    ],
)
def test_languages(find, lang: str, text: str) -> None:
    (found,) = find("JK807", says(f'{{stage: A, actions: ["{text}"]}}', lang))
    assert found.message.startswith(f"'{text}' speaks in the organisation's voice: ")


def test_a_language_without_list_is_silent(find) -> None:
    assert find("JK807", says("{stage: Sales funnel}", "fi")) == []


def test_the_longest_phrase_is_told(find) -> None:
    (found,) = find("JK807", says("{stage: A, pains: [The churn rate is high]}"))
    assert found.message.endswith(": 'churn rate'")
