from flask import Flask

app = Flask(__name__)


@app.route("/")
def first_page():
    return "서버가 켜졌습니다"


if __name__ == "__main__":
    app.run(debug=True)
