"""Reading the body of a reply up to a limit, also where it is compressed."""

from __future__ import annotations

import zlib
from typing import Any

CHUNK = 65536
GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


def read_body(raw: Any, limit: int) -> bytes:
    """The body of a response of urllib3, decoded. One byte more than `limit` says that it goes on.

    Raises:
        OSError: it is not compressed as its header says.
    """
    coding = raw.headers.get("Content-Encoding", "").strip().lower()
    unpacker = zlib.decompressobj(GZIP_OR_ZLIB) if coding in ("gzip", "x-gzip", "deflate") else None
    body = bytearray()
    try:
        while len(body) <= limit and (part := raw.read(CHUNK, decode_content=False)):
            # A few bytes can stand for gigabytes, so no more is unpacked than is wanted.
            body += part if unpacker is None else unpacker.decompress(part, limit + 1 - len(body))
    except zlib.error as error:
        raise OSError("broken compression") from error
    return bytes(body[: limit + 1])
