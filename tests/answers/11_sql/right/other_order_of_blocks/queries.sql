-- "따옴표"; 그리고 '이것도;

-- NAME: drop_table
DROP TABLE student_list;

--name:remove
/* 한 줄; "둘" */
DELETE FROM student_list
WHERE id = :id; -- 끝; 'x

--name:change_phone
/* 한 줄; "둘" */
UPDATE student_list
SET phone_number = :phone_number
WHERE id = :id; -- 끝; 'x

--name:no_birth_date
/* 한 줄; "둘" */
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE birth_date IS NULL; -- 끝; 'x

--name:name_starts_with
/* 한 줄; "둘" */
-- 역슬래시, %, _ 앞에 역슬래시를 붙여서 글자 그대로 찾습니다. 역슬래시를 가장 먼저 바꿉니다.
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE name LIKE replace(replace(replace(:prefix, '\', '\\'), '%', '\%'), '_', '\_') || '%' ESCAPE '\'; -- 끝; 'x

--name:rows_3_to_8
/* 한 줄; "둘" */
SELECT id, name, phone_number, birth_date
FROM student_list
ORDER BY id
LIMIT 6 OFFSET 2; -- 끝; 'x

--name:oldest_first
/* 한 줄; "둘" */
-- 앞의 것이 먼저입니다: 생일이 있으면 0, 없으면 1.
SELECT id, name, phone_number, birth_date
FROM student_list
ORDER BY birth_date IS NULL, birth_date; -- 끝; 'x

--name:class_range
/* 한 줄; "둘" */
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE id BETWEEN :low AND :high; -- 끝; 'x

--name:by_id
/* 한 줄; "둘" */
SELECT id, name, phone_number, birth_date
FROM student_list
WHERE id = :id; -- 끝; 'x

--name:all_ids
/* 한 줄; "둘" */
SELECT id FROM student_list; -- 끝; 'x

--name:insert_partial
/* 한 줄; "둘" */
-- 적지 않은 열에는 기본값이 들어갑니다. 기본값이 없는 열은 NULL이 됩니다.
INSERT INTO student_list (id, phone_number)
VALUES (:id, :phone_number); -- 끝; 'x

--name:insert_one
/* 한 줄; "둘" */
INSERT INTO student_list (id, name, phone_number, birth_date)
VALUES (:id, :name, :phone_number, :birth_date); -- 끝; 'x

--name:create_table
/* 한 줄; "둘" */
CREATE TABLE student_list (
    id INTEGER PRIMARY KEY,
    name TEXT DEFAULT '이름 없음',
    phone_number TEXT,
    birth_date TEXT
); -- 끝; 'x
