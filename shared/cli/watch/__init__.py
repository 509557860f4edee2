"""The watch loop of the terminal: what `python workbook.py` does where somebody sits before it."""

from shared.cli.watch.loop import watch

__all__ = ["watch"]
