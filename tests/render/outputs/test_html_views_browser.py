"""The pages of channels, personas and opportunities in a real browser: nothing cut, overlapping, run or fetched."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browsing import opened, sound

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.options import Options
from journeykit.render.outputs import html

if os.environ.get("JOURNEY_NO_BROWSER") == "1":
    pytest.skip("JOURNEY_NO_BROWSER=1", allow_module_level=True)

pytestmark = pytest.mark.browser

VIEWS = ("channels", "personas", "opportunities")
LATIN = "the customer compares fees and asks a friend about better accounts before she signs the form"
ARABIC = "العميل يقارن الرسوم ويسأل صديقا عن حساب أفضل قبل أن يوقع النموذج في الفرع"
CHINESE = "顧客比較費用並詢問朋友關於更好的帳戶在分行簽署表格之前"
EMOJI = "👩‍👩‍👧 asks 🇩🇪 why 1️⃣ fee 💸 grew so much 📈 today 🤔"
HOSTILE = (
    "</style></title></textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>"
    "<svg onload=window.ran=1>{{7*7}}{% raw %}{#c#}\"'`;}*{display:none}/*--><!--]]> javascript:window.ran=1 \u202eabc"
)
Say = Callable[[random.Random, int], str]


def spaced(words: str) -> Say:
    return lambda r, letters: " ".join(r.choices(words.split(), k=letters))[:letters].strip() or "x"


def unspaced(alphabet: str, wide: int) -> Say:
    return lambda r, letters: "".join(r.choices(alphabet, k=max(1, letters // wide)))


def hostile(_: random.Random, __: int) -> str:
    return HOSTILE


def generated(
    stages: int, channels: int, personas: int, chances: int, say: Say | None = None, letters: int = 30, lang: str = "en"
) -> dict[str, Any]:
    """A map of so many stages, channels, personas and opportunities, its texts up to so many letters long."""
    r, say = random.Random(stages * 1000 + channels), say or spaced(LATIN)

    def t(most: int = letters) -> str:
        return say(r, r.randint(max(1, most // 2), most))

    brief = min(letters, 14) if letters < 200 else letters
    places, people = [f"c{n}" for n in range(channels)], [f"p{n}" for n in range(personas)]
    points: dict[str, Any] = {
        f"t{n}": {"name": t(brief), "channel": place, "quality": str(n % 5 + 1), "expected": "4", "owner": t(brief),
                  "evidence": "e", "state": "failing" if n % 4 == 3 else "live"}
        for n, place in enumerate(places * 2)
    }  # fmt: skip

    def chance() -> dict[str, Any]:
        found: dict[str, Any] = {"opportunity": t(letters * 2), "state": r.choice(["idea", "planned", "doing", "done"])}
        if r.random() < 0.8:
            found |= {"impact": r.choice(["1", "3", "4.5", "5"]), "effort": r.choice(["1", "2", "3.5", "5"])}
        if r.random() < 0.6:
            found |= {"owner": t(brief), "due": "2027-03", "value": "40000 EUR", "cost": "9000 EUR",
                      "ticket": "https://example.org/1", "process": "introduce"}  # fmt: skip
        return found

    found: dict[str, Any] = {
        "journey": "1", "title": t(letters * 2), "lang": lang, "owner": t(brief), "reviewed": "2026-03-02",
        "personas": {p: {"name": t(brief), "role": "buyer", "quote": t(letters * 2), "summary": t(letters * 3),
                         "goals": [t(), t()], "needs": t(), "frustrations": [t()], "habits": t(), "share": "30%",
                         "archetype": t(brief), "segment": t(brief), "prefers": places[:2], "avoids": places[2:3],
                         "evidence": "e"} for p in people},
        "channels": {c: {"name": t(brief), "kind": "digital", "media": "paid", "owner": t(brief)} for c in places},
        "touchpoints": points,
        "evidence": {"e": {"name": t(), "method": "interview", "sample": "14", "date": "2026-01"}},
        "help": {"live": {"name": t(), "channels": places[:3]}, "plan": {"name": t(), "state": "planned"}},
        "stages": [],
    }  # fmt: skip
    for index in range(stages):
        due = chances // stages + (index < chances % stages)
        emotions = [{"score": str(r.randint(-2, 2)), "feeling": t(brief), "because": t()} for _ in people or [0]]
        found["stages"].append({
            "stage": t(brief),
            "actions": [
                {"action": t(), "persona": r.sample(people, r.randint(0, len(people))),
                 "emotion": [e | ({"persona": p} if p else {}) for e, p in zip(emotions, people or [""], strict=True)],
                 **({"channel": r.choice(places)} if places else {})}
                for _ in range(r.randint(1, 5))
            ],
            "touchpoints": r.sample(list(points), min(3, len(points))),
            "questions": [
                {"question": t(), "channels": r.sample(places, min(2, len(places))),
                 "help": r.choice([[], ["live"], ["plan"]])} for _ in range(r.randint(0, 4))
            ],
            "gaps": [{"gap": t(letters * 2), "severity": "critical", "opportunities": [chance() for _ in range(due)]}],
            "pains": [{"pain": t(), "severity": "high"}],
        })  # fmt: skip
    return found


MAPS: dict[str, Callable[[], dict[str, Any]]] = {
    "nothing": lambda: {"journey": "1", "title": "A noise", "stages": ["Hears a noise", "Asks around"]},
    "one": lambda: generated(1, 1, 1, 1),
    "three": lambda: generated(3, 4, 2, 6),
    "eight": lambda: generated(8, 9, 4, 24),
    "most": lambda: generated(12, 20, 8, 60),
    "letters": lambda: generated(3, 3, 2, 5, letters=1),
    "long": lambda: generated(4, 5, 2, 6, letters=400),
    "unbroken": lambda: generated(4, 5, 3, 9, unspaced("abcdefghij", 1), 120),
    "arabic": lambda: generated(5, 7, 3, 14, spaced(ARABIC), lang="ar"),
    "chinese": lambda: generated(5, 7, 3, 14, unspaced(CHINESE, 2), 60, "zh"),
    "emoji": lambda: generated(3, 4, 2, 6, spaced(EMOJI)),
    "hostile": lambda: generated(3, 4, 2, 6, hostile),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The pages of the maps by their names and views, each written once."""
    folder, facts = tmp_path_factory.mktemp("pages"), {}

    def page(name: str, view: str) -> Path:
        file = folder / f"{name}.{view}.html"
        if not file.exists():
            if name not in facts:
                facts[name] = Facts(Journey.model_validate(MAPS[name]()))
            file.write_bytes(html.write(facts[name], Options(view=view)))
        return file

    return page


#: All lines of text as boxes; those that meet, and those that leave what holds them; the dots of the plot likewise.
MEASURE = """
() => {
  const boxes = [], out = [];
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh,caption,defs');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; node = walker.nextNode();) {
    const text = node.nodeValue.trim(), owner = node.parentElement;
    if (!text || !owner || !shown(owner) || owner.closest('.av,.ev,.spot')) continue;
    range.selectNodeContents(node);
    const holder = owner.closest('td,th,.pt>div,.pc,.strip dl>div,.badge,.pill,.un-l li,footer,.empty,main');
    const hold = holder.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      if (r.left < hold.left - 1.5 || r.right > hold.right + 1.5 || r.top < hold.top - 3 || r.bottom > hold.bottom + 3)
        out.push(`${text.slice(0, 40)} leaves ${holder.tagName}.${holder.className}`);
      boxes.push({x: r.left, y: r.top, r: r.right, b: r.bottom, what: text.slice(0, 40), node});
    }
  }
  for (const mark of document.querySelectorAll('.spot,.tp .db circle,.askm,.usem')) {
    if (!shown(mark)) continue;
    const r = mark.getBoundingClientRect(), square = mark.closest('.sq,td,li').getBoundingClientRect();
    if (r.left < square.left || r.right > square.right || r.top < square.top || r.bottom > square.bottom)
      out.push(`mark leaves ${mark.closest('.sq,td,li').className}`);
    if (mark.matches('.spot')) boxes.push({x: r.left, y: r.top, r: r.right, b: r.bottom, what: 'dot', node: mark});
  }
  for (const e of document.querySelectorAll('*')) {
    const s = getComputedStyle(e);
    if (s.overflowX === 'hidden' && shown(e) && !e.matches('.strip,.av') && e.clientWidth &&
        e.scrollWidth > e.clientWidth + 1) out.push(`${e.tagName}.${e.className} is cut`);
  }
  boxes.sort((a, b) => a.y - b.y);
  const met = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && boxes[j].y < boxes[i].b; j++) {
    const a = boxes[i], b = boxes[j];
    if (a.node === b.node) continue;
    const w = Math.min(a.r, b.r) - Math.max(a.x, b.x), h = Math.min(a.b, b.b) - Math.max(a.y, b.y);
    if (w > 2 && h > 4.5) met.push(`${a.what} | ${b.what} (${w.toFixed(0)} by ${h.toFixed(0)})`);
  }
  const page = document.documentElement;
  return {out: [...new Set(out)], met: [...new Set(met)], boxes: boxes.length, wide: page.scrollWidth - page.clientWidth};
}
"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", MAPS)
def test_on_screens(browser: Any, pages: Callable[[str, str], Path], name: str, view: str, width: int) -> None:
    page, requests, said = opened(browser, pages(name, view), width)
    sound(page, MEASURE)
    assert len(requests) == 1
    assert said == []
    assert page.evaluate("window.ran") is None
    page.close()


@pytest.mark.parametrize("width", [700, 1000, 1920, 2560])
@pytest.mark.parametrize("view", VIEWS)
def test_at_other_widths(browser: Any, pages: Callable[[str, str], Path], view: str, width: int) -> None:
    page, *_ = opened(browser, pages("eight", view), width)
    sound(page, MEASURE)
    page.close()


@pytest.mark.parametrize("width", [1054, 1519])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["three", "most", "long", "arabic"])
def test_on_paper(browser: Any, pages: Callable[[str, str], Path], name: str, view: str, width: int) -> None:
    """A4 and A3 on their side."""
    page, *_ = opened(browser, pages(name, view), width, color_scheme="dark")
    page.emulate_media(media="print")
    sound(page, MEASURE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()


@pytest.mark.parametrize("view", VIEWS)
def test_a_map_without_any_says_so(browser: Any, pages: Callable[[str, str], Path], view: str) -> None:
    page, *_ = opened(browser, pages("nothing", view), 1440)
    assert page.locator(".empty").inner_text().startswith("This map ")
    assert page.locator("table,article").count() == 0
    page.close()


def test_the_matrix_is_a_table_that_can_be_heard(browser: Any, pages: Callable[[str, str], Path]) -> None:
    page, *_ = opened(browser, pages("three", "channels"), 1440)
    assert page.locator(".mx thead th[scope=col]").count() == 4
    assert page.locator(".mx tbody th[scope=row]").count() == page.locator(".mx tbody tr").count()
    assert {text.strip() for text in page.locator(".ct .vh").all_inner_texts()} == {"asked", "answered", "actions"}
    # What scrolls sideways can be reached and moved with the keyboard.
    page.keyboard.press("Tab")
    focused = [page.evaluate("document.activeElement.className")]
    while not focused[-1].startswith("body") and len(focused) < 8:
        page.keyboard.press("Tab")
        focused.append(page.evaluate("document.activeElement.className"))
    assert any("scroll" in name for name in focused)
    page.close()


def test_the_plot_has_a_list_that_is_heard(browser: Any, pages: Callable[[str, str], Path]) -> None:
    page, *_ = opened(browser, pages("eight", "opportunities"), 1440)
    dots = page.locator(".ie .spot").count()
    assert dots > 5
    assert page.locator(".side .vh li").count() == dots
    assert page.locator(".ie").get_attribute("aria-hidden") == "true"
    page.close()


def test_the_plot_is_mirrored_and_its_words_are_not(browser: Any, pages: Callable[[str, str], Path]) -> None:
    page, *_ = opened(browser, pages("arabic", "opportunities"), 1440)
    first, last = (page.locator(".sq").nth(place).bounding_box() for place in (0, 4))
    assert first["x"] > last["x"]
    assert page.locator(".ie").evaluate("e => getComputedStyle(e).transform") == "none"
    page.close()
