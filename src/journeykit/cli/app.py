"""Puts the commands together, and turns every ending into an exit code."""

from __future__ import annotations

import os
import sys
from errno import ENOSPC
from importlib import import_module
from pathlib import Path

import typer

from journeykit.cli import commands

#: Exit codes, as documented.
USAGE, ENVIRONMENT, DEFECT, INTERRUPTED, PIPE = 2, 3, 70, 130, 141

#: The code of each error that is raised on purpose, by name, so that nothing is imported to know it.
_ENDINGS = {
    "journeykit.cli.console.WrongUsageError": USAGE,
    "journeykit.model.project.ConfigurationError": USAGE,
    "journeykit.render.templates.TemplateFaultError": USAGE,
    "journeykit.source.text.UnreadableError": ENVIRONMENT,
    "journeykit.measure.sources.MisreadError": USAGE,
    "journeykit.measure.sources.SourceError": ENVIRONMENT,
    "journeykit.render.engine.EngineError": ENVIRONMENT,
    "journeykit.render.outputs.png.TooLargeError": USAGE,
    "journeykit.extras.MissingExtraError": ENVIRONMENT,
    "journeykit.serve.server.PortError": ENVIRONMENT,
}


def command_names() -> list[str]:
    """The commands there are: the modules of the folder, in the order people use them."""
    folder = Path(str(commands.__file__)).parent
    found = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    return sorted(found, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))


_ORDER = (
    "new", "validate", "rules", "explain", "show", "render", "serve", "stats", "diff", "history", "measure", "git",
    "export", "schema",
)  # fmt: skip


def _version(asked: bool) -> None:
    if asked:
        from journeykit import __version__

        sys.stdout.write(f"journey {__version__}\n")
        raise typer.Exit


def build(names: list[str]) -> typer.Typer:
    """The program with these commands."""
    app = typer.Typer(
        name="journey",
        help="Customer journey maps as code: write them as YAML, check them in CI, draw them, keep them in git.",
        epilog="`journey COMMAND --help` tells more. A first map: journey new --template buying-process",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    # A callback keeps the command's name in the call even where only one command is built.
    @app.callback()
    def _root(
        version: bool = typer.Option(
            False, "--version", "-V", help="Show the version.", callback=_version, is_eager=True
        ),
    ) -> None:
        pass

    for name in names:
        app.command(name)(import_module(f"journeykit.cli.commands.{name}").command)
    return app


def main(arguments: list[str]) -> int:
    """Run `journey` with these arguments; the exit code."""
    if sys.stdout is None:
        # Standard output is closed: whoever did that wants no results.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Pydantic would look for plugins in everything that is installed; there are none of ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    names = command_names()
    # Only the command that is called is imported; all of them where help or a suggestion needs them.
    called = [arguments[0]] if arguments and arguments[0] in names else names
    try:
        code = build(called)(args=arguments, prog_name="journey", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _forget_output()
        return PIPE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        return _ended(error)
    return code if isinstance(code, int) else 0


def expected(error: Exception) -> int | None:
    """The exit code of an error that is raised on purpose and whose message is for people; None for any other."""
    names = (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__)
    return next((_ENDINGS[name] for name in names if name in _ENDINGS), None)


def _ended(error: Exception) -> int:
    """Say what went wrong in one line, and with which code to end."""
    usage = typer.BadParameter.__bases__[0]
    if isinstance(error, usage):
        # What Pydantic puts before the words of a value's own.
        error.message = error.message.replace("Value error, ", "")  # type: ignore[attr-defined]
        error.show()  # type: ignore[attr-defined]
        return USAGE
    if (code := expected(error)) is not None:
        _complain(str(error))
        return code
    if isinstance(error, OSError):
        _forget_output()
        where = f"{error.filename}: " if error.filename else "standard output: " if error.errno == ENOSPC else ""
        _complain(f"{where}{(error.strerror or str(error)).lower()}")
        return ENVIRONMENT
    return _defect(error)


def _forget_output() -> None:
    """Let what is still to be written to standard output go nowhere, without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    from journeykit.render.taming import one_line

    sys.stderr.write(f"journey: {one_line(message)}\n")


def _defect(error: Exception) -> int:
    if os.environ.get("JOURNEY_DEBUG"):
        import traceback

        traceback.print_exc()
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else "?"
    _complain(f"this is a defect of the program, not of your map: {type(error).__name__} at {place}: {error}")
    _complain("please report it with the command and, if you may, the map; JOURNEY_DEBUG=1 shows more")
    return DEFECT
