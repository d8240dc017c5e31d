"""The live page in a real browser: what is new is shown, and nothing else changes."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from journeykit.resources import templates

if os.environ.get("JOURNEY_NO_BROWSER") == "1":
    pytest.skip("JOURNEY_NO_BROWSER=1", allow_module_level=True)

pytestmark = pytest.mark.browser

#: Enough stages and actions that there is something to scroll, down and aside.
LONG = (
    "journey: 1\ntitle: A bicycle\n"
    "personas:\n  ana: {name: Ana, primary: true}\n  ben: {name: Ben}\n"
    "channels: {shop: Shop}\nstages:\n"
    + "".join(
        f"  - stage: Stage {number}\n    actions:\n"
        + "".join(
            f"      - {{action: Does thing {number}-{step}, channel: shop, emotion: {step - 1}, persona: [{who}]}}\n"
            for step, who in enumerate(["ana", "ben", "ana"])
        )
        + "    questions: [How long does it take?]\n"
        for number in range(9)
    )
)


class Looked:
    """A browser's page that looks at a server; what it said, and where it went after it was there."""

    def __init__(self, browser: Any, site: Any, wait: Callable[..., Any], path: str = "", width: int = 1400) -> None:
        self.site, self.wait = site, wait
        self.page = browser.new_page(viewport={"width": width, "height": 700})
        self.said: list[str] = []
        self.went: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(site.url + path)
        if drawn := site.state()["page"]:
            self.shown(drawn)
        # A page of its own accord changes its address; only what is loaded is a navigation.
        self.page.on("request", lambda one: self.went.append(one.url) if one.is_navigation_request() else None)

    @property
    def map(self) -> Any:
        return self.page.frames[1]

    def says(self, text: str) -> bool:
        """Whether the map holds this text; not while the browser is on its way to it."""
        from playwright.sync_api import Error

        try:
            return len(self.page.frames) > 1 and text in self.map.content()
        except Error:
            return False

    def shown(self, page: str) -> None:
        self.wait(lambda: self.page.get_attribute("#map", "data-shown") == page)

    def save(self, text: str) -> None:
        """Save the map, and wait until the browser shows what it says now."""
        before = self.site.state()
        self.site.save(text)
        state = self.wait(lambda: (found := self.site.state()) != before and found)
        if state["page"]:
            self.shown(state["page"])
        self.wait(lambda: bool(self.page.inner_text("#broken")) == bool(state["broken"]))


@pytest.fixture
def look(browser: Any, wait: Any) -> Iterator[Callable[..., Looked]]:
    looked: list[Looked] = []

    def at(site: Any, *more: Any) -> Looked:
        looked.append(Looked(browser, site, wait, *more))
        return looked[-1]

    yield at
    for one in looked:
        one.page.close()


def test_a_save_shows_without_a_reload_and_all_else_stays(serve: Any, look: Any) -> None:
    seen = look(serve(LONG))
    page, map_ = seen.page, seen.map
    page.evaluate("window.mine = 1")
    map_.evaluate("window.mine = 1; document.querySelector('.map').mine = 1")
    map_.locator("input[type=radio]").nth(2).check()
    toggles = map_.locator(".lanes input")
    toggles.first.uncheck()
    map_.evaluate("document.querySelector('.scroll').scrollLeft = 150; scrollTo(40, 260)")
    toggles.last.focus()
    places = "[scrollX, scrollY, document.querySelector('.scroll').scrollLeft, document.activeElement.id]"
    before = map_.evaluate(places)
    assert before[1] > 200
    seen.save(LONG.replace("Does thing 4-1", "Does something else").replace("title: A bicycle", "title: A cargo bike"))
    assert "Does something else" in map_.inner_text(".map")
    assert map_.inner_text("h1") == "A cargo bike"
    seen.wait(lambda: page.title() == "A cargo bike")
    assert map_.evaluate(places) == before
    assert map_.locator("input[type=radio]").nth(2).is_checked()
    assert not toggles.first.is_checked()
    assert [
        page.evaluate("window.mine"),
        map_.evaluate("window.mine"),
        map_.evaluate("document.querySelector('.map').mine"),
    ] == [1, 1, 1]
    assert seen.went == []
    assert seen.said == []


def test_it_never_flashes(serve: Any, look: Any) -> None:
    """In no frame that is painted is the map gone, and none jumps."""
    seen = look(serve(LONG))
    seen.map.evaluate("""() => {
      window.frames_ = []; scrollTo(0, 200);
      const watch = () => { frames_.push([document.querySelectorAll('.act').length, scrollY]); requestAnimationFrame(watch); };
      requestAnimationFrame(watch);
    }""")
    for number in range(5):
        seen.save(LONG.replace("Does thing 4-1", f"Does thing {number} instead"))
    frames = seen.map.evaluate("frames_")
    assert len(frames) > 20
    assert {tuple(frame) for frame in frames[1:]} == {(27, 200)}


def test_what_is_searched_for_stays_and_is_found_in_what_is_new(serve: Any, look: Any) -> None:
    seen = look(serve(LONG))
    field = seen.map.locator("input[type=search]")
    field.fill("thing 4")
    before = seen.map.inner_text("#found")
    seen.save(LONG.replace("Does thing 5-1", "Does thing 4 again"))
    assert field.input_value() == "thing 4"
    assert seen.map.inner_text("#found") != before


def test_stages_come_and_go(serve: Any, look: Any) -> None:
    seen = look(serve(LONG))
    more = LONG + "  - stage: The last\n    actions: [Rides]\n"
    fewer = LONG.replace("  - stage: Stage 3\n", "  - stage: Another\n", 1).partition("  - stage: Stage 7")[0]
    for text in (
        more,
        fewer,
        LONG.replace("  ana: {name: Ana, primary: true}\n", "  ana: {name: Ana}\n  cem: {name: Cem}\n"),
        LONG,
    ):
        seen.save(text)
        with_marks = seen.map.evaluate("document.querySelector('main').innerText")
        fresh = look(seen.site)
        assert with_marks == fresh.map.evaluate("document.querySelector('main').innerText")
        fresh.page.close()
    assert seen.went == []
    assert seen.said == []


def test_a_broken_file_shows_its_errors_over_the_last_picture(serve: Any, look: Any) -> None:
    seen = look(serve(LONG))
    seen.save(LONG.replace("channel: shop", "chanel: shop", 1))
    said = seen.page.inner_text("#broken")
    assert "error[JK002] unknown-key" in said
    assert "chanel: shop" in said and "^^^^^^" in said
    assert "did you mean `channel`?" in said
    assert "cannot be drawn" in seen.page.title()
    assert seen.map.locator(".act").count() == 27
    assert seen.page.locator("#panel li.error").count() == 1
    box = seen.page.locator("#broken details").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 0.65 * 700
    seen.save(LONG)
    assert seen.page.inner_text("#broken") == ""
    assert seen.page.title() == "A bicycle"
    assert seen.went == []


def test_a_file_broken_from_the_start_recovers(serve: Any, look: Any) -> None:
    seen = look(serve("journey: [1\n"))
    assert "error[JK0" in seen.page.inner_text("#broken")
    seen.save(LONG)
    assert seen.map.inner_text("h1") == "A bicycle"
    assert seen.page.inner_text("#broken") == ""


def test_a_file_that_is_gone_is_said_and_found_again(serve: Any, look: Any, wait: Any) -> None:
    seen = look(serve(LONG))
    seen.site.file.unlink()
    wait(lambda: "cannot be read" in seen.page.inner_text("#broken"))
    seen.save(LONG)
    assert seen.page.inner_text("#broken") == ""


def test_the_library_and_the_configuration_redraw(serve: Any, look: Any, wait: Any) -> None:
    site = serve(LONG.replace("channels: {shop: Shop}\n", ""))
    seen = look(site)
    assert "no channel 'shop'" in seen.page.inner_text("#broken")
    (site.file.parent / "library").mkdir()
    (site.file.parent / "library/channels.yaml").write_text("channels: {shop: Our own shop}\n")
    (site.file.parent / "journey.toml").write_text('library = ["library/*.yaml"]\n')
    wait(lambda: seen.says("Our own shop"))
    (site.file.parent / "library/channels.yaml").write_text("channels: {shop: The other shop}\n")
    wait(lambda: seen.says("The other shop"))
    (site.file.parent / "journey.toml").write_text("librari = []\n")
    wait(lambda: "did you mean `library`" in seen.page.inner_text("#broken"))


def test_findings_stand_beside_the_page_and_keep_what_is_open(serve: Any, look: Any) -> None:
    seen = look(serve(LONG))
    panel = seen.page.locator("#panel")
    item = panel.locator("li", has_text="JK206").first
    assert "line " in item.inner_text()
    item.locator("summary").click()
    assert "^^^" in item.inner_text()
    seen.save("# one line more\n" + LONG.replace("Does thing 4-1", "Asks"))
    assert panel.locator("li", has_text="JK206").first.locator("details").get_attribute("open") is not None
    assert {mark["width"] > 8 for mark in [one.bounding_box() for one in panel.locator(".mark").all()]} == {True}
    # Folded away, it leaves its place to the map.
    width = seen.page.locator("#map").bounding_box()["width"]
    seen.page.get_by_role("button", name="Findings").click()
    assert seen.page.locator("#map").bounding_box()["width"] > width + 150
    assert not panel.is_visible()


def test_what_is_chosen_stands_in_the_address(serve: Any, look: Any, wait: Any) -> None:
    seen = look(serve(LONG))
    seen.map.locator("input[type=radio]").nth(1).check()
    wait(lambda: "persona=" in seen.page.url)
    seen.page.reload()
    wait(lambda: seen.page.get_attribute("#map", "data-shown"))
    assert seen.map.locator("input[type=radio]").nth(1).is_checked()


def test_a_narrow_window_and_a_long_list_stay_usable(serve: Any, look: Any) -> None:
    seen = look(serve(LONG), "", 400)
    assert seen.page.evaluate("document.documentElement.scrollWidth") == 400
    for one in ("#map", "#panel"):
        box = seen.page.locator(one).bounding_box()
        assert box["width"] > 380 and box["height"] > 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(serve: Any, look: Any, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python")
    seen = look(serve(LONG))
    seen.page.emulate_media(color_scheme=scheme)
    seen.page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    find = "() => axe.run(document, {iframes: false}).then(found => found.violations.map(one => one.id))"
    for text in (LONG, LONG.replace("channel: shop", "chanel: shop", 1)):
        if text != LONG:
            seen.save(text)
        for item in seen.page.locator("#panel summary").all()[:3]:
            item.click()
        assert seen.page.evaluate(find) == []
    seen.page.get_by_role("button", name="Findings").click()
    assert seen.page.evaluate(find) == []


def test_when_the_server_ends_that_is_said(serve: Any, look: Any, wait: Any) -> None:
    seen = look(serve(LONG))
    assert seen.page.inner_text("#lost") == ""
    seen.site.end()
    wait(lambda: "No connection" in seen.page.inner_text("#lost"))
    assert seen.map.locator(".act").count() == 27


def test_hostile_texts_run_nothing_and_fetch_nothing(serve: Any, look: Any) -> None:
    hostile = "</script></style><script>parent.ran=window.ran=1</script><img src=//evil.example/x onerror=parent.ran=1>"
    seen = look(serve(LONG))
    seen.save(LONG.replace("title: A bicycle", f'title: "{hostile}"').replace("How long does it take?", f'"{hostile}"'))
    seen.save(f'journey: 1\ntitle: "{hostile}"\n"{hostile}": 1\nstages: [a]\n')
    assert seen.page.evaluate("window.ran") is None
    assert seen.map.evaluate("window.ran") is None
    assert [url for url in seen.asked if not url.startswith((seen.site.url, "data:"))] == []
    assert seen.said == []


def test_another_site_reads_nothing(serve: Any, browser: Any, tmp_path: Path) -> None:
    site = serve(LONG)
    other = tmp_path / "other.html"
    other.write_text(f"<iframe src={site.url}></iframe><iframe src={site.url}page></iframe>")
    page = browser.new_page()
    page.goto(other.as_uri())
    for path in ("", "page", "events"):
        told = page.evaluate("url => fetch(url, {mode: 'cors'}).then(() => 'read', () => 'refused')", site.url + path)
        assert told == "refused"
    assert not any("bicycle" in frame.content() for frame in page.frames[1:])
    page.close()


#: Trees that a page might be: nested, with texts, equal neighbours, ids, attributes.
def tree(r: random.Random, depth: int = 0) -> str:
    out = []
    for _ in range(r.randint(0, 5)):
        kind = r.choice(["p", "li", "span", "text", "text", "svg"] if depth else ["section", "ul", "div"])
        if kind == "text":
            out.append(r.choice(["a", "b c", "\n", "<!--x-->"]))
            continue
        marks = "".join(
            f' {name}="{r.choice("xyz")}{name}"' for name in ("class", "title", "style") if r.random() < 0.4
        )
        marks += f' id="{r.randint(0, 9)}"' if r.random() < 0.2 else ""
        out.append(f"<{kind}{marks}>{tree(r, depth + 1) if depth < 4 else ''}</{kind}>")
    return "".join(out)


def test_the_mirror_ends_at_the_new_text_whatever_it_was(browser: Any) -> None:
    page = browser.new_page()
    page.add_script_tag(
        content=(templates() / "serve/mirror.js").read_text(encoding="utf-8") + "\nwindow.Mirror = Mirror;"
    )
    r = random.Random(4)
    trees = [tree(r) for _ in range(120)]
    wrong = page.evaluate(
        """trees => {
          const parsed = text => new DOMParser().parseFromString(text, 'text/html'), wrong = [];
          const live = parsed(trees[0]), mirror = new Mirror(parsed(trees[0]), live);
          for (const text of trees) {
            mirror.show(parsed(text));
            if (!live.isEqualNode(parsed(text))) wrong.push(text);
            if (!mirror.tree.isEqualNode(live)) wrong.push('tree: ' + text);
          }
          return wrong;
        }""",
        trees,
    )
    assert wrong == []
    page.close()


def test_the_mirror_keeps_what_goes_on_and_what_a_script_made(browser: Any) -> None:
    page = browser.new_page()
    page.add_script_tag(
        content=(templates() / "serve/mirror.js").read_text(encoding="utf-8") + "\nwindow.Mirror = Mirror;"
    )
    assert page.evaluate("""() => {
      const parsed = text => new DOMParser().parseFromString(text, 'text/html');
      const first = '<ul><li>one</li><li>two</li><li>three</li></ul>';
      const live = parsed(first);
      live.body.prepend(Object.assign(live.createElement('ul'), {className: 'made'}));
      live.querySelectorAll('li')[2].classList.add('dim');
      const mirror = new Mirror(parsed(first), live), three = live.querySelectorAll('li')[2];
      mirror.show(parsed('<ul><li>zero</li><li>one</li><li>TWO</li><li>three</li></ul>'));
      return [live.querySelectorAll('.made').length, live.querySelectorAll('li')[3] === three, three.className,
              live.querySelector('ul:not(.made)').innerText ?? live.querySelector('ul:not(.made)').textContent];
    }""") == [1, True, "dim", "zerooneTWOthree"]
    page.close()
