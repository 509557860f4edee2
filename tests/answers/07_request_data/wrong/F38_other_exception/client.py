import requests


def greet(base_url, name):
    reply = requests.post(base_url + "/hi", data={"name": name}, timeout=5)
    if reply.status_code != 200:
        raise ValueError(reply.status_code)
    return reply.text


def greet_json(base_url, name):
    reply = requests.post(base_url + "/api/hi", json={"name": name}, timeout=5)
    if reply.status_code != 200:
        raise ValueError(reply.status_code)
    return reply.json()["message"]
