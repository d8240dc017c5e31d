"""The page of a history in a real browser: nothing cut, overlapping, run or fetched; links lead to the revisions."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from tests.browsing import opened

from journeykit.diff.revision import steps
from journeykit.model.load import load
from journeykit.render.histories import html
from journeykit.render.options import Options
from journeykit.source.text import Source

pytestmark = pytest.mark.browser

HOSTILE = "</style></title><script>window.ran=1</script><img src=x onerror=window.ran=1>{{7*7}} \u202eabc"


def text(at: int, title: str, lang: str, stages: int, long: int) -> str:
    def actions(stage: int) -> str:
        return "".join(
            f"      - action: {title!r}\n        id: a{stage}-{n}\n        emotion: {(at * 7 + stage * 3 + n * 5) % 5 - 2}\n"
            for n in range(1 + (at + stage) % 3)
        )

    said = "".join(f"  - stage: {title[:12]!r}\n    id: s{n}\n    actions:\n{actions(n)}" for n in range(stages))
    return f"journey: 1\ntitle: {title!r}\nlang: {lang}\nwhy: {' '.join([title] * long)!r}\nstages:\n{said}"


def page_of(title: str, lang: str = "en", revisions: int = 4, stages: int = 4, long: int = 1) -> str:
    names = [f"r{at}" for at in range(revisions)]
    found = [
        (name, f"20{10 + at}-03-02", load(Source(f"{name}:a.journey.yaml", text(at, title, lang, stages, long))))
        for at, name in enumerate(names)
    ]
    found.insert(1, ("broken", "2010-06-01", load(Source("broken:a.journey.yaml", "journey: ["))))
    return html.write(steps(found), "a.journey.yaml")


PAGES: dict[str, Callable[[], str]] = {
    "four": lambda: page_of("Buying a first bicycle"),
    "one": lambda: page_of("Buying", revisions=1, stages=1),
    "many": lambda: page_of("Buying a first bicycle", revisions=20, stages=12),
    "long": lambda: page_of("A very long title of a journey that goes on for quite some time " * 3, long=4),
    "unbroken": lambda: page_of("abcdefghij" * 12),
    "arabic": lambda: page_of("العميل يقارن الرسوم ويسأل صديقا", "ar"),
    "hostile": lambda: page_of(HOSTILE),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The pages by their names, each written once."""
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(PAGES[name](), "utf-8")
        return file

    return page


#: Texts that leave what holds them or lie on one another.
MEASURE = """
() => {
  const boxes = [], out = [], range = document.createRange();
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh,defs');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const text = node.nodeValue.trim(), owner = node.parentElement;
    if (!text || !owner || !shown(owner) || owner.closest('.say')) continue;
    range.selectNodeContents(node);
    const holder = owner.closest('td,th,.note,.sg li,.rv,footer,main'), hold = holder.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.width < 1) continue;
      if (!holder.matches('li') && (r.left < hold.left - 1.5 || r.right > hold.right + 1.5)) out.push(text.slice(0, 40));
      boxes.push({x: r.left, y: r.top, r: r.right, b: r.bottom, what: text.slice(0, 40), node});
    }
  }
  boxes.sort((a, b) => a.y - b.y);
  const met = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && boxes[j].y < boxes[i].b; j++) {
    const a = boxes[i], b = boxes[j];
    const w = Math.min(a.r, b.r) - Math.max(a.x, b.x), h = Math.min(a.b, b.b) - Math.max(a.y, b.y);
    if (a.node !== b.node && w > 2 && h > 4.5) met.push(`${a.what} | ${b.what}`);
  }
  const page = document.documentElement;
  return {out, met, wide: page.scrollWidth - page.clientWidth};
}
"""


@pytest.mark.parametrize("width", [360, 1000, 2560])
@pytest.mark.parametrize("name", PAGES)
def test_on_screens(browser: Any, pages: Callable[[str], Path], name: str, width: int) -> None:
    page, requests, said = opened(browser, pages(name), width)
    assert page.evaluate(MEASURE) == {"out": [], "met": [], "wide": 0}
    assert len(requests) == 1
    assert said == []
    assert page.evaluate("window.ran") is None
    page.close()


@pytest.mark.parametrize("name", ["four", "arabic"])
def test_on_paper(browser: Any, pages: Callable[[str], Path], name: str) -> None:
    page, *_ = opened(browser, pages(name), 1519, color_scheme="dark")
    page.emulate_media(media="print")
    measured = page.evaluate(MEASURE)
    assert (measured["out"], measured["met"]) == ([], [])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()


def test_every_revision_of_the_table_leads_to_its_picture(browser: Any, pages: Callable[[str], Path]) -> None:
    page, *_ = opened(browser, pages("four"), 1440)
    links = page.locator(".hx tbody a").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert len(links) == 5
    assert all(page.locator(link).count() == 1 for link in links)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing(browser: Any, pages: Callable[[str], Path], width: int, scheme: str) -> None:
    page, *_ = opened(browser, pages("four"), width, color_scheme=scheme)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(found =>
        found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`)))""",
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    )
    assert found == []
    page.close()


def test_another_language_says_which_texts_are_the_maps(browser: Any, tmp_path: Path) -> None:
    document = load(Source("a.journey.yaml", text(1, "Buying", "en", 2, 1)))
    told = html.write(steps([("one", "2025-01-01", document)]), "a.journey.yaml", Options(lang="de"))
    (tmp_path / "x.html").write_text(told, "utf-8")
    page, *_ = opened(browser, tmp_path / "x.html", 1440)
    assert page.get_attribute("html", "lang") == "de"
    assert page.get_attribute("h1", "lang") == "en"
    page.close()
