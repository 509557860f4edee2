from flask import Flask


def create_app():
    app = Flask(__name__)
    import classes
    import students

    app.json.sort_keys = False
    app.register_blueprint(students.bp)
    app.register_blueprint(classes.bp)
    return app


if __name__ == "__main__":
    create_app().run(debug=True)
