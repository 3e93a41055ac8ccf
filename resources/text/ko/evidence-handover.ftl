## 증거 인계 확인서

paper-handover-title = 증거 인계 확인서
paper-handover-for-receiver = 2부 가운데 받는 쪽이 보관하는 것
paper-handover-for-center = 2부 가운데 넘기는 쪽이 보관하는 것
paper-handover-pseudonym = 사건(가명)
paper-handover-about = 접수번호
paper-handover-by = 넘긴 사람
paper-handover-to = 받은 사람
paper-handover-purpose = 목적
paper-handover-on = 넘긴 날
paper-handover-many = 자료
paper-handover-count = { NUMBER($count) }점
paper-handover-note = 자료는 종류와 해시값으로만 적습니다. 제목과 내용, 화면은 적지 않습니다.
paper-handover-piece = { NUMBER($number) }.
paper-handover-sha256 = SHA-256
paper-handover-pdq = 영상 특징값(PDQ)
paper-handover-size = 크기·형식
paper-handover-received = 센터가 받은 때
paper-handover-stamped = 시점확인
paper-handover-store = 보관
paper-handover-medium = 매체 번호
paper-handover-chain = 지금까지의 관리 이력
paper-handover-times = { NUMBER($count) }번, 마지막 { $last }
paper-handover-to-body = { $body }에
paper-handover-on-medium = 매체 { $medium }
paper-handover-from-body = { $body }에서
paper-handover-unnamed = 이름은 적지 않음
paper-handover-compared = 해시값 대조
paper-handover-compared-how = 넘기는 자리에서 자료의 해시값을 다시 계산하여 위에 적힌 값과 대조한 결과를 표시합니다.
paper-handover-same = 모두 같음
paper-handover-other = 다른 것이 있음
paper-handover-office = 소속
paper-handover-moment = 일시
paper-handover-hand = 서명

## 미리보기에서 알리는 것

paper-missing-pieces = 넘길 자료를 고르지 않았습니다.
paper-missing-receiver = 받는 사람이나 기관이 비어 있습니다.
paper-missing-purpose = 넘기는 목적이 비어 있습니다.
paper-missing-hash = SHA-256이 없는 자료가 { NUMBER($count) }점 있습니다. 해시값을 대조할 수 없습니다.
paper-missing-medium = 매체 번호가 적히지 않은 자료가 { NUMBER($count) }점 있습니다.
paper-warning-handed-before = 전에 넘긴 기록이 있는 자료가 { NUMBER($count) }점 있습니다.
paper-warning-not-agreed = 받는 곳에 주는 데 동의가 없는 자료가 있습니다. 법에 따라 넘기는 것이면 까닭을 적어야 발급됩니다.
