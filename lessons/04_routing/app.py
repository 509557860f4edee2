"""04. 라우팅과 URL 변수: 과제를 이 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)


# TODO 과제 1: "/"를 열면 "Hello World!"가 보이게 하세요.


# TODO 과제 2: "/hello"를 열면 "Hello!"가 보이게 하세요. 함수 이름은 과제 1과 다르게 짓습니다.


# TODO 과제 3: "/hi/<name>"을 열면 "Hello"와 이름이 보이게 하세요. 받은 이름은 이스케이프합니다.


# TODO 과제 4: "/cookie/<int:count>"를 열면 "Here are <count> cookies"가 보이게 하세요.


# TODO 과제 5: "/half/<float:number>"를 열면 그 수의 반이 보이게 하세요.


# TODO 과제 6: "/files/<path:name>"을 열면 "File: <name>"이 보이게 하세요.


# TODO 과제 7: "/ticket/<uuid:code>"를 열면 "Ticket <code>"가 보이게 하세요.


if __name__ == "__main__":
    app.run(debug=True)
