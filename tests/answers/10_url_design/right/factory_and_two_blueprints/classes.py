from flask import Blueprint
from students import cut, roll

bp = Blueprint("classes", __name__, url_prefix="/classes/<int:class_no>")


@bp.get("/students")
def members(class_no):
    return cut([student for student in roll.values() if student["class"] == class_no])
