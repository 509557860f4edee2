"""06. HTTP 메소드: 과제를 이 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)

users = {}


def get_user(name):
    """이름이 name인 사용자를 돌려줍니다. 그런 사용자가 없으면 None을 돌려줍니다."""
    return users.get(name)


def make_user(name):
    """이름이 name인 사용자를 저장하고 돌려줍니다. 이미 있는 이름인지는 확인하지 않습니다."""
    users[name] = {"name": name}
    return users[name]


# TODO 과제 1: "/hello"가 GET에 "Hello"로 답하게 하세요. POST는 405, HEAD는 200입니다.


# TODO 과제 2: "/user"가 GET에 사용자를 JSON으로 답하게 하세요. 이름은 ?userName=에서 읽습니다.


# TODO 과제 3: "/user"가 POST를 받으면 사용자를 만들고 201로 답하게 하세요.


# TODO 과제 4: "/user"가 PUT을 받으면 사용자의 이름을 ?newName=으로 바꾸게 하세요.


# TODO 과제 5: "/user"가 DELETE를 받으면 사용자를 지우고 204로 답하게 하세요.


# TODO 과제 6: "/greet"가 "Hello"와 이름을 보여 주게 하세요. 이름이 없거나 비어 있으면 "Hello 손님"입니다.


if __name__ == "__main__":
    app.run(debug=True)
