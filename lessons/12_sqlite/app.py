"""12. 파이썬에서 SQLite: 과제를 이 파일과 db.py, schema.sql에서 풉니다."""

from flask import Flask

app = Flask(__name__)
app.json.ensure_ascii = False

# TODO 과제 1: db.py의 init_db를 가져와서 여기에서 부르세요.

# TODO 과제 9: 요청이 끝날 때마다 db.py의 close_db가 불리게 하세요.


# TODO 과제 2: POST "/students"가 학생을 저장하고 201로 답하게 하세요.


# TODO 과제 3: GET "/students"가 모든 학생을 번호 순서로 답하게 하세요.
# TODO 과제 7: ?name=이 있으면 그 말로 시작하는 이름만 찾게 하세요.


# TODO 과제 4: GET "/students/<int:student_id>"가 그 학생으로 답하게 하세요.


# TODO 과제 5: PUT "/students/<int:student_id>"가 학생을 바꾸게 하세요.


# TODO 과제 6: DELETE "/students/<int:student_id>"가 학생을 지우고 204로 답하게 하세요.

# TODO 과제 8: 위의 라우트가 저장한 것이 서버가 꺼져도 남는지 보세요.


if __name__ == "__main__":
    app.run(debug=True)
