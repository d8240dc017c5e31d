"""The action for GitHub, run as GitHub runs it: its steps as scripts of bash, with what they hand to each other."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
_EXPRESSION = re.compile(r"\$\{\{ *([^}]+?) *\}\}")

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


@dataclass(frozen=True)
class Ended:
    """How a run of the action ended: the code of its last step, the log, the summary, and the outputs."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]


class Runner:
    """As much of GitHub's runner as the action needs."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder, self.workspace = folder, workspace
        self.context = {"github.action_path": str(ROOT), "steps.python.outputs.python-path": sys.executable}

    def filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self.context[match[1]], text)

    def step(self, step: dict[str, Any]) -> Ended:
        output, summary = self.folder / "output", self.folder / "summary"
        output.write_text("")
        summary.write_text("")
        environment = {
            **os.environ,
            "GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
            "RUNNER_TEMP": str(self.folder),
            # Without a network: what is to be installed is here already, and so is what builds it.
            "PYTHONPATH": os.pathsep.join(map(sysconfig.get_path, ("purelib", "platlib"))), "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0",
            **{key: self.filled(value) for key, value in step["env"].items()},
        }  # fmt: skip
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
        self.context |= {f"steps.{step['id']}.outputs.{key}": value for key, value in outputs.items()}
        return Ended(ended.returncode, ended.stdout, summary.read_text(encoding="utf-8"), outputs)


def run(name: str) -> dict[str, Any]:
    return next(step for step in STEPS if step["name"] == name)


@pytest.fixture
def runner(tmp_path: Path, small: str) -> Runner:
    """A runner beside two maps, the second with an error."""
    workspace = tmp_path / "work space"
    workspace.mkdir()
    (workspace / ".git").mkdir()
    (workspace / "good.journey.yaml").write_text(small, encoding="utf-8")
    (workspace / "a b").mkdir()
    (workspace / "a b" / "bad.journey.yaml").write_text(f"{small}gaol: x\n".replace("bicycle", "other"), "utf-8")
    made = Runner(tmp_path, workspace)
    made.context["steps.install.outputs.journey"] = str(Path(sysconfig.get_path("scripts")) / "journey")
    return made


def validate(runner: Runner, paths: str = ".", fail_on: str = "") -> Ended:
    runner.context |= {"inputs.paths": paths, "inputs.fail-on": fail_on, "inputs.version": ""}
    return runner.step(run("Validate"))


def test_no_input_is_pasted_into_a_script() -> None:
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []


@needs_bash
def test_findings_are_annotations_a_summary_and_sarif(runner: Runner) -> None:
    ended = validate(runner)
    assert ended.code == 1, ended.log
    assert "::error file=a b/bad.journey.yaml,line=" in ended.log
    assert ended.summary.startswith("### Journey maps: 1 error")
    (found,) = json.loads(Path(ended.outputs["sarif"]).read_text(encoding="utf-8"))["runs"]
    assert "JK002" in {result["ruleId"] for result in found["results"]}


@needs_bash
def test_paths_stand_one_a_line(runner: Runner) -> None:
    assert validate(runner, "good.journey.yaml\n").code == 0
    ended = validate(runner, " good.journey.yaml \r\n\na b/bad.journey.yaml\r\n")
    assert ended.code == 1
    assert " in 2 maps\n" in ended.summary


@needs_bash
def test_fail_on_is_handed_on(runner: Runner) -> None:
    assert validate(runner, fail_on="never").code == 0
    assert validate(runner, fail_on="nonsense").code == 2


@needs_bash
def test_an_input_is_no_command(runner: Runner) -> None:
    ended = validate(runner, '$(touch made)`touch made`"; touch made; "', "$(touch made)")
    assert ended.code == 2
    assert not (runner.workspace / "made").exists()


@needs_bash
def test_it_installs_itself(runner: Runner) -> None:
    pytest.importorskip("hatchling")
    runner.context["inputs.version"] = ""
    installed = runner.step(run("Install journeykit"))
    assert installed.code == 0, installed.log
    assert Path(installed.outputs["journey"]).is_file()
    assert validate(runner, "good.journey.yaml").code == 0


@dataclass(frozen=True)
class Request:
    """A pull request in a checkout of one commit, as the runner makes it; `base` is in the repository it came from."""

    runner: Runner
    base: str

    def compare(self, paths: str = ".", base: str | None = None) -> Ended:
        self.runner.context |= {"inputs.paths": paths, "inputs.base": self.base if base is None else base}
        return self.runner.step(run("Compare"))

    def comment(self) -> Ended:
        self.runner.context |= {"inputs.token": "secret", "github.event.pull_request.number": "7"}
        return self.runner.step(run("Comment"))


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()


@pytest.fixture
def request_of(tmp_path: Path, small: str) -> Request:
    """A pull request that makes the chat worse, answers a question and brings in a map with a fault."""
    origin, workspace = tmp_path / "origin", tmp_path / "work space"
    origin.mkdir()
    git(origin, "init", "--quiet", "--initial-branch=main")
    (origin / "bicycle.journey.yaml").write_text(small, encoding="utf-8")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "-m", "base")
    base = git(origin, "rev-parse", "HEAD")
    changed = small.replace("score: -1, because", "score: -2, because").replace("state: planned", "state: live")
    (origin / "bicycle.journey.yaml").write_text(changed, encoding="utf-8")
    (origin / "new.journey.yaml").write_text("journey: 1\ntitle: New\ngaol: x\nstages: [A, B]\n", encoding="utf-8")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "-m", "change")
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), str(workspace))
    runner = Runner(tmp_path, workspace)
    runner.context["steps.install.outputs.journey"] = str(Path(sysconfig.get_path("scripts")) / "journey")
    return Request(runner, base)


@pytest.fixture
def told_gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for GitHub's program that writes down what it is asked; `known` holds the comments there are."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "gh"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$*" >> "{tmp_path}/asked"\n'
        f'case "$*" in *--paginate*) cat "{tmp_path}/known" 2> /dev/null; exit 0 ;; esac\n'
        f'test ! -e "{tmp_path}/refused"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GITHUB_REPOSITORY", "o/r")
    return tmp_path


@needs_bash
def test_a_pull_request_is_compared_with_its_base(request_of: Request) -> None:
    ended = request_of.compare()
    assert ended.code == 0, ended.log
    body = Path(ended.outputs["comment"]).read_text(encoding="utf-8")
    assert body.startswith("<!-- journeykit -->\n")
    assert "## Buying a first bicycle" in body
    assert "This map is new." in body
    assert "▼" in body
    assert "## New findings" in body
    assert "gaol" in body
    # Both curves, one over the other.
    assert "│ █ ▂" in body
    assert "│ █ ▁" in body
    assert ended.summary == body
    assert "<!doctype html>" in Path(ended.outputs["page"]).read_text(encoding="utf-8")


@needs_bash
def test_paths_narrow_the_comparison(request_of: Request) -> None:
    body = Path(request_of.compare("bicycle.journey.yaml\n").outputs["comment"]).read_text(encoding="utf-8")
    assert "This map is new." not in body
    assert "gaol" not in body


@needs_bash
def test_a_request_that_changes_no_map_is_quiet(request_of: Request, told_gh: Path) -> None:
    ended = request_of.compare(base=git(request_of.runner.workspace, "rev-parse", "HEAD"))
    assert ended.code == 0, ended.log
    assert ended.outputs["quiet"] == "true"
    assert "page" not in ended.outputs
    request_of.runner.context["steps.compare.outputs.page"] = ""
    assert request_of.comment().code == 0
    assert "POST" not in (told_gh / "asked").read_text()


@needs_bash
def test_a_base_that_is_none_ends_the_step(request_of: Request) -> None:
    assert request_of.compare(base="0" * 40).code != 0
    assert request_of.compare(base="--upload-pack=touch made").code == 2
    assert not (request_of.runner.workspace / "made").exists()


@needs_bash
def test_the_comment_is_written_once_and_then_anew(request_of: Request, told_gh: Path) -> None:
    ended = request_of.compare()
    assert request_of.comment().code == 0
    asked = (told_gh / "asked").read_text().splitlines()
    assert asked[-1] == f"api --silent --method POST repos/o/r/issues/7/comments -F body=@{ended.outputs['comment']}"
    assert "secret" not in (told_gh / "asked").read_text()
    (told_gh / "known").write_text("41\n42\n")
    assert request_of.comment().code == 0
    assert "--method PATCH repos/o/r/issues/comments/41 " in (told_gh / "asked").read_text().splitlines()[-1]


@needs_bash
def test_a_token_that_may_not_write_fails_nothing(request_of: Request, told_gh: Path) -> None:
    request_of.compare()
    (told_gh / "refused").touch()
    ended = request_of.comment()
    assert ended.code == 0
    assert "::notice::" in ended.log


@needs_bash
def test_a_comment_that_is_too_long_is_cut_at_a_line(request_of: Request) -> None:
    file = request_of.runner.workspace / "bicycle.journey.yaml"
    gaps = "".join(f"\n          - gap: Gap {number} {'x' * 900}" for number in range(400))
    file.write_text(file.read_text(encoding="utf-8").replace("        gaps:", f"        gaps:{gaps}"), encoding="utf-8")
    body = Path(request_of.compare().outputs["comment"]).read_text(encoding="utf-8")
    assert len(body) < 65_536
    assert body.startswith("<!-- journeykit -->\n")


def test_the_outputs_are_written_by_steps() -> None:
    written = {f"steps.{step['id']}.outputs.{name}" for step in STEPS for name in re.findall(
        r'^ *echo "(\w+)=', step.get("run", ""), re.MULTILINE)}  # fmt: skip
    for output in ACTION["outputs"].values():
        assert set(_EXPRESSION.findall(output["value"])) <= written


def test_the_hook_calls_a_program_of_this_package_on_maps_alone() -> None:
    assert HOOK["entry"].split() == ["journey", "validate"]
    assert re.search(HOOK["files"], "maps/a.journey.yaml")
    assert re.search(HOOK["files"], "a.journey.yml")
    assert not re.search(HOOK["files"], "journey.yaml")
    assert not re.search(HOOK["files"], "a.journey.yaml.orig")
