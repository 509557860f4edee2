"""What this workbook remembers of the learner's own work, in `.workbook` beside the lessons.

Last verdicts, the hints shown, and every state in which the learner's files were judged or were about to be replaced.
What cannot be read counts as nothing remembered; nothing here ever stands in the way of a check.
"""

from shared.progress.files import Moved, present
from shared.progress.going_back import NoWay, Went, reset, state_at, undo
from shared.progress.hints import next_rung, note_rung, rungs_by_task, shown_rungs
from shared.progress.history import Moment, has_passed, history, last_passing
from shared.progress.standing import Standing, standing
from shared.progress.storage import NotKept, get_ready
from shared.progress.verdicts import digest_now, last, remember

__all__ = [
    "Moment",
    "Moved",
    "NoWay",
    "NotKept",
    "Standing",
    "Went",
    "digest_now",
    "get_ready",
    "has_passed",
    "history",
    "last",
    "last_passing",
    "next_rung",
    "note_rung",
    "present",
    "remember",
    "reset",
    "rungs_by_task",
    "shown_rungs",
    "standing",
    "state_at",
    "undo",
]
