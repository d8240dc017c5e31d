from __future__ import annotations

import subprocess
import sys

from journeykit.model.collection import Heading, check_collection, heading
from journeykit.model.load import load
from journeykit.source.diagnostic import Diagnostic
from journeykit.source.text import Source


def head(name: str, text: str) -> Heading:
    found = heading(load(Source(name, f"journey: 1\n{text}")))
    assert found is not None
    return found


def codes(found: list[Diagnostic]) -> list[tuple[str, str, int, str]]:
    return [(one.code, one.path, one.span.line, one.hint) for one in found]


LOAN = head("loan.yaml", "title: Getting a loan\nstages: [Ask, Sign]")


def asks(to: str, key: str = "next") -> Heading:
    if key == "parent":
        return head("home.yaml", f"title: Home\nparent: {to}\nstages: [a]")
    return head("home.yaml", f"title: Home\nstages: [{{stage: a, actions: [{{action: x, next: [{to}]}}]}}]")


def test_no_journey_no_heading() -> None:
    assert heading(load(Source("x", "- a"))) is None


def test_two_maps_of_one_id() -> None:
    one, two = head("a.yaml", "id: m\ntitle: A\nstages: [a]"), head("b.yaml", "title: M\nstages: [a]")
    (found,) = check_collection([one, two], None)
    assert (found.code, found.path, found.span.line, found.related[0].path) == ("JK007", "b.yaml", 2, "a.yaml")
    assert found.related[0].span.line == 2


def test_two_revisions_of_one_map_are_no_clash() -> None:
    old, new = (
        head("a.yaml", "title: M\nrevision: 2025\nstages: [a]"),
        head("b.yaml", "title: M\nrevision: 2026\nstages: [a]"),
    )
    again = head("c.yaml", "title: M\nrevision: 2026\nstages: [a]")
    assert check_collection([old, new], None) == []
    assert [one.path for one in check_collection([old, new, again], None)] == ["c.yaml"]


def test_a_map_named_twice_does_not_clash_with_itself() -> None:
    assert check_collection([LOAN, LOAN], None) == []


def test_a_map_alone_is_not_blamed_for_what_it_cannot_see() -> None:
    assert check_collection([asks("map:nowhere")], None) == []
    assert check_collection([asks("nowhere", "parent")], None) == []


def test_references_between_maps() -> None:
    for to in ("map:getting-a-loan", "map:Getting a loan", "map:getting-a-loan/sign", "map:getting-a-loan/Sign"):
        assert check_collection([asks(to), LOAN], list) == []
    assert check_collection([asks("Getting a loan", "parent"), LOAN], list) == []
    assert codes(check_collection([asks("map:geting-a-loan"), LOAN], list)) == [
        ("JK008", "home.yaml", 3, "did you mean `getting-a-loan`?")
    ]
    assert codes(check_collection([asks("map:getting-a-loan/sing"), LOAN], list)) == [
        ("JK008", "home.yaml", 3, "did you mean `sign`?")
    ]
    assert codes(check_collection([asks("nowhere", "parent"), LOAN], list))[0][:3] == ("JK008", "home.yaml", 3)


def test_the_rest_of_the_project_is_asked_only_where_it_is_needed() -> None:
    asked = []

    def others() -> list[Heading]:
        asked.append(True)
        return [LOAN]

    assert check_collection([LOAN], others) == []
    assert not asked
    assert check_collection([asks("map:getting-a-loan")], others) == []
    assert asked


def test_hints_are_the_same_in_every_run() -> None:
    code = (
        "from journeykit.model.collection import *; from journeykit.model.load import load; "
        "from journeykit.source.text import Source\n"
        "loan = heading(load(Source('l', 'journey: 1\\ntitle: Loan\\nstages: [alpha, beta, gamma, delta, eps]')))\n"
        "home = heading(load(Source('h', 'journey: 1\\ntitle: H\\n"
        'stages: [{stage: a, actions: [{action: x, next: "map:loan/zzz"}]}]\')))\n'
        "print(check_collection([home, loan], list)[0].hint)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert runs == {"use one of alpha, beta, gamma, delta, eps\n"}


def test_maps_of_two_projects_may_share_an_id() -> None:
    from journeykit.model.load import load
    from journeykit.source.text import Source

    first, second = (load(Source(f"{name}.journey.yaml", "journey: 1\ntitle: T\nstages: [A]\n")) for name in "ab")
    one, other, same = (
        heading(first, "p/journey.toml"),
        heading(second, "q/journey.toml"),
        heading(second, "p/journey.toml"),
    )
    assert one and other and same
    assert check_collection([one, other], None) == []
    assert [found.code for found in check_collection([one, same], None)] == ["JK007"]
