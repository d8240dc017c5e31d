from journeykit.render.terminal.styled import Run, ansi, columns, flow, hanging, line, packed, plain, text_of


def texts(lines: list) -> list[str]:
    return [text_of(of).rstrip() for of in lines]


def test_a_line_flows_and_keeps_its_styles() -> None:
    lines = flow(line("one ", Run("two three", "strong")), 8)
    assert lines == [(Run("one "), Run("two", "strong")), (Run("three", "strong"),)]


def test_columns_wrap_each_in_its_own_width() -> None:
    rows = columns((line("one two"), line("x"), line("three four")), (4, 3, 6))
    assert texts(rows) == ["one   x    three", "two        four"]


def test_without_wrap_a_long_cell_pushes_the_next_aside() -> None:
    assert texts(columns((line("much too long"), line("x")), (4, 3), wrap=False)) == ["much too long  x"]


def test_a_body_hangs_behind_its_lead() -> None:
    assert texts(hanging(line("- "), line("one two"), 6)) == ["- one", "  two"]


def test_parts_are_packed_and_broken_only_where_they_must() -> None:
    parts = [line("aa"), line("bb bb"), line("cc")]
    assert texts(packed(parts, "  ", 9)) == ["aa  bb bb", "cc"]
    assert texts(packed(parts, "  ", 6, 1)) == [" aa", " bb bb", " cc"]
    assert texts(packed(parts, "  ", None)) == ["aa  bb bb  cc"]
    assert packed([], "  ", 9) == []


def test_plain_text_has_no_codes_and_no_blanks_at_the_end() -> None:
    assert plain([line(Run("a", "error"), "  "), ()]) == "a\n\n"


def test_ansi_colours_styles_and_leaves_the_rest_alone() -> None:
    assert ansi([line(Run("a", "error"), "b", Run("c  ", "dim"))]) == "\x1b[1;31ma\x1b[0mb\x1b[2mc\x1b[0m\n"


def test_no_text_can_steer_the_terminal() -> None:
    hostile = [line("\x1b[2J", Run("\n\u202e", "bad"))]
    assert plain(hostile) == "\\x1b[2J\\x0a\\u202e\n"
    assert ansi(hostile) == "\\x1b[2J\x1b[38;5;166m\\x0a\\u202e\x1b[0m\n"
