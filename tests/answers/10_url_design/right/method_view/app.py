from flask import Flask, jsonify
from students import bp
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.register_blueprint(bp)


@app.errorhandler(HTTPException)
def handle(error):
    reply = jsonify(error=error.description, code=error.code)
    reply.status_code = error.code
    for name, value in error.get_headers():
        if name == "Allow":
            reply.headers[name] = value
    return reply


if __name__ == "__main__":
    app.run(debug=True)
