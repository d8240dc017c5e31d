"""Nothing on a slide is cut, runs out of its box, overlaps or leaves the slide, whatever a map says."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from journeykit.render.slides.deck import deck
from journeykit.render.slides.shapes import HEIGHT, WIDTH, Box, Para, Slide, split, tall

WORDS = ["customer", "waits", "for", "the", "confirmation", "of", "an", "unreasonably", "complicated", "counter"]
ARABIC = ["العميل", "ينتظر", "تأكيد", "الموعد", "عند", "شباك", "معقد", "للغاية"]


def _latin(rng: random.Random, letters: int) -> str:
    return (" ".join(rng.choice(WORDS) for _ in range(letters))[:letters].strip()) or "a"


def _arabic(rng: random.Random, letters: int) -> str:
    return (" ".join(rng.choice(ARABIC) for _ in range(letters))[:letters].strip()) or "ا"


def _japanese(rng: random.Random, letters: int) -> str:
    return "".join(rng.choice("お客様は予約の確認を待っていますが、窓口は複雑です。") for _ in range(letters))


def _emoji(rng: random.Random, letters: int) -> str:
    return " ".join(rng.choice(["👩‍👩‍👧", "🚗", "✅", "ok", "🎉"]) for _ in range(letters // 2 + 1))


def _unbroken(rng: random.Random, letters: int) -> str:
    return "x" * letters


def full(stages: int, actions: int, letters: int, lang: str = "en", write: Callable[..., str] = _latin) -> str:
    """A map with something in every part of a slide, its texts so many letters long."""
    rng = random.Random(stages * 1000 + actions + letters)

    def text(most: int = letters) -> str:
        return write(rng, min(letters, most))

    def stage(number: int) -> dict[str, Any]:
        count = actions // stages + (number < actions % stages)
        felt = {"score": rng.choice([-2, -1.5, 0, 1, 2]), "feeling": text(30), "because": text()}
        return {
            "id": f"s{number}", "stage": text(), "goal": text(), "owner": text(40),
            "actions": [{"id": f"a{at}", "action": text(), "channel": "c", "emotion": felt} for at in range(count)],
            "questions": [{"id": "q", "question": text(), "help": "h"}, {"id": "r", "question": text(), "answer": text()}],
            "gaps": [{"gap": text(), "desired": text(), "received": text(), "severity": "high",
                      "opportunities": [{"opportunity": text(), "impact": 4, "effort": 2, "owner": text(40)}]}],
            "quotes": [text()], "thoughts": [text()], "risks": [text()], "frontstage": [text()], "backstage": [{"backstage": text(), "owner": text(20)}], "gate": [text()],
            "leaves": [{"leave": text(), "because": text(), "share": "12%"}],
        }  # fmt: skip

    people = {
        f"p{n}": {"name": text(80), "quote": text(), "goals": [text(), text()], "habits": [text()]} for n in range(5)
    }
    data = {
        "journey": 1, "title": text(), "summary": text(), "lang": lang, "personas": people,
        "channels": {"c": text(60)}, "help": {"h": {"name": text()}}, "stages": [stage(n) for n in range(stages)],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False)


MAPS: dict[str, str] = {
    "least": '{"journey": 1, "title": "T", "stages": ["A"]}',
    "1 stage of 1 letter": full(1, 1, 1),
    "1 stage, 60 actions": full(1, 60, 40),
    "3 stages without actions": full(3, 0, 30),
    "5 stages": full(5, 11, 60),
    "8 stages": full(8, 24, 60),
    "12 stages, 60 actions": full(12, 60, 80),
    "14 stages": full(14, 20, 30),
    "400 letters": full(5, 12, 400),
    "from right to left": full(4, 9, 60, "ar", _arabic),
    "Japanese": full(4, 9, 60, "ja", _japanese),
    "emoji": full(3, 7, 40, "en", _emoji),
    "words that never end": full(3, 5, 200, "en", _unbroken),
}


def slides_of(facts_of, text: str) -> tuple[Slide, ...]:
    # The fixture knows a whole map by its beginning.
    return deck(facts_of("journey: 1\n" + "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}"
                for key, value in json.loads(text).items() if key != "journey")))  # fmt: skip


def troubles(slides: tuple[Slide, ...]) -> list[str]:
    found = []
    for number, slide in enumerate(slides, 1):
        for box in slide.boxes:
            if box.x < 0 or box.y < 0 or box.right > WIDTH + 0.01 or box.bottom > HEIGHT + 0.01:
                found.append(f"{number}: {box.name} leaves the slide")
            pads = 0 if box.middle else 2 * box.pad
            if box.paras and tall(box.paras, box.width - 2 * box.pad) + pads > box.height + 0.5:
                found.append(f"{number}: {box.name} is too full")
        solid = [box for box in slide.boxes if box.paras or (box.fill and box.kind != "oval" and box.height > 6)]
        for at, box in enumerate(solid):
            found += [f"{number}: {box.name} touches {other.name}" for other in solid[at + 1 :] if box.touches(other)]
        for path in slide.paths:
            for x, y in (point for segment in path.segments for point in segment):
                if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
                    found.append(f"{number}: {path.name} leaves the slide")
    return found


@pytest.mark.parametrize("name", MAPS)
def test_everything_has_its_place(facts_of, name: str) -> None:
    slides = slides_of(facts_of, MAPS[name])
    assert not troubles(slides)
    assert all(slide.title.paras for slide in slides)


def test_the_measure_sees_trouble() -> None:
    title = Box("Title", 36, 20, 100, 30, (Para("T"),), is_title=True)
    assert troubles(
        (
            Slide(
                (title, Box("Wide", 900, 100, 100, 20)),
            ),
        )
    ) == ["1: Wide leaves the slide"]
    assert troubles(
        (
            Slide(
                (title, Box("Full", 0, 100, 50, 10, (Para("word " * 9),))),
            ),
        )
    ) == ["1: Full is too full"]
    assert troubles(
        (
            Slide(
                (title, Box("Over", 36, 25, 50, 30, (Para("T"),))),
            ),
        )
    ) == ["1: Title touches Over"]


@pytest.mark.parametrize("name", ["400 letters", "12 stages, 60 actions", "Japanese", "words that never end"])
def test_no_text_is_lost(facts_of, name: str) -> None:
    text = MAPS[name]
    said = "".join(para.text for slide in slides_of(facts_of, text) for box in slide.boxes for para in box.paras)
    # What is parted at a line may lose or gain a blank there.
    said = said.replace(" ", "")
    data = json.loads(text)
    for stage in data["stages"]:
        wanted = [stage["stage"], stage["goal"], *stage["quotes"], *(one["leave"] for one in stage["leaves"])]
        wanted += [action["action"] for action in stage["actions"]]
        wanted += [one.get("answer", one["question"]) for one in stage["questions"]]
        wanted += [stage["gaps"][0][key] for key in ("gap", "desired", "received")]
        for one in wanted:
            assert one.replace(" ", "") in said, one


def test_a_map_from_right_to_left_begins_at_the_right(facts_of) -> None:
    first, *_ = slides_of(facts_of, MAPS["from right to left"])
    arrows = [box for box in first.boxes if box.kind in ("first", "chevron")]
    assert arrows[0].x > arrows[-1].x
    assert arrows[0].kind == "first"


def test_a_text_that_is_too_long_goes_on_at_a_line() -> None:
    kept, rest = split((Para("one two three four five six", 10),), 40, 30)
    assert len(kept) == len(rest) == 1
    assert f"{kept[0].text} {rest[0].text}" == "one two three four five six"
    assert split((Para("short"),), 100, 30) == ((Para("short"),), ())
