"""What any test may ask for: one Chromium for the whole run of a worker, and a page in it."""

import signal

from tests.browser import browser as browser
from tests.browser import page as page

# A shell lets what it runs in the background ignore Ctrl+C, and every program started from here would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
