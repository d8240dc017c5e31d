"""What a person may ask of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Options:
    """How a map is to be drawn. `view` None is the format's own default."""

    view: str | None = None
    theme: Literal["light", "dark", "auto"] = "auto"
    engine: str | None = None
