"""08. 템플릿, HTML과 CSS 조금: 과제를 이 파일과 templates 폴더의 파일에서 풉니다."""

from flask import Flask

app = Flask(__name__)
app.config["MEMBERS"] = ["김하늘", "이바다", "박나무"]


# TODO 과제 1: "/meta"와 "/meta/"를 열면 둘 다 templates/meta.html이 보이게 하세요.


# TODO 과제 2: "/hi/<name>"을 열면 templates/hi.html이 보이게 하세요. 이름은 템플릿에 넘깁니다.


# TODO 과제 3: "/members"를 열면 app.config["MEMBERS"]의 이름이 목록으로 보이게 하세요.


if __name__ == "__main__":
    app.run(debug=True)
