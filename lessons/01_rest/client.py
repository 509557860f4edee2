"""01. 요청과 응답: 과제를 이 파일에서 풉니다."""

import requests


def split_url(url):
    """URL을 나누어 dict로 돌려줍니다."""
    # TODO 과제 1: 키는 scheme, host, port, path, query, fragment입니다.


def list_students(base_url):
    """모든 학생을 list로 돌려줍니다."""
    # TODO 과제 2: GET /students를 보내고, 응답에서 학생의 list를 꺼내 돌려주세요.


def students_in_class(base_url, class_no):
    """반 번호가 class_no인 학생을 list로 돌려줍니다."""
    # TODO 과제 3: GET /students를 ?class=반번호 쿼리와 함께 보내세요.


def add_student(base_url, student):
    """학생을 더하고, 서버가 정한 번호를 돌려줍니다."""
    # TODO 과제 4: POST /students를 JSON 본문과 함께 보내세요.


def replace_student(base_url, student_id, student):
    """번호가 student_id인 학생을 student로 바꾸고, 서버의 답을 dict로 돌려줍니다."""
    # TODO 과제 5: PUT /students/번호를 JSON 본문과 함께 보내세요.


def remove_student(base_url, student_id):
    """번호가 student_id인 학생을 지웁니다. 지웠으면 True, 없는 학생이면 False를 돌려줍니다."""
    # TODO 과제 6: DELETE /students/번호를 보내고, 상태 코드를 보세요.


def outcome(status_code):
    """상태 코드의 뜻을 "성공", "이동", "요청 오류", "서버 오류" 가운데 하나로 돌려줍니다."""
    # TODO 과제 7: 200번대부터 500번대까지 나누세요. 나머지는 ValueError입니다.


def content_type(base_url):
    """응답의 Content-Type 헤더를 돌려줍니다."""
    # TODO 과제 8: GET /students를 헤더 두 개와 함께 보내세요.


if __name__ == "__main__":
    print("함수를 하나 완성하면 이 아래에 print(함수 이름(...))을 적고 다시 실행해 보세요.")
    print('처음에는 이 줄이 좋습니다: print(split_url("https://example.com/hello"))')
