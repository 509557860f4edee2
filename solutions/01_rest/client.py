"""A client of the roster of students: every task is one function."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests

TIMEOUT = 3  # seconds


def split_url(url: str) -> dict[str, Any]:
    """Take a URL apart. A port over 65535 raises ValueError."""
    parts = urlsplit(url)
    return {
        "scheme": parts.scheme,
        "host": parts.hostname,
        "port": parts.port,
        "path": parts.path,
        "query": dict(parse_qsl(parts.query)),
        "fragment": parts.fragment or None,
    }


def list_students(base_url: str) -> list[dict[str, Any]]:
    """Give all students."""
    response = requests.get(f"{base_url}/students", timeout=TIMEOUT)
    response.raise_for_status()
    return response.json()["students"]


def students_in_class(base_url: str, class_no: int) -> list[dict[str, Any]]:
    """Give the students of one class; the server does the filtering."""
    response = requests.get(f"{base_url}/students", params={"class": class_no}, timeout=TIMEOUT)
    response.raise_for_status()
    return response.json()["students"]


def add_student(base_url: str, student: dict[str, Any]) -> int:
    """Add a student and give the id that the server chose."""
    response = requests.post(f"{base_url}/students", json=student, timeout=TIMEOUT)
    response.raise_for_status()
    return response.json()["id"]


def replace_student(base_url: str, student_id: int, student: dict[str, Any]) -> dict[str, Any]:
    """Put a whole student in the place of another, and give what the server replies."""
    response = requests.put(f"{base_url}/students/{student_id}", json=student, timeout=TIMEOUT)
    response.raise_for_status()
    return response.json()


def remove_student(base_url: str, student_id: int) -> bool:
    """Remove a student. False where there was none."""
    response = requests.delete(f"{base_url}/students/{student_id}", timeout=TIMEOUT)
    if response.status_code == 404:
        return False
    response.raise_for_status()
    return True


def outcome(status_code: int) -> str:
    """Name the class of a status code."""
    if 200 <= status_code <= 299:
        return "성공"
    if 300 <= status_code <= 399:
        return "이동"
    if 400 <= status_code <= 499:
        return "요청 오류"
    if 500 <= status_code <= 599:
        return "서버 오류"
    raise ValueError(f"status code out of range 200-599: {status_code}")


def content_type(base_url: str) -> str:
    """Tell the server two things in headers, and give one header of its reply."""
    headers = {"Accept": "application/json", "X-Club": "web"}
    response = requests.get(f"{base_url}/students", headers=headers, timeout=TIMEOUT)
    response.raise_for_status()
    return response.headers["Content-Type"]


if __name__ == "__main__":
    BASE_URL = "http://127.0.0.1:5000"  # python server.py must be running
    print(split_url("http://127.0.0.1:5000/students?class=7#list"))
    print(students_in_class(BASE_URL, 7))
    new_id = add_student(BASE_URL, {"name": "한바다", "class": 9})
    print(replace_student(BASE_URL, new_id, {"name": "한바다", "class": 7}))
    print(remove_student(BASE_URL, new_id), remove_student(BASE_URL, new_id))
    print(outcome(204), content_type(BASE_URL))
    print(list_students(BASE_URL))
