"""A server of a map, started as a person starts it, and ended."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

MAP = """\
journey: 1
title: A bicycle
personas:
  ana: {name: Ana, primary: true}
  ben: {name: Ben}
channels: {shop: Shop}
stages:
  - stage: Dream
    actions:
      - {action: Sees a friend ride by, emotion: {score: 1, feeling: curious}, persona: [ana]}
    questions: [Is it not dangerous?]
  - stage: Choose
    actions:
      - {action: Asks at the counter, channel: shop, emotion: -1, persona: [ben]}
"""


@pytest.fixture
def wait() -> Callable[..., Any]:
    """What a function gives as soon as it gives something: `wait(lambda: page.title())`."""

    def until(found: Callable[[], Any], seconds: float = 10) -> Any:
        end = time.monotonic() + seconds
        while not (value := found()):
            assert time.monotonic() < end, "nothing came"
            time.sleep(0.02)
        return value

    return until


@dataclass
class Served:
    """A running server of a map's file."""

    file: Path
    process: subprocess.Popen[str]
    url: str

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    def ask(self, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
        """An answer: its code, its headers, its text. `host="x"` stands for the header."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        link.putrequest(method, path, skip_host=True)
        for name, value in ({"host": f"127.0.0.1:{self.port}"} | headers).items():
            link.putheader(name.replace("_", "-"), value)
        link.endheaders()
        answer = link.getresponse()
        text = answer.read().decode()
        link.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text

    def state(self) -> dict[str, str]:
        """What a browser is told that comes now."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        link.request("GET", "/events")
        line = link.getresponse().readline().decode()
        link.close()
        return json.loads(line.removeprefix("data: "))

    def page(self) -> str:
        return self.ask("/page")[2]

    def save(self, text: str) -> None:
        """Write the file as many editors do: a new one, moved to the place of the old one."""
        fresh = self.file.with_name("new~")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.file)

    def end(self) -> tuple[int, float]:
        """Press Ctrl-C: the exit code, and the seconds it took."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(10)
        return code, time.monotonic() - start


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Serves a map: `serve(text, "--view", "flow")`."""
    for library in ("starlette", "uvicorn", "watchfiles"):
        pytest.importorskip(library)
    (tmp_path / ".git").mkdir()
    started: list[subprocess.Popen[str]] = []

    def start(text: str = MAP, *arguments: str, name: str = "map.journey.yaml") -> Served:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "journeykit", "serve", str(file), "--port", "0", *arguments]
        environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment, cwd=tmp_path
        )
        started.append(process)
        assert process.stdout
        return Served(file, process, process.stdout.readline().strip())

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()
