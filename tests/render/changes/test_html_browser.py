"""The page of a comparison in a real browser: nothing cut, overlapping, run or fetched, on any width."""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.browsing import opened, sound

from journeykit.diff.revision import MapDiff, of_documents
from journeykit.model.document import Document
from journeykit.model.load import load
from journeykit.render.changes import html
from journeykit.render.options import Options
from journeykit.source.text import Source

pytestmark = pytest.mark.browser

LATIN = "the customer compares fees and asks a friend about better accounts before she signs the form"
ARABIC = "العميل يقارن الرسوم ويسأل صديقا عن حساب أفضل قبل أن يوقع النموذج في الفرع"
HOSTILE = (
    "</style></title></textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>"
    "<svg onload=window.ran=1>{{7*7}}{% raw %}{#c#}\"'`;}*{display:none}/*--><!--]]> javascript:window.ran=1 \u202eabc"
)
Say = Callable[[random.Random, int], str]


def spaced(words: str) -> Say:
    return lambda r, letters: " ".join(r.choices(words.split(), k=letters))[:letters].strip() or "x"


def unbroken(r: random.Random, letters: int) -> str:
    return "".join(r.choices("abcdefghij", k=letters))


def hostile(_: random.Random, __: int) -> str:
    return HOSTILE


def revision(seed: int, stages: int, actions: int, say: Say, letters: int, lang: str) -> dict[str, Any]:
    """A map whose ids stay from seed to seed while texts, scores and what is there do not."""
    r = random.Random(seed)

    def t(most: int = letters) -> str:
        return say(r, r.randint(max(1, most // 2), most))

    def there(chance: float = 0.8) -> bool:
        return r.random() < chance

    brief = min(letters, 14) if letters < 200 else letters
    return {
        "journey": "1", "id": "m", "title": t(letters * 2), "lang": lang, "revision": t(8) + str(seed), "why": t(),
        "reviewed": f"20{20 + seed}-03-02",
        "personas": {p: {"name": t(brief)} for p in ("one", "two") if p == "one" or there()},
        "channels": {"web": {"name": t(brief)}, "shop": {"name": t(brief)}},
        "promises": {"p": {"name": t()}},
        "touchpoints": {f"t{n}": {"name": t(brief), "channel": "web", "quality": str(r.randint(1, 5)), "promises": ["p"]}
                        for n in range(4) if there()},
        "help": {f"h{n}": {"name": t(), "channels": ["web"], "state": r.choice(["live", "planned"])} for n in range(3)},
        "metrics": {f"m{n}": {"name": t(), "unit": r.choice(["%", "EUR"]), "better": "higher", "now": str(r.randint(0, 90)),
                              "target": str(r.choice([0, 50, 100]))} for n in range(4)},
        "evidence": {f"e{n}": {"name": t(), "sample": str(r.randint(1, 99))} for n in range(3) if there()},
        "stages": [
            {"id": f"s{s}", "stage": t(brief), "duration": f"{r.randint(1, 9)} weeks", "actions": [
                {"id": f"a{s}-{a}", "action": t(), "persona": r.choice([[], ["one"]]),
                 **({"emotion": {"score": str(r.choice([-2, -1.5, 0, 1, 2])), "feeling": t(brief), "because": t()}}
                    if there() else {})}
                for a in r.sample(range(actions), actions) if there(0.7)],
             "questions": [{"id": f"q{s}-{q}", "question": t(), "help": r.choice([[], ["h0"], ["h1", "h2"]])}
                           for q in range(3) if there()],
             "gaps": [{"id": f"g{s}", "gap": t(), "received": t(), "severity": r.choice(["low", "high"]),
                       "state": r.choice(["open", "closed", "planned"])}] if there() else [],
             "pains": [{"pain": t()}]}
            for s in r.sample(range(stages), stages) if there(0.85)
        ] or [{"stage": "Last"}],
    }  # fmt: skip


def document(name: str, data: dict[str, Any]) -> Document:
    return load(Source(f"{name}:maps/a.journey.yaml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False)))


def pair(stages: int, actions: int, say: Say | None = None, letters: int = 30, lang: str = "en") -> list[MapDiff]:
    say = say or spaced(LATIN)
    old, new = (document(str(seed), revision(seed, stages, actions, say, letters, lang)) for seed in (1, 2))
    return [of_documents(old, new)]


def bare() -> list[MapDiff]:
    said = {"journey": "1", "title": "A noise"}
    old, new = document("0", said | {"stages": ["Hears"]}), document("1", said | {"stages": ["Hears", "Asks"]})
    return [of_documents(old, new)]


def several() -> list[MapDiff]:
    other = document("x", {"journey": "1", "title": "Gone since", "stages": ["A"]})
    broken = load(Source("z.journey.yaml", "journey: 1\n\ttitle: ["))
    ones = [*pair(4, 4), *bare(), of_documents(other, None), of_documents(None, other), of_documents(other, other)]
    return [*ones, of_documents(other, broken)]


PAIRS: dict[str, Callable[[], list[MapDiff]]] = {
    "bare": bare,
    "one": lambda: pair(1, 1),
    "four": lambda: pair(4, 4),
    "many": lambda: pair(14, 5),
    "letters": lambda: pair(3, 3, letters=1),
    "long": lambda: pair(3, 3, letters=400),
    "unbroken": lambda: pair(3, 3, unbroken, 100),
    "arabic": lambda: pair(4, 4, spaced(ARABIC), lang="ar"),
    "hostile": lambda: pair(3, 3, hostile),
    "several": several,
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The pages by their names, each written once."""
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(html.write(PAIRS[name](), name != "several"), "utf-8")
        return file

    return page


#: All lines of text as boxes: those that meet, those that leave what holds them, and what is cut.
MEASURE = """
() => {
  const boxes = [], out = [];
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh,caption,defs');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; node = walker.nextNode();) {
    const text = node.nodeValue.trim(), owner = node.parentElement;
    if (!text || !owner || !shown(owner) || owner.closest('.av,.say')) continue;
    range.selectNodeContents(node);
    const holder = owner.closest('td,th,.strip dl>div,.li li,.mt,.note,.who label,.rv,footer,main');
    const hold = holder.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      if (r.left < hold.left - 1.5 || r.right > hold.right + 1.5 || r.top < hold.top - 3 || r.bottom > hold.bottom + 3)
        out.push(`${text.slice(0, 40)} leaves ${holder.tagName}.${holder.className}`);
      boxes.push({x: r.left, y: r.top, r: r.right, b: r.bottom, what: text.slice(0, 40), node});
    }
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
@pytest.mark.parametrize("name", PAIRS)
def test_on_screens(browser: Any, pages: Callable[[str], Path], name: str, width: int) -> None:
    page, requests, said = opened(browser, pages(name), width)
    sound(page, MEASURE)
    assert len(requests) == 1
    assert said == []
    assert page.evaluate("window.ran") is None
    page.close()


@pytest.mark.parametrize("width", [700, 1000, 1920, 2560])
@pytest.mark.parametrize("name", ["four", "arabic", "several"])
def test_at_other_widths(browser: Any, pages: Callable[[str], Path], name: str, width: int) -> None:
    page, *_ = opened(browser, pages(name), width, color_scheme="dark")
    sound(page, MEASURE)
    page.close()


@pytest.mark.parametrize("name", ["four", "many", "long", "arabic", "several"])
def test_on_paper(browser: Any, pages: Callable[[str], Path], name: str) -> None:
    """A3 on its side."""
    page, *_ = opened(browser, pages(name), 1519, color_scheme="dark")
    page.emulate_media(media="print")
    sound(page, MEASURE)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()


def test_paper_holds_all_columns_where_they_take_several_sheets(browser: Any, pages: Callable[[str], Path]) -> None:
    page, *_ = opened(browser, pages("many"), 1519)
    whole = page.locator(".scroll.whole .done td").count()
    assert page.locator(".paper table").count() > 1
    assert page.locator(".paper .done td").count() == whole
    assert not page.locator(".paper").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".paper").is_visible()
    assert not page.locator(".scroll.whole").is_visible()
    page.close()


def test_the_curve_of_another_persona_is_chosen_without_a_script(browser: Any, tmp_path: Path) -> None:
    texts = [
        "journey: 1\ntitle: T\npersonas: {ana: {name: Ana, primary: true}, ben: Ben}\nstages:\n  - stage: A\n    actions:\n"
        f"      - {{action: x, emotion: [{{persona: ana, score: {one}}}, {{persona: ben, score: {two}}}]}}\n      - y\n"
        for one, two in ((0, 1), (1, -1))
    ]
    old, new = (load(Source(f"{at}.yaml", text)) for at, text in enumerate(texts))
    (tmp_path / "x.html").write_text(html.write([of_documents(old, new)], True), "utf-8")
    page, *_ = opened(browser, tmp_path / "x.html", 1440, java_script_enabled=False)
    shown = page.locator(".done td").first
    assert "0 →" in shown.inner_text()
    assert "better" in shown.inner_text()
    page.get_by_role("radio").nth(1).check()
    assert "+1 →" in shown.inner_text()
    assert "worse" in shown.inner_text()
    page.close()


def test_what_lies_over_each_other_stands_in_one_column(browser: Any, pages: Callable[[str], Path]) -> None:
    """A face, the dot of the year before and the bar between them stand in the middle of the action's cell."""
    for name in ("four", "arabic"):
        page, *_ = opened(browser, pages(name), 1680)
        cells = page.locator(".scroll .done td").evaluate_all(
            "all => all.map(e => { const r = e.getBoundingClientRect(); return (r.left + r.right) / 2 })"
        )
        faces = page.locator(".scroll .wk.w1 .pt .f").evaluate_all(
            "all => all.map(e => { const r = e.getBoundingClientRect(); return (r.left + r.right) / 2 })"
        )
        assert len(faces) > 3
        assert all(min(abs(face - cell) for cell in cells) < 1.5 for face in faces)
        page.close()


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["four", "several"])
def test_axe_finds_nothing(browser: Any, pages: Callable[[str], Path], name: str, scheme: str, width: int) -> None:
    page, *_ = opened(browser, pages(name), width, color_scheme=scheme)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(found =>
        found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`)))""",
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    )
    assert found == []
    page.close()


def test_the_name_of_a_stage_that_went_can_be_read(browser: Any, pages: Callable[[str], Path]) -> None:
    """Its shape is a light one, whose colour axe does not see."""
    page, *_ = opened(browser, pages("many"), 1440, color_scheme="light")
    colours = page.locator(".scroll .chev.off .nm").evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    assert set(colours) == {"rgb(67, 73, 86)"}
    page.close()


def test_a_unit_is_as_wide_on_every_sheet(browser: Any, pages: Callable[[str], Path]) -> None:
    page, *_ = opened(browser, pages("many"), 1519)
    page.emulate_media(media="print")
    widths = page.locator(".paper .done td").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().width / (e.colSpan || 1))"
    )
    assert max(widths) - min(widths) < 2
    page.close()


def test_a_dark_page_is_dark_whatever_the_screen(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(html.write(bare(), True, Options(theme="dark")), "utf-8")
    page, *_ = opened(browser, tmp_path / "x.html", 1440, color_scheme="light")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 18, 23)"
    page.close()
