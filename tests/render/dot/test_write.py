from __future__ import annotations

import re

from journeykit.render.dot.drawing import Box, Drawing, Group, Link, Style, label
from journeykit.render.dot.paint import dark
from journeykit.render.dot.write import titles, write


def small() -> Drawing:
    return Drawing(
        "x", 'A "title"', "D", "en", 200, 100,
        boxes=(
            Box("a: b", (label("one", Style(11)),), 40, group="g", title="One", kind="action").at(10, 10),
            Box("<c>", (label("two", Style(11)),), 40, title="Two", href="https://example.org/?a&b").at(100, 50),
            Box("end", (), 0).at(150, 90),
        ),
        links=(Link("a: b", "<c>", ((30, 40), (30, 50), (40, 60), (92, 60)), (100, 60), title="one to two"),),
        groups=(Group("g", 0, 0, 60, 60, "Group"),),
    )  # fmt: skip


def test_ids_are_numbers_whatever_the_keys_are() -> None:
    source = write(small())
    assert re.findall(r"^ *(n\d+) \[", source, re.M) == ["n1", "n2", "n3"]
    assert re.findall(r"^ *(n\d+) -> (n\d+) \[", source, re.M) == [("n1", "n2")]


def test_y_is_turned_upwards() -> None:
    source = write(small())
    assert 'pos="30,76"' in source  # the middle of a box from (10, 10), 40 wide and 28 high, in a picture 100 high
    assert 'pos="e,100,40 30,60 30,50 40,40 92,40"' in source
    assert 'bb="0,40,60,100"' in source


def test_boxes_of_a_group_stand_in_its_cluster() -> None:
    inside = re.search(r"subgraph cluster_1 \{(.*?)\n  \}", write(small()), re.S)
    assert inside
    assert "n1 [" in inside[1]
    assert "n2 [" not in inside[1]


def test_whole_texts_are_tooltips() -> None:
    source = write(small())
    assert 'tooltip="One"' in source
    assert 'tooltip="one to two"' in source
    assert 'tooltip="A \\"title\\""' in source
    assert 'URL="https://example.org/?a&amp;b"' in source


def test_titles_by_the_ids_of_the_picture() -> None:
    assert titles(small()) == {"n1": "One", "n2": "Two", "n3": "", "e1": "one to two", "g1": "Group"}


def test_dark_is_dark() -> None:
    assert 'bgcolor="#fafaf8"' in write(small())
    assert 'bgcolor="#101217"' in write(small(), dark)
