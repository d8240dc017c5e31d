"""`python -m benchmarks [NAME ...]`: runs the benchmarks, all or those named, and prints what each found."""

from __future__ import annotations

import compileall
import os
import platform
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.cases import CASES

#: What is imported while a command runs: compiled before, as an installed program is.
_COMPILED = (
    "journeykit",
    "pydantic",
    "pydantic_core",
    "yaml",
    "yaml_rs",
    "typer",
    "jinja2",
    "rich",
    "pathspec",
    "markupsafe",
)


def main(names: list[str]) -> int:
    """Run the benchmarks; 0 where every bound holds, 1 where one is missed, 2 for a name that is none."""
    unknown = [name for name in names if name not in CASES]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(CASES)}", file=sys.stderr)
        return 2
    for package in _COMPILED:
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or []) if spec else []:
            compileall.compile_dir(place, quiet=2)
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}",
        flush=True,
    )
    missed = 0
    for name in names or CASES:
        with (
            tempfile.TemporaryDirectory(prefix="journey-benchmark-") as folder,
            tempfile.TemporaryDirectory(prefix="journey-cache-") as known,
        ):
            os.environ["JOURNEY_CACHE_DIR"] = known
            for result in CASES[name](Path(folder)):
                print(result, flush=True)
                missed += not result.holds
    print(f"{missed} of the bounds missed" if missed else "every bound holds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
