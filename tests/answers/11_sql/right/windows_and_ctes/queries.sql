-- name: create_table
CREATE TABLE student_list (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
  name TEXT DEFAULT '이름 없음' COLLATE NOCASE,
  phone_number TEXT UNIQUE,
  birth_date TEXT CHECK (birth_date LIKE '____-__-__')
) STRICT;

-- name: insert_one
INSERT INTO student_list (id, name, phone_number, birth_date)
SELECT :id, :name, :phone_number, :birth_date;

-- name: insert_partial
INSERT INTO student_list (id, phone_number) VALUES (:id, :phone_number) RETURNING name, birth_date;

-- name: all_ids
WITH ids AS (SELECT id FROM student_list) SELECT id FROM ids;

-- name: by_id
WITH wanted (id) AS (VALUES (:id))
SELECT s.* FROM student_list AS s JOIN wanted USING (id);

-- name: class_range
SELECT s.* FROM student_list s JOIN (SELECT :low AS low, :high AS high) r ON s.id BETWEEN r.low AND r.high;

-- name: oldest_first
SELECT * FROM student_list ORDER BY coalesce(birth_date, '9999-99-99'), name DESC;

-- name: rows_3_to_8
WITH numbered AS (SELECT *, row_number() OVER (ORDER BY id) AS place FROM student_list)
SELECT id, name, phone_number, birth_date FROM numbered WHERE place BETWEEN 3 AND 8 ORDER BY place;

-- name: name_starts_with
SELECT * FROM student_list WHERE name LIKE replace(replace(:prefix, '%', '!%'), '_', '!_') || '%' ESCAPE '!';

-- name: no_birth_date
SELECT * FROM student_list EXCEPT SELECT * FROM student_list WHERE birth_date IS NOT NULL;

-- name: change_phone
UPDATE student_list SET phone_number = CASE id WHEN :id THEN :phone_number ELSE phone_number END;

-- name: remove
DELETE FROM student_list WHERE id = (SELECT :id);

-- name: drop_table
DROP TABLE student_list;
