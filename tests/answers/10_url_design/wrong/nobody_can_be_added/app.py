from flask import Flask
from students import bp
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.register_blueprint(bp)


@app.errorhandler(HTTPException)
def show_error(error):
    return {"error": error.description}, error.code


if __name__ == "__main__":
    app.run(debug=True)
