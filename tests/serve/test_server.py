from __future__ import annotations

import http.client
import socket
import time
from typing import Any

import pytest

from journeykit.serve import server
from journeykit.serve.server import HOST, PortError, address, bound


@pytest.fixture
def free() -> int:
    """A port that is free, and so are those after it, most likely."""
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return sock.getsockname()[1]


def test_it_listens_on_loopback_alone() -> None:
    with bound(0) as sock:
        assert sock.getsockname()[0] == "127.0.0.1"
        assert sock.family == socket.AF_INET
        assert address(sock) == f"http://127.0.0.1:{sock.getsockname()[1]}/"


def test_the_usual_port_or_the_next_that_is_free(free: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PORT", free)
    with bound(None) as first, bound(None) as second:
        assert first.getsockname()[1] == free
        assert free < second.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(free: int) -> None:
    with bound(free), pytest.raises(PortError, match="--port 0"):
        bound(free)


def test_ctrl_c_ends_it_at_once_with_open_streams(serve: Any) -> None:
    site = serve()
    streams = []
    for _ in range(3):
        link = http.client.HTTPConnection(HOST, site.port, timeout=10)
        link.request("GET", "/events")
        answer = link.getresponse()
        assert answer.readline().startswith(b"data: ")
        streams.append((link, answer))
    idle = socket.create_connection((HOST, site.port))
    code, seconds = site.end()
    assert code == 130
    assert seconds < 1
    for link, answer in streams:
        assert b"data:" not in answer.read()
        link.close()
    idle.close()


def test_ctrl_c_while_it_draws(serve: Any) -> None:
    site = serve()
    site.save(site.file.read_text() + "\n# more")
    time.sleep(0.06)
    code, seconds = site.end()
    assert (code, seconds < 1) == (130, True)


def test_its_port_can_be_had_again_at_once(serve: Any) -> None:
    site = serve()
    site.state()
    site.end()
    with bound(site.port):
        pass
