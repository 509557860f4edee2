"""The check's handle on where submissions run: a worker that stays warm, and one job for each submission."""

from __future__ import annotations

import errno
import socket
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from shared.worker import walls
from shared.worker.forking_host import ForkingHost
from shared.worker.fresh_host import FreshHost
from shared.worker.hosts import CAN_FORK, Host, WorkerUnavailable
from shared.worker.limits import Limits
from shared.worker.removing import empty
from shared.worker.runs import Run

FLASK = ("flask",)
"""What a worker for one submission imports at once; the rest comes when it is asked for."""

EVERYTHING = (
    *FLASK,
    "werkzeug.debug",
    "werkzeug.middleware.dispatcher",
    "runpy",
    "requests",
    "socketio",
    "simple_websocket",
    "sqlite3",
    "csv",
    "uuid",
    "html",
)
"""What a warm worker imports once, because lessons use it."""


class Worker:
    """Runs submissions one after another.

    It starts at once and gets ready in the background; `open` waits for it. A worker that a submission has brought
    down is started anew for the next one.
    """

    def __init__(
        self,
        *,
        walled: bool = True,
        limits: Limits | None = None,
        preload: tuple[str, ...] = EVERYTHING,
        fork: bool = CAN_FORK,
    ) -> None:
        self.limits = limits or Limits()
        self.walled = walled and fork and walls.installed() is not None
        self._preload = preload
        self._fork = fork
        self._count = 0
        self._proven = False
        self._host: Host | None = self._start()

    @property
    def walls(self) -> str | None:
        """The name of the walls around this worker, or None."""
        return walls.NAME if self.walled else None

    def open(self, name: str, files: Mapping[str, bytes]) -> Job:
        """Lay files into an empty scratch folder of that name, ready to run.

        Raises:
            WorkerUnavailable: no worker can be started on this machine.
        """
        host = self._ready_host()
        self._count += 1
        scratch = host.scratch / str(self._count)
        folder = scratch / name
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        folder.mkdir(parents=True, exist_ok=True)
        (scratch / "tmp").mkdir()
        return Job(self, host, scratch, folder)

    def lost(self) -> None:
        """Give up a host that no longer answers; the next job gets a new one."""
        self.close()

    def interrupt(self) -> None:
        """From another thread: cut short the job that runs. What it would have found out is not to be trusted then."""
        if (host := self._host) is not None:
            host.interrupt()

    def close(self, wait: bool = True) -> None:
        """End the worker and remove its scratch folder. Without `wait` the last of it ends a moment later."""
        if self._host is not None:
            self._host.close(wait)
        self._host = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> Host:
        if not self._fork:
            return FreshHost()
        return ForkingHost(walled=self.walled, preload=self._preload, practice=self._preload != FLASK)

    def _ready_host(self) -> Host:
        if isinstance(self._host, ForkingHost) and not self._host.alive:
            self.lost()
        if self._host is None:
            self._host = self._start()
        if isinstance(self._host, ForkingHost):
            try:
                self._host.wait_until_ready()
            except WorkerUnavailable:
                self.lost()
                # Walls that have stood before are not given up: whoever brought them down would be free the next time.
                if not self.walled or self._proven:
                    raise
                # bubblewrap is there and may not be used (a container, a hardened kernel): go on without, and say so.
                self.walled = False
                return self._ready_host()
            self._proven = True
        return self._host


class Job:
    """One submission in its scratch folder: runs of it, and the end of all of them."""

    def __init__(self, worker: Worker, host: Host, scratch: Path, folder: Path) -> None:
        self.worker = worker
        self.folder = folder
        self.broken: str | None = None
        self._host = host
        self._scratch = scratch
        self._runs: list[Run] = []
        self._ended = False

    def serve(self, file: str, mounts: tuple[str, ...] = ("",), *, linger: float = 0.0) -> tuple[Run, dict[str, int]]:
        """Load `file` and serve its app, once for each mount. Gives the run and the port for each mount.

        `linger`: seconds that its Socket.IO handlers wait between their steps, so that they meet.
        """
        run = self._run("serve", file, {}, mounts=list(mounts), linger=linger)
        return run, dict(zip(mounts, run.ports, strict=True))

    def program(self, file: str, env: Mapping[str, str]) -> Run:
        """Run `file` as a program, with more environment variables."""
        return self._run("program", file, env)

    def module(self, file: str, *, hurry: float = 0.0, locale: str = "") -> Run:
        """Load `file` to call its functions.

        `hurry` makes the time limits of its sockets shorter by that factor; `locale` is another LC_CTYPE.
        """
        return self._run("call", file, {}, hurry=hurry, locale=locale)

    def sql(self) -> Run:
        """A run that holds nothing of the submission and answers SQL questions about its files."""
        return self._run("sql", "", {})

    def listen(self) -> socket.socket:
        """A listening socket that this job's programs can connect to."""
        return self._host.listen()

    def connect(self, host: str, port: int, seconds: float, source: str = "") -> socket.socket:
        """Connect to something a program of this job serves. Raises OSError.

        `source`: the address of this computer that the other side shall see.
        """
        try:
            return self._host.connect(host, port, seconds, source)
        except (UnicodeError, OverflowError) as error:  # an address that a submission has made up
            raise OSError(errno.EINVAL, str(error)) from error

    @property
    def output(self) -> str:
        """What the submission has printed, all runs one after another."""
        return "".join(run.output.text for run in self._runs)

    @property
    def output_cut(self) -> int:
        """How many bytes of output were thrown away."""
        return sum(run.output.cut for run in self._runs)

    def end(self) -> None:
        """End all that the submission has started and remove what it has written. A second call does nothing."""
        if self._ended:
            return
        self._ended = True
        try:
            self.broken = self._host.end()
        except WorkerUnavailable:
            self.worker.lost()
        for run in self._runs:
            run.close()
        # All of it, not this job's folder alone: a submission can reach what lies beside its folder.
        try:
            empty(self._host.scratch)
        except OSError:  # the next job gets a folder in which nothing is left
            self.worker.lost()

    def __enter__(self) -> Job:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _run(self, mode: str, file: str, env: Mapping[str, str], **more: object) -> Run:
        inner = f"{self._host.inner_scratch}/{self._scratch.name}"
        own = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), f"{inner}/tmp")
        spec = {
            "mode": mode,
            "folder": f"{inner}/{self.folder.name}" if self._host.walled else str(self.folder),
            "file": file,
            "env": {**own, **env},
            "limits": asdict(self.worker.limits),
            **more,
        }
        run = Run(self._host, self._host.run(spec), self.worker.limits.output)
        self._runs.append(run)
        return run
