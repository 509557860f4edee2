import os
import sys

HOST = "0.0.0.0"


def _port(text):
    if not text.isdecimal() or int(text) > 65535:
        print("쓸 수 없는 포트:", text, file=sys.stderr)
        raise SystemExit(2)
    return int(text)


PORT = _port(os.environ.get("PORT") or "5000")
