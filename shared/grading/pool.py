"""Jobs over the cores: the one place that knows executors, and it needs no more of them than `concurrent.futures` has.

A Dask client's `get_executor()` has that shape too, so that a class of thousands can be judged by several computers.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

from shared.grading.judging import end_process

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 2
"""Jobs given out for each worker: one that runs and one that waits. What has not begun is not in memory."""


class Broken(Exception):
    """The process that judged this died, and did so again when it judged nothing else."""


def cores() -> int:
    """How many processors this process may use."""
    return len(_cores()) or os.cpu_count() or 1


def local_executor(jobs: int) -> ProcessPoolExecutor:
    """Processes of this computer. Made before this process has threads they are forked on Linux, which is fastest."""
    gc.freeze()  # what has been imported by now stays: no collector needs to go through it again, here or after a fork
    method = "fork" if sys.platform.startswith("linux") and threading.active_count() == 1 else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(jobs == cores(),))


class Pool(Generic[Task, Result]):
    """Gives tasks to an executor, a bounded number at a time, and gives their results as they come."""

    def __init__(self, make: Callable[[], Executor], function: Callable[[Task], Result], jobs: int) -> None:
        self._make = make
        self._function = function
        self._window = AHEAD * jobs
        self._running: dict[Future[Result], tuple[object, Task]] = {}
        self.executor = make()

    def results(self, tasks: Iterator[tuple[object, Task]]) -> Iterator[tuple[object, Result | Exception]]:
        """The result for each task, under the key that came with it, in the order in which they are ready."""
        running = self._running
        suspects: deque[tuple[object, Task]] = deque()
        while True:
            # One of those that ran when a process died has killed it: they are tried again one by one.
            while suspects and not running:
                self._start(suspects.popleft())
            while not suspects and len(running) < self._window and (task := next(tasks, None)) is not None:
                self._start(task)
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            alone = len(running) == 1
            for future in done:
                key, task_done = running.pop(future)
                error = future.exception()
                if isinstance(error, BrokenProcessPool) and not alone:
                    suspects.append((key, task_done))
                elif isinstance(error, BrokenProcessPool):
                    yield key, Broken()
                elif error is not None:
                    yield key, error if isinstance(error, Exception) else Broken(repr(error))
                else:
                    yield key, future.result()

    def close(self) -> None:
        """Wait for nothing any more: end the processes, and with them what they run."""
        processes = list((getattr(self.executor, "_processes", None) or {}).values())
        for future in self._running:
            future.cancel()
        self.executor.shutdown(wait=False)
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(10)

    def _start(self, task: tuple[object, Task]) -> None:
        try:
            future = self.executor.submit(self._function, task[1])
        except BrokenProcessPool:
            self.executor = self._make()
            future = self.executor.submit(self._function, task[1])
        self._running[future] = task


def _begin(own_core: bool) -> None:
    """A process of the pool: Ctrl+C is for the one that gives the tasks, and without that one it ends as well.

    `own_core`: there is a core for each process, so that it stays on one.
    """
    if own_core:
        _stay_on_one_core()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, end_process)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), name="parent", daemon=True).start()


def _stay_on_one_core() -> None:
    """Keep this process, and those that it will start, on one core.

    A judgement goes back and forth between the check, the host and the submission, and only one of them works at a
    time: on one core each finds what the other has left in the caches, and no other core has to be woken for it.
    """
    if every := _cores():
        number = multiprocessing.current_process()._identity[0]
        with contextlib.suppress(OSError):  # a core that was taken away meanwhile
            os.sched_setaffinity(0, {every[number % len(every)]})


def _cores() -> list[int]:
    """The processors this process may use, where the system tells."""
    return sorted(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else []


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
