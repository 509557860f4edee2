"""System calls that a submission cannot make (Linux): a filter of the kernel that nobody takes off again.

No lesson needs them. They would let a submission keep memory that is counted nowhere, leave something for the next one
inside the same walls, change the limits of other processes, or open more of the kernel to attack.
"""

from __future__ import annotations

import errno
import platform
import struct
import sys
from collections.abc import Callable
from functools import cache

PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2

# name: (number on x86_64, number on aarch64)
NEVER = {
    # memory and messages that outlive their process, or belong to no process that could be counted
    "memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194), "msgget": (68, 186),
    "semget": (64, 190), "mq_open": (240, 180), "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    # a world of its own, with powers that the walls have taken
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41),
    "chroot": (161, 51), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    # other processes
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440), "kcmp": (312, 272), "migrate_pages": (256, 238), "move_pages": (279, 239),
    "ioprio_set": (251, 30),
    # doors into the kernel that have let many in
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425),
    "kexec_load": (246, 104), "init_module": (175, 105), "finit_module": (313, 273),
}  # fmt: skip

ONLY_FOR_ITSELF = {
    # name: (number on x86_64, number on aarch64, arguments that must be 0: "this process")
    "prlimit64": (302, 261, [0]), "setpriority": (141, 140, [0, 1]), "sched_setaffinity": (203, 122, [0]),
    "sched_setscheduler": (144, 119, [0]), "sched_setparam": (142, 118, [0]), "sched_setattr": (314, 274, [0]),
}  # fmt: skip

CLONE = (56, 220)
CLONE3 = (435, 435)  # keeps its flags where a filter cannot look; the C library goes on with clone
PRCTL = (157, 167)
PR_SET_DUMPABLE = 4
NEW_NAMESPACE = 0x7E020000

# BPF instructions: load a word of the call, compare, return
LOAD, EQUAL, AT_LEAST, HAS_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCH, ARGUMENTS = 0, 4, 16
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
X32 = 0x40000000

Step = tuple[int, int, int, int]


def forbid() -> bool:
    """Put the filter on this process and all it will start. Gives False where the system has none we know."""
    return prepare()()


@cache
def prepare() -> Callable[[], bool]:
    """Make the filter, so that a child has only to put it on: a host does this once for all its children."""
    if not sys.platform.startswith("linux") or platform.machine() not in MACHINES or sys.maxsize < 2**32:
        return lambda: False
    import ctypes

    code = b"".join(struct.pack("=HBBI", *step) for step in program(platform.machine()))
    held = ctypes.create_string_buffer(code)
    described = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(held)))
    prctl = ctypes.CDLL(None).prctl

    def put_on(_held: object = held) -> bool:  # what the kernel is pointed to must not be freed before
        if prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return bool(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, described, 0, 0) == 0)

    return put_on


def program(machine: str) -> list[Step]:
    """The filter in the language of the kernel."""
    column, arch = MACHINES[machine]
    steps = [(LOAD, 0, 0, ARCH), (EQUAL, 1, 0, arch), _refuse(errno.EPERM), (LOAD, 0, 0, NUMBER)]
    if machine == "x86_64":
        steps += [(AT_LEAST, 0, 1, X32), _refuse(errno.ENOSYS)]
    for numbers in NEVER.values():
        steps += [(EQUAL, 0, 1, numbers[column]), _refuse(errno.EPERM)]
    steps += [(EQUAL, 0, 1, CLONE3[column]), _refuse(errno.ENOSYS)]
    for x86_64, aarch64, arguments in ONLY_FOR_ITSELF.values():
        steps += _when((x86_64, aarch64)[column], dict.fromkeys(arguments, (EQUAL, 1, 0, 0)))
    steps += _when(CLONE[column], {0: (HAS_BIT, 0, 1, NEW_NAMESPACE)})
    steps += _when(PRCTL[column], {0: (EQUAL, 0, 1, PR_SET_DUMPABLE)})
    return [*steps, (RETURN, 0, 0, ALLOW)]


def _when(number: int, arguments: dict[int, Step]) -> list[Step]:
    """Look at the lower half of arguments; each one's own step jumps over the refusal, or does not."""
    steps: list[Step] = []
    for argument, step in arguments.items():
        steps += [(LOAD, 0, 0, ARGUMENTS + 8 * argument), step, _refuse(errno.EPERM)]
    return [(EQUAL, 0, len(steps) + 1, number), *steps, (RETURN, 0, 0, ALLOW)]


def _refuse(code: int) -> Step:
    return (RETURN, 0, 0, REFUSE | code)
