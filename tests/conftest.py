"""What tests share: running the program, and small maps to run it on."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

#: A small whole map that uses what most tests look at.
SMALL = textwrap.dedent("""\
    journey: 1
    id: bicycle
    title: Buying a first bicycle
    revision: 2026
    reviewed: 2026-03-02
    personas:
      ana: {name: Ana, primary: true}
      ben: {name: Ben}
    channels:
      web: Website
      shop: {name: Shop, kind: physical}
    promises: {advice: Honest advice}
    touchpoints:
      counter: {name: Counter, channel: shop, promises: advice, quality: 5}
      chat: {name: Chat, channel: web, promises: advice, quality: 2}
    help:
      guide: {name: Size guide, channels: web}
      test-ride: {name: Test ride, channels: shop, state: planned}
    evidence:
      talks: {name: Interviews, method: interview, sample: 9, date: 2026-01}
    stages:
      - stage: Dream
        duration: 2 weeks
        actions:
          - action: Sees a friend ride by
            emotion: {score: 1, feeling: curious, evidence: talks}
        questions:
          - question: Which size am I?
            channels: [web]
            help: guide
          - Is it not dangerous?
      - stage: Choose
        actions:
          - action: Asks at the counter
            touchpoint: counter
            emotion: 2
          - action: Asks in the chat
            touchpoint: chat
            emotion: {score: -1, because: nobody answers}
            pains:
              - pain: No answer
                severity: high
        questions:
          - question: May I try it?
            channels: [web]
            help: test-ride
        gaps:
          - gap: The chat knows less than the counter
            severity: medium
            opportunities:
              - {opportunity: Staff the chat from the shop, impact: 5, effort: 2}
    """)


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What runs remember goes into a folder of the tests' own."""
    os.environ["JOURNEY_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def small() -> str:
    """The text of a small whole map."""
    return SMALL


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, outside any project; the environment says nothing of colour or CI."""
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR", "JOURNEY_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()  # nothing above this folder is asked for a configuration
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bicycle(folder: Path) -> Path:
    """A small whole map in a file."""
    path = folder / "bicycle.journey.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def journey(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ended]:
    """Run the program in this process: `journey("validate", "x.journey.yaml")`."""
    from journeykit.cli.app import main

    def run(*arguments: str | os.PathLike[str]) -> Ended:
        capfdbinary.readouterr()
        code = main([os.fspath(argument) for argument in arguments])
        captured = capfdbinary.readouterr()
        return Ended(code, captured.out.decode(), captured.err.decode())

    return run


#: A browser that asks for nothing by itself.
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium. Without one the tests fail: a page nobody looked at is not tested."""
    if os.environ.get("JOURNEY_NO_BROWSER") == "1":
        pytest.skip("JOURNEY_NO_BROWSER=1")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    program = next((path for name in names if (path := shutil.which(name))), None)
    if program is None:
        pytest.fail("no Chromium on this machine; set JOURNEY_NO_BROWSER=1 to go without these tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield launched
        launched.close()
