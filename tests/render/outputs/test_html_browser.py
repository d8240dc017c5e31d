"""The page in a real browser: nothing cut, nothing on top of anything, nothing run, nothing fetched."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.options import Options
from journeykit.render.outputs import html
from journeykit.render.picture import picture

pytestmark = pytest.mark.browser

#: Opens a file in the browser (see conftest.py).
Watch = Callable[..., Any]

# --- maps ------------------------------------------------------------------------------------------------------------

LATIN = "the customer compares fees and asks a friend about better accounts before she signs the form"
ARABIC = "العميل يقارن الرسوم ويسأل صديقا عن حساب أفضل قبل أن يوقع النموذج في الفرع"
HEBREW = "הלקוח משווה עמלות ושואל חבר על חשבון טוב יותר לפני שהוא חותם"
PERSIAN = "مشتری کارمزدها را مقایسه می‌کند و از دوستی درباره حساب بهتر می‌پرسد"
CHINESE = "顧客比較費用並詢問朋友關於更好的帳戶在分行簽署表格之前"
EMOJI = "👩‍👩‍👧 asks 🇩🇪 why 1️⃣ fee 💸 grew so much 📈 today 🤔"
HOSTILE = (
    "</style></title></textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>"
    "<svg onload=window.ran=1>{{7*7}}{% raw %}{#c#}\"'`;}*{display:none}/*--><!--]]> javascript:window.ran=1 \u202eabc"
)
ADDRESSES = ("javascript:window.ran=1", "data:text/html,<script>window.ran=1</script>", "//example.org/x", "ftp://a/b")


def spaced(words: str) -> Callable[[random.Random, int], str]:
    return lambda r, letters: " ".join(r.choices(words.split(), k=letters))[:letters].strip() or "x"


def unspaced(r: random.Random, letters: int) -> str:
    return "".join(r.choices(CHINESE, k=max(1, letters // 2)))


def unbroken(r: random.Random, letters: int) -> str:
    return "".join(r.choices("abcdefghij", k=letters))


def hostile(_: random.Random, __: int) -> str:
    return HOSTILE


def generated(
    stages: int,
    actions: int,
    text: Callable[[random.Random, int], str] | None = None,
    letters: int = 30,
    personas: int = 1,
    lang: str = "en",
    bare: bool = False,
    address: str = "https://example.org/",
) -> dict[str, Any]:
    """A map of so many stages, actions and personas, its texts up to so many letters long."""
    r, say = random.Random(stages * 1000 + actions), text or spaced(LATIN)

    def t(most: int = letters) -> str:
        return say(r, r.randint(max(1, most // 2), most))

    brief = min(letters, 12) if letters < 200 else letters
    people = [f"p{n}" for n in range(personas)]
    places = ["web", "phone", "branch", "other"]
    found: dict[str, Any] = {
        "journey": "1", "title": t(letters * 2), "summary": t(letters * 4), "lang": lang, "owner": t(brief),
        "reviewed": "2026-03-02", "revision": t(brief), "why": t(), "tags": [t(brief)],
        "scope": {"starts": t(), "ends": t(), "excludes": [t()]},
        "personas": {p: {"name": t(brief), "role": "buyer", "quote": t(), "goals": [t(), t()], "prefers": "web",
                         "avoids": "phone", "frustrations": t(), "share": "31%", "summary": t()} for p in people},
        "channels": {key: {"name": t(brief)} for key in places},
        "evidence": {"e": {"name": t(), "method": "interview", "sample": "14", "date": "2026-01", "url": address}},
        "stages": [],
    }  # fmt: skip
    if not bare:
        found |= {
            "promises": {"p": t()},
            "touchpoints": {
                "poor": {"name": t(brief), "channel": "web", "promises": "p", "quality": "2", "expected": "5",
                         "owner": t(brief), "url": address},
                "good": {"name": t(brief), "channel": "branch", "promises": "p", "quality": "5", "importance": "4"},
                "gone": {"name": t(brief), "channel": "phone", "promises": "p", "state": "missing"},
            },
            "help": {"live": {"name": t(), "channels": "web", "url": address, "kind": "tool"},
                     "plan": {"name": t(), "channels": "phone", "state": "planned", "due": "2027-01"}},
            "metrics": {"m": {"name": t(), "unit": "%", "better": "lower", "now": "61%", "was": "70%", "target": "35%"},
                        "n": {"name": t(), "kind": "nps", "now": "-12", "target": "40"}, "o": {"name": t()}},
            "opportunities": [t()], "risks": [t()],
        }  # fmt: skip

    def emotion(persona: str | None = None) -> Any:
        if r.random() < 0.15:
            return {"feeling": t(brief)}
        score = r.choice([-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2])
        known: dict[str, Any] = {"score": str(score), "feeling": t(brief)}
        if r.random() < 0.5:
            known |= {"because": t(), "desired": r.choice(["-1", "1", "2"])}
        return known | ({"persona": persona} if persona else {})

    for index in range(stages):
        count = actions // stages + (index < actions % stages)
        stage: dict[str, Any] = {"stage": t(brief), "goal": t(), "phase": f"{t(brief)} {index // 2}"}
        stage |= {"duration": f"{r.randint(1, 40)} days", "actions": []}
        for _ in range(count):
            action: dict[str, Any] = {"action": t(), "channel": r.choice(places)}
            if r.random() < 0.8:
                action["emotion"] = [emotion(p) for p in people if r.random() < 0.7] or emotion()
            if r.random() < 0.25:
                action |= {"moment_of_truth": f"{t()} yes", "evidence": "e", "optional": "yes", "advocacy": "yes"}
            if r.random() < 0.2:
                action |= {"next": {"to": t(), "when": t()}, "at": t(brief), "repeats": "1 week", "persona": people[:1]}
            stage["actions"].append(action)
        if not bare:
            stage |= {
                "needs": [t()], "quotes": [{"quote": t(), "date": "2026"}], "thoughts": [t()], "success": t(),
                "business_goal": t(), "emotion": emotion(), "touchpoints": r.sample(["poor", "good", "gone"], 2),
                "questions": [
                    {"question": t(), "channels": r.sample(places, 2), "help": r.choice([[], ["live"], ["plan"]]),
                     "importance": "4", "share": "40%", "kind": "concern", "persona": people}
                    for _ in range(r.randint(0, 3))
                ] + [{"question": t(), "channels": ["web"], "answer": t()}],
                "gaps": [{"gap": t(), "desired": t(), "received": t(), "severity": "high", "promise": "p",
                          "evidence": "e", "opportunities": {"opportunity": t(), "impact": "4", "effort": "3",
                          "owner": t(brief), "due": "2027", "value": "40000 EUR", "ticket": address}}],
                "pains": [t()], "highlights": [{"highlight": t(), "touchpoint": "good"}],
                "risks": [{"risk": t(), "likelihood": "low", "harm": "high", "mitigations": ["live"]}],
                "leaves": [{"leave": t(), "because": t(), "share": "12%", "to": t(brief)}],
                "metrics": ["m", "n"], "gate": [{"checkpoint": t(), "within": "14 days"}],
                "health": [{"signal": t(), "per": "7 days", "target": "3", "weight": "3"}],
                "alerts": [{"alert": t(), "when": "health < 50", "notify": [t(brief)]}],
                "frontstage": [{"frontstage": t(), "owner": t(brief)}, {"frontstage": t(), "owner": t(brief)}],
                "backstage": [{"backstage": t(), "owner": t(brief), "wait": "2 days"}, t()],
                "support": [t()], "physical": [t()],
            }  # fmt: skip
        found["stages"].append(stage)
    return found


MAPS: dict[str, Callable[[], dict[str, Any]]] = {
    "words": lambda: {"journey": "1", "title": "A noise", "stages": ["Hears a noise", "Asks around", "Books a garage"]},
    "one": lambda: generated(1, 1, personas=0),
    "one-long-stage": lambda: generated(1, 60, bare=True),
    "three": lambda: generated(3, 7, personas=2),
    "five": lambda: generated(5, 11, personas=5),
    "eight-empty": lambda: generated(8, 3, personas=0, bare=True),
    "twelve": lambda: generated(12, 60, personas=2),
    "letters": lambda: generated(3, 5, letters=1),
    "long": lambda: generated(4, 9, letters=400, personas=2),
    "unbroken": lambda: generated(3, 6, unbroken, 120, personas=2),
    "arabic": lambda: generated(5, 11, spaced(ARABIC), personas=2, lang="ar"),
    "wide-arabic": lambda: generated(10, 40, spaced(ARABIC), personas=2, lang="ar"),
    "hebrew": lambda: generated(4, 8, spaced(HEBREW), personas=3, lang="he"),
    "persian": lambda: generated(3, 8, spaced(PERSIAN), 80, lang="fa"),
    "chinese": lambda: generated(5, 11, unspaced, 60, personas=2, lang="zh"),
    "emoji": lambda: generated(5, 9, spaced(EMOJI), 60, personas=2),
    "hostile": lambda: generated(4, 8, hostile, personas=2, address=ADDRESSES[0]),
}

# --- the pages ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The pages of the maps by their names, each written once."""
    folder, written = tmp_path_factory.mktemp("pages"), {}

    def page(name: str) -> Path:
        if name not in written:
            plain, _, lang = name.partition(" in ")
            facts = Facts(Journey.model_validate(MAPS[plain]()))
            written[name] = folder / f"{name}.html"
            written[name].write_bytes(picture("html", facts, Options(lang=lang or None)))
        return written[name]

    return page


#: All lines of text and all marks of the curve as boxes; those that meet, and those that leave what holds them.
MEASURE = """
() => {
  const boxes = [], out = [];
  const shown = e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh,caption,defs');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const page = document.documentElement;
  for (let node; node = walker.nextNode();) {
    const text = node.nodeValue.trim(), owner = node.parentElement;
    if (!text || !owner || !shown(owner) || owner.closest('.av,.ev')) continue;
    range.selectNodeContents(node);
    const holder = owner.closest('td,th,.persona,.strip dl>div,.badge,footer,.all,main');
    const hold = holder.getBoundingClientRect();
    const cut = owner.closest('.cut');
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      if (cut) { const c = cut.getBoundingClientRect(); if (r.right > c.right || r.left < c.left) continue; }
      else if (r.left < hold.left - 1.5 || r.right > hold.right + 1.5 || r.top < hold.top - 3 || r.bottom > hold.bottom + 3)
        out.push(`${text.slice(0, 40)} leaves ${holder.tagName}.${holder.className}`);
      boxes.push({x: r.left, y: r.top, r: r.right, b: r.bottom, what: text.slice(0, 40), node});
    }
  }
  for (const mark of document.querySelectorAll('.feel .pt>.f,.feel .pt>.av')) {
    if (!shown(mark)) continue;
    const r = mark.getBoundingClientRect();
    boxes.push({x: r.left + 2, y: r.top + 2, r: r.right - 2, b: r.bottom - 2, what: 'mark', node: mark});
  }
  for (const e of document.querySelectorAll('*')) {
    const s = getComputedStyle(e);
    if (s.overflowX === 'hidden' && shown(e) && !e.matches('.cut,.strip,.av') && e.clientWidth &&
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
  return {out: [...new Set(out)], met: [...new Set(met)], boxes: boxes.length, wide: page.scrollWidth - page.clientWidth};
}
"""


def sound(measured: dict[str, Any]) -> None:
    """Nothing leaves what holds it, nothing lies on anything else."""
    assert measured["boxes"] > 5
    assert measured["out"] == []
    assert measured["met"] == []


@pytest.mark.parametrize("name", MAPS)
def test_on_a_screen(watch: Watch, pages: Callable[[str], Path], name: str) -> None:
    with watch(pages(name), 1440) as watched:
        sound(watched.page.evaluate(MEASURE))
        choices = watched.page.locator("[name=p]").count()
        for choice in range(1, min(choices, 3)):
            watched.page.evaluate(f"document.querySelectorAll('[name=p]')[{choice}].checked = true")
            sound(watched.page.evaluate(MEASURE))
        watched.quiet()


@pytest.mark.parametrize("name", MAPS)
def test_on_a_telephone(watch: Watch, pages: Callable[[str], Path], name: str) -> None:
    with watch(pages(name), 360) as watched:
        measured = watched.page.evaluate(MEASURE)
        sound(measured)
        assert measured["wide"] <= 0
        watched.quiet()


#: Maps whose labels are in another language than their texts, and the direction of the page.
TOLD = {
    "five in ar": "rtl", "long in ar": "rtl", "arabic in en": "ltr", "five in ja": "ltr", "five in pt": "ltr",
    "three in de": "ltr", "arabic in ja": "ltr",
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("width", [1400, 360])
def test_labels_and_texts_in_two_languages(watch: Watch, pages: Callable[[str], Path], name: str, width: int) -> None:
    """The page runs as its labels do, with the first stage at their side; a text of the map runs as its own words do."""
    with watch(pages(name), width) as watched:
        measured = watched.page.evaluate(MEASURE)
        sound(measured)
        assert measured["wide"] <= 0 or width > 400
        assert watched.page.get_attribute("html", "dir") == TOLD[name]
        own = "rtl" if name.startswith("arabic") else "ltr"
        ways = watched.page.evaluate(
            "[...document.querySelectorAll('h1[lang], .act [lang]')].map(e => getComputedStyle(e).direction)"
        )
        assert set(ways) == {own}
        if width > 400:
            heads = [box.bounding_box()["x"] for box in watched.page.locator("thead .chev").all()]
            assert heads == sorted(heads, reverse=TOLD[name] == "rtl")
        watched.quiet()


@pytest.mark.parametrize("name", ["five in ar", "arabic"])
def test_signed_numbers_keep_their_sign_before_them(watch: Watch, pages: Callable[[str], Path], name: str) -> None:
    """In a line from right to left as well, the sign of −2 stands at its left, and a word of ours comes before it."""
    with watch(pages(name), 1440) as watched:
        signs = watched.page.evaluate("""() => [...document.querySelectorAll('.yscale .num, .pv')].filter(e =>
            e.checkVisibility() && /^[−+]/.test(e.textContent)).map(e => {
              const range = document.createRange(), node = e.firstChild, at = n => {
                range.setStart(node, n); range.setEnd(node, n + 1); return range.getBoundingClientRect().left};
              return at(0) < at(1)})""")
        assert len(signs) > 4
        assert all(signs)


@pytest.mark.parametrize("name", ["three", "twelve", "long", "arabic", "chinese", "one-long-stage", "five"])
def test_on_paper(watch: Watch, pages: Callable[[str], Path], name: str) -> None:
    with watch(pages(name), 1519) as watched:
        watched.page.emulate_media(media="print")
        measured = watched.page.evaluate(MEASURE)
        sound(measured)
        assert measured["wide"] <= 0


#: Cells that do not stand below the head of their stage, on its sheet.
ASTRAY = """
() => {
  const at = e => e.getBoundingClientRect(), heads = [...document.querySelectorAll('th.chev')];
  const names = [...document.querySelectorAll('.map tbody th[scope=row], .map .name')].filter(e => e.checkVisibility());
  return heads.flatMap(head => {
    const group = [...head.classList].find(name => /^g\\d+$/.test(name)), h = at(head), rtl = document.dir === 'rtl';
    return [...document.querySelectorAll(`td.${group}`)].filter(cell => {
      const c = at(cell), row = names.some(name => {
        const n = at(name);
        return Math.abs(n.top - c.top) < 1.5 && (rtl ? n.left >= c.right - 1.5 : n.right <= c.left + 1.5);
      });
      return !cell.style.getPropertyValue('--sheet') && !(c.left > h.left - 2 && c.right < h.right + 2 && c.top > h.top && row);
    }).map(cell => `${group} ${cell.parentElement.className} ${cell.textContent.trim().slice(0, 30)}`);
  });
}
"""


@pytest.mark.parametrize("name", ["three", "twelve", "arabic", "one-long-stage", "wide-arabic"])
def test_on_paper_cells_stand_below_their_stage(watch: Watch, pages: Callable[[str], Path], name: str) -> None:
    with watch(pages(name), 1519) as watched:
        watched.page.emulate_media(media="print")
        assert watched.page.evaluate(ASTRAY) == []


def test_a_large_map_takes_a_sheet_for_each_part_of_it(watch: Watch, tmp_path: Path) -> None:
    made = generated(12, 60, bare=True, personas=0)
    page = tmp_path / "x.html"
    page.write_bytes(html.write(Facts(Journey.model_validate(made)), Options()))
    with watch(page, 1440) as watched:
        printed = watched.page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.count(b"/Type /Page\n") == 3


@pytest.mark.parametrize("width", [700, 1024, 1920, 2560])
@pytest.mark.parametrize("name", ["five", "hebrew"])
def test_at_other_widths(watch: Watch, pages: Callable[[str], Path], name: str, width: int) -> None:
    with watch(pages(name), width) as watched:
        sound(watched.page.evaluate(MEASURE))


# --- what it does without script -------------------------------------------------------------------------------------


def test_lanes_and_personas_can_be_chosen_by_keyboard(watch: Watch, pages: Callable[[str], Path]) -> None:
    with watch(pages("three"), 1440, java_script_enabled=True) as watched:
        page = watched.page
        asking = page.locator(".l-asking")
        assert asking.is_visible()
        page.locator("#l-asking").focus()
        page.keyboard.press("Space")
        assert not asking.is_visible()
        page.locator("[name=p]").first.focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.locator("#p-2").is_checked()
        assert not page.locator("div.full.w1").is_visible()
        assert page.locator("div.full.w2 .f").first.is_visible()


def test_a_question_rings_its_marks(watch: Watch, pages: Callable[[str], Path]) -> None:
    with watch(pages("three"), 1440) as watched:
        mark = watched.page.locator(".k1").first
        read = "e => getComputedStyle(e).outlineColor"
        before = mark.evaluate(read)
        watched.page.locator(".q1").first.focus()
        assert mark.evaluate(read) != before


def test_narrow_pages_follow_the_stages(watch: Watch, pages: Callable[[str], Path]) -> None:
    """Under 700 px a stage's head comes before its cells, and the next stage's after them."""
    with watch(pages("three"), 360) as watched:
        tops = watched.page.evaluate(
            "[...document.querySelectorAll('th.chev,.doing td .act')].map(e => [e.matches('th') ? 'stage' : 'action',"
            " e.getBoundingClientRect().top]).sort((a, b) => a[1] - b[1]).map(e => e[0])"
        )
    assert tops[0] == "stage"
    assert tops.index("action") < [place for place, kind in enumerate(tops) if kind == "stage"][1]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_real_addresses_become_links(watch: Watch, tmp_path: Path, address: str) -> None:
    journey = Journey.model_validate(generated(2, 3, address=address))
    (tmp_path / "page.html").write_bytes(html.write(Facts(journey), Options()))
    with watch(tmp_path / "page.html", 1440) as watched:
        links = watched.page.evaluate("[...document.links].map(a => a.getAttribute('href'))")
        assert links
        assert [link for link in links if not link.startswith("#")] == []
        watched.quiet()


# --- colours ---------------------------------------------------------------------------------------------------------

#: Pairs of tokens, and the contrast they need: 4.5 for text, 3 for graphics.
PAIRS = [
    *((text, ground, 4.5) for text in ("ink", "ink2", "ink3", "neg", "pos") for ground in ("page", "card", "sunk")),
    ("neg", "neg-bg", 4.5), ("ink2", "neg-bg", 4.5), ("pos", "pos-bg", 4.5), ("ink2", "pos-bg", 4.5),
    ("gold-ink", "gold-bg", 4.5), ("ink", "gold-bg", 4.5), ("ink3", "gold-bg", 4.5), ("ink2", "gold-bg", 4.5),
    ("head-ink", "head", 4.5), ("head-ink2", "head", 4.5),
    *(("av-ink", f"a{n}", 4.5) for n in range(1, 5)), *((f"a{n}", "page", 4.5) for n in range(1, 5)),
    *((face, "page", 3) for face in ("n2", "n1", "z", "p1", "p2")),
]  # fmt: skip


def luminance(colour: str) -> float:
    digits = colour.strip().lstrip("#")
    digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(watch: Watch, pages: Callable[[str], Path], scheme: str) -> None:
    with watch(pages("words"), 1440, color_scheme=scheme) as watched:
        names = sorted({name for text, ground, _ in PAIRS for name in (text, ground)})
        read = "names => names.map(n => getComputedStyle(document.documentElement).getPropertyValue('--' + n))"
        colours = dict(zip(names, watched.page.evaluate(read, names), strict=True))
        ground = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(16, 18, 23)") is (scheme == "dark")
    weak = []
    for text, behind, least in PAIRS:
        light, dark = sorted((luminance(colours[text]), luminance(colours[behind])), reverse=True)
        if (light + 0.05) / (dark + 0.05) < least:
            weak.append((text, behind, (light + 0.05) / (dark + 0.05)))
    assert weak == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_that_is_asked_for_does_not_ask_the_reader(watch: Watch, tmp_path: Path, theme: Any) -> None:
    page = html.write(Facts(Journey.model_validate(MAPS["words"]())), Options(theme=theme))
    (tmp_path / "page.html").write_bytes(page)
    with watch(tmp_path / "page.html", 800, color_scheme="dark" if theme == "light" else "light") as watched:
        ground = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(16, 18, 23)") is (theme == "dark")


def test_paper_is_a3_and_white(watch: Watch, pages: Callable[[str], Path]) -> None:
    with watch(pages("five"), 1440, color_scheme="dark") as watched:
        printed = watched.page.pdf(prefer_css_page_size=True, print_background=True)
        watched.page.emulate_media(media="print")
        ground = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 1191" in printed or b"/MediaBox [0 0 1190" in printed
    assert ground == "rgb(255, 255, 255)"
