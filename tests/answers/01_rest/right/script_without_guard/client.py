import requests
from urllib.parse import *

TIMEOUT = 1
print("학생 명부")


class NoAnswer(Exception):
    pass


def ask(method, url, **more):
    try:
        return requests.request(method, url, timeout=TIMEOUT, **more)
    except requests.Timeout as e:
        raise NoAnswer(url) from e


def split_url(url):
    p = urlsplit(url)
    result = {}
    result["scheme"] = p.scheme
    result["host"] = p.hostname
    result["port"] = p.port
    result["path"] = p.path
    result["query"] = {}
    for k, v in parse_qsl(p.query):
        result["query"][k] = v
    if p.fragment == "":
        result["fragment"] = None
    else:
        result["fragment"] = p.fragment
    return result


def list_students(base_url):
    r = ask("GET", f"{base_url}/students")
    print(r.status_code)
    return r.json()["students"]


def students_in_class(base_url, class_no):
    r = ask("GET", f"{base_url}/students?class={class_no}")
    print(r.url)
    return r.json()["students"]


def add_student(base_url, student):
    r = ask("POST", f"{base_url}/students", json=student)
    print(r.json())
    return r.json()["id"]


def replace_student(base_url, student_id, student):
    return ask("PUT", f"{base_url}/students/{student_id}", json=student).json()


def remove_student(base_url, student_id):
    return ask("DELETE", f"{base_url}/students/{student_id}").status_code != 404


def outcome(status_code):
    if status_code >= 600 or status_code < 200:
        raise ValueError
    if status_code >= 500:
        return "서버 오류"
    if status_code >= 400:
        return "요청 오류"
    if status_code >= 300:
        return "이동"
    return "성공"


def content_type(base_url):
    h = {"Accept": "application/json", "X-Club": "web", "X-Extra": "1"}
    return ask("GET", f"{base_url}/students", headers=h).headers["Content-Type"]
