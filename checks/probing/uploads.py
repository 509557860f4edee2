"""Lesson 07: uploading files, and what there is in the folder then, inside and outside uploads/."""

from __future__ import annotations

from contextlib import contextmanager

from shared.probes import Mismatch
from shared.probes.files import Files

TAKEN, REFUSED = 1_000_000, 1024 * 1024 + 1
OUTSIDE, ELSEWHERE, KEPT = "uploads 폴더 밖은 그대로", "같은 이름의 파일:", "저장된 내용:"


def upload(http, name, content):
    """POST a file of this name."""
    return http.post("/upload", files={"photo": (name, content)})


def is_stored(reply, files, name, content):
    """The reply tells this name and the right size, and the file stands in uploads/ as it was sent."""
    reply.has_status(201).json_has(filename=name)
    path = f"uploads/{name}"
    if not files.exists(path):
        there = [other for other in files.names() if other.rpartition("/")[2] == name]
        raise Mismatch(expected=f"저장된 파일: {path}", got=f"{ELSEWHERE} {', '.join(there) or '없음'}", reply=reply)
    kept = files.read_bytes(path)
    if kept != content:
        expected, got = (f"{KEPT} {len(data):,}바이트 {data[:40]!r}" for data in (content, kept))
        raise Mismatch(expected=expected, got=got, reply=reply)
    reply.json_has(size=len(content))


def filename_in(reply):
    """The name under which the server says that it has stored a file."""
    value = reply.is_json()
    name = value.get("filename") if isinstance(value, dict) else None
    if not isinstance(name, str):
        raise Mismatch(expected='{"filename": "저장한 이름", "size": 바이트 수}', got=reply.text, reply=reply)
    return name


@contextmanager
def telling(did, repeatable=True):
    """Say more about what was done when it fails. A request that is too long to be repeated by hand is left out."""
    try:
        yield
    except Mismatch as failure:
        failure.did = did
        failure.exchange = failure.exchange if repeatable else None
        raise


def dangerous_names(fresh, files):
    """Names that lead out of a folder when they are joined to its path."""
    # those that land in the lesson folder come first: there the harm is seen, and done to nobody
    for lead in ("../", "....//", "./../", "..\\", f"{files.folder.as_posix()}/", "../../"):
        yield f"{lead}{fresh.word()}.png"
    yield "../../app.py"


def outside(files):
    """Every file beside uploads/ with its content, also one folder up (where Python's own `tmp` stands)."""
    around = Files(files.folder.parent)
    inside = (f"{files.folder.name}/uploads/", "tmp/")
    return {name: around.read_bytes(name) for name in around.names() if not name.startswith(inside)}


def changes(before, after):
    """Names of the files that are new, gone or different."""
    return ", ".join(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))
