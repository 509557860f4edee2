"""A pipe, a socket, links and locked folders where somebody might look for a file."""

import os
import socket

from right import app

os.mkfifo("app.log")
os.symlink("/etc/passwd", "output.txt")
os.symlink("/dev/zero", "endless.txt")
os.symlink(".", "loop")
os.symlink("../../../../../..", "up")
socket.socket(socket.AF_UNIX).bind("data.json")
os.mkdir("locked")
os.mkdir("locked/inner")
os.chmod("locked", 0)
