"""The check's side of the seam between systems: a warm host that forks, or a fresh process for each run.

Both give the same five things: start a run, its state, stop it, connect to something inside, end everything.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import selectors
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from shared.worker import ending, kernel, walls
from shared.worker.channel import Channel, ChannelClosed, PipeChannel, SocketChannel

ENGINE = Path(__file__).resolve().parents[1]
READY_SECONDS = 30.0
ORDER_SECONDS = 10.0
CAN_FORK = hasattr(os, "fork")


class WorkerUnavailable(Exception):
    """No worker could be started, or it was lost: a fault of this machine or ours, never the learner's."""


@dataclass
class Started:
    """One run just started: where to talk to it, where its output comes from, and its process id."""

    channel: Channel
    output: int
    pid: int


class Host(Protocol):
    """Where submissions run."""

    walled: bool
    scratch: Path
    inner_scratch: str

    def run(self, spec: dict[str, Any], listening: list[socket.socket]) -> Started:
        """Start one run and hand it the sockets; ours are closed, so that a dead run refuses at once."""

    def state(self, pid: int) -> dict[str, Any]:
        """`exit` (None while it runs, negative for a signal) and `broken` (the limit it broke, or None)."""

    def stop(self, pid: int) -> dict[str, Any]:
        """End one run. Returns its state."""

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """Connect to something a run serves. Raises OSError."""

    def listen(self) -> socket.socket:
        """A listening socket that runs can connect to."""

    def end(self) -> str | None:
        """End all runs and what they started. Returns the limit that was broken, if any."""

    def close(self, wait: bool = True) -> None:
        """End the host itself. Without `wait` it ends in its own time: for a process that ends now anyway."""


class ForkingHost:
    """A process that has imported the libraries once and forks for each run, inside walls where asked for."""

    def __init__(self, *, walled: bool, preload: tuple[str, ...]) -> None:
        self.walled = walled
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)
        self.scratch = Path(os.path.realpath(self._folder.name))
        self.inner_scratch = walls.SCRATCH if walled else str(self.scratch)
        ours, theirs = socket.socketpair()
        self.mark = os.urandom(16).hex()
        options = json.dumps({"preload": preload, "process_space": kernel.process_space(), "mark": self.mark})
        before = self._walls() if walled else []
        with theirs:
            self._process = subprocess.Popen(
                [*before, sys.executable, "-I", "-c", _BOOT.format(root=str(ENGINE.parent), room="host"), options],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=environment(self.mark),
                close_fds=True,
            )
        self._channel = SocketChannel(ours, takes_fds=True)
        self._ordering = Lock()
        self._ready = False
        self._said = ""

    def _walls(self) -> list[str]:
        bwrap = walls.installed()
        if bwrap is None:
            raise WorkerUnavailable("bubblewrap is not installed")
        walls.compile_for_inside(ENGINE)
        return walls.command(bwrap, self.scratch, [ENGINE])

    def run(self, spec: dict[str, Any], listening: list[socket.socket]) -> Started:
        ours, theirs = socket.socketpair()
        reading, writing = os.pipe()
        order = {"do": "run", "spec": spec, "scratch": os.path.dirname(spec["folder"])}
        try:
            reply, _ = self._order(order, [theirs.fileno(), writing, *(sock.fileno() for sock in listening)])
        except WorkerUnavailable:
            os.close(reading)
            ours.close()
            raise
        finally:
            os.close(writing)
            theirs.close()
            for sock in listening:
                sock.close()
        return Started(SocketChannel(ours), reading, reply["pid"])

    def state(self, pid: int) -> dict[str, Any]:
        return self._order({"do": "state", "pid": pid})[0]

    def stop(self, pid: int) -> dict[str, Any]:
        return self._order({"do": "stop", "pid": pid})[0]

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        if not self.walled:
            return socket.create_connection((host, port), timeout=seconds)
        reply, fds = self._order({"do": "connect", "host": host, "port": port})
        if not fds:
            raise OSError(reply["errno"], os.strerror(reply["errno"]))
        return _connected(socket.socket(fileno=fds[0]), seconds)

    def listen(self) -> socket.socket:
        if not self.walled:
            return socket.create_server(("127.0.0.1", 0), backlog=128)
        _, fds = self._order({"do": "listen"})
        return socket.socket(fileno=fds[0])

    def end(self) -> str | None:
        broken = self._order({"do": "end"})[0]["broken"]
        return str(broken) if broken else None

    def close(self, wait: bool = True) -> None:
        self._channel.close()
        if not wait:
            # Taking walls down takes a while; the host does it alone once its channel is closed.
            self._process.returncode = 0
            self._folder.cleanup()
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
        if self._process.stderr is not None:
            self._process.stderr.close()
        self._sweep()
        self._folder.cleanup()

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

    def _order(self, order: dict[str, Any], fds: list[int] | None = None) -> tuple[dict[str, Any], list[int]]:
        self.wait_until_ready()
        with self._ordering:
            self._channel.sock.settimeout(ORDER_SECONDS)
            try:
                self._channel.send(order, fds or [])
                return self._channel.receive()
            except ChannelClosed as error:
                raise WorkerUnavailable(self._last_words()) from error

    def _last_words(self) -> str:
        # An answer that comes late would be taken for the answer to the next order, so this is the end of it.
        self._channel.close()
        self._process.kill()
        if self._process.stderr is not None and not self._process.stderr.closed:
            _, said = self._process.communicate()
            self._said = said.decode("utf-8", errors="replace").strip()
        return self._said or f"exit code {self._process.returncode}"

    def _sweep(self) -> None:
        # Whoever ends the host of a worker without walls sets free what hung below it; the mark finds it.
        if not self.walled and self._process.returncode != 0:
            from shared.worker.marked import Marked

            with contextlib.suppress(ending.StillRunning):
                Marked(self.mark, lambda: []).end()


class FreshHost:
    """A new process for each run: for systems that cannot fork (Windows). No walls."""

    walled = False

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True)
        self.scratch = Path(os.path.realpath(self._folder.name))
        self.inner_scratch = str(self.scratch)
        self.mark = os.urandom(16).hex()
        self._space = ending.Marked(self.mark)
        self._running: dict[int, subprocess.Popen[bytes]] = {}

    def run(self, spec: dict[str, Any], listening: list[socket.socket]) -> Started:
        reading, writing = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _BOOT.format(root=str(ENGINE.parent), room="fresh"), ""],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=writing,
            env=environment(self.mark),
            bufsize=0,
            pass_fds=() if sys.platform == "win32" else [sock.fileno() for sock in listening],
        )
        os.close(writing)
        assert process.stdin is not None and process.stdout is not None
        channel = PipeChannel(process.stdout.fileno(), process.stdin.fileno())
        with contextlib.suppress(ChannelClosed):
            channel.send({"spec": spec, "sockets": [_share(sock, process.pid) for sock in listening]})
        for sock in listening:
            sock.close()
        self._running[process.pid] = process
        return Started(channel, reading, process.pid)

    def state(self, pid: int) -> dict[str, Any]:
        return {"exit": self._running[pid].poll(), "broken": None}

    def stop(self, pid: int) -> dict[str, Any]:
        self._running[pid].kill()
        self._running[pid].wait()
        return self.state(pid)

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection((host, port), timeout=seconds)

    def listen(self) -> socket.socket:
        return socket.create_server(("127.0.0.1", 0), backlog=128)

    def end(self) -> str | None:
        for pid in self._running:
            self.stop(pid)
        self._space.end()
        for process in self._running.values():
            for pipe in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if pipe is not None:
                        pipe.close()
        self._running.clear()
        return None

    def close(self, wait: bool = True) -> None:
        self.end()
        self._folder.cleanup()


_BOOT = "import sys; sys.path.insert(0, {root!r}); from shared.worker.{room} import main; main(sys.argv[1])"


def environment(mark: str) -> dict[str, str]:
    """What a worker knows of this computer: where programs are, and nothing private."""
    kept = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATHEXT", "COMSPEC", "TZ", "LD_LIBRARY_PATH")
    made = {name: os.environ[name] for name in kept if name in os.environ}
    return made | {"LANG": "C.UTF-8", "PYTHONUTF8": "1", ending.MARK: mark}


def _connected(sock: socket.socket, seconds: float) -> socket.socket:
    """A connection that somebody else has begun, when it stands. Raises OSError."""
    with contextlib.ExitStack() as unless_connected:
        unless_connected.enter_context(sock)
        with selectors.DefaultSelector() as selector:
            selector.register(sock, selectors.EVENT_WRITE)
            if not selector.select(seconds):
                raise TimeoutError("no connection in time")
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        sock.settimeout(seconds)
        unless_connected.pop_all()
    return sock


def _share(sock: socket.socket, pid: int) -> str:
    if sys.platform == "win32":
        return base64.b64encode(sock.share(pid)).decode("ascii")
    return str(sock.fileno())
