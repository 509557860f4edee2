from urllib.parse import parse_qsl, urlsplit

import requests


def split_url(url):
    parts = urlsplit(url)
    return {
        "scheme": parts.scheme,
        "host": parts.hostname,
        "port": parts.port,
        "path": parts.path,
        "query": dict(parse_qsl(parts.query)),
        "fragment": parts.fragment or None,
    }


def list_students(base_url):
    reply = requests.get(f"{base_url}/students", timeout=1)
    return reply.json()["students"]


def students_in_class(base_url, class_no):
    reply = requests.get(f"{base_url}/students", params={"class": class_no}, timeout=1)
    return reply.json()["students"]


def add_student(base_url, student):
    reply = requests.post(f"{base_url}/students", json=student, timeout=1)
    return reply.json()["id"]


def replace_student(base_url, student_id, student):
    reply = requests.put(f"{base_url}/students/{student_id}", json=student, timeout=1)
    return reply.json()


def remove_student(base_url, student_id):
    reply = requests.delete(f"{base_url}/student/{student_id}", timeout=1)
    reply.raise_for_status()
    return reply.status_code == 204


def outcome(status_code):
    names = {2: "성공", 3: "이동", 4: "요청 오류", 5: "서버 오류"}
    if status_code // 100 not in names:
        raise ValueError(status_code)
    return names[status_code // 100]


def content_type(base_url):
    headers = {"Accept": "application/json", "X-Club": "web"}
    reply = requests.get(f"{base_url}/students", headers=headers, timeout=1)
    return reply.headers["Content-Type"]
