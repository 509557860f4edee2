"""What tests of reports need."""

from tests.browser import browser as browser
from tests.browser import page as page
