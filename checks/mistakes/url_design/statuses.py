"""Lesson 10: mistakes that the status alone gives away."""

from __future__ import annotations

from mistakes.url_design.tasks import ADDING, REMOVING, REPLACING, SHOWING
from shared.checking import KnownMistakes
from shared.messages.checking import status

known = KnownMistakes()

TAKEN_AGAIN = "이미 있는 번호인데 다시 받았습니다. 더하기 전에 그 번호가 있는지 보고, 있으면 409로 답하세요."
NOT_CHECKED = "잘못된 학생을 받았습니다. 세 필드가 모두 있고 알맞은지 먼저 확인하고, 아니면 400으로 답하세요."
PUT_CREATES = "없는 학생에게 PUT을 보냈는데 받았습니다. 이 API의 PUT은 있는 학생만 바꿉니다. 없으면 404로 답하세요."
NOT_FOUND = "없는 학생은 400이 아니라 404(Not Found)로 답합니다. 400은 요청의 모양이 잘못되었다는 뜻입니다."
STATUS_FORGOTTEN = "없는 학생인데 200으로 답했습니다. 오류에는 상태 코드도 정하세요: `abort(404)`"
DELETED = '지웠을 때는 200이 아니라 204(No Content)이고, 본문이 없습니다. `return "", 204`처럼 쓰세요.'

STATUS_MISTAKES = (
    (ADDING, 201, 200, "status-200", "새로 만들었을 때의 상태 코드는 200이 아니라 201(Created)입니다."),
    (ADDING, 409, 200, "overwrites", TAKEN_AGAIN),
    (ADDING, 409, 201, "overwrites", TAKEN_AGAIN),
    (ADDING, 409, 400, "F31", "이미 있는 번호는 400이 아니라 409(Conflict)로 답합니다."),
    (ADDING, 400, 200, "not-checked", NOT_CHECKED),
    (ADDING, 400, 201, "not-checked", NOT_CHECKED),
    (REPLACING, 200, 201, "put-201", "바꾸었을 때는 200입니다. 201은 새로 만들었을 때 씁니다."),
    (REPLACING, 404, 201, "put-creates", PUT_CREATES),
    (REPLACING, 404, 200, "put-creates", PUT_CREATES),
    (REPLACING, 404, 400, "F31", NOT_FOUND),
    (REPLACING, 400, 200, "not-checked", NOT_CHECKED),
    (SHOWING, 404, 200, "error-with-200", STATUS_FORGOTTEN),
    (SHOWING, 404, 400, "F31", NOT_FOUND),
    (REMOVING, 204, 200, "delete-200", DELETED),
    (REMOVING, 404, 200, "error-with-200", STATUS_FORGOTTEN),
    (REMOVING, 404, 204, "delete-nobody", "없는 학생인데 204로 답했습니다. 없으면 404로 답하세요."),
    (REMOVING, 404, 400, "F31", NOT_FOUND),
)
"""The task, the status that is expected, the one that came, the id and the message."""


def tell_by_status(task, expected, got, slug, message):
    """Add a mistake that is known by the status that came for the one expected."""

    @known(task, id=slug, says=message)
    def status_came(reply, failure):
        return reply.status == got and failure.expected == status(expected)


for mistake in STATUS_MISTAKES:
    tell_by_status(*mistake)
