"""What is said about something handed in: why it is not taken and what to do, or what was done with it.

Inserted names go through `shown`, because a name may hold what a terminal must not receive.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

SAVE_AS_UTF8 = "오른쪽 아래의 인코딩 이름을 누르고 '인코딩하여 저장(Save with Encoding)'에서 UTF-8을 고르세요."
MAKE_A_ZIP = "파일 탐색기(Windows)나 Finder(macOS)에서 폴더를 zip으로 압축해 다시 내 주세요."


def shown(name: object) -> str:
    """A name as it may be shown: characters that steer a terminal or cannot be encoded are written as `\\x1b`."""
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else character
        for character in str(name)
    )


def _list(names: Sequence[str], most: int = 5) -> str:
    rest = f" 외 {len(names) - most}개" if len(names) > most else ""
    return ", ".join(shown(name) for name in names[:most]) + rest


def missing(path: object) -> str:
    """The path leads nowhere."""
    return f"제출물을 찾지 못했습니다: {shown(path)}. 경로와 파일 이름을 다시 확인해 주세요."


def empty(path: object) -> str:
    """Nothing that counts as a file of an answer is there."""
    return f"제출물이 비어 있습니다: {shown(path)}. 작성한 파일이 들어 있는지 확인하고 다시 내 주세요."


def needed_missing(path: object, looked_for: Sequence[str], found: Sequence[str]) -> str:
    """None of the lesson's answer files is there. `found` are names of files that are."""
    there = f" 들어 있는 파일: {_list(found)}." if found else ""
    return (
        f"이 레슨의 파일을 찾지 못했습니다: {shown(path)}. 찾은 이름: {_list(looked_for)}.{there} "
        "파일 이름을 시작 파일과 똑같이(대소문자까지) 맞춰 주세요."
    )


def unknown_single(name: str, looked_for: Sequence[str]) -> str:
    """A single file that is none of the lesson's files."""
    return (
        f"이 레슨의 파일이 아닙니다: {shown(name)}. 낼 수 있는 파일: {_list(looked_for)}. "
        "파일 이름(확장자까지)을 바꾸거나 폴더를 통째로 내 주세요."
    )


def unclear_single(name: str, could_be: Sequence[str]) -> str:
    """A single file whose name fits several of the lesson's files."""
    return f"어느 파일인지 알 수 없습니다: {shown(name)}. 이 중에서 하나로 이름을 바꿔 주세요: {_list(could_be)}"


def several_folders(folders: Sequence[str]) -> str:
    """Two or more folders could be the answer."""
    return f"답이 들어 있는 폴더가 여러 개입니다: {_list(folders)}. 그중 한 폴더만 골라 다시 내 주세요."


def folder_for_file(name: str) -> str:
    """A folder has the name of one of the lesson's files."""
    return f"파일이어야 하는데 폴더입니다: {shown(name)}. 폴더 이름을 바꾸고 그 이름의 파일을 만들어 주세요."


def file_for_folder(name: str) -> str:
    """A file has the name of one of the lesson's folders."""
    return f"폴더여야 하는데 파일입니다: {shown(name)}. 파일 이름을 바꾸고 그 이름의 폴더를 만들어 주세요."


def cp949(name: str) -> str:
    """Korean text in the encoding of Korean Windows."""
    return (
        f"cp949(EUC-KR)로 저장된 파일입니다: {shown(name)}. UTF-8로 저장해 주세요. VS Code: 오른쪽 아래의 "
        "인코딩 이름을 누르고 '인코딩하여 다시 열기(Reopen with Encoding)'에서 Korean (EUC-KR)을 고르세요. "
        "그다음 같은 이름을 눌러 '인코딩하여 저장(Save with Encoding)'에서 UTF-8을 고르세요."
    )


def utf16(name: str) -> str:
    """Text as older Notepad ("Unicode") and PowerShell (`>`) write it."""
    return f"UTF-16으로 저장된 파일입니다: {shown(name)}. UTF-8로 저장해 주세요. VS Code: {SAVE_AS_UTF8}"


def not_utf8(name: str) -> str:
    """Bytes of a text file that are no UTF-8, and nothing that can be named."""
    return f"UTF-8로 읽을 수 없는 파일입니다: {shown(name)}. UTF-8로 저장해 주세요. VS Code: {SAVE_AS_UTF8}"


def too_big(limit_mib: int, largest: str) -> str:
    """More bytes than are taken."""
    return (
        f"제출물이 너무 큽니다(모두 합해 {limit_mib} MiB까지). 가장 큰 파일: {shown(largest)}. "
        "레슨에 필요 없는 파일을 빼고 다시 내 주세요."
    )


def too_many(limit: int) -> str:
    """More files than are taken."""
    return f"파일이 너무 많습니다({limit}개까지). 레슨에 필요한 파일만 다시 내 주세요."


def crowded(path: object) -> str:
    """A folder or zip so full that looking for the answer was given up."""
    return f"파일이 너무 많아 답을 찾지 못했습니다: {shown(path)}. 이 레슨의 폴더만 골라 다시 내 주세요."


def link(name: object) -> str:
    """A symbolic link or a Windows junction."""
    return f"링크(바로 가기)는 받지 않습니다: {shown(name)}. 링크 대신 원래 파일이나 폴더를 넣어 주세요."


def special(name: object) -> str:
    """A device, pipe or socket."""
    return f"보통 파일이 아닙니다(장치, 파이프, 소켓): {shown(name)}. 이것을 빼고 다시 내 주세요."


def leads_outside(name: str) -> str:
    """A zip entry that would be written outside its folder."""
    return f"zip 안에 폴더 밖을 가리키는 이름이 있습니다: {shown(name)}. {MAKE_A_ZIP}"


def backslash(name: str) -> str:
    """A name with a backslash: a path on Windows, a strange file name elsewhere."""
    return f"이름에 역슬래시(\\)가 들어 있습니다: {shown(name)}. {MAKE_A_ZIP}"


def bad_name(name: str) -> str:
    """A name that not every system can store."""
    return (
        f"Windows에서 쓸 수 없거나 보이지 않는 글자가 든 이름입니다: {shown(name)}. "
        "한글, 영어, 숫자로 이름을 바꿔 주세요."
    )


def long_name(name: str) -> str:
    """A name or path that not every system can store."""
    return f"이름이나 경로가 너무 깁니다: {shown(name[:60])}... 더 짧은 이름으로 바꿔 주세요."


def same_name(first: str, second: str) -> str:
    """Two names that are one on some systems."""
    return (
        f"같은 이름이 두 번 있습니다: {shown(first)}, {shown(second)}. 대소문자나 한글 저장 방식만 다른 이름은 "
        "하나로 봅니다. 하나만 남겨 주세요."
    )


def encrypted(path: object) -> str:
    """A zip with a password."""
    return f"암호가 걸린 zip입니다: {shown(path)}. 암호 없이 압축해 다시 내 주세요."


def broken(path: object) -> str:
    """A zip that cannot be read to its end."""
    return f"zip 파일이 손상되어 읽을 수 없습니다: {shown(path)}. 다시 압축해 내 주세요."


def other_method(path: object) -> str:
    """A zip packed by something else than the usual Deflate."""
    return f"보통과 다른 방식으로 압축한 zip입니다: {shown(path)}. {MAKE_A_ZIP}"


def other_archive(path: object, really: str) -> str:
    """An archive of another kind. `really` is its name, such as `RAR`."""
    return f"zip이 아니라 {really} 파일입니다: {shown(path)}. {MAKE_A_ZIP}"


def not_a_zip(path: object) -> str:
    """A file that only its name calls a zip."""
    return f"이름만 zip이고 내용은 zip이 아닙니다: {shown(path)}. {MAKE_A_ZIP}"


def nested(path: object, inner: Sequence[str]) -> str:
    """The answer is packed once more inside."""
    return f"안에 압축 파일이 또 들어 있습니다: {shown(path)} > {_list(inner)}. 그 안의 폴더를 바로 내 주세요."


def forbidden(name: object) -> str:
    """The system does not let us read it."""
    return f"읽을 권한이 없습니다: {shown(name)}. 다른 프로그램에서 열려 있으면 닫고, 읽기 권한을 확인해 주세요."


def changed(name: object) -> str:
    """It vanished, grew or was written while we read."""
    return f"읽는 동안 바뀌거나 사라졌습니다: {shown(name)}. 저장이 끝난 뒤 다시 실행해 주세요."


def unreadable(name: object, why: object) -> str:
    """The system reported something else. `why` is its own word for it."""
    return f"읽지 못했습니다: {shown(name)} ({shown(why)}). 다른 곳에 복사한 뒤 다시 내 주세요."


def note_folder(folder: str) -> str:
    """The answer was found in a folder further down."""
    return f"답을 읽은 폴더: {shown(folder)}"


def note_renamed(name: str, taken_as: str) -> str:
    """A single file was taken as one of the lesson's files."""
    return f"낸 파일: {shown(name)}, 레슨의 파일로 본 이름: {shown(taken_as)}"


def note_left_out(names: Sequence[str]) -> str:
    """Traces of earlier runs in the handed-in folder were not taken."""
    return f"이전 실행에서 남은 것이라 뺐습니다: {_list(names)}"
