import sqlite3

from db import close_db, get_db, init_db
from flask import Flask, abort, request

app = Flask(__name__)
init_db()
app.teardown_appcontext(close_db)


if __name__ == "__main__":
    app.run(debug=True)
