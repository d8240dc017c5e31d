"""`journey diff` and `journey history` against bare processes that only parse, and side by side with generic diffs."""

from __future__ import annotations

import gc
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks import peers
from benchmarks.cases import bare
from benchmarks.generate import LARGE, make, revised
from benchmarks.harness import Result, interleaved, journey, python, ratio

#: A map of so many stages, and one of ten times as many, for the pace of matching.
STAGES = 200
REVISIONS = 50
BANK = Path(__file__).parents[2] / "examples" / "bank"


def diff(folder: Path) -> Iterator[Result]:
    """Two very long maps, a tenth of the figures of one changed; the whole command."""
    old, new = _pair(folder, make(0, LARGE))
    commands = {"bare": python(bare.BOTH, old, new), "journey": journey("diff", old, new)}
    times = interleaved(commands, rounds=7)
    yield ratio("diff of two huge maps : bare parse of both", times["journey"], times["bare"], 1.3)


def matching(folder: Path) -> Iterator[Result]:
    """Ten times the elements: the same text everywhere, and in the worst case everything reworded."""
    for name, reworded in (("nothing reworded", False), ("everything reworded", True)):
        taken: dict[int, list[float]] = {STAGES: [], STAGES * 10: []}
        for _ in range(5):
            for stages, seconds in taken.items():
                seconds.append(_seconds(stages, reworded))
        few, many = map(median, taken.values())
        detail = f"{few * 1000:.0f} ms : {many * 1000:.0f} ms of processor time"
        yield Result(f"matching 10 times the elements, {name}", many / few, 12, detail=detail)


def _seconds(stages: int, reworded: bool) -> float:
    """What matching takes as the command does it: once, on maps just read, whose elements have no address yet."""
    from journeykit.diff.match import match
    from journeykit.model.load import load
    from journeykit.source.text import Source

    old, new = (load(Source("a", _plain(stages, reworded and side))).outline for side in (False, True))
    gc.collect()
    gc.disable()  # the program looks for no garbage while it reads and compares
    start = process_time()
    match(old, new)
    taken = process_time() - start
    gc.enable()
    return taken


def _plain(stages: int, reworded: bool) -> str:
    """A map of ten elements a stage; every text is one of its own, and may be said in other words."""
    really = "really " if reworded else ""
    text = ["journey: 1", "title: T", "stages:"]
    for stage in range(stages):
        text += [f"- stage: {really}Stage {_word(stage)} of the customer", "  actions:"]
        for action in range(5):
            own = _word(stage * 5 + action)
            text += [
                f"  - action: {really}Does the {own} thing here",
                f"    questions: ['{really}Why is the {own} so?']",
            ]
    return "\n".join(text)


def _word(number: int) -> str:
    """A word for a number, always of the same length."""
    letters = "bdfgklmnprst"
    word = ""
    for _ in range(4):
        number, rest = divmod(number, len(letters))
        word += letters[rest] + "aeiou"[rest % 5]
    return word


def history(folder: Path) -> Iterator[Result]:
    """Fifty revisions of a map, each a commit with a tag."""
    repository, copies = folder / "repository", folder / "copies"
    repository.mkdir()
    copies.mkdir()
    path, text = repository / "one.journey.yaml", make(1, 1_000)
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=repository, env=environment, check=True, capture_output=True)

    git("init", "-q")
    for number in range(REVISIONS):
        text = revised(text, number)
        path.write_text(text, encoding="utf-8")
        (copies / f"{number:02}.yaml").write_text(text, encoding="utf-8")
        environment["GIT_COMMITTER_DATE"] = f"{1_700_000_000 + number * 86_400} +0000"
        git("add", "-A")
        git("commit", "-qm", str(number))
        git("tag", f"v{number:02}")
    commands = {"bare": python(bare.FOLDER, copies), "journey": journey("history", path)}
    times = interleaved(commands, rounds=5)
    yield ratio(f"history over {REVISIONS} revisions : bare parse of them", times["journey"], times["bare"], 1.5)


def side_by_side(folder: Path) -> Iterator[Result]:
    """DeepDiff, and a diff of YAML by paths as dyff makes it: the time, and the lines that a person has to read."""
    pairs = {
        "bank, 2025 to 2026": (BANK / "2025" / "checking-account.journey.yaml", BANK / "checking-account.journey.yaml"),
        "20,000 lines": _pair(folder, make(0, LARGE)),
    }
    other = peers.deepdiff()
    for name, (old, new) in pairs.items():
        commands = {"journey": journey("diff", old, new), "paths": python(bare.PATHS, old, new)}
        if other:
            commands["DeepDiff"] = [other, "-c", bare.DEEPDIFF, str(old), str(new)]
        else:
            print("left out: DeepDiff could not be installed")
        lines = {
            key: subprocess.run(command, capture_output=True, text=True, check=True).stdout.count("\n")
            for key, command in commands.items()
        }
        times = interleaved(commands, rounds=3)
        for key in [key for key in commands if key != "journey"]:
            title = {"paths": "diff by paths", "DeepDiff": "DeepDiff"}[key]
            told = f"{lines[key]:,} lines to read : {lines['journey']:,}"
            yield ratio(f"{title} : diff, {name}", times[key], times["journey"], 0, at_least=True, more=told)


def _pair(folder: Path, text: str) -> tuple[Path, Path]:
    old, new = folder / "old.journey.yaml", folder / "new.journey.yaml"
    old.write_text(text, encoding="utf-8")
    new.write_text(revised(text, 1), encoding="utf-8")
    return old, new
