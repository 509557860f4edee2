-- name: create_table
CREATE TABLE student_list (id INTEGER PRIMARY KEY, name TEXT DEFAULT ('이름' || ' ' || '없음'), phone_number TEXT, birth_date TEXT)

-- name: insert_one
INSERT INTO student_list (id, name, phone_number, birth_date)
VALUES (:id, :name, :phone_number, :birth_date);

-- name: insert_partial
-- 적지 않은 열에는 기본값이 들어갑니다. 기본값이 없는 열은 NULL이 됩니다.
INSERT INTO student_list (id, phone_number)
VALUES (:id, :phone_number);

-- name: all_ids
SELECT student_list.id FROM student_list ORDER BY id DESC;

-- name: by_id
SELECT * FROM student_list WHERE :id = id;

-- name: class_range
SELECT * FROM student_list WHERE NOT (id < :low OR id > :high);

-- name: oldest_first
SELECT * FROM (SELECT * FROM student_list WHERE birth_date IS NOT NULL ORDER BY birth_date)
UNION ALL SELECT * FROM student_list WHERE birth_date IS NULL;

-- name: rows_3_to_8
SELECT * FROM student_list AS s WHERE (SELECT count(*) FROM student_list AS t WHERE t.id <= s.id) BETWEEN 3 AND 8 ORDER BY s.id ASC;

-- name: name_starts_with
SELECT * FROM student_list WHERE id IN (SELECT id FROM student_list WHERE instr(name, :prefix) = 1);

-- name: no_birth_date
SELECT * FROM student_list WHERE ifnull(birth_date, '') = '';

-- name: change_phone
UPDATE student_list SET phone_number = :phone_number WHERE id = (SELECT id FROM student_list WHERE id = :id);

-- name: remove
DELETE FROM student_list WHERE id IN (SELECT id FROM student_list WHERE id = :id);

-- name: drop_table
DROP TABLE student_list;
