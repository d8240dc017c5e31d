from __future__ import annotations

import re
import shutil
from html import unescape
from xml.etree import ElementTree

import pytest

from journeykit.render.dot.diagram import VIEWS as DIAGRAMS
from journeykit.render.options import Options
from journeykit.render.outputs import svg

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<b>bold</b> & <script>alert(1)</script>",
    r"a:b:c \N \G \E \L",
    r'"quoted" \"esc\" & &amp; &lt;',
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "ends with a backslash \\",
    "]]> --> ${x} %s",
]
LONG = "Donaudampfschifffahrtsgesellschaftskapitän und sehr viele weitere Wörter " * 3
TEXTS = {
    "en": ["Compares the fee tables of three banks", "WWW MMM %%% WWWW MMMM WWWWW", LONG, "iii lll fff ttt rrr"],
    "hostile": HOSTILE,
    "ja": [
        "請求書を支払い、残高がマイナスになってしまう。",
        "한국어 텍스트도 확인합니다",
        "料金比較（やさしい日本語）🎉👩‍👩‍👧",
    ],
    "ru": ["Сравнивает таблицы комиссий трёх банков", "ЩЩЩ ЖЖЖ ШШШШ ЮЮЮЮ", "Συγκρίνει τους πίνακες των τραπεζών"],
    "ar": ["تدفع فاتورة ويصبح حسابها مكشوفاً قبل نهاية الشهر", "تسأل صديقة 2026 مرة (NPS 18)", "שואל חבר על העמלות"],
    "hi": ["हिन्दी में पूछता है कि शुल्क कितना है", "ถามเพื่อนว่าค่าธรรมเนียมเท่าไหร่และต้องทำอย่างไร"],
}


def yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def a_map(texts: list[str], lang: str = "en") -> str:
    """A map that says each of the texts wherever a diagram says something."""
    said = [yaml(text) for text in texts]
    stages = "\n".join(
        f"  - stage: {text}\n    id: s{n}\n    goal: {text}\n    phase: {text}\n    duration: 2 weeks\n"
        f"    leaves: [{{leave: {text}, because: {text}, share: 12%}}]\n    backstage: [{text}]\n"
        f"    questions: [{{question: {text}, channels: c, help: h}}, {{question: {text}, answer: {text}}}, {text}]\n"
        f"    actions:\n      - {{id: a, action: {text}, touchpoint: t, persona: p, optional: true, "
        f"emotion: {{score: {n % 5 - 2}, feeling: {text}, because: {text}}}, moment_of_truth: {text}, "
        f"next: [{{to: s0, when: {text}}}], support: [{text}], physical: [{text}], "
        f"backstage: [{{backstage: {text}, owner: {text}}}, {{backstage: {text}, owner: Ops, wait: 2 days}}]}}\n"
        f"      - {{action: b, channel: c, emotion: {text}}}"
        for n, text in enumerate(said)
    )
    return (
        f"journey: 1\nid: test\ntitle: {said[0]}\nlang: {lang}\npersonas: {{p: {{name: {said[0]}}}, q: Quinn}}\n"
        f"channels: {{c: {{name: {said[-1]}}}}}\n"
        f"touchpoints: {{t: {{name: {said[0]}, channel: c, quality: 2, expected: 5, url: 'https://example.org/?a&b'}}}}\n"
        f"help: {{h: {{name: {said[0]}, url: 'javascript:alert(1)'}}}}\nstages:\n{stages}\n"
    )


def drawn(facts, view: str, **options) -> str:
    return svg.write(facts, Options(view, **options)).decode()


@pytest.mark.parametrize("view", DIAGRAMS)
def test_hostile_text_stays_text(facts_of, view: str) -> None:
    found = drawn(facts_of(a_map(HOSTILE)), view)
    root = ElementTree.fromstring(found)
    titles = [title.text or "" for title in root.iter(f"{SVG}title")]
    for text in HOSTILE:
        assert any(text in title for title in titles), text
    said = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for text in HOSTILE:
        assert text.replace(" ", "") in said.replace(" ", ""), text
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "g", "path", "polygon", "polyline", "text", "a",
    }  # fmt: skip


@pytest.mark.parametrize("view", DIAGRAMS)
def test_nothing_is_fetched_and_only_safe_links_are_made(facts_of, view: str) -> None:
    found = drawn(facts_of(a_map(HOSTILE)), view)
    assert "<!DOCTYPE" not in found
    assert "<!--" not in found
    assert "xlink" not in found
    links = re.findall(r'href="([^"]*)"', found)
    assert set(links) == ({"https://example.org/?a&amp;b"} if view == "blueprint" else set())
    assert not re.search(r"url\(|@import|<image|<use|<foreignObject|\son\w+=", re.sub(r">[^<]*<", "><", found))


@pytest.mark.parametrize("view", DIAGRAMS)
def test_the_same_map_gives_the_same_bytes(facts_of, view: str) -> None:
    text = a_map(TEXTS["en"])
    assert svg.write(facts_of(text), Options(view)) == svg.write(facts_of(text), Options(view))


def test_it_says_what_it_is_to_those_who_hear_it(facts_of) -> None:
    root = ElementTree.fromstring(
        drawn(facts_of("title: The title\nlang: he-IL\nstages: [{stage: A, actions: [a]}]"), "flow")
    )
    assert (root.get("role"), root.get("lang"), root.get("dir")) == ("img", "he-IL", "rtl")
    names = {element.get("id"): element.text for element in root if element.get("id", "").endswith(("title", "desc"))}
    assert [names[name] for name in root.get("aria-labelledby", "").split()] == [
        "The title",
        "Flow of 1 action in 1 stage",
    ]


def test_ids_are_its_own(facts_of) -> None:
    one, two = (drawn(facts_of(f"title: {title}\nstages: [A, B]"), "flow") for title in ("One", "Two"))
    ids = re.findall(r'\sid="([^"]+)"', one)
    assert len(ids) == len(set(ids))
    assert not set(ids) & set(re.findall(r'\sid="([^"]+)"', two))


def test_fonts_begin_with_inter_and_are_said_once(facts_of) -> None:
    found = drawn(facts_of("stages: [A]"), "flow")
    assert found.count("font-family") == 1
    assert 'font-family="Inter, ' in found


def test_dark_pages(facts_of) -> None:
    facts = facts_of("stages: [{stage: A, actions: [{action: a, emotion: -2}]}]")
    light, dark, auto = (drawn(facts, "flow", theme=theme) for theme in ("light", "dark", "auto"))
    assert "prefers-color-scheme" not in light + dark
    assert "#fafaf8" in light
    assert "#fafaf8" not in dark
    assert "#101217" in dark
    assert "@media (prefers-color-scheme:dark)" in auto
    assert auto.replace(re.search("<style>.*</style>\n", auto)[0], "") == light
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', light))
    assert all(f'"{colour}"]' in auto for colour in colours)


@pytest.mark.skipif(shutil.which("dot") is None, reason="no system Graphviz")
@pytest.mark.parametrize("view", DIAGRAMS)
def test_engines_draw_the_same_picture(facts_of, view: str) -> None:
    facts = facts_of(a_map(TEXTS["en"]))
    places = [
        [
            (unescape(said).replace("\xa0", " "), float(x), float(y))
            for x, y, said in re.findall(
                r'<text [^>]*x="([^"]+)" y="([^"]+)"[^>]*>([^<]*)', drawn(facts, view, engine=name)
            )
        ]
        for name in ("graphviz-pure", "dot")
    ]
    assert len(places[0]) == len(places[1])
    for one, two in zip(*places, strict=True):
        assert one[0] == two[0]
        assert one[1:] == pytest.approx(two[1:], abs=1)


FITS = """
() => [...document.querySelectorAll('g.node')].flatMap(node => {
  const shape = node.querySelector('path, polygon');
  if (!shape) return [];
  const box = shape.getBBox();
  return [...node.querySelectorAll('text')].map(text => {
    const own = text.getBBox();
    return [text.textContent, box.x - own.x, own.x + own.width - box.x - box.width,
            box.y - own.y, own.y + own.height - box.y - box.height];
  });
})
"""


@pytest.mark.browser
def test_every_text_lies_in_its_box(facts_of, browser) -> None:
    """Measured in a browser, with the fonts of this machine and with one that is wider than most."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    for lang, texts in TEXTS.items():
        for view in DIAGRAMS:
            found = drawn(facts_of(a_map(texts, "en" if lang == "hostile" else lang)), view)
            for family in ("Inter", "Arial", "Noto Sans"):
                page.set_content(found.replace('font-family="Inter,', f'font-family="{family},'))
                measured = page.evaluate(FITS)
                assert len(measured) > 20
                outside = [row for row in measured if row[0].strip() and (max(row[1:3]) > 0.5 or max(row[3:]) > 4)]
                assert not outside, (lang, view, family, outside[:5])
    page.close()
