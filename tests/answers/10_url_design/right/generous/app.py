from flask import Flask, jsonify
from students import bp

app = Flask(__name__)
app.register_blueprint(bp)


@app.get("/")
def front():
    return {"students": "/students"}


@app.errorhandler(Exception)
def any_error(error):
    status = getattr(error, "code", 500)
    return jsonify({"error": getattr(error, "description", "서버 오류")}), status


if __name__ == "__main__":
    app.run(debug=True)
