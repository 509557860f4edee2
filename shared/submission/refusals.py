"""A submission that is not taken, and what the operating system's errors mean for it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from shared.messages import submission as messages


class Refused(Exception):
    """The submission is not taken. `message` is a Korean sentence with a next step."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@contextmanager
def refusing(name: object) -> Generator[None, None, None]:
    """Turn errors of the operating system about `name` into refusals."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise Refused(messages.changed(name)) from None
    except PermissionError:
        raise Refused(messages.forbidden(name)) from None
    except OSError as error:
        raise Refused(messages.unreadable(name, error.strerror or type(error).__name__)) from error
