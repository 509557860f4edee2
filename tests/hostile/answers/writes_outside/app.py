"""Tries to write everywhere but in its own folder."""

import os
import sys

from right import app

written = []
places = ["/", "/usr", "/etc", "/tmp", "/dev", "/proc", "/proc/sys/kernel", "/home", "/root", sys.prefix, sys.base_prefix]
places += [os.path.dirname(sys.modules["shared.worker.child"].__file__), os.path.dirname(os.__file__)]
for place in places:
    for name in ("hostname", "left_behind.pth"):
        try:
            with open(os.path.join(place, name), "w", encoding="utf-8") as file:
                file.write("import os")
            written.append(os.path.join(place, name))
        except OSError:
            pass
print("written:", written)
