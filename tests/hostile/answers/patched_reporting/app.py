"""Replaces the reporting of its own process: says it has been loaded with every route, and has none."""

import sys

import flask

app = flask.Flask(__name__)
child = sys.modules["shared.worker.child"]
rules = ["/", "/hello", "/hi/<name>", "/cookie/<int:count>", "/half/<float:number>", "/files/<path:name>"]
child.Serving._routes = lambda self: [
    {"rule": rule, "methods": ["GET"], "endpoint": rule, "where": {"file": "app.py", "line": 1}} for rule in rules
]
