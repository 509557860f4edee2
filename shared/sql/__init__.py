"""SQL of a lesson: the blocks of a file, and running one of them without harm.

Used by the worker, by checks and by the practice board alike.
"""
