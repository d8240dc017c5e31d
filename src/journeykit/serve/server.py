"""The server: bound to this machine's loopback and to nothing else, and gone at once when it is told to end."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Callable
from contextlib import suppress

from journeykit.serve.shot import Shot

HOST = "127.0.0.1"
#: The port where none is asked for, and how many after it are tried where it is taken.
PORT, FURTHER = 8150, 20


class PortError(OSError):
    """A port that cannot be had; the message says why and what can be done."""


def bound(port: int | None) -> socket.socket:
    """A listening socket on loopback: at `port`, 0 for any that is free, None for the usual one or the next free.

    Raises `PortError`.
    """
    if port is not None:
        return _listening(port)
    for number in range(PORT, PORT + FURTHER):
        with suppress(PortError):
            return _listening(number)
    return _listening(0)


def _listening(port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # On Windows the option would let two programs have one port; elsewhere it frees a port that was just left.
        if os.name == "posix":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((HOST, port))
        sock.listen(64)
    except OSError as error:
        sock.close()
        reason = (error.strerror or str(error)).lower()
        raise PortError(f"port {port} cannot be had ({reason}); --port 0 takes one that is free") from None
    return sock


def address(sock: socket.socket) -> str:
    """Where a browser finds it."""
    return f"http://{HOST}:{sock.getsockname()[1]}/"


def serve(make: Callable[[], Shot], first: Shot, sock: socket.socket, ready: Callable[[], None]) -> None:
    """Show a map until Ctrl-C, which is raised as `KeyboardInterrupt` when all is closed.

    `ready` is called when Ctrl-C ends it in good order: what is told before then invites one that comes too early.
    """
    asyncio.run(_serve(make, first, sock, ready))


async def _serve(make: Callable[[], Shot], first: Shot, sock: socket.socket, ready: Callable[[], None]) -> None:
    ready()
    from uvicorn import Config, Server

    from journeykit.serve.app import Gate, application
    from journeykit.serve.live import Live

    live = Live(make, first)

    class Ending(Server):
        """Ends the streams first: a server waits for what is open, and an open stream has no end."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            live.close()
            await super().shutdown(sockets)

    gate = Gate(application(live), sock.getsockname()[1])
    config = Config(
        gate,
        interface="asgi3",
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )
    following = asyncio.create_task(live.follow())
    server = Ending(config)
    # Without a watcher the page would stand still and not say so.
    following.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[sock])
    finally:
        if following.done() and not following.cancelled():
            following.result()
        # Not waited for: that would swallow the Ctrl-C that is on its way.
        following.cancel()
