"""Closes the socket on which it is asked, once it has been loaded."""

import os
import threading
import time

from right import app


def close():
    time.sleep(0.2)
    os.closerange(3, 256)


threading.Thread(target=close).start()


@app.before_request
def wait():
    time.sleep(0.3)
