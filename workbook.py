# -*- coding: utf-8 -*-
"""Start the workbook: ``python workbook.py``.

Pythons as old as 2.7 must be able to parse this file and say what is missing, so it holds no annotations, f-strings
or other newer syntax. Whatever may be modern lives in ``shared/bootstrap``.
"""

import os
import sys

OLDEST = (3, 10)
ROOT = os.path.dirname(os.path.abspath(__file__))

TOO_OLD = (
    u"파이썬이 오래되어 워크북을 시작할 수 없습니다: 지금은 %d.%d, 필요한 것은 %d.%d 이상입니다.\n"
    u"https://www.python.org/downloads/ 에서 새 파이썬을 설치하고, 새 터미널을 열어 다시 실행하세요."
)
INCOMPLETE = (
    u"워크북 파일이 다 있지 않습니다: shared 폴더를 찾을 수 없습니다.\n"
    u"내려받은 zip의 압축을 모두 풀고, 풀린 폴더 안에서 다시 실행하세요."
)


def refuse(sentence):
    """Print the sentence in whatever encoding the terminal has, and end with exit code 2."""
    stream = sys.stderr
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.flush()
    getattr(stream, "buffer", stream).write((sentence + u"\n").encode(encoding, "replace"))
    sys.exit(2)


def find_bootstrap():
    """Check what can be checked with an old Python, and make ``shared.bootstrap`` importable."""
    if sys.version_info < OLDEST:
        refuse(TOO_OLD % (tuple(sys.version_info[:2]) + OLDEST))
    if not os.path.isfile(os.path.join(ROOT, "shared", "bootstrap", "start.py")):
        refuse(INCOMPLETE)
    if ROOT not in sys.path:  # as under PYTHONSAFEPATH or python -P
        sys.path.insert(0, ROOT)


def start():
    """Run a command; never returns."""
    find_bootstrap()
    from shared.bootstrap.start import main

    try:
        sys.exit(main(ROOT, sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


def start_script(argv):
    """Run a script of the workbook once more, on the workbook's own Python; never returns.

    For a script that was started by a Python without the packages it needs. ``argv`` is its ``sys.argv``.
    """
    find_bootstrap()
    from shared.bootstrap.start import run_script

    try:
        sys.exit(run_script(ROOT, argv))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    start()
