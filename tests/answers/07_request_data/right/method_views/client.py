import requests


def greet(base_url, name):
    reply = requests.post(f"{base_url}/hi", files={"name": (None, name)}, timeout=5)
    reply.raise_for_status()
    return reply.text


def greet_json(base_url, name):
    reply = requests.post(f"{base_url}/api/hi", json=dict(name=name), timeout=5)
    if reply.status_code != 200:
        reply.raise_for_status()
    return reply.json()["message"]
