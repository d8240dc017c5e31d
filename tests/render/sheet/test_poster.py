from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs import svg
from journeykit.render.sheet.poster import drawn
from journeykit.render.theme import default_theme
from journeykit.render.views.poster import poster

TEXTS = {
    "short": ["a"],
    "usual": ["Compares the fee tables of three banks", "Asks a friend", "WWW MMM %%% WWWW MMMM"],
    "long": ["Donaudampfschifffahrtsgesellschaftskapitän and a good many further words follow here " * 5],
    "hostile": ['<script>alert(1)</script> & "x" ]]> \\ ${x}', "a\u202eb\x07c"],
    "ja": ["請求書を支払い、残高がマイナスになってしまう。", "料金比較（やさしい日本語）🎉"],
    "ar": ["تدفع فاتورة ويصبح حسابها مكشوفاً قبل نهاية الشهر", "שואל חבר על העמלות"],
}


def a_map(stages: int, actions: int, texts: list[str], lang: str = "en") -> str:
    said = ["'" + text[:400].replace("'", "''").replace("\x07", "") + "'" for text in texts]
    made = []
    for n in range(stages):
        t = said[n % len(said)]
        own = "".join(
            f"\n      - {{action: {said[(n + k) % len(said)]}, channel: c, persona: p, emotion: {{score: {(n + k) % 5 - 2}, "
            f"feeling: {t}, because: {t}, evidence: e}}, moment_of_truth: {t if k % 4 == 0 else 'false'}, "
            f"backstage: [{{backstage: {t}, owner: {t}}}]}}"
            for k in range(actions)
        )
        made.append(
            f"  - stage: {t}\n    id: s{n}\n    goal: {t}\n    duration: 2 weeks\n    leaves: [{{leave: {t}, because: {t}}}]\n"
            f"    questions: [{{question: {t}, channels: c, help: h}}, {t}]\n"
            f"    gaps: [{{gap: {t}, severity: high, desired: {t}, received: {t}, "
            f"opportunities: [{{opportunity: {t}, impact: 5, effort: 2}}]}}]\n"
            + (f"    actions:{own}\n" if own else "")
        )
    return (
        f"journey: 1\nid: test\ntitle: {said[0]}\nsummary: {said[0]}\nlang: {lang}\n"
        f"personas: {{p: {{name: {said[0]}, quote: {said[0]}, goals: [{said[0]}]}}}}\nchannels: {{c: {{name: {said[0]}}}}}\n"
        f"help: {{h: {{name: {said[0]}, url: 'javascript:alert(1)'}}}}\nevidence: {{e: {{name: {said[0]}}}}}\n"
        "stages:\n" + "".join(made)
    )


def test_nothing_runs_and_nothing_is_fetched(facts_of) -> None:
    found = svg.write(facts_of(a_map(2, 2, TEXTS["hostile"])), Options("map")).decode()
    root = ElementTree.fromstring(found)
    assert "alert(1)" in "".join(root.itertext())
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert not tags & {"script", "foreignObject", "image", "a"}
    assert all(href.startswith("#") for href in re.findall(r'href="([^"]*)"', found))
    assert "\u202e" not in found
    assert "var(" not in found


def test_the_poster_is_the_default_and_the_same_every_time(facts_of) -> None:
    facts = facts_of(a_map(3, 2, TEXTS["usual"]))
    assert svg.write(facts, Options()) == svg.write(facts, Options("map"))


def test_it_says_what_it_is(facts_of) -> None:
    root = ElementTree.fromstring(svg.write(facts_of("title: T\nlang: he\nstages: [A, B]"), Options("map")))
    assert (root.get("role"), root.get("lang"), root.get("dir")) == ("img", "he", "rtl")


def test_a_dark_page_changes_the_colours_alone(facts_of) -> None:
    facts = facts_of(a_map(2, 2, TEXTS["usual"]))
    style = re.compile(r"<style>.*?</style>")
    light, dark, auto = (svg.write(facts, Options("map", theme)).decode() for theme in ("light", "dark", "auto"))
    assert style.sub("", light) == style.sub("", dark) == style.sub("", auto)
    assert "#101217" in dark and "#101217" not in light
    assert "prefers-color-scheme:dark" in auto


def test_every_color_of_a_symbol_is_known(facts_of) -> None:
    found = svg.write(facts_of(a_map(3, 3, TEXTS["usual"])), Options("map")).decode()
    named = {name for names in re.findall(r'class="([^"]*)"', found) for name in names.split()}
    styled = set(re.findall(r"\.([\w-]+)\{", found))
    assert named <= styled


MEASURE = """
() => [...document.querySelectorAll('text')].map(text => {
  const box = text.getBBox(); return [box.x, box.y, box.width, box.height];
})
"""


@pytest.mark.browser
def test_every_line_lies_in_its_box_and_none_over_another(facts_of, browser) -> None:
    shapes = [(1, 1), (3, 2), (5, 3), (8, 2), (12, 5)]
    wrong = []
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    for kind, texts in TEXTS.items():
        for stages, actions in shapes if kind in ("usual", "long") else shapes[:2]:
            lang = kind if len(kind) == 2 else "en"
            found, pen = drawn(
                poster(facts_of(a_map(stages, actions, texts, lang))), default_theme(), "light", "x", "d"
            )
            page.set_content(found)
            measured = page.evaluate(MEASURE)
            assert len(measured) == len(pen.written)
            for (x, _, width, _), place in zip(measured, pen.written, strict=True):
                if width and (x < place.x - 1.5 or x + width > place.x + place.width + 2.5):
                    wrong.append(
                        (
                            kind,
                            stages,
                            place.text[:40],
                            round(x - place.x, 1),
                            round(x + width - place.x - place.width, 1),
                        )
                    )
            lines = [
                (place.x, place.y, min(place.width, box[2]), place.height, place.text, box[0])
                for box, place in zip(measured, pen.written, strict=True)
            ]
            lines.sort(key=lambda line: line[1])
            for at, one in enumerate(lines):
                for two in lines[at + 1 :]:
                    if two[1] >= one[1] + one[3] - 2:
                        break
                    if one[5] < two[5] + two[2] - 2 and two[5] < one[5] + one[2] - 2:
                        wrong.append((kind, stages, "over", one[4][:30], two[4][:30]))
    page.close()
    assert not wrong, (len(wrong), wrong[:12])


def test_dots_agree_with_the_scale(facts_of) -> None:
    from PIL import Image

    from journeykit.render.outputs import png

    facts = facts_of(a_map(2, 1, TEXTS["usual"]))
    one, two = (Image.open(BytesIO(png.write(facts, Options("map", scale=scale)))).size for scale in (0.5, 1))
    assert two[0] == 1680 and abs(one[0] * 2 - two[0]) <= 1
    with pytest.raises(png.TooLargeError, match="the largest scale"):
        png.write(facts, Options("map", scale=10))
