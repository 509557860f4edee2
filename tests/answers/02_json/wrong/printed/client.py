import json

import requests


def load_profile(path):
    with open(path, encoding="utf-8") as file:
        print(json.load(file))


def to_json(value):
    print(json.dumps(value, ensure_ascii=False))


def send_profile(base_url, profile):
    print(requests.post(f"{base_url}/profiles", json=profile, timeout=5).json())


def parse_or_none(text):
    try:
        print(json.loads(text))
    except json.JSONDecodeError:
        print(None)


def json_type(value):
    if value is None:
        print("null")
    elif isinstance(value, str):
        print("string")
