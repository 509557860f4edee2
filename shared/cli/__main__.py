"""`python -m shared.cli`: what `workbook.py` runs once everything is installed."""

import sys

from shared.cli.running import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
