"""Gets the workbook ready to run: standard library alone, because nothing is installed yet."""
