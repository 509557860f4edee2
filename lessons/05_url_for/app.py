"""05. URL 만들기: 과제를 이 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)


# TODO 과제 1: "/"에 "index", "/login"에 "login", "/user/<username>"에 "<username>'s profile"이 보이게 하세요.


# TODO 과제 2: "/links"가 네 주소를 JSON으로 답하게 하세요. 키는 index, login, login_next, profile입니다.


# TODO 과제 3: 이 파일에서 만드는 주소를 모두 url_for로 만드세요. 과제 2, 4, 5를 끝낸 뒤에 확인합니다.


# TODO 과제 4: "/go/<username>"을 열면 그 사람의 프로필로 이동하게(302) 하세요.


# TODO 과제 5: "/logo"가 static/logo.svg의 주소를 JSON {"url": ...}로 답하게 하세요.


if __name__ == "__main__":
    app.run(debug=True)
