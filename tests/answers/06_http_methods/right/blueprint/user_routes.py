from flask import Blueprint, abort, request

bp = Blueprint("user", __name__, url_prefix="/user")
people = []


def find(name):
    for person in people:
        if person["name"] == name:
            return person
    return None


def param(key):
    # the square brackets answer 400 for a missing name, an empty one has to be looked at
    return request.args[key] or abort(400)


@bp.get("")
def show():
    return find(param("userName")) or abort(404)


@bp.post("")
def add():
    name = param("userName")
    if find(name):
        abort(409)
    people.append({"id": len(people) + 1, "name": name})
    return people[-1], 201


@bp.put("")
def rename():
    old, new = param("userName"), param("newName")
    person = find(old) or abort(404)
    if find(new):
        abort(409)
    person["name"] = new
    return person


@bp.delete("")
def remove():
    person = find(param("userName")) or abort(404)
    people.remove(person)
    return "", 204
