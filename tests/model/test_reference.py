from pathlib import Path

import pytest

from journeykit.model.anatomy import anatomy, key_of
from journeykit.model.elements import Journey, Part
from journeykit.model.reference import END, GROUPS, START, reference_table, renewed

PAGE = Path(__file__).parents[2] / "docs" / "format.md"


def parts_of_a_map(part: type[Part] = Journey, seen: frozenset[type[Part]] = frozenset()) -> frozenset[type[Part]]:
    seen |= {part}
    for held in anatomy(part).holding:
        if held.part not in seen:
            seen |= parts_of_a_map(held.part, seen)
    return seen


def tables() -> dict[str, list[list[str]]]:
    """The rows of each table by its heading, cells without Markdown's escapes."""
    found: dict[str, list[list[str]]] = {}
    for line in reference_table().splitlines():
        if line.startswith("#### "):
            rows = found.setdefault(line.removeprefix("#### "), [])
        elif line.startswith("| ") and not line.startswith(("| key", "| ---")):
            cells = line.replace("\\|", "¦").strip("| ").split(" | ")
            rows.append([cell.strip().replace("¦", "|") for cell in cells])
    return found


def test_the_page_holds_the_reference_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert renewed(page) == page, "the models have changed: run `python docs/generate.py`"


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    page = renewed(f"before\n{START}\nold\n{END}\nafter\n")
    assert page.startswith(f"before\n{START}\n\n### The map\n")
    assert page.endswith(f"\n{END}\nafter\n")
    assert "old" not in page.split(END)[0].split("### The map")[0]
    assert renewed(page) == page


@pytest.mark.parametrize("page", ["", f"{START}\n", f"{END}\n{START}\n"])
def test_a_page_without_both_markers_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="generated: reference"):
        renewed(page)


def test_every_part_of_a_map_has_a_table() -> None:
    told = {part for group in GROUPS.values() for parts in group.values() for part in parts}
    assert parts_of_a_map() <= told


def test_every_key_of_every_part_stands_in_its_table_or_in_one_it_points_to() -> None:
    keys = {row[0].strip("*`") for rows in tables().values() for row in rows}
    for part in parts_of_a_map():
        for name, info in part.model_fields.items():
            if name != "extensions":
                assert key_of(name, info) in keys, f"{part.__name__}.{name}"


def test_a_key_stands_once_in_a_table() -> None:
    for heading, rows in tables().items():
        keys = [row[0] for row in rows]
        assert len(keys) == len(set(keys)), heading


def test_required_keys_are_bold_and_no_others() -> None:
    bold = {
        heading: {row[0].strip("*`") for row in rows if row[0].startswith("**")} for heading, rows in tables().items()
    }
    assert bold["map"] == {"journey", "title", "stages"}
    assert bold["touchpoint"] == {"channel"}
    assert bold["alert"] == {"alert", "when"}
    assert bold["scope"] == set()


def test_rows_tell_what_a_key_takes_and_what_it_is_without_one() -> None:
    rows = {(heading, row[0].strip("*`")): row[1:] for heading, rows in tables().items() for row in rows}
    assert rows["map", "review_every"] == ["duration", "`12 months`", "How often it has to be."]
    assert rows["map", "stages"][:1] == ["list of [stage](#stage)"]
    assert rows["libraries", "personas"][0] == "[persona](#persona) entries by id"
    assert rows["action", "persona"][0] == "list of [persona](#persona) ids"
    assert rows["action", "optional"][:2] == ["yes/no", "no"]
    assert rows["question", "kind"][:2] == ["question | objection | concern", "`question`"]
    assert rows["stage", "as"][0] == "text"
    assert rows["help", "kind"][0].endswith("person | …")


def test_links_lead_to_headings_of_the_reference() -> None:
    text = reference_table()
    anchors = {line.lstrip("# ").replace(" ", "-").lower() for line in text.splitlines() if line.startswith("#")}
    links = {link.split(")")[0] for link in text.split("](#")[1:]}
    assert links
    assert links <= anchors
