"""The filter of system calls: right for both machines, and in force where a submission runs."""

from __future__ import annotations

import errno

import pytest

from shared.worker import forbidden
from shared.worker.forbidden import ALLOW, CLONE, CLONE3, MACHINES, NEVER, ONLY_FOR_ITSELF, PRCTL, REFUSE, Step
from shared.worker.worker import Worker
from tests.needs import needs_bubblewrap
from tests.worker.conftest import loaded


def decided(steps: list[Step], arch: int, number: int, *arguments: int) -> int:
    """What the kernel would make of a call: a reading of the program, instruction by instruction."""
    words = {forbidden.NUMBER: number, forbidden.ARCH: arch}
    words |= {forbidden.ARGUMENTS + 8 * i: value & 0xFFFFFFFF for i, value in enumerate((*arguments, 0, 0, 0)[:6])}
    value = at = 0
    while True:
        code, if_true, if_false, operand = steps[at]
        at += 1
        if code == forbidden.RETURN:
            return operand
        if code == forbidden.LOAD:
            value = words[operand]
        else:
            true = {
                forbidden.EQUAL: value == operand,
                forbidden.AT_LEAST: value >= operand,
                forbidden.HAS_BIT: bool(value & operand),
            }[code]
            at += if_true if true else if_false


@pytest.mark.parametrize("machine", MACHINES)
def test_decisions(machine: str) -> None:
    column, arch = MACHINES[machine]
    steps = forbidden.program(machine)

    def call(numbers: tuple[int, ...], *arguments: int) -> int:
        return decided(steps, arch, numbers[column], *arguments)

    refused = REFUSE | errno.EPERM
    for numbers in NEVER.values():
        assert call(numbers) == refused
    for x86_64, aarch64, arguments in ONLY_FOR_ITSELF.values():
        assert call((x86_64, aarch64), 0, 0) == ALLOW
        for argument in arguments:
            assert call((x86_64, aarch64), *[0] * argument, 1) == refused
    assert call(CLONE3) == REFUSE | errno.ENOSYS
    assert call(CLONE, 0x01200011) == ALLOW  # fork
    assert call(CLONE, 0x3D0F00) == ALLOW  # a thread
    assert call(CLONE, 0x10000011) == refused
    assert call(PRCTL, forbidden.PR_SET_DUMPABLE) == refused
    assert call(PRCTL, 15) == ALLOW
    assert decided(steps, arch ^ 1, 0) == refused
    free = set(range(460)) - {numbers[column] for numbers in NEVER.values()} - {CLONE3[column]}
    assert {decided(steps, arch, number) for number in free - {PRCTL[column]}} == {ALLOW}


def test_x32_calls_are_refused() -> None:
    steps = forbidden.program("x86_64")
    assert decided(steps, MACHINES["x86_64"][1], forbidden.X32 + 39) == REFUSE | errno.ENOSYS


@needs_bubblewrap
def test_in_force(warm: Worker) -> None:
    text = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
    text += "print(libc.unshare(0x10000000), ctypes.get_errno())\n"
    with warm.open("lesson", {"app.py": text.encode()}) as job:
        loaded(job.module("app.py"))
    assert job.output == f"-1 {errno.EPERM}\n"
