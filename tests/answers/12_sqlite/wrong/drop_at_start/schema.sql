DROP TABLE IF EXISTS student_list;

CREATE TABLE student_list (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT
);
