from flask import Flask

app = Flask(__name__)


@app.errorhandler(404)
def not_found(error):
    return "그런 주소는 없습니다"


if __name__ == "__main__":
    app.run(debug=True)
