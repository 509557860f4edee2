CREATE TABLE IF NOT EXISTS student_list (
    id INTEGER,
    name TEXT NOT NULL DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT
);
