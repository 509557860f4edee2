import requests


def _post(url, **body):
    answer = requests.request("POST", url, timeout=4, **body)
    if not answer.ok:
        raise requests.HTTPError(f"{answer.status_code} from {url}", response=answer)
    return answer


def greet(base_url, name):
    return _post(f"{base_url}/hi", data=[("name", name)]).text


def greet_json(base_url, name):
    return _post(f"{base_url}/api/hi", json={"name": name}).json().get("message")
