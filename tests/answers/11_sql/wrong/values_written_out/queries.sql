-- name: create_table
CREATE TABLE student_list (
    id INTEGER PRIMARY KEY,
    name TEXT DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT
);

-- name: insert_one
INSERT INTO student_list (id, name, phone_number, birth_date) VALUES (99013, '김하늘', '010-0000-0013', '2009-03-02');

-- name: insert_partial
-- 적지 않은 열에는 기본값이 들어갑니다. 기본값이 없는 열은 NULL이 됩니다.
INSERT INTO student_list (id, phone_number)
VALUES (:id, :phone_number);

-- name: all_ids
SELECT id FROM student_list;

-- name: by_id
SELECT * FROM student_list WHERE id = 10103;

-- name: class_range
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE id BETWEEN :low AND :high;

-- name: oldest_first
-- 앞의 것이 먼저입니다: 생일이 있으면 0, 없으면 1.
SELECT id, name, phone_number, birth_date
FROM student_list
ORDER BY birth_date IS NULL, birth_date;

-- name: rows_3_to_8
SELECT id, name, phone_number, birth_date
FROM student_list
ORDER BY id
LIMIT 6 OFFSET 2;

-- name: name_starts_with
-- 역슬래시, %, _ 앞에 역슬래시를 붙여서 글자 그대로 찾습니다. 역슬래시를 가장 먼저 바꿉니다.
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE name LIKE replace(replace(replace(:prefix, '\', '\\'), '%', '\%'), '_', '\_') || '%' ESCAPE '\';

-- name: no_birth_date
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE birth_date IS NULL;

-- name: change_phone
UPDATE student_list
SET phone_number = :phone_number
WHERE id = :id;

-- name: remove
DELETE FROM student_list
WHERE id = :id;

-- name: drop_table
DROP TABLE student_list;
