from flask import Flask, json
from students import bp
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.register_blueprint(bp)


@app.errorhandler(HTTPException)
def as_json(error):
    response = error.get_response()
    response.set_data(json.dumps({"error": error.description}))
    response.mimetype = "application/json"
    return response


if __name__ == "__main__":
    app.run(debug=True)
