"""Tries to read, to steer and to slow down the process that started it."""

import ctypes
import os
import resource

from right import app

reached = []
host = os.getppid()
libc = ctypes.CDLL(None, use_errno=True)


def attempt(name, function):
    try:
        result = function()
    except (OSError, ValueError, PermissionError):
        return
    if result is None or result != -1:
        reached.append(name)


for name in ("mem", "environ", "maps", "stack", "io", "auxv"):
    attempt(name, lambda: open(f"/proc/{host}/{name}", "rb").read(1))
for name in ("mem", "comm", "timerslack_ns", "uid_map"):
    attempt(f"write {name}", lambda: open(f"/proc/{host}/{name}", "wb", buffering=0).write(b"1"))
for name in ("cwd", "root", "exe", "ns/net", *(f"fd/{number}" for number in range(10))):
    attempt(name, lambda: os.readlink(f"/proc/{host}/{name}"))
attempt("ptrace", lambda: libc.ptrace(16, host, 0, 0))
attempt("pidfd_getfd", lambda: libc.syscall(438, os.pidfd_open(host), 0, 0))
attempt("process_vm_readv", lambda: libc.syscall(310, host, 0, 0, 0, 0, 0))
for name in ("RLIMIT_NOFILE", "RLIMIT_DATA", "RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE"):
    attempt(f"prlimit {name}", lambda: resource.prlimit(host, getattr(resource, name), (0, 0)))
attempt("priority", lambda: os.setpriority(os.PRIO_PROCESS, host, 19))
attempt("priority of the user", lambda: os.setpriority(os.PRIO_USER, 0, 19))
attempt("affinity", lambda: os.sched_setaffinity(host, {0}))
attempt("scheduler", lambda: os.sched_setscheduler(host, os.SCHED_IDLE, os.sched_param(0)))
print("reached:", reached)
