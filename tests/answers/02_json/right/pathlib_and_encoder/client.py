import json
from pathlib import Path

import requests

TYPES = {type(None): "null", bool: "boolean", int: "number", float: "number", str: "string"}
TYPES |= {list: "array", tuple: "array", dict: "object"}


def load_profile(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def to_json(value):
    return json.JSONEncoder(ensure_ascii=False, indent=2).encode(value)


def send_profile(base_url, profile):
    body = json.dumps(profile, ensure_ascii=False).encode("utf-8")
    headers = {"Content-Type": "application/json; charset=utf-8"}
    return requests.post(base_url + "/profiles", data=body, headers=headers, timeout=3).json()


def parse_or_none(text):
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    return value


def json_type(value):
    if type(value) not in TYPES:
        raise TypeError(type(value).__name__)
    return TYPES[type(value)]
