import requests


def greet(base_url, name):
    reply = requests.post(base_url + "/hi", data={"name": name}, timeout=5)
    reply.raise_for_status()
    return reply.text


def greet_json(base_url, name):
    reply = requests.post(base_url + "/api/hi", json={"name": name}, timeout=5)
    reply.raise_for_status()
    return reply.json()["message"]
