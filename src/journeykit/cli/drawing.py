"""Draws maps into files: which format, which view, under which name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePosixPath

from journeykit.cli.console import WrongUsageError
from journeykit.model.nearest import nearest
from journeykit.render import kinds


@dataclass(frozen=True)
class Order:
    """What to draw: the formats in order, the view (None for each format's own), and where to write.

    `output` None is standard output; `is_folder` tells a folder from a file.
    """

    formats: tuple[str, ...]
    view: str | None
    output: Path | None
    is_folder: bool


def order(output: str | None, formats: Sequence[str], view: str | None, maps: int, from_folder: bool) -> Order:
    """What the options ask for, of so many maps; raises `WrongUsageError` where they do not fit together."""
    known = kinds("outputs")
    ending = Path(output or "").suffix[1:].lower()
    named_folder = output is None or Path(output).is_dir() or output.endswith(("/", "\\")) or not ending
    if output == "-":
        placed = Order(tuple(formats) or ("html",), view, None, False)
    elif named_folder or ((maps > 1 or from_folder) and ending not in known):
        placed = Order(tuple(formats) or ("html",), view, Path(output or "."), True)
        if output and Path(output).is_file():
            raise WrongUsageError(f"{output} is a file; several maps need a folder")
    elif maps > 1:
        raise WrongUsageError(
            f"{output} names one file, and these are {maps} maps; name a folder: -o {Path(output).stem}/"
        )
    else:
        placed = Order((ending,), view, Path(output), False)
        if formats and tuple(formats) != placed.formats:
            raise WrongUsageError(f"--format {formats[0]} does not fit the ending of {output}; leave one of them out")
    for name in placed.formats:
        if name not in known:
            guess = nearest(name, known)
            hint = f" (did you mean {guess}?)" if guess else ""
            raise WrongUsageError(f"there is no format '{name}'{hint}; there are {', '.join(known)}")
        views = views_of(name)
        if view is not None and view not in views:
            every = dict.fromkeys(held for format_ in known for held in views_of(format_))
            guess = nearest(view, every) if view not in every else None
            hint = f" (did you mean {guess}?)" if guess else ""
            raise WrongUsageError(f"{name} cannot hold the view '{view}'{hint}; it can hold {', '.join(views)}")
    if placed.output is None and len(placed.formats) > 1:
        raise WrongUsageError("standard output takes one format; name a folder for several")
    return placed


def views_of(name: str) -> tuple[str, ...]:
    """The views that a format can hold, its default first."""
    return tuple(import_module(f"journeykit.render.outputs.{name}").VIEWS)


def file_name(stem: str, name: str, view: str | None) -> str:
    """`NAME.EXT`, and `NAME.VIEW.EXT` for a view asked for that is not the map (of `.dot` and `.mmd` not the flow)."""
    default = "flow" if name in ("dot", "mmd") else "map"
    return f"{stem}.{view}.{name}" if view not in (None, default) else f"{stem}.{name}"


def stems(names: Sequence[str]) -> dict[str, str]:
    """A file name without ending for each map: its own, and with its folders where two would be the same.

    Of two maps of one name, the one that lies nearer keeps it.
    """
    taken: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name.count("/"), name)):
        path = PurePosixPath(name.partition(":")[2] if ":" in name and not Path(name).exists() else name)
        stem = path.name if name not in ("-", "<stdin>") else "map"
        for ending in (".yaml", ".yml", ".json", ".journey"):
            stem = stem.removesuffix(ending)
        wanted, folders, number = stem or "map", list(path.parts[:-1]), 1
        while wanted in taken.values():
            number += 1
            wanted = f"{folders.pop()}-{wanted}" if folders else f"{stem}-{number}"
        taken[name] = wanted
    return taken
