from __future__ import annotations

from datetime import date

from journeykit.model.load import load
from journeykit.model.templates import TEMPLATES
from journeykit.rules.engine import Settled, lint
from journeykit.rules.registry import built_in
from journeykit.source.text import Source

HEAD = "journey: 1\ntitle: T\n"
TWO = "personas: {dan: Dan, mia: Mia}\n"


def stages(*written: str) -> str:
    return HEAD + "stages:\n" + "".join(f"  - stage: S{i}\n    actions: [{text}]\n" for i, text in enumerate(written))


def lost(find, text: str) -> list[str]:
    return [found.message for found in find("JK110", text)]


def test_an_arrow_leads_past_it(find) -> None:
    (found,) = find("JK110", stages("{action: Asks, next: pays}, Waits, Pays"))
    assert found.message == "no way leads to 'Waits'"
    assert found.hint == "lead there with `next:`, give the arrow that passes it a `when:`, or write `optional: yes`"
    assert (found.element, found.span.line) == ("stages/s0/actions/waits", 5)
    assert [(one.message, one.element) for one in found.related] == [
        ("from here the way goes on elsewhere", "stages/s0/actions/asks")
    ]


def test_an_arrow_with_a_case_passes_nothing_by(find) -> None:
    assert lost(find, stages("{action: Asks, next: {to: pays, when: in a hurry}}, Waits, Pays")) == []


def test_the_order_leads_everywhere(find) -> None:
    assert lost(find, stages("Asks, Waits", "Pays")) == []


def test_two_arrows_side_by_side_lead_to_both(find) -> None:
    assert lost(find, stages("{action: Asks, next: [waits, pays]}, Waits, Pays")) == []


def test_what_is_optional_needs_no_way(find) -> None:
    assert lost(find, stages("{action: Asks, next: pays}, {action: Waits, optional: yes}, Pays")) == []
    skipped = HEAD + (
        "stages: [{stage: A, actions: [{action: Asks, next: c}]}, "
        "{stage: B, optional: yes, actions: [Waits]}, {stage: C, actions: [Pays]}]"
    )
    assert lost(find, skipped) == []


def test_who_passes_by_an_optional_action_follows_the_order(find) -> None:
    assert lost(find, stages("{action: Asks, optional: yes, next: pays}, Waits, Pays")) == []


def test_who_passes_by_an_optional_stage_begins_the_next(find) -> None:
    text = HEAD + (
        "stages: [{stage: A, actions: [Asks]}, {stage: B, optional: %s, actions: [{action: Waits, next: d}]}, "
        "{stage: C, actions: [Pays]}, {stage: D, actions: [Leaves]}]"
    )
    assert lost(find, text % "yes") == []
    assert lost(find, text % "no") == ["no way leads to 'Pays'"]


def test_a_way_back_leads_there_too(find) -> None:
    assert lost(find, stages("{action: Asks, next: pays}, Waits, {action: Pays, next: {to: waits, when: no}}")) == []


def test_an_arrow_to_a_stage_leads_to_its_first_action(find) -> None:
    assert lost(find, stages("{action: Asks, next: s2}", "Waits", "Pays")) == ["no way leads to 'Waits'"]


def test_of_a_whole_stretch_the_first_is_told(find) -> None:
    assert lost(find, stages("{action: Asks, next: s2}, Waits, Waits on", "Waits still", "Pays")) == [
        "no way leads to 'Waits'"
    ]


def test_an_arrow_to_another_map_leads_away(find) -> None:
    assert lost(find, stages('{action: Asks, next: "map:other"}, Waits')) == ["no way leads to 'Waits'"]


def test_others_actions_are_passed_by(find) -> None:
    assert (
        lost(find, TWO + stages("{action: Asks, persona: dan, next: s1}, {action: Waits, persona: mia}", "Pays")) == []
    )


def test_an_action_that_some_come_to_is_told_for_the_others(find) -> None:
    text = TWO + stages("{action: Asks, persona: dan, next: s1}, Waits", "Pays")
    assert lost(find, text) == ["no way leads to 'Waits' for 'Dan'"]


def test_for_all_who_walk_it_it_is_told_once(find) -> None:
    assert lost(find, TWO + stages("{action: Asks, next: s1}, Waits", "Pays")) == ["no way leads to 'Waits'"]
    own = TWO + stages("{action: Asks, next: s1}, {action: Waits, persona: mia}", "Pays")
    assert lost(find, own) == ["no way leads to 'Waits'"]


def test_behind_an_endless_loop_the_loop_tells_it_better() -> None:
    rules = tuple((rule, rule.severity) for rule in built_in() if rule.code in ("JK110", "JK111"))
    document = load(Source("x.journey.yaml", stages("Asks, {action: Asks again, next: asks}, Waits", "Pays")))
    found = lint(document, Settled(rules), date(2026, 11, 21), dict(TEMPLATES))
    assert [one.code for one in found] == ["JK111"]
