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
    ended = validate(runner, "good.journey.yaml\n\na b/bad.journey.yaml\n")
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


def test_the_outputs_are_written_by_steps() -> None:
    written = {f"steps.{step['id']}.outputs.{name}" for step in STEPS for name in re.findall(
        r'^echo "(\w+)=', step.get("run", ""), re.MULTILINE)}  # fmt: skip
    for output in ACTION["outputs"].values():
        assert set(_EXPRESSION.findall(output["value"])) <= written


def test_the_hook_calls_a_program_of_this_package_on_maps_alone() -> None:
    assert HOOK["entry"].split() == ["journey", "validate"]
    assert re.search(HOOK["files"], "maps/a.journey.yaml")
    assert re.search(HOOK["files"], "a.journey.yml")
    assert not re.search(HOOK["files"], "journey.yaml")
    assert not re.search(HOOK["files"], "a.journey.yaml.orig")
