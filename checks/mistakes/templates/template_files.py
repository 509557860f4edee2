"""Lesson 08: mistakes in where the file of a template lies, and in how it is named."""

from __future__ import annotations

import re
from difflib import get_close_matches

from mistakes.templates.tasks import PAGES
from shared.checking import KnownMistakes
from shared.probes.templates import Templates

known = KnownMistakes()


@known(
    *PAGES,
    id="F19c",
    says="`render_template`과 `extends`에는 `templates` 폴더 안에서 쓰는 이름만 적습니다. `templates/`를 지우세요.",
)
def folder_in_the_name(error):
    return error.type == "TemplateNotFound" and re.match(r"\.?/?templates/", error.text) is not None


@known(
    *PAGES,
    id="F19c",
    says="템플릿 파일은 있지만 `templates` 폴더에 있지 않습니다. `app.py` 옆의 `templates` 폴더로 옮기세요. 폴더 "
    "이름은 소문자이고 `s`로 끝납니다.",
)
def file_in_another_folder(error, source):
    names = [name for name in source.names() if name.rpartition("/")[2] == error.text.rpartition("/")[2]]
    return error.type == "TemplateNotFound" and bool(names) and not Templates(source).exists(error.text)


@known(
    *PAGES,
    id="F19c",
    says="코드에 쓴 파일 이름과 `templates` 폴더에 있는 파일 이름이 다릅니다. 철자와 대문자, 소문자를 비교해 주세요.",
)
def file_name_misspelt(error, source):
    close = get_close_matches(error.text.lower(), [name.lower() for name in Templates(source).names()], cutoff=0.75)
    return error.type == "TemplateNotFound" and bool(close)


@known(
    *PAGES,
    id="file-name",
    says="파일의 내용이 아니라 이름이 보입니다. 파일 이름을 그대로 `return`하지 말고 `render_template(...)`에 "
    "넘기세요.",
)
def file_name_returned(reply):
    return re.fullmatch(r"[\w/.-]+\.html", reply.text.strip()) is not None
