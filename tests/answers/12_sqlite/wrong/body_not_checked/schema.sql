CREATE TABLE IF NOT EXISTS student_list (
    id INTEGER PRIMARY KEY,
    name TEXT,
    phone_number TEXT,
    birth_date TEXT
);
