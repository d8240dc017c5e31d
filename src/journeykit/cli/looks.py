"""How a picture is to look, from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, cast

from journeykit.cli.console import WrongUsageError
from journeykit.cli.drawing import views_of
from journeykit.cli.options import chosen
from journeykit.render import LANES
from journeykit.render.language import languages, nearest_language
from journeykit.render.options import Options
from journeykit.render.theme import Theme, ThemeError, default_theme, read_theme

Page = Literal["light", "dark", "auto"]
PAGES = ("light", "dark", "auto")


def look(theme: str) -> tuple[Page, Theme]:
    """The page and its colours: `light`, `dark`, `auto`, or a theme's file. Raises `WrongUsageError`."""
    if theme in PAGES:
        return cast(Page, theme), default_theme()
    path = Path(theme)
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError):
        if not path.suffix and not path.exists():
            chosen("--theme", theme, PAGES)
        raise WrongUsageError(f"--theme: {theme} cannot be read") from None
    try:
        return "auto", read_theme(text, path.parent)
    except ThemeError as error:
        raise WrongUsageError(f"--theme: {theme}: {error}") from None


def check_lanes(lanes: Sequence[str], view: str | None, formats: Sequence[str]) -> None:
    """Raises `WrongUsageError` where lanes are chosen for a picture that has none."""
    drawn = {name: view or views_of(name)[0] for name in formats}
    other = next((name for name in drawn if drawn[name] != "map"), None) if lanes else None
    if other:
        hint = "" if view else f"; {other} draws {drawn[other]} unless --view map is asked for"
        raise WrongUsageError(f"--lanes belongs to the view map{hint if 'map' in views_of(other) else ''}")


def options_of(
    view: str | None,
    page: Page,
    engine: str | None,
    look: Theme,
    lang: str | None,
    persona: str | None,
    lanes: Sequence[str],
    scale: float,
    template_dir: Path | None,
    paper: str | None = None,
) -> Options:
    """What was asked of a picture. Raises `WrongUsageError` for a language, lane or folder there is not."""
    for name in lanes:
        chosen("--lanes", name, LANES)
    if lang is not None and nearest_language(lang) is None:
        raise WrongUsageError(f"--lang: '{lang}' is not spoken; there are {', '.join(languages())}")
    if template_dir is not None and not template_dir.is_dir():
        raise WrongUsageError(f"--template-dir: {template_dir} is no folder")
    more: dict[str, Any] = {"look": look, "lang": lang, "persona": persona, "lanes": tuple(lanes) or None}
    return Options(view, page, engine, **more, scale=scale, template_dir=template_dir, paper=paper)


def page_options(theme: str, lang: str | None) -> Options:
    """What was asked of a page that has no views. Raises `WrongUsageError` for a theme or language there is not."""
    page, own = look(theme)
    return options_of(None, page, None, own, lang, None, (), 2.0, None)
