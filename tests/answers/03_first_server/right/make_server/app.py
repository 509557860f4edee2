from flask import Flask
from werkzeug.debug import DebuggedApplication
from werkzeug.serving import make_server

app = Flask(__name__)
app.debug = True

if __name__ == "__main__":
    server = make_server("127.0.0.1", 8080, DebuggedApplication(app, evalex=True), threaded=True)
    server.serve_forever()
