"""A client that sends a name as a form and as JSON, and gives the greeting back."""

import requests

TIMEOUT = 5  # seconds


def greet(base_url: str, name: str) -> str:
    """Send the name as a form and give the answer's text. A refused answer raises requests.HTTPError."""
    reply = requests.post(f"{base_url}/hi", data={"name": name}, timeout=TIMEOUT)
    reply.raise_for_status()
    return reply.text


def greet_json(base_url: str, name: str) -> str:
    """Send the name as JSON and give the message of the answer. A refused answer raises requests.HTTPError."""
    reply = requests.post(f"{base_url}/api/hi", json={"name": name}, timeout=TIMEOUT)
    reply.raise_for_status()
    return reply.json()["message"]
