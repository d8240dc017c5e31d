"""Every fault told once, at its place, and the rest still read."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from journeykit.model.anatomy import anatomy, key_of
from journeykit.model.elements import Journey, Libraries, Part
from journeykit.model.reading import MISSING, keys_of, read_model
from journeykit.source.flaw import FlawError
from journeykit.source.yamltree import Tree

HEAD = "journey: 1\ntitle: T\n"


def read(text: str) -> tuple[Journey | None, list[tuple[str, str, str]]]:
    """The journey in a text, and code, field and place (`line:column`) of each flaw."""
    journey, flaws = read_model(Journey, Tree(HEAD + text))
    return journey, [(flaw.code, flaw.field, f"{flaw.span.line}:{flaw.span.column}") for flaw in flaws]


def hints(text: str) -> list[str]:
    return [flaw.hint for flaw in read_model(Journey, Tree(HEAD + text))[1]]


def test_a_map_of_three_lines() -> None:
    journey, flaws = read("stages: [Hears a noise, Asks around, Books a garage]")
    assert not flaws
    assert journey is not None
    assert [stage.stage for stage in journey.stages] == ["Hears a noise", "Asks around", "Books a garage"]


def test_short_forms_are_the_long_forms() -> None:
    short, none = read(
        "personas: {dan: Dan}\nchannels: {web: Web}\nhelp: {faq: Questions}\npromises: {fair: Fairness}\n"
        "metrics: {nps: NPS}\nevidence: {talks: Talks}\ntags: one\nopportunities: Do it\nrisks: Rain\n"
        "stages:\n  stage: a\n  needs: n\n  thoughts: t\n  quotes: q\n  questions: w?\n  pains: p\n  highlights: h\n"
        "  gaps: g\n  risks: r\n  opportunities: o\n  frontstage: f\n  backstage: b\n  support: s\n  physical: y\n"
        "  leaves: l\n  gate: c\n  health: s\n  emotion: tired\n  actions:\n    action: x\n    emotion: 2\n    next: y\n"
        "    event: e\n    persona: dan\n"
    )
    long, also_none = read(
        "personas: {dan: {name: Dan}}\nchannels: {web: {name: Web}}\nhelp: {faq: {name: Questions}}\n"
        "promises: {fair: {name: Fairness}}\nmetrics: {nps: {name: NPS}}\nevidence: {talks: {name: Talks}}\n"
        "tags: [one]\nopportunities: [{opportunity: Do it}]\nrisks: [{risk: Rain}]\n"
        "stages:\n- stage: a\n  needs: [{need: n}]\n  thoughts: [{thought: t}]\n  quotes: [{quote: q}]\n"
        "  questions: [{question: w?}]\n  pains: [{pain: p}]\n  highlights: [{highlight: h}]\n  gaps: [{gap: g}]\n"
        "  risks: [{risk: r}]\n  opportunities: [{opportunity: o}]\n  frontstage: [{frontstage: f}]\n"
        "  backstage: [{backstage: b}]\n  support: [{support: s}]\n  physical: [{physical: y}]\n"
        "  leaves: [{leave: l}]\n  gate: [{checkpoint: c}]\n  health: [{signal: s}]\n  emotion: [{feeling: tired}]\n"
        "  actions:\n  - action: x\n    emotion: [{score: 2}]\n    next: [{to: y}]\n    event: [e]\n    persona: [dan]\n"
    )
    assert none == also_none == []
    assert short == long


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the map
        ("", [("JK004", "stages", "1:1")]),
        ("stages:", [("JK004", "stages", "3:1")]),
        ("stages: [a]\nfoo: b", [("JK002", "foo", "4:1")]),
        ("stages: [a]\nfoo:", [("JK002", "foo", "4:1")]),
        ("stages: [a]\nstate: past", [("JK005", "state", "4:8")]),
        ("stages: [a]\nstatus: {a: b}", [("JK003", "status", "4:9")]),
        ("stages: [a]\nreviewed: soon\nreview_every: often", [("JK003", "reviewed", "4:11"), ("JK003", "review_every", "5:15")]),
        ("stages: [a]\nscope: all of it", [("JK003", "scope", "4:8")]),
        ("stages: [a]\nscope: {begins: x}", [("JK002", "begins", "4:9")]),
        # libraries
        ("stages: [a]\nchannels: [web, tel]", [("JK003", "channels", "4:11")]),
        ("stages: [a]\nchannels: {web: [a]}", [("JK003", "web", "4:17")]),
        ("stages: [a]\nchannels: {web: {kind: digital}}", [("JK004", "name", "4:17")]),
        ("stages: [a]\nchannels: {web: {name: W, kind: virtual}}", [("JK005", "kind", "4:33")]),
        ("stages: [a]\nchannels: {web: {name: W, knd: digital}}", [("JK002", "knd", "4:27")]),
        ("stages: [a]\ntouchpoints: {t: T}", [("JK004", "channel", "4:18")]),
        ("stages: [a]\ntouchpoints: {t: {name: T, channel: [c, d]}}", [("JK003", "channel", "4:37")]),
        ("stages: [a]\npersonas: {d: {name: D, share: 120%}}", [("JK005", "share", "4:32")]),
        ("stages: [a]\npersonas: {d: {name: D, role: [buyer, king]}}", [("JK005", "role", "4:39")]),
        ("stages: [a]\nmetrics: {n: {name: N, now: many, sample: 1.5}}", [("JK003", "now", "4:29"), ("JK003", "sample", "4:43")]),
        # below the stages
        ("stages: [{goal: g}]", [("JK004", "stage", "3:10")]),
        ("stages: [{stage: }]", [("JK004", "stage", "3:11")]),
        ("stages: [{stage: a, emotion: 3}]", [("JK005", "score", "3:30")]),
        ("stages: [{stage: a, emotion: [1, -2.5, sad]}]", [("JK005", "score", "3:34")]),
        ("stages: [{stage: a, emotion: {score: good}}]", [("JK003", "score", "3:38")]),
        ("stages: [{stage: a, actions: {x: 1}}]", [("JK002", "x", "3:31"), ("JK004", "action", "3:30")]),
        ("stages: [{stage: a, repeats: sometimes}]", [("JK003", "repeats", "3:30")]),
        ("stages: [{stage: a, actions: [{action: x, moment_of_truth: maybe}]}]", [("JK003", "moment_of_truth", "3:60")]),
        ("stages: [{stage: a, alerts: [{alert: b}]}]", [("JK004", "when", "3:30")]),
        ("stages: [{stage: a, alerts: [{alert: b, when: never}]}]", [("JK003", "when", "3:47")]),
        ("stages: [{stage: a, alerts: [b]}]", [("JK004", "when", "3:30")]),
        ("stages: [{stage: a, gate: [{checkpoint: c, at_least: 0}]}]", [("JK005", "at_least", "3:54")]),
        ("stages: [{stage: a, opportunities: [{opportunity: o, value: 5}]}]", [("JK003", "value", "3:61")]),
        ("stages: [{stage: a, id: b c}]", [("JK003", "id", "3:25")]),
    ],
)  # fmt: skip
def test_one_mistake_is_told_once_at_its_place(text: str, told: list[tuple[str, str, str]]) -> None:
    journey, flaws = read(text)
    assert flaws == told
    assert journey is not None


def test_one_run_shows_all_that_is_wrong() -> None:
    journey, flaws = read(
        "ownr: x\nchanels: {web: {nme: Web}}\nstages:\n- stage: a\n  actons:\n  - action: x\n    emotion: 7\n"
        "    gaps:\n    - gap: g\n      severty: high\n      opportunities: [{opportunity: o, impact: 9, du: 2026}]\n"
        "- goal: g\n- [z]\n- stage: b\n  questions: [{question: q, importance: 6}]\n"
    )
    assert sorted(place for _, _, place in flaws) == sorted(
        ["3:1", "4:1", "4:17", "7:3", "9:14", "12:7", "13:48", "13:51", "14:3", "15:3", "17:41"]
    )
    assert journey is not None
    assert journey.owner == "x"
    assert journey.channels["web"].name == "Web"
    assert [stage.stage for stage in journey.stages] == ["a", MISSING, "b"]
    assert journey.stages[0].actions[0].gaps[0].severity == "high"


def test_several_bad_items_of_a_list_leave_the_good_ones() -> None:
    journey, flaws = read("stages: [{stage: a, actions: [[x], b, [y], [z], {action: c}]}]")
    assert [place for *_, place in flaws] == ["3:31", "3:39", "3:44"]
    assert journey is not None
    assert [action.action for action in journey.stages[0].actions] == ["b", "c"]


def test_a_slip_in_what_an_alias_repeats_is_told_once() -> None:
    journey, flaws = read("stages:\n- stage: a\n  actions:\n  - &n {action: x, goel: g, emotion: 9}\n  - *n\n  - y\n")
    assert [(code, field) for code, field, _ in flaws] == [("JK002", "goel"), ("JK005", "score")]
    assert journey is not None
    assert [(action.action, action.goal) for action in journey.stages[0].actions] == [
        ("x", "g"),
        ("x", "g"),
        ("y", None),
    ]


def test_a_slip_in_what_is_merged_is_told_once_and_leaves_the_stages() -> None:
    journey, flaws = read("x-d: &d {duration: soon, gaol: g}\nstages:\n- {stage: a, <<: *d}\n- {stage: b, <<: *d}\n")
    assert sorted(field for _, field, _ in flaws) == ["duration", "gaol"]
    assert journey is not None
    assert [(stage.stage, stage.goal) for stage in journey.stages] == [("a", "g"), ("b", "g")]


def test_an_unknown_key_suggests_the_nearest() -> None:
    assert hints("stages: [a]\nsumary: x") == ["did you mean `summary`?"]
    assert hints("stages: [a]\nreview-every: 1 year") == ["did you mean `review_every`?"]
    assert "x-colour" in hints("stages: [a]\ncolour: red")[0]


def test_a_key_in_capitals() -> None:
    assert hints("Stages: [a]") == ["did you mean `stages`?"]
    assert hints("stages: [a]\nTitle: U") == ["`title` stands here already; delete one"]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("Asks: is it me?", '"Asks: …"'),
        ("he asks: is it me?", '"he asks: …"'),
        ("“smart: quotes”", '"“smart: …"'),
        ('He says "x: y"', "'He says \"x: …'"),
    ],
)
def test_a_text_that_reads_as_a_key_is_to_be_quoted(item: str, hint: str) -> None:
    journey, flaws = read(f"stages:\n- stage: a\n  actions:\n  - {item}\n")
    assert [(code, place) for code, _, place in flaws] == [("JK002", "6:5")]
    assert hint in hints(f"stages:\n- stage: a\n  actions:\n  - {item}\n")[0]
    assert journey is not None
    assert journey.stages[0].actions[0].action == item


def test_a_comma_between_braces_loses_no_word_in_silence() -> None:
    text = "stages: [{stage: a, emotion: Curious, sceptical}, {stage: b, goal: find, fast , owner: o}]"
    journey, flaws = read(text)
    assert [(code, field) for code, field, _ in flaws] == [("JK002", "sceptical"), ("JK002", "fast")]
    assert all("a comma ends a text" in hint for hint in hints(text))
    assert journey is not None


def test_the_id_of_an_entry_as_a_key_is_told_how_to_be_written() -> None:
    known = "personas: {ana: Ana}\nstages: [{stage: a, emotion: {ana: -2}}]"
    assert hints(known) == ["`ana` is a persona: write {persona: ana, …}, and of several each so in a list"]
    assert hints(known.replace("ana: -2", "ben: -2"))[0].startswith("it may have")


def test_empty_keys_of_the_format_are_absent_and_unknown_ones_are_told() -> None:
    journey, flaws = read("owner:\nchannels:\n  web:\nstages:\n- stage: a\n  goal:\n  gole:\n  x-own:\n")
    assert [(code, field) for code, field, _ in flaws] == [("JK002", "gole")]
    assert journey is not None
    assert journey.channels == {}


def test_a_text_in_double_braces_is_told_once() -> None:
    assert [code for code, *_ in read("stages:\n- stage: {{name}}\n")[1]] == ["JK003"]


def test_an_empty_key_has_a_message_of_its_own() -> None:
    journey, flaws = read_model(Journey, Tree(HEAD + "stages: [a]\n? \n: b\n"))
    assert [flaw.message for flaw in flaws] == ["a key is empty"]
    assert journey is not None


@pytest.mark.parametrize("version", ["2", "one", "1.0", "[1]"])
def test_another_version_of_the_format_is_all_that_is_told(version: str) -> None:
    _, flaws = read_model(Journey, Tree(f"journey: {version}\ntitle: T\nfoo: bar\nstages: [{{goal: g}}]"))
    assert [flaw.code for flaw in flaws] == ["JK010"]


def test_own_keys_are_kept_as_they_are() -> None:
    journey, flaws = read(
        "x-a: {b: [1, yes, {c: ~}]}\nstages: [{stage: a, x-n: 2026, actions: [{action: b, x-y: no}]}]"
    )
    assert not flaws
    assert journey is not None
    assert journey.extensions == {"x-a": {"b": [1, "yes", {"c": None}]}}
    assert journey.stages[0].extensions == {"x-n": 2026}
    assert journey.stages[0].actions[0].extensions == {"x-y": "no"}


def test_what_looks_like_another_type_stays_the_text_it_is() -> None:
    journey, flaws = read("revision: 2026\nwhy: 12:30\nowner: no\nstages: [0755, 1e3, true, 2026-01-02]")
    assert not flaws
    assert journey is not None
    assert (journey.revision, journey.why, journey.owner) == ("2026", "12:30", "no")
    assert [stage.stage for stage in journey.stages] == ["0755", "1e3", "true", "2026-01-02"]


def test_a_metric_in_per_cent() -> None:
    journey, _ = read("metrics: {m: {name: M, now: 61%, target: 35}}\nstages: [a]")
    assert journey is not None
    metric = journey.metrics["m"]
    assert (metric.unit, metric.now, metric.target) == ("%", 61, 35)


def parts(part: type[Part], seen: set[type[Part]]) -> set[type[Part]]:
    if part not in seen:
        seen.add(part)
        for held in anatomy(part).holding:
            parts(held.part, seen)
    return seen


@pytest.mark.parametrize(
    "part", sorted(parts(Journey, set()), key=lambda part: part.__name__), ids=lambda p: p.__name__
)
def test_every_key_of_every_part_refuses_a_list_of_lists_or_takes_it_as_own(part: type[Part]) -> None:
    for name, info in part.model_fields.items():
        if info.alias == "x-":
            continue
        for wrong in ([["a"]], {"zz": {"zz": "zz"}}, [{"zz": [["zz"]]}]):
            tree = Tree(yaml.safe_dump({key_of(name, info): wrong}))
            _, flaws = read_model(part, tree)
            assert flaws, f"{part.__name__}.{name} takes {wrong}"
            assert all(flaw.span.line >= 1 for flaw in flaws)


# --- whatever the models can hold is read --------------------------------------------------------------------------

TEXT = st.text(st.sampled_from("abc é日🙂:#-'\"\\&*!%@`{}[],>|"), min_size=1, max_size=10).map(lambda t: f"w{t}w")
EXAMPLES = {
    "Words": TEXT, "Scale": st.sampled_from(["1", "2"]), "Number": st.sampled_from(["3", "4"]),
    "Quantity": st.sampled_from(["3", "61%"]), "YesNo": st.sampled_from(["yes", "off"]),
    "Reason": st.sampled_from(["yes", "two words"]), "ShareOf": st.sampled_from(["31%", "0.4"]),
    "Dated": st.sampled_from(["2026", "2026-02", "2026-02-03"]), "Lasting": st.sampled_from(["2 weeks", "P3D"]),
    "Repeating": st.sampled_from(["yes", "1 month"]), "Money": st.just("5 EUR"), "Identifier": st.sampled_from(["i", "j"]),
    "Reference": st.sampled_from(["r", "s"]), "When": st.just("health < 50"), "FormatVersion": st.just("1"),
}  # fmt: skip


def values(part: type[Part], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """Data that a part can hold."""
    from journeykit.model.anatomy import is_many, value_of

    required, optional = {}, {}
    held = {one.field: one for one in anatomy(part).holding}
    for name, info in part.model_fields.items():
        if info.alias == "x-":
            continue
        if name in held:
            if depth > 1 and not info.is_required():
                continue
            inner = values(held[name].part, depth + 1)
            strategy: st.SearchStrategy[Any] = inner
            if held[name].keyed:
                strategy = st.dictionaries(st.sampled_from(["r", "s"]), inner, max_size=2)
            elif held[name].many:
                strategy = st.lists(inner, min_size=1, max_size=2)
        else:
            value = value_of(info)
            words = getattr(value, "words", None)
            strategy = st.sampled_from(words) if words else EXAMPLES[type(value).__name__]
            if is_many(info):
                strategy = strategy | st.lists(strategy, min_size=1, max_size=2)
        (required if info.is_required() else optional)[key_of(name, info)] = strategy
    return st.fixed_dictionaries(required, optional=optional)


@settings(max_examples=25, deadline=None)
@given(values(Journey), st.booleans())
def test_what_the_models_hold_is_read_from_any_yaml_of_it(data: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    journey, flaws = read_model(Journey, Tree(text))
    assert flaws == []
    assert journey == Journey.model_validate(data)


@settings(max_examples=60, deadline=None)
@given(st.recursive(TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(sorted({key for part in parts(Journey, set()) for key in keys_of(part)})) | TEXT, inner, max_size=4,
), max_leaves=15))  # fmt: skip
def test_no_data_breaks_reading(data: Any) -> None:
    for model in (Journey, Libraries):
        try:
            tree = Tree(yaml.safe_dump({"journey": "1", "title": "T", "stages": data, "personas": data}))
            _, flaws = read_model(model, tree)
        except FlawError:
            continue
        places = [(flaw.code, flaw.span, flaw.field) for flaw in flaws]
        assert len(places) == len(set(places))
