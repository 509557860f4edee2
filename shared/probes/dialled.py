"""A requests session whose connections are made by a `Dial`: they lead to the submission and nowhere else."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool


def session(dial: Callable[[], socket.socket]) -> requests.Session:
    """A session that knows no proxies and dials for itself."""
    made = requests.Session()
    made.trust_env = False
    made.mount("http://", _Adapter(dial))
    return made


class _Adapter(HTTPAdapter):
    def __init__(self, dial: Callable[[], socket.socket]) -> None:
        class Connection(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return dial()

        class Pool(HTTPConnectionPool):
            ConnectionCls = Connection

        self._pool = Pool
        super().__init__(max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": self._pool}
