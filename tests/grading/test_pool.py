"""Any executor with the shape of `concurrent.futures` will do, and a process that dies costs nobody else a verdict."""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from shared.grading.judging import Job, end_workers, judge, unpacked
from shared.grading.pool import AHEAD, Broken, Pool, cores, local_executor
from tests.grading.conftest import FIRST, HALF, RIGHT
from tests.needs import needs_fork, needs_linux


def double(number: int) -> int:
    if number < 0:
        raise ValueError(f"{number}")
    return 2 * number


def die_of_thirteen(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def places(seconds: float) -> tuple[int, list[int]]:
    """This process, and the cores it may use."""
    time.sleep(seconds)
    return os.getpid(), sorted(os.sched_getaffinity(0))


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


def test_every_task_has_its_result_or_its_error() -> None:
    pool = Pool(lambda: ThreadPoolExecutor(3), double, 3)

    found = dict(pool.results((f"key {n}", n) for n in range(-1, 50)))

    pool.close()
    assert isinstance(found.pop("key -1"), ValueError)
    assert found == {f"key {n}": 2 * n for n in range(50)}


def test_no_more_tasks_are_taken_than_can_run_soon() -> None:
    taken = given = most = 0
    lock = threading.Lock()

    def tasks() -> Iterator[tuple[object, int]]:
        nonlocal taken, most
        for number in range(300):
            with lock:
                taken += 1
                most = max(most, taken - given)
            yield number, number

    pool = Pool(lambda: ThreadPoolExecutor(2), double, 2)
    for _ in pool.results(tasks()):
        with lock:
            given += 1
    pool.close()
    assert given == 300
    assert most <= 2 * AHEAD + 1


def test_a_process_that_dies_is_blamed_on_the_task_that_kills_it() -> None:
    pool = Pool(processes, die_of_thirteen, 2)

    found = dict(pool.results((n, n) for n in range(8, 20)))

    pool.close()
    assert isinstance(found.pop(13), Broken)
    assert found == {n: n for n in (8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19)}


@needs_linux
@pytest.mark.parametrize("more", [0, 1])
def test_each_process_keeps_to_a_core_of_its_own_where_there_is_one_for_each(more: int) -> None:
    with local_executor(cores() + more) as executor:
        found = dict(executor.map(places, [0.05] * 4 * cores()))

    every = sorted(os.sched_getaffinity(0))
    assert sorted(found.values()) == ([[core] for core in every] if not more else [every] * len(found))


@needs_fork
def test_a_job_is_judged_wherever_it_arrives(root: Path) -> None:
    try:
        judged = judge(Job(str(root), FIRST, {"app.py": HALF}, seed=5, notes=("쪽지",)))
    finally:
        end_workers()

    verdict = unpacked(judged.evidence)
    assert (judged.earned, judged.possible, judged.outcome, verdict.seed) == (2, 3, "fail", 5)
    assert verdict.notes[0] == "쪽지"


@needs_fork
@pytest.mark.skipif(importlib.util.find_spec("distributed") is None, reason="dask[distributed] is not installed")
def test_a_cluster_takes_the_place_of_the_pool(root: Path) -> None:
    from distributed import Client, LocalCluster  # type: ignore[import-not-found,unused-ignore]

    jobs = [Job(str(root), FIRST, {"app.py": answer}, seed=5) for answer in (RIGHT, HALF) * 5]
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        pool = Pool(client.get_executor, judge, 2)
        found = dict(pool.results(enumerate(jobs)))
        pool.close()
    assert [found[number].earned for number in range(10)] == [3, 2] * 5
