"""Ends itself a moment after it was loaded, and keeps every request waiting until then."""

import os
import threading
import time

from right import app

threading.Timer(0.3, os._exit, [0]).start()


@app.before_request
def wait():
    time.sleep(0.5)
