-- name: create_table
CREATE TABLE IF NOT EXISTS "student_list" ("id" INTEGER, "name" TEXT DEFAULT ('이름 없음'), "phone_number" TEXT, "birth_date" TEXT, "memo" TEXT NOT NULL, PRIMARY KEY ("id"));

-- name: insert_one
INSERT INTO "student_list" ("id", "name", "phone_number", "birth_date") VALUES (:id, :name, :phone_number, :birth_date);

-- name: insert_partial
INSERT INTO "student_list" ("id", "phone_number") VALUES (:id, :phone_number);

-- name: all_ids
SELECT "s"."id" AS "학번 (id)" FROM "student_list" AS "s";

-- name: by_id
SELECT "id", "name", "phone_number", "birth_date" FROM "student_list" WHERE "id" = :id;

-- name: class_range
WITH "range" ("from", "to") AS (SELECT :low, :high)
SELECT "student_list".* FROM "student_list", "range" WHERE "id" BETWEEN "from" AND "to";

-- name: oldest_first
SELECT "id", "name", "phone_number", "birth_date" FROM (SELECT *, "birth_date" IS NULL AS "unknown" FROM "student_list") ORDER BY "unknown", "birth_date"; -- "x"

-- name: rows_3_to_8
SELECT * FROM "main"."student_list" ORDER BY "rowid" LIMIT 6 OFFSET 2;

-- name: name_starts_with
SELECT * FROM "student_list" WHERE instr("name", :prefix) = 1 AND '"' <> "name" /* "no" */;

-- name: no_birth_date
SELECT * FROM "student_list" "s" WHERE "s"."birth_date" IS NULL;

-- name: change_phone
UPDATE "student_list" SET "phone_number" = :phone_number WHERE "id" = :id;

-- name: remove
DELETE FROM "student_list" WHERE "id" = :id;

-- name: drop_table
DROP TABLE "student_list";
