from flask import Flask, render_template_string, request

from user_routes import bp

app = Flask(__name__)
app.register_blueprint(bp)


@app.get("/hello")
def hello():
    return "Hello"


@app.get("/greet")
def greet():
    return render_template_string("<h1>Hello {{ name or '손님' }}</h1>", name=request.args.get("userName"))


if __name__ == "__main__":
    app.run(debug=True)
