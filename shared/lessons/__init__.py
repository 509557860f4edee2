"""The lessons, as their folders tell them: there is no second list to keep in step."""

from shared.lessons.finding import ROOT, LessonAmbiguous, LessonError, LessonNotFound, all_lessons, find, of_check
from shared.lessons.lesson import Hints, Lesson, Task

__all__ = [
    "ROOT",
    "Hints",
    "Lesson",
    "LessonAmbiguous",
    "LessonError",
    "LessonNotFound",
    "Task",
    "all_lessons",
    "find",
    "of_check",
]
