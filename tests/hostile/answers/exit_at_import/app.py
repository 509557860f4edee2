"""Ends at once, without a word and without a clean-up."""

import os

from right import app

os._exit(0)
