"""`journey schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from journeykit.cli.options import Quiet, Verbose


def command(
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    library: Annotated[bool, typer.Option("--library", help="The schema of a shared library file.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """The JSON Schema of the format, for editors."""
    import json

    from journeykit.cli.console import Console
    from journeykit.model.schema import library_schema, map_schema

    schema = library_schema() if library else map_schema()
    Console("auto", quiet, verbose).deliver(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", output)
