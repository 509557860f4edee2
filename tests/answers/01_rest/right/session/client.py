"""Roster client on one session."""

from urllib.parse import parse_qs, urlparse

import requests

session = requests.Session()
session.headers["User-Agent"] = "club-client"


def send(method, base_url, *path, **options):
    return session.request(method, "/".join([base_url, "students", *map(str, path)]), timeout=(2, 4), **options)


def split_url(url):
    parts = urlparse(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    fragment = parts.fragment if "#" in url else None
    return dict(
        scheme=parts.scheme,
        host=parts.hostname,
        port=parts.port,
        path=parts.path,
        query=query,
        fragment=fragment,
        user=parts.username,
    )


def list_students(base_url):
    return send("GET", base_url).json()["students"]


def students_in_class(base_url, class_no):
    return send("GET", base_url, params=[("class", str(class_no))]).json().get("students", [])


def add_student(base_url, student):
    return send("POST", base_url, json=student).json()["id"]


def replace_student(base_url, student_id, student):
    return send("PUT", base_url, student_id, json={"id": student_id} | student).json()


def remove_student(base_url, student_id):
    return send("DELETE", base_url, student_id).ok


def outcome(status_code):
    match status_code // 100:
        case 2:
            return "성공"
        case 3:
            return "이동"
        case 4:
            return "요청 오류"
        case 5:
            return "서버 오류"
    raise ValueError(f"{status_code}")


def content_type(base_url):
    return send("GET", base_url, headers={"accept": "application/json", "x-club": "web"}).headers.get("content-type")
