import requests

session = requests.Session()


def greet(base_url, name):
    with session.post(f"{base_url}/hi", data={"name": name}, timeout=(3, 10)) as response:
        response.raise_for_status()
        return response.content.decode("utf-8")


def greet_json(base_url, name):
    with session.post(f"{base_url}/api/hi", json={"name": name, "lang": "ko"}, timeout=(3, 10)) as response:
        response.raise_for_status()
        return response.json()["message"]
