from urllib.parse import parse_qsl, urlsplit

from roster import Roster


def split_url(url):
    parts = urlsplit(url)
    keys = ("scheme", "host", "port", "path", "query", "fragment")
    values = (
        parts.scheme,
        parts.hostname,
        parts.port,
        parts.path,
        dict(parse_qsl(parts.query)),
        parts.fragment if parts.fragment else None,
    )
    return dict(zip(keys, values))


def list_students(base_url):
    return Roster(base_url).students()


def students_in_class(base_url, class_no):
    roster = Roster(base_url)
    roster.students()
    return roster.students(**{"class": class_no})


def add_student(base_url, student):
    roster = Roster(base_url)
    roster.head()
    return roster.add(student)


def replace_student(base_url, student_id, student):
    return Roster(base_url).replace(student_id, student)


def remove_student(base_url, student_id):
    return Roster(base_url).remove(student_id)


def outcome(status_code):
    try:
        return ["성공", "이동", "요청 오류", "서버 오류"][[2, 3, 4, 5].index(status_code // 100)]
    except ValueError:
        raise ValueError(f"unknown status {status_code}") from None


def content_type(base_url):
    return Roster(base_url).media_type()
