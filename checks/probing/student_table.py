"""Lesson 11: the table of students that a query is run on: made-up rows, and the SQL that puts them there."""

from __future__ import annotations

COLUMNS = ("id", "name", "phone_number", "birth_date")
DEFAULT = "이름 없음"


def students(fresh, ids=None, names=None):
    """A random table in which the traps are: several without a date, and some with one date."""
    count = len(ids or ()) or fresh.integer(13, 15)
    ids = ids or [10_000 * grade + fresh.integer(100, 999) for grade in fresh.sample(range(1, 9), min(count, 8))]
    while len(ids) < count:
        ids = list(dict.fromkeys([*ids, fresh.integer(10_000, 98_999)]))
    fresh.rng.shuffle(ids)
    rows = [student(fresh, id=id) for id in ids]
    names = [*(names or ()), *(row[1] for row in rows)][:count]
    dates = [row[3] for row in rows]
    dates[0] = dates[1] = None
    dates[3] = dates[2]
    fresh.rng.shuffle(dates)
    return [(row[0], name, row[2], date) for row, name, date in zip(rows, names, dates, strict=True)]


def student(fresh, id=None):
    """One row of the table."""
    date = f"{fresh.integer(2007, 2012)}-{fresh.integer(1, 12):02}-{fresh.integer(1, 28):02}"
    return (fresh.integer(10_000, 98_999) if id is None else id, fresh.name(), phone(fresh), date)


def phone(fresh):
    """A number that cannot be dialled."""
    return f"010-0000-{fresh.integer(0, 9999):04}"


def by_id(rows):
    """Rows in the order of their ids."""
    return sorted(rows, key=lambda row: row[0])


def counted(rows):
    """Rows without their order; 1 and 1.0 differ."""
    return sorted(map(repr, rows))


def literal(value):
    """A value as it is written in SQL."""
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def inserts(rows):
    """Statements that put these rows into the table."""
    names = ", ".join(COLUMNS)
    return "".join(f"INSERT INTO student_list ({names}) VALUES ({', '.join(map(literal, row))});" for row in rows)
