"""10. URL 디자인: 앱을 만들고 블루프린트를 등록합니다. 과제 7을 이 파일에서 풉니다."""

from flask import Flask
from students import bp as students

app = Flask(__name__)
app.json.ensure_ascii = False  # JSON의 한글이 한글로 보이게 합니다.
app.register_blueprint(students)


# TODO 과제 7: 모든 오류가 JSON {"error": "<설명>"}이 되게 하세요. 상태 코드는 그대로 둡니다.


if __name__ == "__main__":
    app.run(debug=True)
