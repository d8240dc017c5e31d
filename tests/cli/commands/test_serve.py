from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("uvicorn")
pytest.importorskip("starlette")
pytest.importorskip("watchfiles")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would be served: the first shot and the socket, instead of a server."""
    found: list[Any] = []

    def serve(make: Any, first: Any, sock: socket.socket, ready: Any) -> None:
        ready()
        found.extend([make, first, sock.getsockname()])
        sock.close()

    monkeypatch.setattr("journeykit.serve.server.serve", serve)
    return found


def test_it_tells_its_address(journey: Any, bicycle: Path, shown: list[Any]) -> None:
    ended = journey("serve", bicycle, "--port", "0")
    assert ended.code == 0
    assert ended.out == f"http://127.0.0.1:{shown[2][1]}/\n"
    assert "Ctrl-C" in ended.err
    assert shown[2][0] == "127.0.0.1"
    assert b"Buying a first bicycle" in shown[1].page


def test_what_render_takes_it_takes(journey: Any, bicycle: Path, shown: list[Any]) -> None:
    assert journey("serve", bicycle, "--port", "0", "--view", "flow", "--theme", "dark").code == 0
    assert b"<svg" in shown[1].page
    assert shown[1].options.theme == "dark"


def test_a_map_with_errors_is_shown(journey: Any, folder: Path, shown: list[Any]) -> None:
    Path("x.journey.yaml").write_bytes(b"journey: 1\ntitel: \xff")
    assert journey("serve", "x.journey.yaml", "--port", "0").code == 0
    assert shown[1].page is None
    assert shown[1].errors


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["none.journey.yaml"], 3, "cannot be read"),
        (["."], 3, "is a folder"),
        (["-"], 2, "name its file"),
        (["bicycle.journey.yaml", "--view", "floww"], 2, "did you mean flow?"),
        (["bicycle.journey.yaml", "--theme", "drak"], 2, "dark"),
        (["bicycle.journey.yaml", "--lang", "tlh"], 2, "tlh"),
        (["bicycle.journey.yaml", "--persona", "anna"], 2, "did you mean ana?"),
        (["bicycle.journey.yaml", "--lanes", "askin"], 2, "asking"),
        (["bicycle.journey.yaml", "--port", "65536"], 2, "--port"),
        (["bicycle.journey.yaml", "--config", "none.toml"], 2, "none.toml"),
    ],
)
def test_what_cannot_be_served_is_said(
    journey: Any, bicycle: Path, shown: list[Any], arguments: list[str], code: int, says: str
) -> None:
    ended = journey("serve", *arguments)
    assert (ended.code, ended.out, shown) == (code, "", [])
    assert says in ended.err


def test_a_port_that_is_taken_is_said(journey: Any, bicycle: Path, shown: list[Any]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ended = journey("serve", bicycle, "--port", str(taken.getsockname()[1]))
    assert ended.code == 3
    assert "--port 0" in ended.err


def test_a_missing_extra_is_one_line(journey: Any, bicycle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ended = journey("serve", bicycle)
    assert ended.code == 3
    assert ended.err.count("\n") == 1
    assert "journeykit[serve]" in ended.err


def test_ctrl_c_is_130_and_nothing_is_left_to_say(bicycle: Path) -> None:
    command = [sys.executable, "-m", "journeykit", "serve", str(bicycle), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err.count("\n")) == (130, "", 1)
