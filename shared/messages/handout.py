"""What stands around the table of differences between the handout and the workbook."""

from __future__ import annotations

import re

HEADING = "핸드아웃"
DIFFERENT = "핸드아웃과 다르게 읽을 곳"
STANDS_FOR = re.compile(r"핸드아웃의? (.+?)[을를] 다룹니다")

TITLE = "# 핸드아웃과 함께 읽기"
INTRODUCTION = (
    "동아리의 핸드아웃을 먼저 읽는 사람을 위한 표입니다.",
    "핸드아웃의 코드를 모두 실행해 보고, 설명과 결과가 다른 곳을 모았습니다.",
    "핸드아웃의 절 번호로 찾아보세요. 검사 결과에 나오는 `F7` 같은 번호는 표의 맨 오른쪽에 있습니다.",
)
LESSONS = "## 어느 레슨인가요"
LESSONS_HEAD = ("| 레슨 | 핸드아웃의 절 |", "|---|---|")
CHAPTERS = {(): "여러 곳", (2,): "2. REST", (3,): "3. Flask", (4,): "4. SQL", (5,): "5. Socket.IO"}
HEAD = ("| 절 | 핸드아웃에는 | 실제로는 | 레슨 | 번호 |", "|---|---|---|---|---|")
