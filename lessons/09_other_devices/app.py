"""09. 여러 기기에서 접속: 과제를 이 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)


# TODO 과제 4: "/whoami"를 열면 요청한 기기의 주소(address)와 프로그램(agent)을 JSON으로 답하게 하세요.


# TODO 과제 3: 환경 변수 PORT를 읽어 포트를 정하는 함수를 만드세요. 쓸 수 없는 값이면 까닭을 말하고 끝냅니다.


if __name__ == "__main__":
    # TODO 과제 1: 이 컴퓨터의 모든 주소에서 기다리게 하세요. 과제 2를 먼저 하고 여는 편이 안전합니다.
    # TODO 과제 2: 디버그를 끄세요.
    app.run(debug=True)
