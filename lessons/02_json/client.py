"""02. JSON: 과제를 이 파일과 profile.json에서 풉니다."""

import json

import requests


def load_profile(path):
    """JSON 파일을 읽어 dict로 돌려줍니다."""
    # TODO 과제 2: path에 있는 파일을 열고 JSON을 Python의 값으로 바꾸세요.


def to_json(value):
    """Python의 값을 JSON 글로 바꾸어 돌려줍니다."""
    # TODO 과제 3: 한글이 그대로 보이게 하세요.


def send_profile(base_url, profile):
    """자기소개를 서버로 보내고, 서버의 답을 dict로 돌려줍니다."""
    # TODO 과제 4: POST /profiles를 JSON 본문과 함께 보내세요.


def parse_or_none(text):
    """JSON 글이면 그 값을, JSON이 아니면 None을 돌려줍니다."""
    # TODO 과제 5: JSON이 아닐 때 나는 예외를 잡으세요.


def json_type(value):
    """Python의 값이 JSON에서 무엇이 되는지 돌려줍니다."""
    # TODO 과제 6: null, boolean, number, string, array, object 가운데 하나입니다. 나머지는 TypeError입니다.


if __name__ == "__main__":
    print("함수를 하나 완성하면 이 아래에 print(함수 이름(...))을 적고 다시 실행해 보세요.")
    print('처음에는 이 줄이 좋습니다: print(load_profile("profile.json"))')
