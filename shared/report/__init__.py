"""A verdict as text, for people and for programs. Nothing in here decides what a verdict says.

One verdict: `terminal` for a screen, `html` for a browser, `shared.verdict.to_json`. A whole class, described by
`classroom`: `class_page` for a browser, `csv_sheets` for a spreadsheet, `junit` and `gradescope` for other programs.
"""
