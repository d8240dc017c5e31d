"""`journey validate`, all rules, side by side with other checkers on the same files."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers
from benchmarks.generate import TODAY, corpus
from benchmarks.harness import Result, Times, interleaved, journey

COUNTS = (1, 100, 1_000, 10_000)
#: What is checked whole; more maps are added at the pace between one map and so many.
WHOLE = {"check-jsonschema": 20, "yamllint": 20, "spectral": 100, "ajv": 100}
ROUNDS = 3
#: The least that spectral can be asked: the keys that a map must have, and a title of a line.
_RULESET = """\
rules:
  keys: {given: $, severity: error, then: {function: schema, functionOptions: {schema: {required: [journey, title]}}}}
  title: {given: $.title, severity: error, then: {function: length, functionOptions: {max: 200}}}
"""
#: A plain date is no text to the YAML parser of ajv-cli, and it would stop there.
_DATE = re.compile(r"(?<=: )(\d{4}-\d{2}-\d{2})(?=$|[,}])", re.MULTILINE)


@dataclass(frozen=True)
class Wanted:
    """How long a peer takes for so many maps, as a multiple of `journey validate`: at least so much; None, anything."""

    one: float | None
    many: float
    thousand: float | None = None

    def of(self, count: int) -> float | None:
        """What is asked for at a number of maps."""
        if count == 1:
            return self.one
        return self.thousand if count >= 1000 and self.thousand else self.many


#: ajv-cli may be faster: it compiles the schema and knows no positions; journey takes at most twice its time.
_WANTED = {
    "check-jsonschema": Wanted(1, 1, 20),
    "yamllint": Wanted(None, 1, 20),
    "spectral": Wanted(None, 1),
    "ajv": Wanted(0.5, 0.5),
}


def measure(folder: Path) -> Iterator[Result]:
    """check-jsonschema and ajv-cli with our schema, yamllint with relaxed rules, spectral with two small rules."""
    schema, ruleset = folder / "schema.json", folder / "ruleset.yaml"
    schema.write_bytes(subprocess.run(journey("schema"), check=True, capture_output=True).stdout)
    ruleset.write_text(_RULESET, encoding="utf-8")
    options = {
        "check-jsonschema": ["--schemafile", str(schema)],
        "yamllint": ["-d", "relaxed"],
        "spectral": ["lint", "--quiet", "--ruleset", str(ruleset)],
        "ajv": ["validate", "--spec=draft2020", "--strict=false", "--all-errors", "-s", str(schema)],
    }
    programs = {name: peers.program(name) for name in options}
    for name in [name for name, found in programs.items() if found is None]:
        print(f"left out: {name} could not be installed")
    commands = {name: [found, *options[name]] for name, found in programs.items() if found}
    maps = {count: _maps(folder / f"maps-{count}", count) for count in sorted({*COUNTS, *WHOLE.values()})}
    for count in COUNTS:
        runs = {"journey": journey("validate", "--isolated", "--no-cache", "--today", TODAY, maps[count])}
        for name, command in commands.items():
            runs[name] = [*command, *_paths(name, maps[min(count, WHOLE[name])])]
            if WHOLE[name] < count:
                runs[f"{name} start"] = [*command, *_paths(name, maps[1])]
        times = interleaved(runs, ROUNDS if count > 1 else 2 * ROUNDS, codes=(0, 1))
        for name in commands:
            yield _result(name, count, times)


def _maps(folder: Path, count: int) -> Path:
    for path in corpus(folder, count):
        path.write_text(_DATE.sub(r'"\1"', path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _paths(name: str, folder: Path) -> list[str]:
    """The maps of a folder, as a peer wants to be told of them."""
    if name == "ajv":
        return ["-d", str(folder / "*.yaml")]
    return [str(folder / "*.yaml")] if name == "spectral" else [str(path) for path in sorted(folder.glob("*.yaml"))]


def _result(name: str, count: int, times: dict[str, Times]) -> Result:
    whole, ours, how = times[name].wall, times["journey"].wall, ""
    if start := times.get(f"{name} start"):
        whole = start.wall + (whole - start.wall) / (WHOLE[name] - 1) * (count - 1)
        how = f"; from {WHOLE[name]} maps in {times[name].wall:.1f} s"
    wanted = _WANTED[name].of(count)
    title = f"{name} : validate, {count:,} {'map' if count == 1 else 'maps'}"
    return Result(title, whole / ours, wanted or 0, at_least=True, detail=f"{whole:.2f} s : {ours:.2f} s{how}")
