import requests


def greet(base_url, name):
    reply = requests.post("http://127.0.0.1:5000" + "/hi", data={"name": name}, timeout=5)
    reply.raise_for_status()
    return reply.text


def greet_json(base_url, name):
    reply = requests.post("http://127.0.0.1:5000" + "/api/hi", json={"name": name}, timeout=5)
    reply.raise_for_status()
    return reply.json()["message"]
