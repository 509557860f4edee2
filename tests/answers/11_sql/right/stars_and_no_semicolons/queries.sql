-- name: create_table
create table student_list (id integer primary key autoincrement, name varchar(30) not null default '이름 없음', phone_number char(13), birth_date text)

-- name: insert_one
insert into student_list (birth_date, name, phone_number, id) values (:birth_date, :name, :phone_number, :id)

-- name: insert_partial
-- 적지 않은 열에는 기본값이 들어갑니다. 기본값이 없는 열은 NULL이 됩니다.
INSERT INTO student_list (id, phone_number)
VALUES (:id, :phone_number);

-- name: all_ids
select id from student_list

-- name: by_id
select * from student_list where id = :id

-- name: class_range
select * from student_list where id >= :low and id <= :high

-- name: oldest_first
select * from student_list order by birth_date nulls last, id

-- name: rows_3_to_8
select * from student_list order by id limit 2, 6

-- name: name_starts_with
select * from student_list where substr(name, 1, length(:prefix)) = :prefix

-- name: no_birth_date
select * from student_list where birth_date isnull

-- name: change_phone
update student_list set phone_number = :phone_number where id is :id

-- name: remove
delete from student_list where id in (:id)

-- name: drop_table
drop table if exists student_list
