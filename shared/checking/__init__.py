"""Writing and running checks. A check script needs only `Check`."""

from shared.checking.check import Check

__all__ = ["Check"]
