"""What pip says, and the sentence that a learner gets for it."""

import errno

import pytest

from shared.bootstrap import diagnosis

CASES = {
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device": "공간이 없습니다",
    "ERROR: Could not install packages due to an OSError: [WinError 112] ...": "공간이 없습니다",
    "HINT: ... since this system does not have Windows Long Path support enabled.": "너무 깁",
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed": "안전하게 연결",
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError(...)'": "인터넷 연결을 확인",
    "ERROR: Could not find a version that satisfies the requirement x (from versions: none)": "인터넷 연결을 확인",
    "pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.": "인터넷 연결을 확인",
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: 'x'": "쓸 수 없습니다",
    "ERROR: [WinError 5] Access is denied: 'C:\\\\x'": "쓸 수 없습니다",
    "error: Microsoft Visual C++ 14.0 or greater is required.\nERROR: Failed building wheel for x": "이 파이썬에 맞는",
    "ERROR: Something new": "pip이 알린 이유: Something new",
    "": "이 파일을 선생님에게",
}


@pytest.mark.parametrize(("text", "sentence"), CASES.items())
def test_a_known_cause_gets_its_sentence(text: str, sentence: str) -> None:
    assert sentence in diagnosis.of_log(f"Collecting x\n{text}\n", "/워크북", "/워크북/install.log")


def test_a_certificate_problem_is_not_taken_for_no_network() -> None:
    text = "WARNING: Retrying after connection broken by 'SSLError(SSLCertVerificationError(1, 'certificate"
    assert "안전하게 연결" in diagnosis.of_log(text, "/워크북", "/log")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "공간"), (errno.EACCES, "쓸 수 없"), (errno.EROFS, "쓸 수 없"), (errno.EIO, "준비하지 못")],
)
def test_what_the_operating_system_refuses_gets_a_sentence(number: int, sentence: str) -> None:
    assert sentence in diagnosis.of_error(OSError(number, "words of the system"), "/워크북")


def test_an_environment_that_cannot_be_made_points_to_the_log() -> None:
    assert "/log" in diagnosis.of_venv("Error: something new", "/워크북", "/log")
