"""Looks at this computer: whether the workbook can be used here, and what to do where it cannot."""

from shared.doctor.examination import EXAMINATIONS, examine
from shared.doctor.finding import Finding

__all__ = ["EXAMINATIONS", "Finding", "examine"]
