"""What this workbook remembers of the learner's own work, in `.workbook`: last verdicts and the hints shown.

A file there that cannot be read counts as nothing remembered. It is overwritten in one move, so nobody reads half.
"""

from shared.progress.hints import next_rung, note_rung
from shared.progress.standing import Standing, standing
from shared.progress.verdicts import digest_now, last, remember

__all__ = ["Standing", "digest_now", "last", "next_rung", "note_rung", "remember", "standing"]
