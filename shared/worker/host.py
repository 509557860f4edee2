"""The warm host: imports Flask and the rest once, then forks a child for each run of a submission.

It is the only process between the check and somebody's code. It obeys the check, keeps the limits, and ends all that
a submission has started. It never reads the submission's files and holds nothing that a child could learn from.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

from shared.worker import child, ending, forbidden, kernel, practising, printing, proc, removing, supervising
from shared.worker.channel import ChannelClosed, SocketChannel

NEEDED_BY_CHILDREN = ("resource",)
"""Modules that every child would else look for and load itself."""

SHARED_MEMORY = "/dev/shm"
"""The one place inside the walls, besides the scratch folder, that can be written to."""


def main(options: str) -> None:
    """Entry point; `options` is JSON: `preload` (module names), `practice` (whether to practise before the first run),
    `scratch` (the folder of all runs), `process_space` (the check's own), `mark`.
    """
    given = json.loads(options)
    # Ctrl+C is for the check; we end when its end of the channel is closed.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = SocketChannel(socket.socket(fileno=os.dup(0)), takes_fds=True)
    with open(os.devnull, encoding="utf-8") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    for name in (*given["preload"], *NEEDED_BY_CHILDREN):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    forbidden.prepare()
    if given["practice"]:
        practising.practise(given["scratch"])
        practising.settle()
    Host(channel, given).work()


class Host:
    """Serves one check, one submission at a time."""

    def __init__(self, channel: SocketChannel, given: dict[str, Any]) -> None:
        kernel.hide_from_ptrace(True)
        self.channel = channel
        self.space = ending.space_of(given["process_space"], given["mark"])
        self.children: dict[int, int] = {}
        self.exits: dict[int, int] = {}
        self.limits: dict[str, Any] = {}
        self.allocated = proc.allocated(os.getpid())
        self.folder = ""
        self.broken: str | None = None
        self.own_space = isinstance(self.space, ending.OwnProcessSpace)
        self.shared = [SHARED_MEMORY] if self.own_space else []

    def work(self) -> None:
        """Obey until the check is gone; then nothing of the submission may stay."""
        try:
            self.channel.send({"ready": True, "own_space": self.own_space})
            while True:
                self._wait_for_order()
                order, fds = self.channel.receive()
                reply, giving = getattr(self, f"do_{order['do']}")(order, fds)
                self.channel.send(reply, giving)
                for fd in giving:  # a copy that stayed here would reach the next child, and keep lines open
                    os.close(fd)
        except ChannelClosed:
            pass
        finally:
            self.space.end()

    def do_run(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """Fork a child for one run, with a listening socket for each mount. Its channel and output come as `fds`."""
        self.limits = order["spec"]["limits"]
        self.folder = order["scratch"]
        # Made on the submission's side of the walls: a listening socket can be turned into a connection to anywhere
        # in the network it was made in.
        listening = [_listening() for _ in order["spec"].get("mounts", ())]
        host = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._become_child({**order["spec"], "allocated": self.allocated}, fds, listening, host)
        for fd in fds:
            os.close(fd)
        ports = [sock.getsockname()[1] for sock in listening]
        for sock in listening:
            sock.close()
        self.children[pid] = len(self.children)
        return {"pid": pid, "ports": ports}, _for_connections(socket.AF_INET, order["sockets"])

    def do_stop(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """End one run (and whoever shares its session), leaving the others alone."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(order["pid"], signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            self._exited(*os.waitpid(order["pid"], 0))
        return self._state(order["pid"]), []

    def do_state(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """How a run stands: its exit status where it has ended, and the limit it broke."""
        self._supervise()
        return self._state(order["pid"]), []

    def do_sockets(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """Sockets of this side of the walls, handed over: the check connects them itself."""
        try:
            return {}, _for_connections(order["family"], order["sockets"])
        except OSError as error:  # IPv6 is not to be had everywhere
            return {"errno": error.errno}, []

    def do_listen(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """A listening socket on this side of the walls, handed over: what submissions talk to."""
        return {}, [_listening().detach()]

    def do_end(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """End everything, clean up what could reach the next submission, and say which limit was broken."""
        self._supervise()
        self.space.end()
        for folder in self.shared:  # where that fails the host ends, and the next submission gets a new one
            removing.empty(Path(folder))
        broken, self.broken = self.broken, None
        self.children.clear()
        self.exits.clear()
        self.folder = ""
        return {"broken": broken}, []

    def _wait_for_order(self) -> None:
        while not select.select([self.channel.sock], [], [], self.space.poll_seconds if self.children else None)[0]:
            self._supervise()

    def _supervise(self) -> None:
        with contextlib.suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if not pid:
                    break
                self._exited(pid, status)
        if self.children and self.broken is None:
            self.broken = supervising.broken_limit(self.space.usage(), [self.folder, *self.shared], self.limits)
            if self.broken:
                self.space.end()

    def _exited(self, pid: int, status: int) -> None:
        if pid in self.children:
            self.exits[pid] = os.waitstatus_to_exitcode(status)

    def _state(self, pid: int) -> dict[str, Any]:
        return {"exit": self.exits.get(pid), "broken": self.broken}

    def _become_child(self, spec: dict[str, Any], fds: list[int], listening: list[socket.socket], host: int) -> None:
        code = 1
        try:
            os.setsid()
            kernel.die_with_parent()
            if os.getppid() != host:
                return  # the host was faster; without it nobody would end us
            signal.signal(signal.SIGINT, signal.default_int_handler)
            gc.enable()
            kernel.hide_from_ptrace(False)
            forbidden.forbid()
            os.close(self.channel.sock.detach())
            job, output = fds
            os.dup2(output, 1)
            os.dup2(output, 2)
            os.close(output)
            printing.at_once()
            code = child.main(spec, SocketChannel(socket.socket(fileno=job)), listening)
        except BaseException:
            traceback.print_exc()
        finally:
            with contextlib.suppress(BaseException):
                sys.stdout.flush()
            os._exit(code)


def _listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0), backlog=128)


def _for_connections(family: int, count: int) -> list[int]:
    return [socket.socket(family, socket.SOCK_STREAM).detach() for _ in range(count)]
