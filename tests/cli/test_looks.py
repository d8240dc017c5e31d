from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from journeykit.cli.console import WrongUsageError
from journeykit.cli.looks import check_lanes, look, options_of, page_options
from journeykit.render.options import Options
from journeykit.render.theme import default_theme


@pytest.mark.parametrize("page", ["light", "dark", "auto"])
def test_a_page_in_our_own_colours(page: str) -> None:
    assert look(page) == (page, default_theme())


def test_a_theme_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "our.toml").write_text('\ufefflogo = "logo.svg"\n[light]\nink = "#123456"\n', encoding="utf-8")
    (tmp_path / "logo.svg").write_bytes(b"<svg/>")
    page, theme = look(str(tmp_path / "our.toml"))
    assert (page, theme.light["ink"]) == ("auto", "#123456")
    assert theme.logo is not None


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("drak", "--theme: there is no 'drak'; did you mean dark?"),
        ("none.toml", "--theme: none.toml cannot be read"),
        (".", "--theme: . cannot be read"),
        ("bad.toml", "--theme: bad.toml: there is no key 'ink'"),
    ],
)
def test_a_theme_that_cannot_be_used(folder: Path, theme: str, told: str) -> None:
    (folder / "bad.toml").write_text("ink = 1")
    with pytest.raises(WrongUsageError) as error:
        look(theme)
    assert str(error.value).startswith(told)


def asked(**options: Any) -> Options:
    default: dict[str, Any] = {
        "view": None, "page": "auto", "engine": None, "look": default_theme(), "lang": None, "persona": None,
        "lanes": (), "scale": 2.0, "template_dir": None,
    }  # fmt: skip
    return options_of(**(default | options))


def test_what_is_typed_becomes_options(tmp_path: Path) -> None:
    assert asked() == Options()
    options = asked(view="map", page="dark", lang="en", persona="ana", lanes=["doing", "risks"], template_dir=tmp_path)
    assert options == Options(
        "map", "dark", lang="en", persona="ana", lanes=("doing", "risks"), template_dir=tmp_path
    )  # fmt: skip


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"lanes": ["felling"]}, "--lanes: there is no 'felling'; did you mean feeling?"),
        ({"lang": "tlh"}, "--lang: 'tlh' is not spoken; there are en"),
        ({"template_dir": Path("nowhere")}, "--template-dir: nowhere is no folder"),
    ],
)
def test_what_there_is_not(folder: Path, options: dict[str, Any], told: str) -> None:
    with pytest.raises(WrongUsageError) as error:
        asked(**options)
    assert str(error.value).startswith(told)


@pytest.mark.parametrize(("view", "formats"), [(None, ["html"]), ("map", ["html", "md"]), ("map", ["md"])])
def test_lanes_belong_to_the_map(view: str | None, formats: list[str]) -> None:
    check_lanes(["doing"], view, formats)


@pytest.mark.parametrize(
    ("view", "formats", "told"),
    [
        ("flow", ["html"], "--lanes belongs to the view map"),
        ("personas", ["html"], "--lanes belongs to the view map"),
        (None, ["dot"], "--lanes belongs to the view map"),
        (None, ["html", "mmd"], "--lanes belongs to the view map; mmd draws flow unless --view map is asked for"),
    ],
)
def test_lanes_of_another_view(view: str | None, formats: list[str], told: str) -> None:
    check_lanes([], view, formats)
    with pytest.raises(WrongUsageError) as error:
        check_lanes(["doing"], view, formats)
    assert str(error.value) == told


def test_a_page_without_views_takes_a_theme_and_a_language() -> None:
    options = page_options("dark", "ar")
    assert (options.theme, options.lang, options.view) == ("dark", "ar", None)
    with pytest.raises(WrongUsageError, match="no 'purple'"):
        page_options("purple", None)
    with pytest.raises(WrongUsageError, match="'xx' is not spoken"):
        page_options("light", "xx")
