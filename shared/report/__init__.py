"""A verdict as text for people (`terminal`) and for programs (`junit`; JSON is `shared.verdict.to_json`).

Each form is a module with one function `render`. They show what a verdict says and decide nothing about it.
"""
