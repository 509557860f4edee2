import codecs
import json

import requests

FIRST = {"n": "null", "t": "boolean", "f": "boolean", '"': "string", "[": "array", "{": "object"}


def load_profile(path):
    with codecs.open(path, "r", "utf-8-sig") as file:
        profile = json.load(file)
    print("읽었습니다:", profile)
    return profile


def to_json(value):
    return json.dumps(value, ensure_ascii=False, indent=4)


def send_profile(base_url, profile):
    with requests.Session() as session:
        reply = session.post(f"{base_url}/profiles", json=profile, timeout=5)
        return json.loads(reply.text)


def parse_or_none(text):
    decoder = json.JSONDecoder()
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        print(f"{error.lineno}번째 줄: {error.msg}")
    else:
        return value


def json_type(value):
    return FIRST.get(json.dumps(value)[0], "number")
