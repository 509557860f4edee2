"""JSON in files, in text and over HTTP: every task is one function."""

import json
from typing import Any

import requests

TIMEOUT = 5  # seconds


def load_profile(path: str) -> dict[str, Any]:
    """Read a JSON file."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def to_json(value: Any) -> str:
    """Write a value as JSON that people can read."""
    return json.dumps(value, ensure_ascii=False)


def send_profile(base_url: str, profile: dict[str, Any]) -> dict[str, Any]:
    """Send a profile and give what the server replies."""
    response = requests.post(f"{base_url}/profiles", json=profile, timeout=TIMEOUT)
    response.raise_for_status()
    return response.json()


def parse_or_none(text: str) -> Any:
    """Give the value of a JSON text; None where it is no JSON (or null)."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return None


def json_type(value: Any) -> str:
    """Name the JSON type that a Python value becomes."""
    if value is None:
        return "null"
    if isinstance(value, bool):  # before the numbers, because True is an int in Python
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    if isinstance(value, list | tuple):
        return "array"
    if isinstance(value, dict):
        return "object"
    raise TypeError(f"no JSON type for {type(value).__name__}")


if __name__ == "__main__":
    BASE_URL = "http://127.0.0.1:5000"  # python server.py must be running
    profile = load_profile("profile.json")
    print(to_json(profile))
    for key, value in profile.items():
        print(key, json_type(value))
    print(parse_or_none("[1, 2.5]"), parse_or_none("[1, 2.5,]"))
    print(send_profile(BASE_URL, profile))
