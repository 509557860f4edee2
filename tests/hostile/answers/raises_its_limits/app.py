"""Tries to lift the limits it was given, and to leave the walls."""

import ctypes
import os
import resource

from right import app

lifted = []
for name in ("RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_CORE", "RLIMIT_NOFILE"):
    number = getattr(resource, name)
    try:
        resource.setrlimit(number, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        lifted.append(name)
    except (OSError, ValueError):
        pass
libc = ctypes.CDLL(None, use_errno=True)
for flag in (0x10000000, 0x00020000, 0x40000000, 0x20000000):
    if libc.unshare(flag) == 0:
        lifted.append(f"unshare {flag:x}")
if libc.mount(b"none", b"/dev/shm", b"tmpfs", 0, None) == 0 or libc.chroot(b"/dev/shm") == 0:
    lifted.append("mount")
if libc.syscall(435, 0, 0) > 0:
    lifted.append("clone3")
if libc.prctl(4, 0, 0, 0, 0) == 0:
    lifted.append("dumpable")
for act in (lambda: os.setuid(1000), lambda: os.setgid(1000), lambda: os.mknod("disk", 0o60600, os.makedev(254, 0))):
    try:
        act()
        lifted.append("identity or device")
    except OSError:
        pass
print("lifted:", lifted)
