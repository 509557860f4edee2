"""Looks for what the submission before it has left."""

import ctypes
import os

from right import app

libc = ctypes.CDLL(None, use_errno=True)
found = []
for folder in ("/dev/shm", "/tmp", "/var/tmp", "/scratch", "..", os.path.expanduser("~"), "/dev/mqueue"):
    if os.path.exists(os.path.join(folder, "left_behind")):
        found.append(folder)
found += [name for name in os.listdir("/scratch") if name != os.path.basename(os.path.dirname(os.getcwd()))]
if libc.shmget(0x5EED, 4096, 0) >= 0 or libc.semget(0x5EED, 1, 0) >= 0 or libc.msgget(0x5EED, 0) >= 0:
    found.append("System V")
if libc.mq_open(b"/left_behind", os.O_RDWR) >= 0:
    found.append("message queue")
if libc.syscall(249, b"user", b"left_behind", None, 0) > 0:
    found.append("key")
print("found:", found)
