"""The pages for everyone: axe-core finds nothing (WCAG 2.2 AA) on any view, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from journeykit.model.derive import Facts
from journeykit.model.elements import Journey
from journeykit.render.options import Options
from journeykit.render.outputs import html
from journeykit.render.picture import picture

pytestmark = pytest.mark.browser

Watch = Callable[..., Any]
EXAMPLES = Path(__file__).parents[3] / "examples"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`)))"""


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core's script, as it comes with a package of the tests."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def bank() -> Facts:
    """The largest example: it uses nearly all that a map can say."""
    text = (EXAMPLES / "bank" / "checking-account.journey.yaml").read_text("utf-8")
    return Facts(Journey.model_validate(yaml.load(text, yaml.CBaseLoader)))


def found(watched: Any, axe: str) -> list[str]:
    watched.page.evaluate(axe)
    return watched.page.evaluate(FIND, TAGS)


@pytest.mark.parametrize("view", html.VIEWS)
@pytest.mark.parametrize("width", [1400, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    watch: Watch, tmp_path: Path, axe: str, bank: Facts, view: str, width: int, scheme: str
) -> None:
    (tmp_path / "x.html").write_bytes(picture("html", bank, Options(view=view)))
    with watch(tmp_path / "x.html", width, color_scheme=scheme) as watched:
        assert found(watched, axe) == []


def test_axe_finds_nothing_in_what_opens(watch: Watch, tmp_path: Path, axe: str, bank: Facts) -> None:
    (tmp_path / "x.html").write_bytes(picture("html", bank, Options()))
    with watch(tmp_path / "x.html", 1400) as watched:
        watched.page.keyboard.press("?")
        assert found(watched, axe) == []
        watched.page.keyboard.press("Escape")
        watched.page.locator(".walk").focus()
        assert found(watched, axe) == []


def test_axe_finds_nothing_where_labels_and_texts_are_in_two_languages(
    watch: Watch, tmp_path: Path, axe: str, bank: Facts
) -> None:
    (tmp_path / "x.html").write_bytes(picture("html", bank, Options(lang="ar")))
    with watch(tmp_path / "x.html", 1400) as watched:
        assert watched.page.get_attribute("html", "dir") == "rtl"
        assert watched.page.get_attribute("h1", "lang") == "en"
        assert found(watched, axe) == []


def test_axe_does_find_what_is_wrong(watch: Watch, tmp_path: Path, axe: str, bank: Facts) -> None:
    text = picture("html", bank, Options()).decode().replace("--ink3:#5f6673", "--ink3:#bbbbbb")
    text = text.replace('<label class="vh" for="find">', '<label class="vh">').replace(' placeholder="Search"', "")
    (tmp_path / "x.html").write_text(text, "utf-8")
    with watch(tmp_path / "x.html", 1400) as watched:
        rules = {line.split(":")[0] for line in found(watched, axe)}
    assert {"color-contrast", "label"} <= rules
