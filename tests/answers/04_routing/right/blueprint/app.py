from flask import Flask
from values import values

app = Flask(__name__)
app.register_blueprint(values)


@app.route("/")
def hello_world():
    return "Hello World!"


@app.route("/hello")
def hello():
    return "Hello!"


if __name__ == "__main__":
    app.run(debug=True)
