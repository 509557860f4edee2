"""Every page asks for the one pinned Socket.IO client, and demands its hash of the CDN and of the local copy alike."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from shared.lessons import client_script
from shared.lessons.local_copies import places

PAGES = [path.parents[1] for path in places()]


def test_lessons_and_solutions_have_such_pages() -> None:
    assert len(PAGES) >= 6 and {page.parent.name for page in PAGES} == {"lessons", "solutions"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.name}")
def test_page_demands_the_pinned_script(page: Path) -> None:
    html = (page / "templates" / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="importmap">(.*?)</script>', html, re.S)
    assert found
    local = "{{ url_for('static', filename='" + client_script.NAME + "') }}"
    wanted = dict.fromkeys((local, client_script.ADDRESS), client_script.INTEGRITY)
    assert json.loads(found[1]) == {"integrity": wanted}
    script = (page / "static" / "index.js").read_text(encoding="utf-8")
    assert re.findall(r'"(https?://[^"]+)"', script) == [client_script.ADDRESS]
    assert f'new URL("{client_script.NAME}", import.meta.url)' in script
