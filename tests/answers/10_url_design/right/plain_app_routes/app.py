from flask import Flask, request

app = Flask(__name__)
people = []


def error(text, status):
    return {"error": text}, status


def look_up(number):
    for person in people:
        if person["id"] == number:
            return person
    return None


def problem_with(data):
    if not isinstance(data, dict):
        return "an object, please"
    for key in ["id", "class"]:
        if type(data.get(key)) is not int or data[key] < 1:
            return f"{key} must be a whole number"
    if type(data.get("name")) is not str or not data["name"].strip():
        return "name must be text"
    return None


def page(rows):
    page = request.args.get("page", default=1, type=int)
    size = request.args.get("size", default=20, type=int)
    if page < 1:
        page = 1
    if size < 1:
        size = 20
    size = min(size, 100)
    begin = (page - 1) * size
    return {"students": rows[begin:begin + size]}


@app.route("/students", methods=["GET", "POST"])
def students():
    if request.method == "POST":
        data = request.get_json(silent=True)
        problem = problem_with(data)
        if problem:
            return error(problem, 400)
        if look_up(data["id"]):
            return error("already there", 409)
        people.append(data)
        return data, 201, {"Location": f"/students/{data['id']}"}
    wanted = request.args.get("class", type=int)
    return page([person for person in people if wanted is None or person["class"] == wanted])


@app.route("/students/<int:number>", methods=["GET", "PUT", "DELETE"])
def student(number):
    person = look_up(number)
    if person is None:
        return error("no such student", 404)
    if request.method == "PUT":
        data = request.get_json(silent=True)
        problem = problem_with(data)
        if problem is None and data["id"] != number:
            problem = "another id"
        if problem:
            return error(problem, 400)
        person.clear()
        person.update(data)
    if request.method == "DELETE":
        people.remove(person)
        return "", 204
    return person


@app.route("/classes/<int:number>/students")
def of_class(number):
    return page([person for person in people if person["class"] == number])


@app.errorhandler(400)
@app.errorhandler(404)
@app.errorhandler(405)
@app.errorhandler(415)
def any_error(e):
    return error(e.description, e.code)


if __name__ == "__main__":
    app.run(debug=True)
