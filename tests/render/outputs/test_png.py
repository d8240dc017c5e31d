from __future__ import annotations

from io import BytesIO

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs import png, svg
from journeykit.render.sheet import fonts

MAP = "title: A title\nstages: [{stage: A, actions: [{action: a, emotion: -2}]}, B]"


def size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


@pytest.mark.parametrize("view", ["map", "flow", "questions"])
def test_the_scale_is_dots_for_each_pixel(facts_of, view: str) -> None:
    facts = facts_of(MAP)
    one, two = (size(png.write(facts, Options(view, scale=scale))) for scale in (1, 2))
    assert two == pytest.approx((one[0] * 2, one[1] * 2), abs=2)


def test_too_many_dots_are_refused_with_the_largest_scale(facts_of) -> None:
    with pytest.raises(png.TooLargeError, match="the largest scale it can have is"):
        png.write(facts_of(MAP), Options(scale=20))


def test_auto_is_light(facts_of) -> None:
    image = pytest.importorskip("PIL.Image")
    shown = {}
    for theme in ("auto", "light", "dark"):
        picture = image.open(BytesIO(png.write(facts_of(MAP), Options(theme=theme, scale=0.25)))).convert("RGB")
        shown[theme] = picture.getpixel((2, 2))
    assert shown["auto"] == shown["light"] == (250, 250, 248)
    assert shown["dark"] == (16, 18, 23)


def test_text_without_a_font_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_is_seen", lambda letter: letter != "ж")
    with pytest.warns(fonts.MissingFontWarning, match="no font on this machine for Cyrillic; that text is missing"):
        fonts.warn_of_missing('<text x="0">\u0436\u0436 \u05d0</text>')


def test_a_letter_is_seen_where_a_font_draws_it() -> None:
    assert fonts._is_seen("A")
    assert not fonts._is_seen("\u0379")  # belongs to no script yet


def test_latin_text_is_not_probed() -> None:
    assert fonts.scripts('<text x="1">Plain — “text” é → ★</text>') == {}


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_browser_shows_the_same_picture(facts_of, browser, theme) -> None:
    image = pytest.importorskip("PIL.Image")
    from PIL import ImageChops, ImageFilter, ImageStat

    facts = facts_of(MAP)
    ours = image.open(BytesIO(png.write(facts, Options(theme=theme, scale=1)))).convert("RGB")
    page = browser.new_page(viewport={"width": ours.width, "height": ours.height})
    page.route("**/*", lambda route: route.abort())
    page.set_content(f"<body style='margin:0'>{svg.write(facts, Options(theme=theme)).decode()}")
    theirs = image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    assert theirs.size == ours.size
    # Letters are smoothed in different ways; the picture under them is one.
    soft = ImageFilter.BoxBlur(3)
    difference = ImageChops.difference(ours.filter(soft), theirs.filter(soft))
    assert max(ImageStat.Stat(difference).mean) < 1
    assert max(high for _, high in difference.getextrema()) < 60
    moved = ImageChops.difference(ours.filter(soft), ImageChops.offset(theirs, 12, 12).filter(soft))
    assert max(ImageStat.Stat(moved).mean) > 2 * max(ImageStat.Stat(difference).mean)
