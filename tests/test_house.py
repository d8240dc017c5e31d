"""Keeps the house as it was planned: layers, light start-up, twins, and a wheel that runs alone."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import typer

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "journeykit"

#: From the ground up; what stands in one row may not import each other, and nothing imports upwards.
LAYERS = [{"source"}, {"model"}, {"convert", "rules", "diff", "measure"}, {"render"}, {"serve"}, {"cli"}]
#: Modules that any layer may use.
EVERYWHERE = {"resources", "extras", "kept", "__init__"}
#: Folders whose modules are extensions: one file each, found by the folder, with a test beside its twin.
EXTENSIONS = ["rules/checks", "cli/commands", "render/outputs", "render/reports", "render/figures", "convert"]


def layer(module: str) -> int | None:
    """The row of a module's package; None for what stands outside the rows."""
    return next((row for row, names in enumerate(LAYERS) if module in names), None)


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """The packages of journeykit that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("journeykit.")}
    return found


@pytest.mark.parametrize("file", modules(), ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_imports_go_downwards(file: Path) -> None:
    own = file.relative_to(SOURCE).parts[0]
    row = layer(own)
    for package in imported(file) - EVERYWHERE - {own, "__version__"}:
        other = layer(package)
        assert other is not None, f"{file} imports journeykit.{package}, which stands in no layer"
        if row is not None:
            assert other < row, f"{own} must not import {package}"


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that a run of the program imports."""
    code = (
        "import sys\n"
        "from journeykit.__main__ import run\n"
        f"sys.argv = ['journey', *{list(arguments)!r}]\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "print('\\n' + ' '.join(sorted({name.split('.')[0] for name in sys.modules})))\n"
    )
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return set(output.strip().splitlines()[-1].split())


def started(*arguments: str) -> set[str]:
    """What a run imports beyond what the interpreter has loaded before it."""
    bare = "import sys; print(' '.join({name.split('.')[0] for name in sys.modules}))"
    before = subprocess.run([sys.executable, "-c", bare], capture_output=True, text=True, check=True).stdout
    return loaded(*arguments) - set(before.split()) - {"journeykit"}


def libraries(*arguments: str) -> set[str]:
    """The libraries among them, without their own compiled parts."""
    found = started(*arguments) - sys.stdlib_module_names - {"cython_runtime"}
    return {name for name in found if not name.startswith("_")}


COMMAND_LINE = {"typer", "annotated_doc", "shellingham"}
MODELS = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"}
MAPS = COMMAND_LINE | MODELS | {"yaml"}


def test_version_imports_nothing() -> None:
    assert started("--version") <= {"__future__"}


def test_help_imports_no_library_but_typer() -> None:
    assert libraries("--help") <= COMMAND_LINE


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["validate", "MAP"], MAPS),
        (["show", "MAP"], MAPS),
        (["stats", "MAP", "--format", "json"], MAPS),
        (["export", "MAP"], MAPS),
        (["render", "MAP", "-o", "x.svg"], MAPS),
        (["render", "MAP", "-o", "x.dot"], MAPS),
        (["render", "MAP", "-o", "x.md"], MAPS),
        (["render", "MAP", "-o", "x.mmd"], MAPS),
        (["render", "MAP", "-o", "x.csv"], MAPS),
        (["render", "MAP", "-o", "x.xlsx"], MAPS | {"xlsxwriter"}),
        (["render", "MAP", "-o", "x.html"], MAPS | {"jinja2", "markupsafe"}),
        (["schema"], COMMAND_LINE | MODELS),
        (["new", "new.journey.yaml", "--title", "T"], COMMAND_LINE | MODELS),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_imports_only_what_it_needs(bicycle: Path, arguments: list[str], allowed: set[str]) -> None:
    assert libraries(*(str(bicycle) if text == "MAP" else text for text in arguments)) <= allowed


@pytest.mark.parametrize("folder", EXTENSIONS)
def test_every_extension_has_its_twin(folder: str) -> None:
    names = [file.stem for file in (SOURCE / folder).glob("*.py") if file.stem != "__init__"]
    missing = [name for name in names if not (ROOT / "tests" / folder / f"test_{name}.py").is_file()]
    assert names
    assert not missing


def test_modules_need_no_scroll_map() -> None:
    long = {
        file.relative_to(SOURCE).as_posix(): lines
        for file in modules()
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 330
    }
    assert not long


def test_every_module_says_what_it_is() -> None:
    silent = [file for file in modules() if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))]
    assert not silent


def test_the_wheel_carries_what_it_needs(tmp_path: Path) -> None:
    built = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(built, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    assert (site / "journeykit" / "py.typed").is_file()
    catalogues = {file.name for file in (SOURCE / "render" / "languages").glob("*.po")}
    assert {"de.po", "ja.po"} <= catalogues == {file.name for file in (site / "journeykit/render/languages").iterdir()}
    # Run from the unpacked wheel alone, isolated from the checkout; the libraries it needs come from this environment.
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "import journeykit; assert 'site' in journeykit.__file__, journeykit.__file__\n"
        "from journeykit.__main__ import run; run()"
    )
    target = tmp_path / "first.journey.yaml"
    for arguments in (
        ["new", str(target), "--template", "service-blueprint", "--title", "First"],
        ["validate", str(target)],
        ["render", str(target), "-o", str(tmp_path / "first.html")],
        ["render", str(target), "-o", str(tmp_path / "first.svg")],
    ):
        run = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
    assert (tmp_path / "first.html").stat().st_size > 10_000


def test_every_command_can_be_told_to_say_less_or_more() -> None:
    from journeykit.cli.app import build, command_names

    commands = typer.main.get_command(build(command_names())).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        flags = {flag for option in command.params for flag in option.opts}
        assert {"-q", "--quiet", "-v", "--verbose"} <= flags, name
