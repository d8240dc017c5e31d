"""The sheets of channels, personas and opportunities: whole, equal each time, safe, and nothing on top of anything."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs import svg

VIEWS = ("channels", "personas", "opportunities")
HOSTILE = "</style></title></svg><script>x</script><img src=x onerror=y>{{7*7}}'>&amp;{% raw %}"
LONG = "the customer compares fees and asks a friend about better accounts before she signs the form " * 4
MAP = """
title: T
owner: T
lang: LANG
personas: {a: {name: T, quote: T, summary: T, goals: [T, T], prefers: web, evidence: e}, b: T}
channels: {web: T, tel: {name: T, owner: T}, shop: T}
touchpoints: {p: {name: T, channel: web, quality: 2, expected: 5, evidence: e}}
evidence: {e: {name: T}}
help: {h: {name: T, channels: tel, state: planned}}
stages:
- stage: T
  touchpoints: p
  questions: [{question: T, channels: [web, tel]}, {question: T, channels: tel, help: h}]
  actions: [{action: T, channel: web, emotion: {score: -1, feeling: T, because: T}}, {action: T, emotion: 2}]
  gaps: [{gap: T, severity: high, opportunities: [{opportunity: T, impact: 4, effort: 2, owner: T, value: 5 EUR}, T]}]
  pains: [{pain: T, severity: critical}]
- stage: T
  opportunities: [{opportunity: T, state: done}, {opportunity: T, impact: 4, effort: 2}]
"""


def filled(text: str, lang: str = "en") -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    return re.sub(r"\bT\b", lambda _: quoted, MAP).replace("LANG", lang)


def sheet(facts_of, view: str, text: str, **options: object) -> str:
    return svg.write(facts_of(text), Options(view=view, **options)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("text", ["Some words", HOSTILE, LONG, "顧客比較費用並詢問朋友", "x" * 120])
def test_it_is_sound_xml_without_scripts_or_addresses(facts_of, view: str, text: str) -> None:
    drawn = sheet(facts_of, view, filled(text))
    root = ElementTree.fromstring(drawn)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not names & {"script", "foreignObject", "image", "iframe", "a"}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert "://" not in drawn.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_map_gives_the_same_bytes(facts_of, view: str) -> None:
    assert sheet(facts_of, view, filled("Words")) == sheet(facts_of, view, filled("Words"))


@pytest.mark.parametrize("view", VIEWS)
def test_light_dark_or_as_the_screen_is_set(facts_of, view: str) -> None:
    assert "prefers-color-scheme" in sheet(facts_of, view, filled("Words"))
    light, dark = (sheet(facts_of, view, filled("Words"), theme=theme) for theme in ("light", "dark"))
    assert "prefers-color-scheme" not in light + dark
    assert "#fafaf8" in light
    assert "#101217" in dark


@pytest.mark.parametrize("view", VIEWS)
def test_a_map_without_any_says_so(facts_of, view: str) -> None:
    drawn = sheet(facts_of, view, "title: T")
    assert "This map" in drawn
    assert ElementTree.fromstring(drawn) is not None


# --- in a browser ----------------------------------------------------------------------------------------------------

MEASURE = """
() => {
  const svg = document.documentElement, sheet = svg.getBoundingClientRect(), out = [], met = [];
  const boxes = [...document.querySelectorAll('text')].map(e => [e.getBoundingClientRect(), e.textContent]);
  for (const [r, text] of boxes) if (r.left < -1 || r.right > sheet.right + 1 || r.bottom > sheet.bottom + 1)
    out.push(text.slice(0, 40));
  boxes.sort((a, b) => a[0].top - b[0].top);
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && boxes[j][0].top < boxes[i][0].bottom; j++) {
    const [a, b] = [boxes[i][0], boxes[j][0]];
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (w > 2 && h > 6) met.push(`${boxes[i][1].slice(0, 30)} | ${boxes[j][1].slice(0, 30)} (${w | 0} by ${h | 0})`);
  }
  return {out, met, boxes: boxes.length};
}
"""


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("text", "lang"),
    [("Some words", "en"), (HOSTILE, "en"), (LONG, "en"), ("顧客比較費用並詢問朋友" * 4, "zh"), ("x" * 120, "en"), ("العميل يقارن الرسوم ويسأل صديقا", "ar")],
    ids=["words", "hostile", "long", "chinese", "unbroken", "arabic"],
)  # fmt: skip
def test_no_text_lies_on_another_or_leaves_the_sheet(facts_of, browser, tmp_path, view, text, lang) -> None:
    (tmp_path / "sheet.svg").write_text(sheet(facts_of, view, filled(text, lang)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1700, "height": 1200})
    page.goto((tmp_path / "sheet.svg").as_uri())
    measured = page.evaluate(MEASURE)
    page.close()
    assert measured["boxes"] > 10
    assert measured["out"] == []
    assert measured["met"] == []
