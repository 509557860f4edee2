"""Starts a server while it is loaded."""

from right import app

app.run()
