"""The pinned socket.io-client for tests, as npm gives it: `from tests.npm import client, package` in a `conftest.py`.

Without npm, or without a way to where it has its packages from, the test is skipped with the reason; in CI it fails.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from shared.lessons import client_script, local_copies
from tests.needs import IN_CI

SECONDS = 120


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package and all it needs in its `node_modules`; the next run finds it again."""
    kept = Path(tempfile.gettempdir()) / f"workbook-{client_script.PACKAGE}"
    if _is_whole(kept):
        return kept
    npm = shutil.which("npm")
    if npm is None:
        _cannot("npm is not installed")
    folder = tmp_path_factory.mktemp("npm")
    command = [str(npm), "install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]
    ran = subprocess.run(
        [*command, client_script.PACKAGE], cwd=folder, capture_output=True, check=False, timeout=SECONDS
    )
    if ran.returncode != 0:
        _cannot(f"npm cannot install {client_script.PACKAGE}: {ran.stderr.decode('utf-8', 'replace')[-300:]}")
    try:
        return folder.rename(kept)
    except OSError:  # another worker was faster, or the folder is on another disk
        return folder


@pytest.fixture(scope="session")
def client(package: Path) -> bytes:
    """The script for pages, out of that package."""
    content = _script(package).read_bytes()
    assert client_script.is_genuine(content)
    return content


@pytest.fixture(scope="session")
def laid_client(client: bytes) -> None:
    """This checkout has its copies, as after `python workbook.py offline`; git does not look at them."""
    local_copies.lay(fetch=lambda: (client_script.PACKAGE, client))


def _cannot(reason: str) -> None:
    pytest.fail(reason) if IN_CI else pytest.skip(reason)


def _script(folder: Path) -> Path:
    return folder / "node_modules" / "socket.io-client" / "dist" / client_script.NAME


def _is_whole(folder: Path) -> bool:
    return _script(folder).is_file() and client_script.is_genuine(_script(folder).read_bytes())
