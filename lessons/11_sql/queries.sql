-- 11. SQL: 과제를 이 파일에서 풉니다.
-- `-- name: ` 줄은 그대로 두고, 그 아래에 쿼리를 하나씩 적으세요. 한 이름에 문장은 하나입니다.
-- `:id`처럼 콜론이 붙은 이름은 파라미터(parameter)입니다. 값은 실행할 때 들어갑니다.

-- name: create_table
-- TODO 과제 1: 표 student_list를 만드세요. 열은 id, name, phone_number, birth_date입니다.


-- name: insert_one
-- TODO 과제 2: :id, :name, :phone_number, :birth_date로 학생 한 명을 넣으세요. 열 이름을 적습니다.


-- name: insert_partial
-- TODO 과제 3: :id와 :phone_number만 넣으세요.


-- name: all_ids
-- TODO 과제 4: 모든 학생의 id만 꺼내세요.


-- name: by_id
-- TODO 과제 5: id가 :id인 학생을 꺼내세요. 여기부터 과제 10까지는 네 열을 모두 꺼냅니다.


-- name: class_range
-- TODO 과제 6: id가 :low부터 :high까지인 학생을 꺼내세요. 두 번호도 들어갑니다.


-- name: oldest_first
-- TODO 과제 7: 생일이 빠른 학생부터 꺼내세요. 생일이 없는 학생은 끝에 둡니다.


-- name: rows_3_to_8
-- TODO 과제 8: id 순서로 세 번째부터 여덟 번째까지의 행을 꺼내세요.


-- name: name_starts_with
-- TODO 과제 9: 이름이 :prefix로 시작하는 학생을 꺼내세요. :prefix 안의 %와 _는 글자 그대로입니다.


-- name: no_birth_date
-- TODO 과제 10: 생일이 없는(NULL) 학생을 꺼내세요.


-- name: change_phone
-- TODO 과제 11: id가 :id인 학생의 전화번호를 :phone_number로 바꾸세요.


-- name: remove
-- TODO 과제 12: id가 :id인 학생을 지우세요.


-- name: drop_table
-- TODO 과제 13: 표 student_list를 지우세요.
