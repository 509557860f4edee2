"""The Socket.IO client that pages load: one pinned version, from its CDN or through npm, believed by its hash alone."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from shared.messages import offline as words

NAME = "socket.io.esm.min.js"
VERSION = "4.8.3"
ADDRESS = f"https://cdn.socket.io/{VERSION}/{NAME}"
PACKAGE = f"socket.io-client@{VERSION}"
INTEGRITY = "sha384-uiKFVuk6TtjKJQgzdLlVA8XuSl+Bkfxu8d0AZbU7zATXqdXSi4q8R6ClYQ/petqS"
"""As browsers write it (W3C Subresource Integrity), and as it stands in the pages of the lessons."""

CDN_SECONDS = 10.0
NPM_SECONDS = 120.0
MOST_BYTES = 1024 * 1024


class NotHad(Exception):
    """The script could not be had. `reasons` are pairs of a source and a sentence about it."""

    def __init__(self, *reasons: tuple[str, str]) -> None:
        super().__init__(" ".join(sentence for _, sentence in reasons))
        self.reasons = reasons


def integrity(content: bytes) -> str:
    """The hash of a content, in the form of `INTEGRITY`."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode("ascii")


def is_genuine(content: bytes) -> bool:
    """Whether this is the script, to the last byte."""
    return integrity(content) == INTEGRITY


def fetch(sources: tuple[Callable[[], tuple[str, bytes]], ...] = ()) -> tuple[str, bytes]:
    """The script from the first source that has it: the place it came from, and the content.

    Raises:
        NotHad: no source has it, with what each said.
    """
    reasons: list[tuple[str, str]] = []
    for source in sources or (from_cdn, from_npm):
        try:
            return source()
        except NotHad as missing:
            reasons += missing.reasons
    raise NotHad(*reasons)


def from_cdn(address: str = ADDRESS) -> tuple[str, bytes]:
    """The file as Socket.IO's own CDN gives it to browsers.

    Raises:
        NotHad: it cannot be reached, or gives something else.
    """
    import requests  # with the certificates of its own that a plain Python on macOS lacks

    try:
        with requests.get(address, timeout=CDN_SECONDS, stream=True) as reply:
            content = reply.raw.read(MOST_BYTES, decode_content=True)
    except (requests.RequestException, OSError) as error:
        raise NotHad((words.CDN, words.unreachable(type(error).__name__))) from error
    if reply.status_code != 200:
        raise NotHad((words.CDN, words.refused(reply.status_code)))
    return address, _genuine(content, words.CDN)


def from_npm() -> tuple[str, bytes]:
    """The same file out of the package, which npm packs into a folder that is thrown away; nothing is installed.

    Raises:
        NotHad: npm is missing or fails, or gives something else.
    """
    npm = shutil.which("npm")  # the whole path, for on Windows it is npm.cmd
    if npm is None:
        raise NotHad((words.NPM, words.NO_NPM))
    with tempfile.TemporaryDirectory(prefix="workbook-", ignore_cleanup_errors=True) as folder:
        command = [npm, "pack", PACKAGE, "--silent", "--ignore-scripts"]
        try:
            ran = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=NPM_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise NotHad((words.NPM, words.NPM_SLOW)) from error
        except OSError as error:
            raise NotHad((words.NPM, words.npm_failed(type(error).__name__))) from error
        packed = sorted(Path(folder).glob("*.tgz"))
        if ran.returncode != 0 or not packed:
            said = ran.stderr.decode("utf-8", "replace").strip().splitlines()
            raise NotHad((words.NPM, words.npm_failed(said[-1][:200] if said else "")))
        return PACKAGE, _genuine(_unpacked(packed[0]), words.NPM)


def _unpacked(package: Path) -> bytes:
    try:
        with tarfile.open(package) as tar:
            member = tar.extractfile(f"package/dist/{NAME}")
            return member.read(MOST_BYTES) if member else b""
    except (KeyError, tarfile.TarError, OSError, EOFError) as error:
        raise NotHad((words.NPM, words.NOT_IN_PACKAGE)) from error


def _genuine(content: bytes, source: str) -> bytes:
    if not is_genuine(content):
        raise NotHad((source, words.OTHER_CONTENT))
    return content
