from journeykit.render.terminal.excerpt import Excerpt, Mark, excerpt
from journeykit.render.terminal.styled import Run, plain
from journeykit.source.position import Lines, Span

TEXT = Lines("a: 1\nb:\n  c: 2\n  d: 3\n\n  - e: 4\n")
LOOK = Excerpt(lambda path, number: TEXT.line(number), 1, None, "error", "…")


def test_the_line_before_is_shown_inside_an_entry_only() -> None:
    assert (
        plain(excerpt([Mark("f", Span(4, 6, 4, 7), "", True)], LOOK))
        == "  |\n3 |   c: 2\n4 |   d: 3\n  |      ^\n  |\n"
    )
    assert plain(excerpt([Mark("f", Span(6, 5, 6, 6), "", True)], LOOK)) == "  |\n6 |   - e: 4\n  |     ^\n  |\n"


def test_two_places_on_a_line_are_underlined_below_it() -> None:
    marks = [Mark("f", Span(1, 4, 1, 5), "", True), Mark("f", Span(1, 1, 1, 2), "the key", False)]
    assert plain(excerpt(marks, LOOK)) == "  |\n1 | a: 1\n  | - the key\n  |    ^\n  |\n"


def test_a_label_goes_below_where_there_is_no_room_beside_the_place() -> None:
    look = Excerpt(LOOK.source_line, 1, 24, "error", "…")
    lines = plain(excerpt([Mark("f", Span(1, 4, 1, 5), "a label of some words", False)], look)).splitlines()
    assert lines[2:4] == ["  |    -", "  | a label of some"]
    assert max(map(len, lines)) <= 24


def test_the_primary_place_has_the_style_of_the_finding() -> None:
    lines = excerpt([Mark("f", Span(1, 1, 1, 2), "", True)], LOOK)
    assert Run("^", "error") in lines[2]
