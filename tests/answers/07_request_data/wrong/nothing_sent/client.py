import requests


def greet(base_url, name):
    return f"Hello {name}"


def greet_json(base_url, name):
    return f"Hello {name}"
