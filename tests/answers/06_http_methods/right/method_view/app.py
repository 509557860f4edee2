from flask import Flask, abort, jsonify, request
from flask.views import MethodView
from markupsafe import escape

app = Flask(__name__)
names = set()


def wanted(key):
    value = request.args.get(key)
    return value if value else abort(400)


class UserView(MethodView):
    def get(self):
        name = wanted("userName")
        return jsonify(name=name) if name in names else abort(404)

    def post(self):
        name = wanted("userName")
        if name in names:
            abort(409)
        names.add(name)
        return jsonify(name=name, made=True), 201, {"Location": "/user"}

    def put(self):
        old, new = wanted("userName"), wanted("newName")
        if old not in names:
            abort(404)
        if new in names:
            abort(409)
        names.remove(old)
        names.add(new)
        return jsonify(name=new)

    def delete(self):
        name = wanted("userName")
        if name not in names:
            abort(404)
        names.discard(name)
        return app.response_class(status=204)


class HelloView(MethodView):
    def get(self):
        return "Hello"


app.add_url_rule("/user", view_func=UserView.as_view("user"))
app.add_url_rule("/hello", view_func=HelloView.as_view("hello"))


@app.route("/greet")
def greet():
    return f"<p>Hello <b>{escape(request.args.get('userName') or '손님')}</b></p>"


if __name__ == "__main__":
    app.run(debug=True)
