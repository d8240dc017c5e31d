"""What people do with the page, in a real browser: search, deep links, keys, copying, what the address keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeykit.model.derive import Facts
from journeykit.render.options import Options
from journeykit.render.outputs import html

pytestmark = pytest.mark.browser

Watch = Callable[..., Any]

MAP = """\
    title: A café with a garden
    personas: {ana: {name: Ana}, ben: {name: Ben}}
    channels: {web: Website, shop: Branch}
    help: {menu: {name: Menu with prices, channels: shop, url: "https://example.org/menu"}}
    stages:
      - stage: Look around
        goal: Find a quiet café
        actions:
          - {action: Reads what others say, channel: web, emotion: {score: 1, feeling: curious, because: it sounds calm}}
          - {action: Walks past the café, channel: shop, emotion: [{score: -1}, {persona: ben, score: 2}]}
        questions:
          - {question: Is there room for a pram?, channels: web}
          - {question: What does it cost?, channels: web, help: menu}
      - stage: Sit down
        actions:
          - {action: Orders a coffee, channel: shop, emotion: {score: 2, feeling: glad}}
        gaps: [{gap: Nobody comes to the table, severity: high}]
        backstage: [Bakes the cake]
    """


@pytest.fixture
def file(tmp_path: Path, facts_of: Callable[[str], Facts]) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(html.write(facts_of(MAP), Options()))
    return path


def focused(page: Any) -> str:
    """The id, class or tag of what has the focus."""
    return page.evaluate("(e => e.id || e.className || e.tagName)(document.activeElement)")


def in_view(page: Any, selector: str) -> bool:
    return page.evaluate(
        "s => { const r = document.querySelector(s).getBoundingClientRect();"
        " return r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth }",
        selector,
    )


# --- search ----------------------------------------------------------------------------------------------------------


def test_search_finds_without_accents_and_case_and_counts(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.keyboard.press("/")
        assert focused(page) == "find"
        page.keyboard.type("CAFE")
        assert page.inner_text("#found") == "1 of 4"
        assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["café"] * 4
        page.keyboard.press("Enter")
        assert page.inner_text("#found") == "1 of 4"
        page.keyboard.press("Enter")
        assert page.inner_text("#found") == "2 of 4"
        assert page.evaluate("[...CSS.highlights.get('here')][0].startContainer.parentElement.closest('.sub') !== null")
        page.keyboard.press("Shift+Enter")
        page.keyboard.press("Shift+Enter")
        assert page.inner_text("#found") == "4 of 4"
        watched.quiet()


def test_search_dims_what_does_not_match_and_escape_clears(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.fill("#find", "pram")
        assert "dim" not in page.get_attribute(".q1", "class")
        assert "dim" in page.get_attribute(".q2", "class")
        page.fill("#find", "nothing like it")
        assert page.inner_text("#found") == "Nothing found"
        page.keyboard.press("Escape")
        assert page.input_value("#find") == ""
        assert page.inner_text("#found") == ""
        assert page.locator(".dim").count() == 0


def test_what_is_hidden_is_not_found(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.fill("#find", "pram")
        assert page.inner_text("#found") == "1 of 1"
        page.evaluate("document.getElementById('l-asking').click()")
        assert page.inner_text("#found") == "Nothing found"


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Überweisung", "uberw"),
        ("coração", "coracao"),
        ("ＡＢＣ", "abc"),
        ("مُحَمَّد", "محمد"),
        ("e\u0301te\u0301", "ete"),
        ("İstanbul", "ist"),
    ],
)
def test_letters_of_all_kinds_are_found(
    watch: Watch, tmp_path: Path, facts_of: Callable[[str], Facts], written: str, typed: str
) -> None:
    (tmp_path / "x.html").write_bytes(
        html.write(facts_of(f"stages: [A, {{stage: B, actions: [go {written} on]}}]"), Options())
    )
    with watch(tmp_path / "x.html", 1200) as watched:
        watched.page.fill("#find", typed)
        found = watched.page.evaluate("[...CSS.highlights.get('found')].map(String)")
        assert len(found) == 1
        assert written.startswith(found[0])
        watched.quiet()


# --- addresses -------------------------------------------------------------------------------------------------------


def test_links_lead_to_stages_and_questions(watch: Watch, file: Path) -> None:
    for after, selector in (
        ("#stage-2", ".chev.g2"),
        ("#stages/sit-down", ".chev.g2"),
        ("#q-2", ".q2"),
        ("#stages/look-around/questions/what-does-it-cost", ".q2"),
    ):
        with watch(file, 800, after) as watched:
            assert in_view(watched.page, selector), after
            if "q" in after:
                assert watched.page.evaluate("!!document.activeElement.closest('.q2')")
                ringed = watched.page.evaluate("getComputedStyle(document.querySelector('.k2')).outlineColor")
                assert "0)" not in ringed.replace("rgba", "")[-5:], ringed


def test_a_link_into_a_hidden_lane_shows_it(watch: Watch, file: Path) -> None:
    with watch(file, 1200, "?lanes=channels#q-1") as watched:
        assert watched.page.locator(".q1").is_visible()
        assert not watched.page.locator(".l-gaps").is_visible()


def test_the_address_keeps_what_is_shown(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.locator("#l-gaps").focus()
        page.keyboard.press("Space")
        page.locator("#p-0").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        address = page.url
        assert address.endswith("page.html?lanes=asking,channels,blueprint&persona=ben")
        page.goto(address)
        assert page.locator("#p-2").is_checked()
        assert not page.locator(".l-gaps").is_visible()
        page.locator("#l-gaps").focus()
        page.keyboard.press("Space")
        page.locator("#p-2").focus()
        page.keyboard.press("ArrowRight")
        assert page.url.endswith("page.html")


@pytest.mark.parametrize("after", ["?lanes=<script>&persona=%00", "#%E0%A4%A", "?lanes=", "#__proto__", "?persona="])
def test_addresses_that_mean_nothing_do_no_harm(watch: Watch, file: Path, after: str) -> None:
    with watch(file, 1000, after) as watched:
        assert watched.page.locator("h1").is_visible()
        assert watched.page.locator("#find").is_visible()
        watched.quiet()


def test_link_signs_come_with_focus_and_name_what_they_link(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        sign = watched.page.locator(".chev .link").first
        assert sign.get_attribute("aria-label") == "Link to the stage “Look around”"
        assert sign.evaluate("e => getComputedStyle(e).opacity") == "0"
        watched.page.locator("#keys").focus()
        watched.page.keyboard.press("Tab")
        assert sign.evaluate("e => e === document.activeElement && getComputedStyle(e).opacity") == "1"
        watched.page.keyboard.press("Enter")
        assert watched.page.url.endswith("#stages/look-around")


# --- keys ------------------------------------------------------------------------------------------------------------


def test_arrows_go_from_stage_to_stage(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.locator("#stage-1").focus()
        page.keyboard.press("ArrowRight")
        assert focused(page) == "stage-2"
        page.keyboard.press("ArrowRight")
        assert focused(page) == "stage-2"
        page.keyboard.press("Home")
        assert focused(page) == "stage-1"


def test_arrows_go_along_the_curve_and_say_each_point(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.locator(".walk").focus()
        assert page.inner_text("#said") == "Reads what others say: curious, +1, because it sounds calm"
        page.keyboard.press("ArrowRight")
        assert page.locator(".pt.at").count() == 1
        assert page.inner_text("#said").startswith("Walks past the café: −1")
        page.keyboard.press("End")
        assert page.inner_text("#said").startswith("Orders a coffee")
        page.locator("#find").focus()
        assert page.locator(".pt.at").count() == 0
        page.evaluate("document.getElementById('p-2').click()")
        page.locator(".walk").focus()
        page.keyboard.press("Home")
        assert "+2" in page.inner_text("#said")


def test_every_point_has_its_words(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        counts = "() => ['.feel .full.w1 .pt', '.told.w1 li'].map(s => document.querySelectorAll(s).length)"
        points, told = watched.page.evaluate(counts)
        assert points == told == 3


def test_keys_are_shown_and_can_be_switched_off(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        page = watched.page
        page.keyboard.press("?")
        assert page.locator("#help").is_visible()
        assert page.evaluate("document.getElementById('help').contains(document.activeElement)")
        page.locator("#single").uncheck()
        page.keyboard.press("Escape")
        assert not page.locator("#help").is_visible()
        page.keyboard.press("/")
        page.keyboard.press("?")
        assert focused(page) == "BODY"
        assert not page.locator("#help").is_visible()
        page.locator("#keys").click()
        page.locator("#close").click()
        assert not page.locator("#help").is_visible()
        watched.quiet()


def test_a_slash_in_the_search_is_a_slash(watch: Watch, file: Path) -> None:
    with watch(file, 1440) as watched:
        watched.page.locator("#find").focus()
        watched.page.keyboard.type("a/b?")
        assert watched.page.input_value("#find") == "a/b?"


@pytest.mark.parametrize("width", [1440, 360])
def test_tab_follows_the_reading_order(watch: Watch, file: Path, width: int) -> None:
    with watch(file, width) as watched:
        page, found = watched.page, []
        for _ in range(60):
            page.keyboard.press("Tab")
            place = page.evaluate(
                "(e => { if (e === document.body) return null; const r = e.getBoundingClientRect();"
                " const cell = e.closest('td,th');"
                " return {what: e.id || e.className, y: (cell || e).getBoundingClientRect().top + scrollY,"
                "  head: !!e.closest('.tools,.top,.hero'), seen: r.width > 0 && r.height > 0} })(document.activeElement)"
            )
            if place is None:
                break
            found.append(place)
        assert len(found) > 12
        assert all(place["seen"] for place in found)
        below = [place["y"] for place in found if not place["head"]]
        if width > 700:
            assert below == sorted(below)
        assert [place["what"] for place in found].index("find") > 0


# --- copying, printing, no script ------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1440, 800, 390])
def test_the_poster_is_copied_as_a_picture(watch: Watch, file: Path, width: int) -> None:
    with watch(file, width, color_scheme="dark", permissions=["clipboard-read", "clipboard-write"]) as watched:
        page = watched.page
        page.locator("#copy").click()
        page.locator("#copy", has_text="Copied").wait_for()
        size, corner, colours = page.evaluate("""async () => {
            const [item] = await navigator.clipboard.read(), blob = await item.getType('image/png');
            const map = await createImageBitmap(blob), canvas = new OffscreenCanvas(map.width, map.height);
            const pen = canvas.getContext('2d');
            pen.drawImage(map, 0, 0);
            const dots = pen.getImageData(0, 0, map.width, map.height).data, seen = new Set();
            for (let at = 0; at < dots.length; at += 4000) seen.add(dots.slice(at, at + 3).join());
            return [[map.width, map.height], [...dots.slice(0, 4), ...dots.slice(-4)], seen.size];
        }""")
        assert size[0] == 2 * max(width, page.evaluate("document.documentElement.scrollWidth"))
        assert size[1] > 1500
        assert corner == [16, 18, 23, 255] * 2, "no corner is left white"
        assert colours > 20
        watched.quiet()


def test_without_a_clipboard_the_picture_is_saved(watch: Watch, file: Path) -> None:
    with watch(file, 1000) as watched:
        page = watched.page
        page.evaluate("void (navigator.clipboard.write = () => Promise.reject(new Error('no')))")
        with page.expect_download() as waiting:
            page.locator("#copy").click()
        assert waiting.value.suggested_filename == "A café with a garden · journey map.png"
        assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")
        assert page.inner_text("#copy") == "Saved"


def test_print_prints(watch: Watch, file: Path) -> None:
    with watch(file, 1000) as watched:
        watched.page.evaluate("void (window.print = () => { document.title = 'printed' })")
        watched.page.locator("#print").click()
        assert watched.page.title() == "printed"


def test_without_script_everything_reads(watch: Watch, file: Path) -> None:
    with watch(file, 1440, java_script_enabled=False) as watched:
        page = watched.page
        assert page.locator("h1").is_visible()
        assert page.locator(".q2").is_visible()
        assert not page.locator("#find").is_visible()
        assert not page.locator("#copy").is_visible()
        page.locator("#l-asking").focus()
        page.keyboard.press("Space")
        assert not page.locator(".q2").is_visible()
        page.locator("#p-1").focus()
        page.keyboard.press("Space")
        assert page.locator("#p-1").is_checked()


def test_forced_colours_keep_faces_and_edges(watch: Watch, file: Path) -> None:
    with watch(file, 1440, forced_colors="active") as watched:
        style = "([s, p]) => getComputedStyle(document.querySelector(s))[p]"
        assert watched.page.evaluate(style, [".feel .f", "forcedColorAdjust"]) == "none"
        assert watched.page.evaluate(style, [".tools label:has(:checked)", "borderTopStyle"]) == "solid"
        assert watched.page.evaluate(style, [".help", "borderTopStyle"]) == "solid"
        assert watched.page.evaluate(style, [".score .dot", "forcedColorAdjust"]) == "none"


# --- hostile ---------------------------------------------------------------------------------------------------------

HOSTILE = "</script><img src=x onerror=window.ran=1>{number}$&$1.*+?^(){}[]\\"


def test_hostile_text_in_search_and_links(watch: Watch, tmp_path: Path, facts_of: Callable[[str], Facts]) -> None:
    text = MAP.replace("Is there room for a pram?", f"'{HOSTILE}'").replace("A café with a garden", f"'{HOSTILE}'")
    (tmp_path / "x.html").write_bytes(html.write(facts_of(text), Options()))
    with watch(
        tmp_path / "x.html", 1440, "?lanes=asking#q-1", permissions=["clipboard-read", "clipboard-write"]
    ) as watched:
        page = watched.page
        page.fill("#find", HOSTILE)
        assert page.inner_text("#found") == "1 of 2"
        page.keyboard.press("Enter")
        page.locator(".q1 .link").click()
        page.locator("#copy").click()
        page.locator("#copy", has_text="Copied").wait_for()
        watched.quiet()


def test_no_other_script_may_run(watch: Watch, file: Path, tmp_path: Path) -> None:
    text = file.read_text("utf-8").replace("<body>", "<body onload='window.ran=1'><script>window.ran=1</script>")
    (tmp_path / "y.html").write_text(text, "utf-8")
    with watch(tmp_path / "y.html", 1000) as watched:
        assert watched.page.evaluate("window.ran") is None
        assert watched.page.locator("#find").is_visible()
