"""Lesson 07: mistakes in taking a file and keeping it."""

from __future__ import annotations

import re

from mistakes.request_data.evidence import reads, request_body
from mistakes.request_data.tasks import KEEPING_FILES
from probing.uploads import ELSEWHERE, KEPT, OUTSIDE, REFUSED
from shared.checking import KnownMistakes

known = KnownMistakes()

WRITE_ERRORS = ("FileNotFoundError", "PermissionError", "OSError", "NotADirectoryError")
TRAVERSAL = (
    "보안 문제입니다. 보낸 사람이 적은 이름 때문에 uploads 폴더 밖에 파일을 쓰려고 했습니다. "
    "`secure_filename()`을 거친 이름으로 저장해 주세요."
)


@known(KEEPING_FILES, id="traversal", says=TRAVERSAL)
def written_outside(failure):
    return failure.expected == OUTSIDE


@known(KEEPING_FILES, id="traversal", says=TRAVERSAL)
def tried_to_write_outside(reply, error):
    # the folder of an absolute name need not exist where the server runs
    return error.type in WRITE_ERRORS and is_absolute(sent_name(reply)) and "uploads" not in error.text


@known(
    KEEPING_FILES,
    id="other-name",
    says="저장한 이름이 아니라 보낸 사람이 적은 이름을 답했습니다. `filename`에는 저장한 이름을 넣어 주세요.",
)
def told_the_name_that_was_sent(reply):
    return reply.status == 201 and "/" in sent_name(reply) and f'"{sent_name(reply)}"' in reply.text


@known(
    KEEPING_FILES,
    id="elsewhere",
    says="파일을 다른 곳에 저장했습니다. app.py 옆의 uploads 폴더에 같은 이름으로 저장해 주세요.",
)
def kept_elsewhere(failure):
    return re.match(f"{ELSEWHERE} (?!없음)", failure.got or "")


@known(
    KEEPING_FILES,
    id="files-not-form",
    says="파일은 `request.form`이 아니라 `request.files`에 있습니다.",
)
def form_for_files(source, loaded):
    return reads(source, loaded, "/upload", {"form", "args", "values"}, but_not={"files"})


@known(
    KEEPING_FILES,
    id="no-folder",
    says="uploads 폴더가 없어서 저장하지 못했습니다. 저장하기 전에 `mkdir(exist_ok=True)`로 폴더를 만들어 주세요.",
)
def folder_is_missing(reply, error):
    return error.type == "FileNotFoundError" and "/" not in sent_name(reply) and "uploads" in error.text


@known(
    KEEPING_FILES,
    id="folder-twice",
    says="uploads 폴더가 이미 있을 때 오류가 납니다. `mkdir(exist_ok=True)`라고 적어 주세요.",
)
def folder_made_twice(error):
    return error.type == "FileExistsError" and "uploads" in error.text


@known(
    KEEPING_FILES,
    id="no-field",
    says="`photo`가 없는 요청에서 오류가 났습니다. `get`이 None을 주면 `abort(400)`으로 거절해 주세요.",
)
def no_photo_raises(reply, error):
    return "NoneType" in error.text and 'name="photo"' not in request_body(reply)


@known(
    KEEPING_FILES,
    id="read-to-the-end",
    says="저장된 파일이 비어 있습니다. `read()`로 끝까지 읽으면 `save()`가 저장할 것이 남지 않습니다. "
    "먼저 저장하고, 크기는 저장한 파일에서 재 주세요.",
)
def read_before_saving(failure):
    return (failure.got or "").startswith(f"{KEPT} 0바이트")


@known(
    KEEPING_FILES,
    id="size",
    says="`size`가 파일의 바이트 수와 다릅니다. 저장한 다음에 `path.stat().st_size`로 재 주세요.",
)
def another_size(failure):
    return (failure.expected or "").startswith('{\n  "size"')


@known(
    KEEPING_FILES,
    id="created",
    says="저장했을 때의 상태 코드는 201입니다. `return {...}, 201`이라고 적어 주세요.",
)
def kept_with_200(reply):
    return reply.status == 200 and "filename" in reply.text


@known(
    KEEPING_FILES,
    id="no-limit",
    says='1 MiB보다 큰 파일도 받습니다. `app.config["MAX_CONTENT_LENGTH"]`를 정하면 Flask가 413으로 거절합니다.',
)
def too_large_a_file_taken(reply):
    return reply.status == 201 and len(request_body(reply)) > REFUSED


@known(
    KEEPING_FILES,
    id="limit-too-low",
    says="1,000,000바이트까지는 받아야 하는데 거절했습니다. `MAX_CONTENT_LENGTH`는 파일 둘레의 글까지 넣은 본문 전체의 "
    "크기입니다. `1024 * 1024`로 정해 주세요.",
)
def small_file_refused(reply):
    return reply.status == 413


def sent_name(reply):
    """The name of the file that was sent."""
    return re.search(r'filename="([^"]*)"|$', request_body(reply))[1] or ""


def is_absolute(name):
    """Whether a file's name is a whole path."""
    return re.match(r"/|[A-Za-z]:", name) is not None
