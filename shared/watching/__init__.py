"""The learner's loop without a screen: a saved lesson file is judged, and whoever subscribed is told.

The terminal and the study page both stand on one `Study`.
"""

from shared.watching.events import Change, Event, Judged, Judging, SoFar, Trouble
from shared.watching.study import Study
from shared.watching.subscription import Subscription

__all__ = ["Change", "Event", "Judged", "Judging", "SoFar", "Study", "Subscription", "Trouble"]
