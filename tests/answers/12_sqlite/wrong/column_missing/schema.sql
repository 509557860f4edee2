CREATE TABLE IF NOT EXISTS student_list (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '이름 없음',
    phone TEXT,
    birth_date TEXT
);
