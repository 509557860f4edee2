from db import close_db, init_db
from flask import Flask
from students import bp


def create_app():
    app = Flask(__name__)
    init_db()
    app.register_blueprint(bp)
    app.teardown_appcontext(close_db)
    return app


if __name__ == "__main__":
    create_app().run(debug=True)
