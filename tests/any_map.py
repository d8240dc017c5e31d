"""Maps of any kind for property-based tests, built from the format itself: whatever it may hold, they hold."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from journeykit.model import values
from journeykit.model.anatomy import is_keyed, is_many, key_of, part_of, value_of
from journeykit.model.conditions import When
from journeykit.model.elements import LIBRARIES, Action, Emotion, Journey, LibraryEntry, Next, Part, Stage
from journeykit.model.elements.journey import FormatVersion
from journeykit.model.templates import TEMPLATES

#: The ids that all libraries use, so that references mostly meet something, and something of every kind.
IDS = ("a", "b", "c.1", "das-ß", "客户")
STAGES = ("Awareness", "Decision", "Purchase", "Kauf", "Review", "Onboarding", "After", "Need", "a")
TEXTS = (
    *IDS,
    *STAGES,
    *("", " ", "!!!", "—", "🙂", "a/b", "map:other", "no", "12:30", "1e3", "-", ".", "..", "null", "\t\n", "\u0301"),
    *(
        "购买后三天内退货",
        "متى تصل؟",
        "‮gnp.exe",
        "x" * 20_000,
        "wort " * 400,
        "a\u2028b\x85c",
        "\ufeffa",
        "\x00\x1b[31m",
    ),
    *("The qualified lead enters the sales funnel", "Wir erhöhen die Conversion Rate", "curious", "wütend", "+0"),
    *("Mail ana@example.com", "+49 170 123 45 67", "4111 1111 1111 1111", "0" * 17, "Why?", "why", "WHY!"),
)
DAYS = ("0001-01-01", "0001", "0001-12", "9999-12-31", "9999", "9999-12", "2026-11-21", "2026-11", "2024-02-29", "1969")
LENGTHS = (
    "1000000 years",
    "1000000 months",
    "0 days",
    "0.0001 seconds",
    "1 year",
    "3 weeks",
    "P999999D",
    "PT0S",
    "1 h",
)
CONDITIONS = ("health < 50", "health > 70 and no event in 14 days", "health fell 20 in 1000000 years", "nps < -100",
              "days in stage > 99999999", "checkpoint a missed", "health > 71", "days in stage < 0")  # fmt: skip
NUMBERS = ("0", "1", "-1", "0.5", "-100", "101", "1e300", "-1e300", "1e-300", "9007199254740993")
#: What is nearly always there: most of what rules look at hangs on it.
OFTEN = {
    *((Journey, key) for key in LIBRARIES), (Stage, "actions"), (Action, "channel"), (Action, "touchpoint"),
    (Action, "emotion"), (Emotion, "score"),
}  # fmt: skip
#: How many further keys a piece has at most, where that is not 5.
MANY: dict[type[Part], int] = {Journey: 9, Stage: 7}
#: What YAML lets stand in a file unescaped.
PRINTABLE = st.characters(exclude_categories=("Cc", "Cs", "Cn"))
#: What no field can take, or few.
SLIPS = (None, [], {}, "?", ["a", "a"], {"nmae": "a"}, "99", "-0.0", [[]], "Infinity")
EVERYTHING = settings(
    max_examples=40, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)  # fmt: skip

READABLE: dict[type[values.Value], Callable[[Any], st.SearchStrategy[Any]]] = {
    values.Words: lambda value: st.sampled_from(TEXTS) | st.text(PRINTABLE, max_size=12),
    values.Identifier: lambda value: st.sampled_from((*IDS, *STAGES, *map(str, range(99)))),
    values.OneOf: lambda value: st.sampled_from((*value.words, "another") if value.open else value.words),
    values.YesNo: lambda value: st.sampled_from(("yes", "no", True, False)),
    values.Reason: lambda value: st.sampled_from(("yes", "no", "they stay or go")),
    values.Reference: lambda value: st.sampled_from(IDS[:3]),
    values.Scale: lambda value: st.sampled_from((value.low, value.high, "1.5", "+1", value.low + 1)),
    values.Number: lambda value: st.sampled_from(("1", "3", "1e300") if value.positive or value.whole else NUMBERS),
    values.Quantity: lambda value: st.sampled_from((*NUMBERS, "61%")),
    values.ShareOf: lambda value: st.sampled_from(("0%", "100%", "0.2", "60%", 1, 0)),
    values.Money: lambda value: st.sampled_from(("0 EUR", "-4.5 JPY", f"{'9' * 30} USD")),
    values.Dated: lambda value: st.sampled_from(DAYS),
    values.Lasting: lambda value: st.sampled_from(LENGTHS),
    values.Repeating: lambda value: st.sampled_from(("yes", *LENGTHS)),
    When: lambda value: st.sampled_from(CONDITIONS),
    FormatVersion: lambda value: st.just(1),
}


@cache
def one_of(*choices: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


@cache
def written(kind: type[Part], name: str, slips: bool) -> st.SearchStrategy[Any]:
    """What may stand under a key of a piece of a map."""
    info = kind.model_fields[name]
    held = part_of(info)
    value = value_of(info)
    if held is not None and is_keyed(info):
        entry = part(held, slips)
        few = dict.fromkeys(IDS[:3], entry)
        right: st.SearchStrategy[Any] = st.fixed_dictionaries(few, optional=dict.fromkeys(IDS[3:], entry))
    elif held is Stage:
        right = st.sampled_from((1, 2, 3, 4, 6, 12)).flatmap(
            lambda many: st.lists(part(Stage, slips), min_size=many, max_size=many)
        )
    elif held is not None:
        entry = part(held, slips)
        right = st.lists(entry, min_size=1, max_size=4 if held is Action else 2) if is_many(info) else entry
    elif (kind, name) == (Journey, "template"):
        right = one_of(*TEMPLATES)
    elif (kind, name) == (Journey, "lang"):
        right = one_of("en", "en", "de", "pt-BR", "ar", "zz", "")
    elif (kind, name) == (Next, "to"):
        right = st.lists(one_of(*STAGES), min_size=1, max_size=2).map("/".join)
    else:
        assert value is not None
        entry = READABLE[type(value)](value)
        right = st.lists(entry, min_size=1, max_size=2) if is_many(info) else entry
    return (one_of(*range(40)).flatmap(lambda chance: right if chance else one_of_slips)) if slips else right


@cache
def part(kind: type[Part], slips: bool) -> st.SearchStrategy[Any]:
    """A piece of a map: what it must have, and some of what it may have; or the text it is short for."""
    return st.deferred(lambda: _part(kind, slips))


@st.composite
def _part(draw: st.DrawFn, kind: type[Part], slips: bool) -> Any:
    fields = {key_of(name, info): name for name, info in kind.model_fields.items() if name != "extensions"}
    required = [key for key, name in fields.items() if kind.model_fields[name].is_required()]
    if kind.short and required == [kind.short] and draw(one_of(*range(6))) == 5:
        return draw(one_of(*(STAGES if kind is Stage else TEXTS)))
    # The id of a library's entry is its key: one written beside it is a slip.
    given_already = {"id"} if issubclass(kind, LibraryEntry) and not slips else set()
    optional = sorted(fields.keys() - set(required) - given_already)
    often = [key for key in optional if (kind, key) in OFTEN]
    most = min(MANY.get(kind, 5), len(optional))
    chosen = draw(st.lists(one_of(*optional), min_size=min(most, 2), max_size=most, unique=True))
    map_ = {key: draw(written(kind, fields[key], slips)) for key in sorted({*required, *often, *chosen})}
    if kind.short in required and not slips and not str(map_[kind.short]).strip():
        map_[kind.short] = "Something"
    if kind is Stage and "stage" in map_ and draw(st.booleans()):
        map_["stage"] = draw(one_of(*STAGES))
    if slips and draw(one_of(*range(40))) == 39:
        map_[draw(one_of("nmae", "", "Asks: why", *optional))] = draw(one_of_slips)
    if draw(one_of(*range(40))) == 39:
        map_["x-own"] = draw(one_of_slips)
    return map_


one_of_slips = st.sampled_from(SLIPS).map(deepcopy)


def maps(slips: bool) -> st.SearchStrategy[str]:
    """The text of a map as JSON, which is YAML; with slips, some of what stands there is wrong."""
    width = st.sampled_from((None, 1))
    return st.builds(
        lambda map_, indent: json.dumps(map_, ensure_ascii=False, indent=indent), part(Journey, slips), width
    )
