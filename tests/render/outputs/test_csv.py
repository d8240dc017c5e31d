"""Read back by the standard library's reader, as any other program would."""

from __future__ import annotations

import csv
import io

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs.csv import write
from journeykit.render.tables.formulas import harmless

MAP = """\
personas: {ann: {name: "Ann, in a hurry"}, bo: {name: Bo}}
channels: {web: Website, shop: Garage}
touchpoints: {desk: {name: Front desk, channel: shop}}
help: {list: {name: Price list, channels: shop}}
evidence: {talks: {name: Ten talks}}
stages:
  - stage: "Hears a noise, again"
    emotion: {score: -1, feeling: uneasy}
    actions:
      - action: |-
          Listens
          "closely"
        touchpoint: desk
        emotion: [{score: -2, because: it sounds expensive, desired: 1, evidence: talks}, {persona: bo, score: 1.5}]
    questions: [{question: What will it cost?, channels: web, help: list, share: 40%, importance: 4}]
    gaps:
      - gap: Nobody calls back
        severity: high
        desired: A call
        opportunities: [{opportunity: A message, impact: 5, effort: 2, value: 40000 EUR, due: 2026-02}]
    risks: [{risk: Rain, likelihood: low, harm: high}]
  - stage: Drives off
opportunities: [{opportunity: A garage of our own}]
"""


def rows(facts_of, text: str) -> list[dict[str, str]]:
    content = write(facts_of(text), Options())
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_row_an_element(facts_of) -> None:
    found = rows(facts_of, MAP)
    assert [row["kind"] for row in found] == [
        "opportunity", "stage", "question", "gap", "opportunity", "risk", "action", "emotion", "stage",
    ]  # fmt: skip
    action = next(row for row in found if row["kind"] == "action")
    assert action["text"] == 'Listens\n"closely"'
    assert (action["stage"], action["stage_number"]) == ("Hears a noise, again", "1")
    assert (action["channel"], action["touchpoint"]) == ("Garage", "Front desk")
    assert (action["score"], action["desired"], action["because"]) == ("-2", "1", "it sounds expensive")
    assert action["evidence"] == "Ten talks"
    assert action["address"] == "stages/hears-a-noise-again/actions/listens-closely"
    other = next(row for row in found if row["kind"] == "emotion")
    assert (other["persona"], other["score"]) == ("Bo", "1.5")
    question = next(row for row in found if row["kind"] == "question")
    assert (question["state"], question["wrong_place"], question["help"]) == ("answered", "yes", "Price list")
    assert (question["share"], question["importance"]) == ("0.4", "4")
    mended = next(row for row in found if row["text"] == "A message")
    assert (mended["impact"], mended["value"], mended["due"]) == ("5", "40000 EUR", "2026-02")
    # The stage's own feeling is told even where the actions give the curve.
    assert next(row for row in found if row["kind"] == "stage")["feeling"] == "uneasy"
    assert found[-1]["score"] == ""


def test_it_is_csv_as_spreadsheets_open_it(facts_of) -> None:
    content = write(facts_of(MAP), Options())
    # Without the mark, Excel would show the letters beyond ASCII as others.
    assert content.startswith(b"\xef\xbb\xbfstage_number,stage,action,kind,text,")
    assert content.count(b"\r\n") == 10
    assert b'"Hears a noise, again"' in content
    assert b'"Listens\n""closely"""' in content
    assert content == write(facts_of(MAP), Options(lang="en"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-x", "@SUM(A1)", "\t=1", "＝1+1", "＋1x", "－1x", "＠x", " =1", "\ufeff=1", "-2+3"]
)
def test_no_text_is_run(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-2", "+1.5", "a=b", "x-y", "", "−2 of 4"])
def test_what_runs_nothing_stays(text: str) -> None:
    assert harmless(text) == text


def test_formulas_of_a_map_are_texts_and_scores_are_numbers(facts_of) -> None:
    text = 'stages: [{stage: "=1+1", actions: [{action: "@x", emotion: -2}], gaps: ["\\t=cmd|x", "＝1"]}]'
    found = rows(facts_of, text)
    assert [row["text"] for row in found] == ["'=1+1", "'=cmd|x", "'＝1", "'@x"]
    assert found[-1]["score"] == "-2"


def test_what_steers_a_terminal_is_shown_as_its_code(facts_of) -> None:
    assert rows(facts_of, 'stages: ["a\\e[31mb\\u202Ec"]')[0]["text"] == "a\\x1b[31mb\\u202ec"


def test_lanes_that_are_asked_for(facts_of) -> None:
    content = write(facts_of(MAP), Options(lanes=("doing", "risks"))).decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [row["kind"] for row in found] == ["stage", "risk", "action", "stage"]
    assert not any(row["score"] for row in found)
