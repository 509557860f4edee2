"""The warm host: imports Flask and the rest once, then forks a child for each run of a submission.

It is the only process between the check and somebody's code. It obeys the check, keeps the limits, and ends all that
a submission has started. It never reads the submission's files and holds nothing that a child could learn from.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

from shared.worker import child, ending
from shared.worker.channel import ChannelClosed, SocketChannel

MAX_ENTRIES = 4000
"""More files and folders than this are as bad as too many bytes: counting them is what costs."""


def main(options: str) -> None:
    """Entry point; `options` is JSON: `preload` (module names), `process_space` (the check's), `mark`."""
    given = json.loads(options)
    channel = SocketChannel(socket.socket(fileno=os.dup(0)))
    with open(os.devnull, encoding="utf-8") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    for name in given["preload"]:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    Host(channel, given).work()


class Host:
    """Serves one check, one submission at a time."""

    def __init__(self, channel: SocketChannel, given: dict[str, Any]) -> None:
        ending.hide_from_ptrace(True)
        self.channel = channel
        self.space = ending.space_of(given["process_space"], given["mark"])
        self.children: dict[int, int] = {}
        self.exits: dict[int, int] = {}
        self.limits: dict[str, Any] = {}
        self.folder = ""
        self.broken: str | None = None
        self.own_space = isinstance(self.space, ending.OwnProcessSpace)

    def work(self) -> None:
        """Obey until the check is gone; then nothing of the submission may stay."""
        try:
            self.channel.send({"ready": True, "own_space": self.own_space})
            while True:
                self._wait_for_order()
                order, fds = self.channel.receive()
                self.channel.send(*getattr(self, f"do_{order['do']}")(order, fds))
        except ChannelClosed:
            pass
        finally:
            self.space.end()

    def do_run(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """Fork a child for one run: its channel, its output and its listening sockets come as `fds`."""
        self.limits = order["spec"]["limits"]
        self.folder = order["scratch"]
        pid = os.fork()
        if pid == 0:
            self._become_child(order["spec"], fds)
        for fd in fds:
            os.close(fd)
        self.children[pid] = len(self.children)
        return {"pid": pid}, []

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

    def do_connect(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """A connection made on this side of the walls, handed over."""
        try:
            made = socket.create_connection((order["host"], order["port"]), timeout=order["seconds"])
        except OSError as error:
            return {"error": type(error).__name__, "errno": error.errno}, []
        with made:
            made.setblocking(True)
            return {}, [os.dup(made.fileno())]

    def do_listen(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """A listening socket on this side of the walls, handed over: what submissions talk to."""
        with socket.create_server(("127.0.0.1", 0), backlog=128) as made:
            return {}, [os.dup(made.fileno())]

    def do_end(self, order: dict[str, Any], fds: list[int]) -> tuple[dict[str, Any], list[int]]:
        """End everything, clean up what could reach the next submission, and say which limit was broken."""
        self._supervise()
        self.space.end()
        if self.own_space:
            _empty(Path("/dev/shm"))
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
            self.broken = self._limit_broken()
            if self.broken:
                self.space.end()

    def _limit_broken(self) -> str | None:
        usage = self.space.usage()
        if usage.processes > self.limits["processes"]:
            return "processes"
        if usage.memory > self.limits["memory"]:
            return "memory"
        if _written(self.folder) > self.limits["files"]:
            return "files"
        return None

    def _exited(self, pid: int, status: int) -> None:
        if pid in self.children:
            self.exits[pid] = os.waitstatus_to_exitcode(status)

    def _state(self, pid: int) -> dict[str, Any]:
        return {"exit": self.exits.get(pid), "broken": self.broken}

    def _become_child(self, spec: dict[str, Any], fds: list[int]) -> None:
        code = 1
        try:
            os.setsid()
            ending.hide_from_ptrace(False)
            os.close(self.channel.sock.detach())
            job, output, *listening = fds
            os.dup2(output, 1)
            os.dup2(output, 2)
            os.close(output)
            sys.stdout = open(1, "w", 1, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
            sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
            sockets = [socket.socket(fileno=fd) for fd in listening]
            code = child.main(spec, SocketChannel(socket.socket(fileno=job)), sockets)
        except BaseException:
            traceback.print_exc()
        finally:
            with contextlib.suppress(BaseException):
                sys.stdout.flush()
            os._exit(code)


def _written(folder: str) -> int:
    total = entries = 0
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    entries += 1
                    if entries > MAX_ENTRIES:
                        return sys.maxsize
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_blocks * 512
        except OSError:
            continue  # gone meanwhile, or closed to us: the file size limit of each process still holds
    return total


def _empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)
