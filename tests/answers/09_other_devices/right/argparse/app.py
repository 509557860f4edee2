import argparse
import os

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/whoami")
def whoami():
    return jsonify(agent=str(request.user_agent), address=request.environ["REMOTE_ADDR"], method=request.method)


def port(text):
    number = int(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a port")
    return number


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=port, default=os.environ.get("PORT", "5000"))
    app.run("0.0.0.0", parser.parse_args().port, debug=False)
