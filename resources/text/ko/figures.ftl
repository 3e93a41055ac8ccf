## 수치 · 세는 단위

figure-unit-persons = 명
figure-unit-cases = 사건
figure-unit-actions = 건
figure-unit-addresses = 주소
figure-unit-kinds = 건
figure-counted-persons = { NUMBER($value) }명
figure-counted-cases = { NUMBER($value) }개 사건
figure-counted-actions = { NUMBER($value) }건
figure-counted-addresses = { NUMBER($value) }개
figure-counted-kinds = { NUMBER($value) }건
figure-one-persons = 명
figure-one-cases = 사건
figure-one-actions = 건
figure-one-addresses = 주소
figure-one-kinds = 건
figure-one-centers = 센터
figure-counted-centers = { NUMBER($value) }곳

## 굳힌 수치와 지금

figure-other-rule = 집계 규칙이 { $rule }(으)로 바뀌었습니다.
figure-other-rows = 그 뒤에 기록이 더해지거나 파기되었습니다.
figure-other-people = 그 뒤에 같은 피해자 판단이 바뀌었습니다.

## 세는 동안

progress-figures = 세고 있습니다
