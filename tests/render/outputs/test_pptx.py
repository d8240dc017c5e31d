"""Read back by python-pptx, and by the standard library's zip and XML readers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from types import MappingProxyType
from xml.etree import ElementTree

import pytest

from journeykit.render.options import Options
from journeykit.render.outputs.pptx import write
from journeykit.render.picture import picture
from journeykit.render.theme import default_theme

pptx = pytest.importorskip("pptx")

MAP = """\
title: Getting a noisy car repaired
reviewed: 2026-03-02
personas: {ann: {name: "Ann, in a hurry", quote: It has to be quick.}}
channels: {web: Website}
evidence: {talks: {name: Ten talks, sample: 10}}
stages:
  - stage: Hears a noise
    goal: Know whether it is bad
    actions:
      - {action: Listens, emotion: {score: -2, feeling: afraid, because: it sounds expensive}, evidence: talks}
      - {action: Searches the noise, channel: web, emotion: 1, moment_of_truth: yes}
      - {action: Waits, emotion: {score: -1, feeling: bored}}
    questions: [{question: What will it cost?, channels: web}]
    gaps: [{gap: Nobody calls back, severity: high}]
  - stage: Drives off
"""


def opened(content: bytes):
    return pptx.Presentation(io.BytesIO(content))


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def test_an_overview_the_people_and_a_slide_a_stage(facts_of) -> None:
    deck = opened(write(facts_of(MAP), Options()))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == [
        "Getting a noisy car repaired", "Who walks this journey", "1 Hears a noise", "2 Drives off",
    ]  # fmt: skip
    assert (deck.slide_width.pt, deck.slide_height.pt) == (960, 540)
    assert "“It has to be quick.”" in "\n".join(texts(deck.slides[1]))
    stage = "\n".join(texts(deck.slides[2]))
    for said in (
        "Listens",
        "▼▼ −2 afraid",
        "it sounds expensive",
        "★ moment of truth",
        "What will it cost?",
        "Nobody calls back",
    ):
        assert said in stage


def test_shapes_are_native_and_the_curve_is_one_smooth_line(facts_of) -> None:
    first = opened(write(facts_of(MAP), Options())).slides[0]
    kinds = {shape.shape_type for shape in first.shapes}
    assert pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE not in kinds
    arrows = [shape for shape in first.shapes if shape.shape_type == 1 and "PENTAGON" in str(shape.auto_shape_type)]
    assert [shape.text_frame.text for shape in arrows] == ["1 Hears a noise"]
    (line,) = [shape for shape in first.shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.FREEFORM]
    assert len(line._element.findall(".//{*}cubicBezTo")) == 2
    assert "Listens: −2 afraid" in line._element.nvSpPr.cNvPr.get("descr")
    assert line.name == "Feelings of ann" or line.name.startswith("Feelings")


def test_what_has_no_room_is_in_the_notes(facts_of) -> None:
    deck = opened(write(facts_of(MAP), Options()))
    assert "Evidence: Ten talks" in deck.slides[2].notes_slide.notes_text_frame.text
    assert "Claims backed by evidence" in deck.slides[0].notes_slide.notes_text_frame.text


def test_the_same_map_gives_the_same_bytes(facts_of) -> None:
    content = write(facts_of(MAP), Options())
    assert content == write(facts_of(MAP), Options())
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    known = opened(content).core_properties
    assert (known.created.isoformat()[:10], known.author, known.title) == (
        "2026-03-02",
        "",
        "Getting a noisy car repaired",
    )
    assert not any(name.endswith((".jpeg", ".bin")) for name in archive.namelist())


def test_hostile_texts_are_texts(facts_of) -> None:
    hostile = '"<script>alert(1)</script> & \\"q\\" \\e[31m\\u202E \\x01\\x0b {{x}} =1+1"'
    text = (
        f"title: {hostile}\npersonas: {{p: {{name: {hostile}, quote: {hostile}}}}}\n"
        "help: {h: {name: H, url: 'javascript:alert(1)'}}\n"
        f"stages: [{{stage: {hostile}, goal: {hostile}, actions: [{{action: {hostile}, emotion: {{score: 1, feeling: {hostile}}}}}], "
        f"questions: [{{question: {hostile}, help: h}}], quotes: [{hostile}]}}]"
    )
    content = write(facts_of(text), Options())
    archive = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)
            assert b"javascript" not in part
            assert not re.search(rb"hlinkClick|TargetMode=\"External\"", part), name
    assert not {b"\x01", b"\x0b", b"\x1b"} & {
        bytes([byte]) for name, part in parts.items() if name.endswith(".xml") for byte in part
    }
    assert "\u202e" not in parts["ppt/slides/slide1.xml"].decode()
    title = opened(content).slides[0].shapes.title.text_frame.text
    assert title.startswith('<script>alert(1)</script> & "q" \\x1b[31m\\u202e')


def test_the_colours_and_fonts_are_those_of_the_look(facts_of) -> None:
    look = default_theme()
    own = replace(
        look,
        light=MappingProxyType({**look.light, "head": "#123456"}),
        fonts=MappingProxyType({**look.fonts, "sans": '"Acme Sans", Arial', "display": "Acme Display, serif"}),
    )
    slide = zipfile.ZipFile(io.BytesIO(write(facts_of(MAP), Options(look=own)))).read("ppt/slides/slide1.xml").decode()
    assert 'val="123456"' in slide
    assert 'typeface="Acme Sans"' in slide
    assert 'typeface="Acme Display"' in slide
    archive = zipfile.ZipFile(io.BytesIO(write(facts_of(MAP), Options(theme="dark"))))
    assert 'val="2B3347"' in archive.read("ppt/slides/slide1.xml").decode()
    theme = next(archive.read(name).decode() for name in archive.namelist() if "theme1" in name)
    assert 'typeface="Arial"' in theme
    assert 'val="101217"' in archive.read("ppt/slideMasters/slideMaster1.xml").decode()


def test_a_language_from_right_to_left_is_told_to_the_program(facts_of) -> None:
    text = 'lang: ar\nstages: [{stage: "الحاجة", actions: [{action: "يسأل", emotion: -1}]}]'
    slide = zipfile.ZipFile(io.BytesIO(write(facts_of(text), Options()))).read("ppt/slides/slide1.xml").decode()
    assert 'rtl="1"' in slide
    assert 'flipH="1"' in slide
    assert 'lang="ar"' in slide


def test_lanes_that_are_asked_for(facts_of) -> None:
    deck = opened(write(facts_of(MAP), Options(lanes=("doing", "asking"))))
    said = "\n".join("\n".join(texts(slide)) for slide in deck.slides)
    assert "Listens" in said
    assert "What will it cost?" in said
    assert "Nobody calls back" not in said
    assert not [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.FREEFORM
    ]
    assert "Nobody calls back" not in deck.slides[2].notes_slide.notes_text_frame.text


def test_every_part_is_known_and_every_reference_leads_somewhere(facts_of) -> None:
    archive = zipfile.ZipFile(io.BytesIO(write(facts_of(MAP), Options())))
    names = set(archive.namelist())
    kinds = archive.read("[Content_Types].xml").decode()
    for name in names - {"[Content_Types].xml"}:
        assert f'PartName="/{name}"' in kinds or f'Extension="{name.rsplit(".", 1)[1]}"' in kinds
        if not name.endswith(".xml"):
            continue
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        known = set(re.findall(r'Id="(\w+)"', archive.read(rels).decode())) if rels in names else set()
        assert set(re.findall(r'r:(?:id|embed)="(\w+)"', archive.read(name).decode())) <= known, name
    for slide in (name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)):
        ids = re.findall(r'<p:cNvPr id="(\d+)"', archive.read(slide).decode())
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("own", "asked", "turned"), [("en", "ar", True), ("ar", "en", False), ("ar", None, True)])
def test_the_slides_run_as_their_labels_do(facts_of, own: str, asked: str | None, turned: bool) -> None:
    facts = facts_of(f'title: T\nlang: {own}\nstages: [{{stage: "الحاجة", actions: [يسأل]}}, Asks]')
    slide = (
        zipfile.ZipFile(io.BytesIO(picture("pptx", facts, Options(lang=asked)))).read("ppt/slides/slide1.xml").decode()
    )
    assert ('flipH="1"' in slide) is turned
    assert 'rtl="1"' in slide, "an Arabic text runs from right to left in any deck"
