"""A project: a folder with a `journey.toml`, its settings, and the libraries its maps share."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from journeykit.model.nearest import nearest
from journeykit.model.templates import TEMPLATES
from journeykit.source.text import is_there, shown_path

#: The names of a configuration's file, the one that counts first.
CONFIGURATIONS = ("journey.toml", "pyproject.toml")


class ConfigurationError(Exception):
    """A configuration that cannot be used; the message says which file, what, and how to mend it."""


def _listed(raw: Any) -> Any:
    return [raw] if isinstance(raw, str) else raw


Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class Measuring(BaseModel):
    """The table `[measure]`: where the data is that a map is measured against, and how it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    events: str | None = None
    surveys: str | None = None
    event_columns: Mapping[str, str] = Field(default_factory=dict, alias="event-columns")
    answer_columns: Mapping[str, str] = Field(default_factory=dict, alias="answer-columns")
    time_zone: str = Field("UTC", alias="time-zone")
    time_format: str | None = Field(None, alias="time-format")
    satisfied: float | None = None
    scores: Mapping[str, float] = Field(default_factory=dict)
    scales: Mapping[Literal["nps", "csat", "ces"], tuple[float, float]] = Field(default_factory=dict)
    snapshots: str | None = None

    @field_validator("scales")
    @classmethod
    def _upwards(cls, scales: Mapping[str, tuple[float, float]]) -> Mapping[str, tuple[float, float]]:
        for kind, (low, high) in scales.items():
            if not low < high:
                raise PydanticCustomError(
                    "scale", "the scale of {kind} should run upwards, as in [0, 10]", {"kind": kind}
                )
        return scales


class Settings(BaseModel):
    """The keys of `journey.toml`, or of `[tool.journey]` in `pyproject.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    library: Names = ()
    profile: Literal["sketch", "standard", "strict"] | None = None
    fail_on: Literal["error", "warning", "info", "never"] = Field("error", alias="fail-on")
    select: Names = ()
    extend_select: Names = Field((), alias="extend-select")
    ignore: Names = ()
    rules: Names = ()
    per_file_ignores: Mapping[str, Names] = Field(default_factory=dict, alias="per-file-ignores")
    severity: Mapping[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = Field(default_factory=dict)
    templates: Mapping[str, Names] = Field(default_factory=dict)
    measure: Measuring = Field(default_factory=Measuring)


@dataclass(frozen=True)
class Project:
    """The settings in force, the file they come from, and the folder their paths are relative to."""

    settings: Settings = field(default_factory=Settings)
    root: Path | None = None
    file: Path | None = None

    @property
    def templates(self) -> dict[str, tuple[str, ...]]:
        """All stage templates: the built-in ones and the project's own."""
        return {**TEMPLATES, **self.settings.templates}

    def library_files(self) -> list[Path]:
        """The shared library's files in a stable order; raises `ConfigurationError` for a pattern that finds none."""
        if self.root is None:
            return []
        found: dict[Path, None] = {}
        for pattern in self.settings.library:
            try:
                matches = sorted(path for path in self.root.glob(pattern) if path.is_file())
            except (ValueError, NotImplementedError) as error:
                raise ConfigurationError(f"{self.name}: `library` pattern '{pattern}': {error}") from None
            if not matches:
                raise ConfigurationError(
                    f"{self.name}: `library` names '{pattern}', and there is no such file; correct or delete it"
                )
            found |= dict.fromkeys(matches)
        return list(found)

    @property
    def name(self) -> str:
        """What the configuration is called."""
        return shown_path(self.file) if self.file else "configuration"


def find_project(start: Path, config: Path | None = None, isolated: bool = False) -> Project:
    """The project of a folder: the nearest configuration from it upwards to the repository's root.

    Raises `ConfigurationError`.
    """
    if isolated:
        return Project()
    if config is not None:
        return _read(config, required=True) or Project()
    for place in places_of(start):
        for name in CONFIGURATIONS:
            file = place / name
            if is_there(file) and file.is_file() and (project := _read(file, required=name == "journey.toml")):
                return project
    return Project()


def places_of(start: Path) -> Iterator[Path]:
    """The folders where the configuration of a folder may stand: itself, and those above to the repository's root."""
    folder = start.resolve()
    for place in (folder, *folder.parents):
        yield place
        if is_there(place / ".git"):
            return


def _read(file: Path, required: bool) -> Project | None:
    """The project a file describes; None for a `pyproject.toml` without `[tool.journey]`."""
    name = shown_path(file)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{name} cannot be read: {(error.strerror or str(error)).lower()}") from None
    return described(content, file, name, required)


def described(text: bytes, file: Path, name: str, required: bool) -> Project | None:
    """The project that the bytes of a configuration describe, whose file and name are these; None as for `_read`, and
    for a broken `pyproject.toml` that does not speak of maps.

    Raises `ConfigurationError`.
    """
    try:
        content = tomllib.loads(text.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        # Another program's broken file is its own matter; one that speaks of maps is ours.
        if not required and not _SPEAKS_OF_MAPS.search(text):
            return None
        raise ConfigurationError(f"{name} is not TOML: {error}") from None
    if file.name == "pyproject.toml":
        tools = content.get("tool", {})
        if not isinstance(tools, dict) or "journey" not in tools:
            return None
        content = tools["journey"]
    try:
        settings = Settings.model_validate(content)
    except ValidationError as error:
        raise ConfigurationError(f"{name}: {_told(error)}") from None
    return Project(settings, file.resolve().parent, file)


#: The beginning of our table in a `pyproject.toml`.
_SPEAKS_OF_MAPS = re.compile(rb"""^\s*\[\s*["']?tool["']?\s*\.\s*["']?journey["']?\s*[.\]]""", re.MULTILINE)

#: What Pydantic says of the kinds of values, in the words of TOML.
_WANTED = {
    "tuple_type": "it should be a list of texts",
    "string_type": "it should be a text",
    "dict_type": "it should be a table",
    "mapping_type": "it should be a table",
    "model_type": "`[tool.journey]` should be a table",
}


def _told(error: ValidationError) -> str:
    told = []
    for found in error.errors(include_url=False):
        place = ".".join(str(step) for step in found["loc"] if step != "[key]")
        if found["type"] == "extra_forbidden":
            of = Measuring if found["loc"][:-1] == ("measure",) else Settings
            known = [info.alias or name for name, info in of.model_fields.items()]
            guess = nearest(str(found["loc"][-1]), known)
            told.append(f"unknown key `{place}`" + (f", did you mean `{guess}`?" if guess else ""))
        else:
            wanted = _WANTED.get(found["type"]) or found["msg"].replace("Input should be", "it should be")
            told.append(f"`{place}`: {wanted}" if place else wanted)
    return "; ".join(told)
