"""The warm worker: a host process that forks for each run, inside walls where asked for. The check's side of it."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Lock
from typing import Any

from shared.worker import ending, kernel, walls
from shared.worker.channel import ChannelClosed, SocketChannel
from shared.worker.hosts import BOOT, ENGINE, Started, WorkerUnavailable, environment
from shared.worker.removing import empty

READY_SECONDS = 30.0
ORDER_SECONDS = 10.0
SPARE_SOCKETS = 8
"""Sockets that come with a run, so that its first connections need no order each."""


class ForkingHost:
    """A process that has imported the libraries once and forks for each run, inside walls where asked for.

    `practice`: it gets ready for many runs, which takes a moment longer.
    """

    def __init__(self, *, walled: bool, preload: tuple[str, ...], practice: bool = False) -> None:
        self.walled = walled
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)
        self.scratch = Path(os.path.realpath(self._folder.name))
        self.inner_scratch = walls.SCRATCH if walled else str(self.scratch)
        ours, theirs = socket.socketpair()
        self.mark = os.urandom(16).hex()
        given = {"preload": preload, "practice": practice, "scratch": self.inner_scratch, "mark": self.mark}
        options = json.dumps({**given, "process_space": kernel.process_space()})
        before = self._walls() if walled else []
        with theirs:
            self._process = subprocess.Popen(
                [*before, sys.executable, "-I", "-c", BOOT.format(root=str(ENGINE.parent), room="host"), options],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=environment(self.mark),
                close_fds=True,
            )
        self._channel = SocketChannel(ours, takes_fds=True)
        self._ordering = Lock()
        self._spare: list[socket.socket] = []
        self._ready = False
        self._said = ""

    def _walls(self) -> list[str]:
        bwrap = walls.installed()
        if bwrap is None:
            raise WorkerUnavailable("bubblewrap is not installed")
        walls.compile_for_inside(ENGINE)
        return walls.command(bwrap, self.scratch, [ENGINE])

    def run(self, spec: dict[str, Any]) -> Started:
        ours, theirs = socket.socketpair()
        reading, writing = os.pipe()
        wanted = SPARE_SOCKETS - len(self._spare) if self.walled else 0
        order = {"do": "run", "spec": spec, "scratch": self.inner_scratch, "sockets": wanted}
        try:
            reply, fds = self._order(order, [theirs.fileno(), writing])
        except WorkerUnavailable:
            os.close(reading)
            ours.close()
            raise
        finally:
            os.close(writing)
            theirs.close()
        self._spare += [socket.socket(fileno=fd) for fd in fds]
        return Started(SocketChannel(ours), reading, reply["pid"], tuple(reply["ports"]))

    def state(self, pid: int) -> dict[str, Any]:
        return self._order({"do": "state", "pid": pid})[0]

    def stop(self, pid: int) -> dict[str, Any]:
        return self._order({"do": "stop", "pid": pid})[0]

    def connect(self, host: str, port: int, seconds: float, source: str = "") -> socket.socket:
        if not self.walled:
            own = (source, 0) if source else None
            return socket.create_connection((host, port), timeout=seconds, source_address=own)
        # A name is not looked up: that could take long, and only the submission could answer.
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)[0]
        with contextlib.ExitStack() as unless_connected:
            sock = unless_connected.enter_context(self._inner_socket(family))
            sock.settimeout(seconds)
            if source:
                sock.bind((source, 0))
            try:
                sock.connect(address)
            except ConnectionResetError as error:
                # It comes from a socket that was closed with us in its queue. It is told as a refusal: urllib3 would
                # take it for a reset while sending, and go on without a connection.
                raise ConnectionRefusedError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED)) from error
            unless_connected.pop_all()
        return sock

    def listen(self) -> socket.socket:
        if not self.walled:
            return socket.create_server(("127.0.0.1", 0), backlog=128)
        _, fds = self._order({"do": "listen"})
        return socket.socket(fileno=fds[0])

    def end(self) -> str | None:
        broken = self._order({"do": "end"})[0]["broken"]
        return str(broken) if broken else None

    def interrupt(self) -> None:
        # The host takes the end of its channel for the end of the check, and leaves nothing behind.
        with contextlib.suppress(OSError):
            self._channel.sock.shutdown(socket.SHUT_RDWR)

    def close(self, wait: bool = True) -> None:
        self._channel.close()
        while self._spare:
            self._spare.pop().close()
        if not wait:
            # Taking walls down takes a while; the host does it alone once its channel is closed.
            self._process.returncode = 0
            if self._process.stderr is not None:
                self._process.stderr.close()
            self._tidy()
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
        self._sweep()
        self._tidy()

    @property
    def alive(self) -> bool:
        """Whether its process has not ended, as far as is known."""
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Wait until it takes orders. Raises WorkerUnavailable with what it said on its way out."""
        if self._ready:
            return
        self._channel.sock.settimeout(READY_SECONDS)
        try:
            greeting, _ = self._channel.receive()
        except ChannelClosed as error:
            raise WorkerUnavailable(self._last_words()) from error
        if self.walled and not greeting.get("own_space"):
            raise WorkerUnavailable("bubblewrap gave no process space of its own")
        self._ready = True

    def _inner_socket(self, family: int) -> socket.socket:
        """A socket made on the submission's side of the walls: it connects within the network that it was made in."""
        with contextlib.suppress(IndexError):
            if family == socket.AF_INET:
                return self._spare.pop()
        reply, fds = self._order({"do": "sockets", "family": int(family), "sockets": 1})
        if not fds:
            raise OSError(reply["errno"], os.strerror(reply["errno"]))
        return socket.socket(fileno=fds[0])

    def _order(self, order: dict[str, Any], fds: list[int] | None = None) -> tuple[dict[str, Any], list[int]]:
        self.wait_until_ready()
        with self._ordering:
            try:
                self._channel.sock.settimeout(ORDER_SECONDS)
                self._channel.send(order, fds or [])
                return self._channel.receive()
            except (ChannelClosed, OSError) as error:
                raise WorkerUnavailable(self._last_words()) from error

    def _last_words(self) -> str:
        # An answer that comes late would be taken for the answer to the next order, so this is the end of it.
        self._channel.close()
        self._process.kill()
        if self._process.stderr is not None and not self._process.stderr.closed:
            _, said = self._process.communicate()
            self._said = said.decode("utf-8", errors="replace").strip()
        return self._said or f"exit code {self._process.returncode}"

    def _tidy(self) -> None:
        with contextlib.suppress(OSError):
            empty(self.scratch)
        self._folder.cleanup()

    def _sweep(self) -> None:
        # Whoever ends the host of a worker without walls sets free what hung below it; the mark finds it.
        if not self.walled and self._process.returncode != 0:
            from shared.worker.marked import Marked

            with contextlib.suppress(ending.StillRunning):
                Marked(self.mark, lambda: []).end()
