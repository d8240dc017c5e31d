"""The documentation says what is so: its maps are maps, its commands run, its links lead somewhere.

In README.md, CONTRIBUTING.md and docs/*.md
- a ```yaml block that begins with `journey:` is a whole map and is checked as it is;
- any other ```yaml block is a piece of one, with its keys at the top. It may refer to library entries that earlier
  blocks of the page describe, as a reader may who reads from the top;
- ```yaml library is a file of a shared library; ```yaml other is YAML for another program;
- `file=NAME` after the language writes the block to that file, for the commands that follow;
- `breaks=JK002` after the language means that the block is wrong, and that exactly this code says so;
- in ```console blocks of README.md a line that begins with `$ journey` is run, and what follows it is what it says
  (`…` stands for any text); ```sh blocks hold commands without their output. The commands of a page run in order in one
  folder beside the examples, which are committed to a git repository, and end with 0, or with the code of a remark: `# exit code 1`. One with the remark
  `# until Ctrl-C` is interrupted when it has said all that stands there.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from journeykit.cli.app import INTERRUPTED, command_names
from journeykit.cli.drawing import views_of
from journeykit.model.elements import LIBRARIES
from journeykit.model.faults import FAULTS
from journeykit.model.load import load_path
from journeykit.model.templates import TEMPLATES
from journeykit.render import kinds
from journeykit.source.yamltree import Tree

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"^( *)```(\w*)[ ]?([^\n]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, the words after it, its text, and the line it begins on."""

    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"

    @property
    def breaks(self) -> set[str]:
        return {word.removeprefix("breaks=") for word in self.words if word.startswith("breaks=")}

    @property
    def file(self) -> str | None:
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), None)


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(page, text.count("\n", 0, match.start()) + 1, match[2], tuple(match[3].split()), dedent(match[4]))
        for match in _FENCE.finditer(text)
    ]


# --- YAML ----------------------------------------------------------------------------------------------------

Library = dict[str, dict[str, object]]


def described(block: Block) -> Library:
    """The library entries that a block describes."""
    if block.breaks:
        return {}
    data = Tree(block.text).data()
    return {library: dict(data[library]) for library in LIBRARIES if library in data}


def known_before(block: Block) -> Library:
    """The entries that the pieces before a block describe, without those that it describes itself."""
    known: Library = {}
    for earlier in blocks(block.page):
        if earlier.line >= block.line:
            break
        if is_piece(earlier):
            for library, entries in described(earlier).items():
                known.setdefault(library, {}).update(entries)
    own = described(block)
    return {
        library: {key: entry for key, entry in entries.items() if key not in own.get(library, {})}
        for library, entries in known.items()
    }


def is_piece(block: Block) -> bool:
    return block.language == "yaml" and "other" not in block.words and not block.text.startswith("journey:")


def whole(piece: str) -> str:
    """A piece of a map with the required keys that it leaves out; its own text stays as it is."""
    required = {"journey": "journey: 1\n", "title": "title: A piece\n", "stages": "stages: [Somewhere]\n"}
    return "".join(line for key, line in required.items() if not re.search(rf"^{key}:", piece, re.MULTILINE)) + piece


YAML_BLOCKS = [block for page in PAGES for block in blocks(page) if block.language == "yaml"]


@pytest.mark.parametrize("block", [b for b in YAML_BLOCKS if "other" not in b.words], ids=str)
def test_a_yaml_block_says_what_it_is_said_to_say(block: Block, tmp_path: Path) -> None:
    library = tmp_path / "library.yaml"
    map_file = tmp_path / "map.journey.yaml"
    map_file.write_text(whole("") if "library" in block.words else block.text, encoding="utf-8")
    if is_piece(block):
        (tmp_path / "journey.toml").write_text('library = ["library.yaml"]\n[templates]\nours = ["need", "buy"]\n')
        library.write_text(json.dumps(known_before(block)), encoding="utf-8")
        if "library" in block.words:
            library.write_text(block.text, encoding="utf-8")
        else:
            map_file.write_text(whole(block.text), encoding="utf-8")
    document = load_path(map_file)
    found = [f"{one.code} {one.path}:{one.span.line} {one.message}" for one in document.diagnostics]
    assert {one.code for one in document.diagnostics} == block.breaks, "\n".join([map_file.read_text(), *found])


@pytest.mark.parametrize("block", [b for b in YAML_BLOCKS if "other" in b.words], ids=str)
def test_yaml_for_other_programs_is_yaml(block: Block) -> None:
    assert isinstance(yaml.safe_load(block.text), dict | list)


def test_there_is_a_wrong_block_for_most_of_what_can_be_wrong() -> None:
    assert {code for block in YAML_BLOCKS for code in block.breaks} >= {"JK001", "JK002", "JK003", "JK008", "JK012"}


def test_a_block_that_ought_to_be_right_and_is_not_is_noticed(tmp_path: Path) -> None:
    wrong = tmp_path / "map.journey.yaml"
    wrong.write_text(whole("stages:\n  - stage: A\n    gaol: x\n"), encoding="utf-8")
    assert {one.code for one in load_path(wrong).diagnostics} == {"JK002"}


# --- commands ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Command:
    """A command of a page: what is typed, the exit code it must end with, and what it says, if the page tells."""

    line: int
    typed: str
    code: int
    said: str | None


def commands(block: Block) -> list[Command]:
    if block.language not in ("console", "sh"):
        return []
    prompt = "$ " if block.language == "console" else ""
    lines = [*block.text.splitlines(), f"{prompt}end"]
    starts = [number for number, line in enumerate(lines) if line.startswith(prompt)]
    found = []
    for start, end in pairwise(starts):
        typed = lines[start].removeprefix(prompt)
        if typed.startswith("journey "):
            remark = re.search(r"# exit code (\d+)$", typed)
            code = int(remark[1]) if remark else INTERRUPTED if typed.endswith("# until Ctrl-C") else 0
            said = "\n".join(lines[start + 1 : end]) if prompt else None
            found.append(Command(block.line + 1 + start, typed, code, said))
    return found


def all_commands(page: Path) -> list[Command]:
    return [command for block in blocks(page) for command in commands(block)]


def says(pattern: str, text: str) -> bool:
    """Whether a text is what a page tells of it, blanks at the ends of lines aside; `…` stands for any text."""
    wanted = ".*".join(re.escape(piece) for piece in pattern.strip().split("…"))
    return re.fullmatch(wanted, "\n".join(line.rstrip() for line in text.strip().splitlines()), re.DOTALL) is not None


@pytest.mark.parametrize("page", [page for page in PAGES if all_commands(page)], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_in_order(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    in_git(tmp_path)
    for block in blocks(page):
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
        run_all(commands(block), page, tmp_path)


def in_git(folder: Path) -> None:
    """Make a repository of a folder, as its readers have one."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "examples")):
        subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def run_all(typed: list[Command], page: Path, folder: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    for command in typed:
        run = subprocess.Popen(
            [sys.executable, "-m", "journeykit", *shlex.split(command.typed, comments=True)[1:]],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8",
        )  # fmt: skip
        assert run.stdout
        begun = ""
        if command.code == INTERRUPTED:
            begun = "".join(run.stdout.readline() for _ in (command.said or "").strip().splitlines())
            run.send_signal(signal.SIGINT)
        said = begun + run.communicate(timeout=300)[0]
        assert run.returncode == command.code, f"{page.name}:{command.line} {command.typed}\n{said}"
        if command.said is not None:
            assert says(command.said, said), f"{page.name}:{command.line} {command.typed}\n{said}"


def test_the_readme_shows_every_command() -> None:
    shown = {shlex.split(command.typed)[1] for command in all_commands(ROOT / "README.md")}
    assert shown == set(command_names())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_named_in_passing_exist(page: Path) -> None:
    named = set(re.findall(r"`journey ([a-z]+)", page.read_text(encoding="utf-8")))
    assert named <= set(command_names())


def test_what_a_command_says_is_compared() -> None:
    assert says("Checked … map: nothing found.", "Checked 1 map: nothing found.  \n")
    assert says("first\n…\nlast", "first\nsecond\nthird\nlast\n")
    assert not says("Checked 1 map", "Checked 1 map: 1 error")


# --- tables ----------------------------------------------------------------------------------------------------


def table(page: Path, first: str) -> dict[str, list[str]]:
    """The rows of the table whose first column is headed so: by the first cell, the others; without backticks."""
    text = page.read_text(encoding="utf-8")
    body = text.split(f"\n| {first} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    rows = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in body]
    return {row[0]: row[1:] for row in rows}


def test_the_table_of_views_is_what_the_formats_can_hold() -> None:
    formats = {name: views_of(name) for name in kinds("outputs")}
    views = {view for held in formats.values() for view in held}
    told = {view: set(row[-1].split(", ")) for view, row in table(ROOT / "README.md", "view").items()}
    assert told == {view: {name for name, held in formats.items() if view in held} for view in views}


def test_the_table_of_templates_is_what_there_is() -> None:
    told = {name: tuple(row[0].split(", ")) for name, row in table(ROOT / "docs" / "format.md", "template").items()}
    assert told == dict(TEMPLATES)


def test_the_table_of_faults_is_what_there_is() -> None:
    told = {code: row[0] for code, row in table(ROOT / "docs" / "format.md", "code").items()}
    assert told == {code: name for code, (name, _) in FAULTS.items()}


# --- links ----------------------------------------------------------------------------------------------------


def anchors(page: Path) -> list[str]:
    """The anchors that headings of a page get."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith(("http:", "https:")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_two_headings_share_an_anchor(page: Path) -> None:
    found = anchors(page)
    assert [anchor for anchor in found if found.count(anchor) > 1] == []
