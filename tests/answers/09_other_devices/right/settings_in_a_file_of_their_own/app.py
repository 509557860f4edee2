from flask import Flask, request
from settings import HOST, PORT

app = Flask(__name__)


@app.get("/whoami")
def whoami():
    return {"address": request.access_route[0], "agent": request.user_agent.string}


if __name__ == "__main__":
    app.run(host=HOST, port=PORT)
