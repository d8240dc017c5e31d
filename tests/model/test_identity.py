from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit.model.elements import Journey
from journeykit.model.identity import Outline, slug


def outline(stages: object, **more: object) -> Outline:
    return Outline(Journey.model_validate({"journey": "1", "title": "Trip", "stages": stages, **more}))


def stage_ids(*stages: object) -> list[str]:
    found = outline(list(stages))
    return [found.id(stage) for stage in found.journey.stages]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Why am I always short?", "why-am-i-always-short"),
        ("What's in it for me — really?", "what-s-in-it-for-me-really"),
        ("  Ends with blanks  ", "ends-with-blanks"),
        ("Crème brûlée", "creme-brulee"),
        ("Čeština, řeč", "cestina-rec"),
        ("Ελλάδα", "ελλαδα"),
        ("Ещё чай", "еще-чаи"),
        ("日本語 の 旅", "日本語-の-旅"),
        ("हिन्दी में", "हिन्दी-में"),
        ("مرحبا بك", "مرحبا-بك"),
        ("תוֹדָה", "תוֹדָה"),
        ("a🙂b", "a-b"),
        ("½ price", "price"),
        ("50 % off", "50-off"),
        ("a_b.c", "a-b-c"),
        ("🙂", ""),
        ("…", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, wanted: str) -> None:
    assert slug(text) == wanted


def test_a_long_slug_is_cut_after_the_last_word_that_ends_within_60() -> None:
    sixty = "a" * 29 + "-" + "b" * 30
    assert slug(f"{'a' * 29} {'b' * 30} c") == sixty
    assert slug(f"{'a' * 29} {'b' * 31} c") == "a" * 29
    assert slug("a" * 61) == "a" * 60
    assert slug(f"{'a' * 70} b") == "a" * 60
    assert slug(f"{'a' * 60} b") == "a" * 60
    assert slug("語" * 61) == "語" * 60


@given(st.text(max_size=120))
def test_a_slug_of_a_slug_is_itself_short_and_clean(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert len(once) <= 60
    assert not once.startswith("-")
    assert not once.endswith("-")
    assert "--" not in once
    assert all(character == "-" or category(character)[0] in "LM" or category(character) == "Nd" for character in once)


def test_derived_ids_give_way_to_written_and_to_earlier_ones() -> None:
    assert stage_ids("Wait", "Wait", "wait!") == ["wait", "wait-2", "wait-3"]
    assert stage_ids("Wait", {"stage": "Other", "id": "wait"}) == ["wait-2", "wait"]
    assert stage_ids("Wait", {"stage": "Other", "id": "wait-2"}, "Wait") == ["wait", "wait-2", "wait-3"]
    assert stage_ids("Wait 2", "Wait", "Wait") == ["wait-2", "wait", "wait-3"]


def test_an_empty_slug_is_the_kind_and_its_place() -> None:
    assert stage_ids("Go", "…", "🙂") == ["go", "stage-2", "stage-3"]
    assert stage_ids({"stage": "Go", "id": "stage-2"}, "…") == ["stage-2", "stage-2-2"]


@given(st.lists(st.sampled_from(["a", "A!", "a 2", "a-2", "…", "b"]), min_size=1, max_size=12))
def test_ids_are_unique_among_siblings(texts: list[str]) -> None:
    ids = stage_ids(*texts)
    assert len(set(ids)) == len(ids)


def test_many_of_one_text_are_counted_quickly() -> None:
    ids = stage_ids(*["Same"] * 5000)
    assert ids[-1] == "same-5000"


def test_addresses_and_paths() -> None:
    found = outline(
        [
            {
                "stage": "Pick one",
                "actions": [{"action": "Looks", "gaps": [{"gap": "No light", "opportunities": ["Lamp"]}]}],
                "gate": [{"checkpoint": "First report", "id": "report"}],
            }
        ],
        touchpoints={"web-chat": {"name": "Chat", "channel": "web"}},
    )
    assert {place.address: place.path for place in found} == {
        "touchpoints/web-chat": ("touchpoints", "web-chat"),
        "stages/pick-one": ("stages", 0),
        "stages/pick-one/actions/looks": ("stages", 0, "actions", 0),
        "stages/pick-one/actions/looks/gaps/no-light": ("stages", 0, "actions", 0, "gaps", 0),
        "stages/pick-one/actions/looks/gaps/no-light/opportunities/lamp": (
            "stages", 0, "actions", 0, "gaps", 0, "opportunities", 0,
        ),
        "stages/pick-one/gate/report": ("stages", 0, "gate", 0),
    }  # fmt: skip
    action = found.journey.stages[0].actions[0]
    assert found.address(action) == "stages/pick-one/actions/looks"


def test_a_map_is_known_by_its_id_else_by_its_title() -> None:
    assert outline(["a"]).root.id == "trip"
    assert outline(["a"], id="t-1").root.id == "t-1"
