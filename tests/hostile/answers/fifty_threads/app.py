"""Fifty threads that never end and keep the interpreter alive."""

import threading
import time

from right import app

for _ in range(50):
    threading.Thread(target=time.sleep, args=(3600,), daemon=False).start()
