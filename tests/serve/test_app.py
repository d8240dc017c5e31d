from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest

from journeykit.serve.app import shell_policy


@pytest.fixture
def site(serve: Any) -> Any:
    return serve()


def test_the_site_is_a_shell_the_page_and_the_stream(site: Any) -> None:
    code, headers, shell = site.ask("/")
    assert (code, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert 'id="state"' in shell
    state = site.state()
    code, headers, page = site.ask(f"/page?id={state['page']}")
    assert code == 200 and "A bicycle" in page
    assert site.ask("/page")[2] == page
    assert site.ask("/page?id=other")[0] == 404


def test_nothing_else_is_there(site: Any) -> None:
    for path in ("/map.journey.yaml", "/page/", "/../map.journey.yaml", "/page/../map.journey.yaml", "/favicon.ico",
                 "/%2e%2e/map.journey.yaml", "//etc/passwd", "/static/"):  # fmt: skip
        assert site.ask(path)[0] in (404, 307), path
        assert "journey: 1" not in site.ask(path)[2]
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert site.ask("/", method)[0] == 405
    for path in ("/", "/page", "/events"):
        code, _, text = site.ask(path, "HEAD")
        assert (code, text) == (200, "")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "[::1]:{port}", ""]
)  # fmt: skip
def test_another_host_is_refused(site: Any, host: str) -> None:
    for path in ("/", "/page", "/events", "/nothing"):
        code, _, text = site.ask(path, host=host.format(port=site.port))
        assert code == 421
        assert "bicycle" not in text


def test_this_machine_by_either_name_is_served(site: Any) -> None:
    for host in (f"127.0.0.1:{site.port}", f"localhost:{site.port}", f"LOCALHOST:{site.port}"):
        assert site.ask("/page", host=host)[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_another_origin_is_refused(site: Any, origin: str) -> None:
    for path in ("/events", "/page", "/"):
        assert site.ask(path, origin=origin.format(port=site.port))[0] == 403
    assert site.ask("/page", origin=f"http://127.0.0.1:{site.port}")[0] == 200


def test_another_site_may_link_to_the_shell_and_no_more(site: Any) -> None:
    for where in ("cross-site", "same-site"):
        assert site.ask("/", sec_fetch_site=where)[0] == 200
        assert site.ask("/page", sec_fetch_site=where)[0] == 403
        assert site.ask("/events", sec_fetch_site=where)[0] == 403
    assert site.ask("/page", sec_fetch_site="same-origin")[0] == 200


def test_every_answer_guards_itself(site: Any) -> None:
    for path, headers in (("/", {}), ("/page", {}), ("/nothing", {}), ("/", {"host": "evil.example"})):
        _, found, _ = site.ask(path, **headers)
        assert found["cache-control"] == "no-store"
        assert found["x-content-type-options"] == "nosniff"
        assert found["referrer-policy"] == "no-referrer"
        assert found["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in found
        policy = found["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'self'" in policy if path == "/page" else "frame-ancestors 'none'" in policy
    # The page keeps the policy that it has as a file.
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in site.page()


def test_the_shell_may_run_its_script_and_nothing_else(site: Any) -> None:
    _, headers, text = site.ask("/")
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    policy = headers["content-security-policy"]
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';" in policy
    assert "unsafe" not in policy
    assert policy == shell_policy(text)
