"""What any test may ask for: one Chromium for the whole run of a worker, and a page in it."""

from tests.browser import browser as browser
from tests.browser import page as page
