"""The engine of the workbook. Nothing in here knows a lesson by name."""
