"""A first try of every package in requirements.txt, as the workbook uses it; ``lower_bounds.py`` runs this."""

import logging
import threading

import click
import html5lib
import nbformat
import psutil
import requests
import socketio
from flask import Flask, jsonify
from markdown_it import MarkdownIt
from nbclient import NotebookClient
from rich.console import Console
from selectolax.lexbor import LexborHTMLParser
from sqlglot import tokenize
from werkzeug.serving import make_server


def serve_and_ask() -> None:
    """Flask and Socket.IO in one server; a request, and an event over a real WebSocket."""
    app = Flask(__name__)
    chat = socketio.Server(async_mode="threading")
    app.wsgi_app = socketio.WSGIApp(chat, app.wsgi_app)  # type: ignore[method-assign]
    app.add_url_rule("/", view_func=lambda: jsonify(message="안녕하세요"))
    chat.on("shout", lambda sid, text: [text.upper(), chat.get_environ(sid)["QUERY_STRING"]])
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.port}"
    assert requests.get(url, timeout=5).json() == {"message": "안녕하세요"}
    for transport in ("polling", "websocket"):
        with socketio.SimpleClient() as client:
            client.connect(url, transports=[transport])
            shouted, query = client.call("shout", "hello", timeout=5)
            assert shouted == "HELLO" and f"transport={transport}" in query
    server.shutdown()


def run_notebook() -> None:
    """One cell in a real kernel."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print(6 * 7)")])
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    assert notebook.cells[0].outputs[0].text == "42\n"


def use_the_rest() -> None:
    """The packages of the engine."""
    assert LexborHTMLParser("<p>가&amp;나").css_first("p").text() == "가&나"
    assert html5lib.parse("<p>가", namespaceHTMLElements=False).find(".//p").text == "가"
    assert [token.type for token in MarkdownIt().parse("# 제목")][0] == "heading_open"
    assert [token.text for token in tokenize('SELECT "학번"', read="sqlite")] == ["SELECT", "학번"]
    assert psutil.Process().is_running()
    assert click.command()(lambda: None).name is not None
    Console(no_color=True).print("[bold]좋습니다[/bold]")


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    serve_and_ask()
    run_notebook()
    use_the_rest()
