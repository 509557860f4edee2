"""Leaves something everywhere for the next submission."""

import ctypes
import os

from right import app

libc = ctypes.CDLL(None, use_errno=True)
for folder in ("/dev/shm", "/tmp", "/var/tmp", "/scratch", "..", os.path.expanduser("~"), "/dev/mqueue"):
    try:
        with open(os.path.join(folder, "left_behind"), "w", encoding="utf-8") as file:
            file.write("answers")
    except OSError:
        pass
libc.shmget(0x5EED, 4096, 0o1666)
libc.semget(0x5EED, 1, 0o1666)
libc.msgget(0x5EED, 0o1666)
libc.mq_open(b"/left_behind", os.O_CREAT | os.O_RDWR, 0o666, None)
libc.syscall(248, b"user", b"left_behind", b"answers", 7, -4)
