"""The commands of `python workbook.py`: one thin file per verb in `verbs`, found by its name."""
