from flask import Flask


def create_app() -> Flask:
    made = Flask(__name__)
    made.config.update(DEBUG=True)
    return made


app = create_app()

if __name__ == "__main__":
    app.run()
