## 상담기록 사본

paper-copy-title = 상담기록 사본
paper-copy-for-her = 요청하신 상담기록의 사본입니다.
paper-copy-for-others = 아래 받는 곳에 드리는 상담기록의 사본입니다. 다른 목적으로 쓰거나 다른 곳에 주지 마십시오.
paper-copy-number = 접수번호
paper-copy-addressee = 받는 분
paper-copy-extent = 담은 기록
paper-copy-officer = 담당
paper-copy-checked = 확인
paper-copy-all = 상담기록 전부 { NUMBER($count) }건
paper-copy-some = 상담기록 { NUMBER($of) }건 가운데 { NUMBER($count) }건
paper-copy-empty = 담은 기록이 없습니다.
paper-copy-no-words = 적힌 말이 없습니다.
paper-copy-mark = [가림]
paper-copy-left-out = 가린 부분
paper-copy-left-out-note = 가린 자리에는 [가림]이라고 적었습니다. 무엇을 가렸는지는 종류만 적습니다.
paper-copy-what = 가린 것
paper-copy-why = 근거
paper-copy-places = 곳
paper-copy-attest = 위 내용이 상담기록과 같음을 확인합니다.
paper-copy-complaint = 가린 부분에 대하여 센터나 개인정보보호위원회에 이의를 말씀하실 수 있습니다(개인정보 보호법 제35조·제38조).
