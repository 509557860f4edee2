"""03 첫 Flask 서버"""

from flask import Flask

app = Flask(__name__)

if __name__ == "__main__":
    # 디버그는 코드를 보여 주므로, 이 컴퓨터(127.0.0.1)에만 엽니다.
    app.run(host="127.0.0.1", debug=True)
