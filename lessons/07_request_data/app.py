"""07. 요청 데이터: 과제 1, 2, 3을 이 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)


# TODO 과제 1: "/hi"가 POST로 온 폼의 name을 읽어 "Hello"와 이름을 보여 주게 하세요. 이름은 이스케이프합니다.


# TODO 과제 2: "/api/hi"가 POST로 온 JSON의 name을 읽어 {"message": "Hello <name>"}으로 답하게 하세요.


# TODO 과제 3: "/upload"가 POST로 온 파일 photo를 uploads 폴더에 저장하고 201로 답하게 하세요.


if __name__ == "__main__":
    app.run(debug=True)
