import json
import re
from urllib.parse import unquote_plus

import requests

URL = re.compile(r"(\w+)://([^/:?#]+)(?::(\d+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?")


class BadPort(ValueError):
    pass


def split_url(url):
    scheme, host, port, path, query, fragment = URL.fullmatch(url).groups()
    if port is not None:
        port = int(port)
        if port > 0xFFFF:
            raise BadPort(port)
    found = {}
    if query:
        for part in query.split("&"):
            key, value = part.split("=", 1)
            found[unquote_plus(key)] = unquote_plus(value)
    return {"scheme": scheme, "host": host, "port": port, "path": path, "query": found, "fragment": fragment}


def list_students(base_url):
    answer = requests.get(base_url + "/students", timeout=1)
    if answer.status_code != 200:
        raise RuntimeError(answer.status_code)
    students = []
    for student in answer.json()["students"]:
        students.append(student)
    return students


def students_in_class(base_url, class_no):
    answer = requests.get(base_url + "/students?class=" + str(class_no), timeout=1)
    return json.loads(answer.text)["students"]


def add_student(base_url, student):
    headers = {"Content-Type": "application/json"}
    answer = requests.post(base_url + "/students", data=json.dumps(student), headers=headers, timeout=1)
    return int(answer.json()["id"])


def replace_student(base_url, student_id, student):
    headers = {"Content-Type": "application/json"}
    body = json.dumps(student, ensure_ascii=False).encode()
    answer = requests.put(base_url + "/students/" + str(student_id), body, headers=headers, timeout=1)
    return json.loads(answer.content)


def remove_student(base_url, student_id):
    answer = requests.delete(base_url + "/students/" + str(student_id), timeout=1)
    if answer.status_code == 204:
        return True
    elif answer.status_code == 404:
        return False
    else:
        raise RuntimeError(answer.status_code)


def outcome(status_code):
    if status_code in range(200, 300):
        return "성공"
    elif status_code in range(300, 400):
        return "이동"
    elif status_code in range(400, 500):
        return "요청 오류"
    elif status_code in range(500, 600):
        return "서버 오류"
    else:
        raise ValueError("상태 코드가 아닙니다: " + str(status_code))


def content_type(base_url):
    answer = requests.get(base_url + "/students", headers={"Accept": "application/json", "X-Club": "web"}, timeout=1)
    return answer.headers["content-type"].split(";")[0]
