"""Why an installation failed, in one Korean sentence with a way out. Pure: reads a log's text or an error number."""

import errno
import re
import sys

from shared.messages import installing as messages

_NO_SPACE = re.compile(r"No space left on device|Errno 28\b|Disk quota|WinError 112\b|not enough space", re.I)
_TOO_LONG = re.compile(r"Windows Long Path support|WinError 206\b|Errno 36\b")
_CERTIFICATE = re.compile(r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLError\(", re.I)
_NETWORK = re.compile(
    r"WARNING: Retrying|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|ConnectionResetError|IncompleteRead"
    r"|Connection aborted|Temporary failure in name resolution|getaddrinfo failed|Network is unreachable"
    r"|from versions: none|Could not fetch URL",
    re.I,
)
_DENIED = re.compile(r"Errno 13\b|Errno 1\b|Errno 30\b|WinError 5\b|Permission denied|Read-only file system", re.I)
_BUILD = re.compile(r"Failed building wheel|Failed to build|metadata-generation-failed|Microsoft Visual C\+\+", re.I)
_ERROR = re.compile(r"^\s*ERROR: (.+)$", re.M)


class Refused(Exception):
    """The installation cannot go on; the message is the Korean sentence to show."""


def of_log(text: str, root: str, log: str) -> str:
    """The sentence for a failed pip, from the most certain cause to the least."""
    if _NO_SPACE.search(text):
        return messages.disk_full(root)
    if _TOO_LONG.search(text):
        return messages.path_too_long(root)
    if _CERTIFICATE.search(text):
        return messages.intercepted(log)
    if _BUILD.search(text):
        return messages.cannot_build(f"{sys.version_info[0]}.{sys.version_info[1]}", log)
    if _NETWORK.search(text):
        return messages.offline(log)
    if _DENIED.search(text):
        return messages.not_writable(root)
    reasons = _ERROR.findall(text)
    return messages.install_failed(reasons[-1] if reasons else "", log)


def of_venv(text: str, root: str, log: str) -> str:
    """The sentence for a ``.venv`` that could not be made."""
    if _NO_SPACE.search(text):
        return messages.disk_full(root)
    return messages.not_writable(root) if _DENIED.search(text) else messages.venv_failed(log)


def of_error(error: OSError, root: str) -> str:
    """The sentence for what the operating system refused."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)) or getattr(error, "winerror", None) == 112:
        return messages.disk_full(root)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return messages.not_writable(root)
    return messages.failed(error.strerror or str(error), root)
