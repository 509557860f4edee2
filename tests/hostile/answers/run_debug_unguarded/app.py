"""Starts a server with debugger and reloader while it is loaded."""

from right import app

app.run(debug=True, host="0.0.0.0", port=80)
