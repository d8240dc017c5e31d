"""The generator of maps: the same seed gives the same map, clean maps are clean, and defects are found."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
import yaml
from benchmarks.defects import CODES, into, mistake
from benchmarks.generate import LARGE, LONGEST, SHORTEST, TODAY, flow_map, make

from journeykit.model.document import Document
from journeykit.model.elements import Action, Stage
from journeykit.model.load import load
from journeykit.model.project import Settings
from journeykit.rules.judge import Judge
from journeykit.rules.registry import built_in
from journeykit.rules.select import Selection
from journeykit.source.text import Source

SEEDS = range(24)


def read(text: str) -> Document:
    return load(Source("generated.journey.yaml", text))


@pytest.mark.parametrize("seed", SEEDS)
def test_clean_map_gives_no_finding(seed: int) -> None:
    document = read(make(seed))
    assert document.diagnostics == ()
    assert document.journey is not None


def test_clean_map_gives_no_finding_of_any_rule() -> None:
    """What the benchmark of the rules calls clean is clean on its day."""
    judge = Judge(Selection(built_in(), Settings()), date.fromisoformat(TODAY), {})
    found = {seed: judge.judge(read(make(seed))) for seed in range(8 * len(SEEDS))}
    assert {seed: [f"{one.code} {one.message}" for one in ones] for seed, ones in found.items() if ones} == {}


def test_same_seed_gives_same_text() -> None:
    assert make(5) == make(5)
    assert make(5) != make(5 + len(SEEDS))


@pytest.mark.parametrize("seed", SEEDS)
def test_map_has_an_ordinary_length(seed: int) -> None:
    assert SHORTEST <= make(seed).count("\n") <= LONGEST


def test_maps_are_all_different_maps() -> None:
    maps = [yaml.load(make(seed), yaml.SafeLoader) for seed in SEEDS]
    assert len({one["id"] for one in maps}) == len({one["title"] for one in maps}) == len(maps)


def test_maps_use_every_kind_of_element() -> None:
    journeys = [journey for seed in range(8 * len(SEEDS)) if (journey := read(make(seed)).journey)]
    stages = [stage for journey in journeys for stage in journey.stages]
    actions = [action for stage in stages for action in stage.actions]
    used = {name for part in (*stages, *actions) for name in part.model_fields_set}
    # What the generator leaves out.
    assert {*Stage.model_fields, *Action.model_fields} - used == {"formerly", "extensions"}
    for library in ("personas", "channels", "touchpoints", "promises", "help", "metrics", "evidence"):
        assert all(getattr(journey, library) for journey in journeys)


def test_maps_are_written_in_all_styles() -> None:
    text = "\n".join(make(seed) for seed in SEEDS)
    for sign in (": >-\n", ": |\n", ": {", ": [", "- {", ': "', ": '", "  # ", "\n# ", "ü", "Σ", "小", "−"):
        assert sign in text


def test_large_map_is_clean_and_of_the_length_asked_for() -> None:
    text = make(0, LARGE)
    assert abs(text.count("\n") - LARGE) < 200
    assert read(text).diagnostics == ()


def test_flow_map_has_the_actions_asked_for() -> None:
    journey = read(flow_map(20)).journey
    assert journey is not None
    assert sum(len(stage.actions) for stage in journey.stages) == 20
    assert read(flow_map(20)).diagnostics == ()


@pytest.mark.parametrize("code", CODES)
def test_mistake_is_found_by_its_rule_alone(code: str) -> None:
    texts = [(make(seed), mistake(code)(make(seed))) for seed in SEEDS]
    changed = [wrong for right, wrong in texts if right != wrong]
    assert len(changed) > len(SEEDS) / 2
    for text in changed:
        assert {found.code for found in read(text).diagnostics} == {code}


def test_defects_are_several_and_the_same_for_a_seed() -> None:
    assert make(3, defects=True) == make(3, defects=True)
    assert len({found.code for found in read(into(make(3), Random(1))).diagnostics}) >= 2
