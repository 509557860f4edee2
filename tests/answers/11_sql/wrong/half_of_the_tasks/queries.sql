-- name: create_table
CREATE TABLE student_list (
    id INTEGER PRIMARY KEY,
    name TEXT DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT
);

-- name: insert_one
INSERT INTO student_list (id, name, phone_number, birth_date)
VALUES (:id, :name, :phone_number, :birth_date);

-- name: insert_partial
-- 적지 않은 열에는 기본값이 들어갑니다. 기본값이 없는 열은 NULL이 됩니다.
INSERT INTO student_list (id, phone_number)
VALUES (:id, :phone_number);

-- name: all_ids
SELECT id FROM student_list;

-- name: by_id
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE id = :id;

-- name: class_range
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE id BETWEEN :low AND :high;

-- name: oldest_first
-- TODO 과제 7

-- name: rows_3_to_8
-- TODO 과제 8

-- name: name_starts_with
-- TODO 과제 9

-- name: no_birth_date
-- TODO 과제 10

-- name: change_phone
-- TODO 과제 11

-- name: remove
-- TODO 과제 12

-- name: drop_table
-- TODO 과제 13
