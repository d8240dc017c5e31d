"""The site: the shell, the map's pages and the stream of what changes. Nothing else is there, and only this machine's
browser gets it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import TYPE_CHECKING

from journeykit.serve.live import Live
from journeykit.serve.state import shell

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Seconds after which a silent stream says that it is alive, so that one whose browser is gone is noticed.
_PAUSE = 15.0

#: What every answer says.
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

#: The policy of all that is no shell. A page brings a stricter one of its own, and both hold.
_PAGE_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


class Gate:
    """Lets requests through that this machine's browser makes of its own accord.

    A name that someone else's DNS leads here (rebinding) stands in `Host` and is refused; so is another site's page.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = ("127.0.0.1", "localhost")
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it with 421 (another host) or 403 (another site)."""
        from starlette.datastructures import MutableHeaders
        from starlette.requests import Request
        from starlette.responses import PlainTextResponse

        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
            await send(message)

        request = Request(scope)
        app = self._app
        hosts = [host.lower() for host in request.headers.getlist("host")]
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            app = PlainTextResponse("This address is not served here.\n", 421)
        elif self._is_foreign(request):
            app = PlainTextResponse("Other sites have no business here.\n", 403)
        await app(scope, receive, guarded)

    def _is_foreign(self, request: Request) -> bool:
        origin = request.headers.get("origin")
        if origin is not None and origin.lower() not in {f"http://{host}" for host in self._hosts}:
            return True
        # A link from elsewhere may lead to the shell; nothing elsewhere may read or frame what is in it.
        site = request.headers.get("sec-fetch-site", "none")
        return request.url.path != "/" and site not in ("same-origin", "none")


def application(live: Live) -> Starlette:
    """The site of a map."""
    from starlette.applications import Starlette
    from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
    from starlette.routing import Route

    async def index(_: Request) -> Response:
        text = shell(live.state)
        return HTMLResponse(text, headers={"Content-Security-Policy": shell_policy(text)})

    async def page(request: Request) -> Response:
        content = live.pages.get(request.query_params.get("id", live.state.page))
        if content is None:
            return PlainTextResponse("There is no such picture.\n", 404)
        return HTMLResponse(content, headers={"Content-Security-Policy": _PAGE_POLICY})

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(_events(live), media_type="text/event-stream")

    return Starlette(routes=[Route("/", index), Route("/page", page), Route("/events", events)])


async def _events(live: Live) -> AsyncIterator[str]:
    async for state in live.states(_PAUSE):
        yield f"data: {state.as_json}\n\n" if state else ": nothing new\n\n"


def shell_policy(text: str) -> str:
    """The Content-Security-Policy of the shell: the one script and the styles that stand in it, and its own pages."""
    scripts = " ".join(_digest(found) for found in re.findall(r"<script>(.*?)</script>", text, re.DOTALL))
    styles = " ".join(_digest(found) for found in re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; connect-src 'self'; frame-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
