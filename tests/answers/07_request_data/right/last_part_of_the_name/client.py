import json
import urllib.error
import urllib.parse
import urllib.request

import requests


def _send(url, body, media_type):
    request = urllib.request.Request(url, data=body, headers={"Content-Type": media_type}, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=8) as answer:
            return answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        raise requests.HTTPError(str(error)) from error


def greet(base_url, name):
    body = urllib.parse.urlencode({"name": name}).encode("ascii")
    return _send(base_url + "/hi", body, "application/x-www-form-urlencoded")


def greet_json(base_url, name):
    body = json.dumps({"name": name}).encode("utf-8")
    return json.loads(_send(base_url + "/api/hi", body, "application/json; charset=utf-8"))["message"]
