from flask import Flask

app = Flask(__name__, static_folder="files", static_url_path="/static")

if __name__ == "__main__":
    app.run(debug=True)
