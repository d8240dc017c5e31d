"""`journey`, and `python -m journeykit`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command line and exit with its code."""
    # Answered before anything is imported: start-up is part of the interface.
    if sys.argv[1:] in (["--version"], ["-V"]):
        from journeykit import __version__

        sys.stdout.write(f"journey {__version__}\n")
        return
    import gc

    # Reading makes many objects that live until their file is done: collecting in between only costs.
    gc.disable()
    try:
        from journeykit.cli.app import main

        code = main(sys.argv[1:])
        # Nor is anything gained by taking it all to pieces at the end; only DuckDB counts what was not, and complains.
        if "_duckdb" not in sys.modules:
            gc.freeze()
        sys.exit(code)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
