"""07. 요청 데이터: 과제 4와 5를 이 파일에서 풉니다."""

import requests


def greet(base_url, name):
    """base_url의 /hi에 name을 폼으로 보내고, 응답의 글을 돌려줍니다."""
    # TODO 과제 4: 이 함수를 완성하세요.


def greet_json(base_url, name):
    """base_url의 /api/hi에 name을 JSON으로 보내고, 응답의 message 값을 돌려줍니다."""
    # TODO 과제 5: 이 함수를 완성하세요.
