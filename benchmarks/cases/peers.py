"""`journey validate` of a thousand maps against other checkers on the same files."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.cases.validating import MAPS
from benchmarks.generate import corpus
from benchmarks.harness import Result, interleaved, journey

#: The peers take minutes for all maps: they check so many, and the rest is added at the same pace.
PART = 40
ROUNDS = 5


def measure(folder: Path) -> Iterator[Result]:
    """check-jsonschema with our schema, and yamllint with its relaxed rules."""
    maps = folder / "maps"
    paths = corpus(maps, MAPS)
    schema = folder / "schema.json"
    schema.write_bytes(subprocess.run(journey("schema"), check=True, capture_output=True).stdout)
    ways = {"check-jsonschema": ["--schemafile", str(schema)], "yamllint": ["-d", "relaxed"]}
    for name, options in ways.items():
        program = peers.program(name)
        if program is None:
            print(f"left out: {name} could not be installed")
            continue
        start = [program, *options, str(paths[0])]
        part = [program, *options, *map(str, paths[:PART])]
        times = interleaved({"journey": journey("validate", maps), "start": start, "part": part}, ROUNDS, codes=(0, 1))
        pace = (times["part"].wall - times["start"].wall) / (PART - 1)
        whole = times["start"].wall + pace * (MAPS - 1)
        detail = f"{whole:.0f} s (from {PART} maps in {times['part'].wall:.1f} s) : {times['journey'].wall:.1f} s"
        yield Result(
            f"{name} : validate, {MAPS:,} maps", whole / times["journey"].wall, 20, at_least=True, detail=detail
        )
