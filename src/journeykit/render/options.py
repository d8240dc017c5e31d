"""What a person may ask of a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from journeykit.render.theme import Theme, default_theme


@dataclass(frozen=True)
class Options:
    """How a map is to be drawn. `view` None is the format's own default.

    `theme` is the page: light, dark, or as the reader's screen is set; `look` are its colours and fonts.
    `lang` None is the map's own language. `persona` is an id, None for all. `lanes` are those of the poster to show,
    None for all. `scale` is how many dots of a PNG make a pixel of the picture. `template_dir` holds templates that
    stand in for the built-in ones. `paper` is the size of a PDF's pages, a4 to a0; None is A3.
    """

    view: str | None = None
    theme: Literal["light", "dark", "auto"] = "auto"
    engine: str | None = None
    look: Theme = field(default_factory=default_theme)
    lang: str | None = None
    persona: str | None = None
    lanes: tuple[str, ...] | None = None
    scale: float = 2.0
    template_dir: Path | None = None
    paper: str | None = None
