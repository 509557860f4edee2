"""What a check may ask: HTTP, files, source, and the program run by itself. A probe raises `Mismatch`."""

from shared.probes.mismatch import Mismatch, Skip
from shared.probes.reply import as_json
from shared.probes.shown import collapsed

__all__ = ["Mismatch", "Skip", "as_json", "collapsed"]
