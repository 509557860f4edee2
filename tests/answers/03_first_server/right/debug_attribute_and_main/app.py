import flask

app = flask.Flask(__name__)
app.debug = True


def main() -> None:
    app.run(host="localhost")


if __name__ == "__main__":
    main()
