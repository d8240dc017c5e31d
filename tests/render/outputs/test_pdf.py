from __future__ import annotations

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs import pdf

typst = pytest.importorskip("typst")
pdfium = pytest.importorskip("pypdfium2")


def pages(facts, **options) -> list[tuple[float, float]]:
    document = pdfium.PdfDocument(pdf.write(facts, Options(**options)))
    return [page.get_size() for page in document]


def many(stages: int, actions: int) -> str:
    own = ", ".join(f"{{action: Does thing {n}, emotion: {n % 5 - 2}}}" for n in range(actions))
    return "title: A title\nstages:\n" + "\n".join(f"  - {{stage: Stage {n}, actions: [{own}]}}" for n in range(stages))


def test_a_small_map_stands_on_one_page_of_the_paper(facts_of) -> None:
    facts = facts_of(many(3, 2))
    for paper, wide in ((None, 420), ("a4", 297), ("a0", 1189)):
        found = pages(facts, paper=paper)
        assert len(found) == 1
        assert found[0][0] == pytest.approx(wide / 25.4 * 72, abs=0.5)


def test_a_large_map_is_cut_between_stages(facts_of) -> None:
    facts = facts_of(many(12, 5))
    assert 3 <= len(pages(facts)) <= 6
    assert len(pages(facts, paper="a1")) < len(pages(facts))


def test_text_stays_text_and_the_title_is_told(facts_of) -> None:
    document = pdfium.PdfDocument(pdf.write(facts_of(many(2, 2)), Options()))
    assert "Does thing 1" in document[0].get_textpage().get_text_range()
    assert document.get_metadata_dict()["Title"] == "A title"
    assert not document.get_metadata_dict()["CreationDate"]


def test_the_same_map_gives_the_same_bytes(facts_of) -> None:
    facts = facts_of(many(2, 2))
    assert pdf.write(facts, Options()) == pdf.write(facts, Options())


@pytest.mark.parametrize("view", ["flow", "blueprint", "questions"])
def test_diagrams_have_a_page_of_their_own_size(facts_of, view: str) -> None:
    assert len(pages(facts_of(many(2, 2)), view=view)) == 1


def test_hostile_text_is_no_markup(facts_of) -> None:
    text = 'title: \'"); #panic() #image("/etc/passwd") \\u{41} $x$\'\nstages: [A, B]'
    document = pdfium.PdfDocument(pdf.write(facts_of(text), Options()))
    assert "#panic()" in document.get_metadata_dict()["Title"]


def test_a_page_shows_what_its_svg_shows(facts_of) -> None:
    from io import BytesIO

    from PIL import Image, ImageChops, ImageFilter, ImageStat
    from resvg_py import svg_to_bytes

    from journeykit.render.outputs import svg

    facts = facts_of(many(3, 2))
    shown = pdfium.PdfDocument(pdf.write(facts, Options()))[0].render(scale=1).to_pil().convert("RGB")
    page = next(iter(svg.poster_pages(facts, Options(theme="light"))))
    ours = Image.open(BytesIO(bytes(svg_to_bytes(svg_string=page, dpi=96)))).convert("RGB").resize(shown.size)
    soft = ImageFilter.BoxBlur(3)
    difference = ImageChops.difference(ours.filter(soft), shown.filter(soft))
    assert max(ImageStat.Stat(difference).mean) < 1
