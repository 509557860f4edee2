"""What somebody hands in, turned into one scratch folder of files."""

from shared.submission.reading import read
from shared.submission.refusals import Refused
from shared.submission.submission import Submission

__all__ = ["Refused", "Submission", "read"]
