from flask import Flask
from students import ApiError, bp
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.register_blueprint(bp)


@app.errorhandler(ApiError)
def api_error(error):
    return {"error": error.text}, error.status


@app.errorhandler(HTTPException)
def http_error(error):
    return {"error": error.name}, error.code, error.get_headers()[1:]


if __name__ == "__main__":
    app.run(debug=True)
