## 탄원서 서식 · 쓰는 사람의 말은 프로그램이 쓰지 않습니다

paper-petition-title = 탄원서
paper-petition-case = 사건번호
paper-petition-accused = 피고인
paper-petition-victim = 피해자(가명)
paper-petition-by = 탄원인
paper-petition-name = 성명
paper-petition-birth = 생년월일
paper-petition-address = 주소
paper-petition-phone = 연락처
paper-petition-relation = 피해자와의 관계
paper-petition-wish = 탄원취지
paper-petition-reasons = 탄원이유
paper-petition-as-said = 말씀하신 그대로 받아 적음
paper-petition-day = 년 월 일
paper-petition-signs = 탄원인
paper-petition-seal = (서명 또는 날인)
paper-petition-to = { $court } 귀중
paper-petition-copy = 붙임: 신분증 사본(주민등록번호 뒷자리는 가림)
paper-missing-victim-name = 법원이 아는 피해자의 가명이 비어 있습니다. 빈칸으로 나갑니다.
paper-warning-petition-free = 탄원서는 쓰지 않으셔도 되고, 쓰다가 그만두거나 낸 뒤에 거두실 수도 있습니다. 그렇게 알려 드리십시오.
paper-warning-petition-seen = 탄원서와 신분증 사본은 피고인 측이 볼 수 있습니다. 성명과 주소가 걱정되면 법원에 열람 제한을 물어볼 수 있습니다.
paper-warning-words = 받아 적은 말이 그대로 인쇄됩니다. 본인이 읽고 고칠 것이 없는지 확인하십시오.
paper-warning-petition-by-hand = 본문은 비어 있습니다. 손으로 쓰실 수 있게 줄만 인쇄됩니다.

## 다기관 병합표

paper-merged-title = 다기관 병합표
paper-merged-lead = 여러 센터가 지원한 사건을 한 표에 모았습니다.
paper-merged-rows = 피해자·센터별
paper-merged-note = 한 줄은 한 피해자를 한 센터가 지원한 것입니다. 사건은 가명으로 적었으며, = 뒤는 같은 피해자의 다른 사건입니다.
paper-merged-label = 사건
paper-merged-center = 센터
paper-merged-period = 피해 시기
paper-merged-harms = 피해유형
paper-merged-actions = 삭제지원
paper-merged-addresses = 주소
paper-merged-removed = 삭제 완료
paper-merged-refused = 불응
paper-merged-attached = 첨부
paper-merged-petition = 탄원서
paper-merged-added = 합계
paper-merged-totals = 겹치는 것을 한 번씩 센 수
paper-merged-twice = 겹쳐서 한 번만 센 것
paper-merged-twice-note = 위의 수에서 빠진 것을 모두 적었습니다.
paper-merged-none-twice = 겹치는 것이 없습니다.
paper-merged-people = 사람
paper-merged-people-said = { $cases }: 한 사람의 사건이므로 한 명으로 세었습니다.
paper-merged-shared = { $cases }: 같은 주소 { NUMBER($count) }개
paper-merged-shared-all = 모두 { NUMBER($count) }개를 한 번 덜 세었습니다.
paper-merged-known-twice = 다른 시스템의 번호가 함께 적힌 조치 { NUMBER($count) }건. 같은 번호는 어느 목록에서 왔든 한 번만 세었습니다.

## 구상 자료

paper-claim-title = 구상 자료
paper-claim-lead = 삭제지원에 든 비용을 청구하기 위한 산출 근거입니다.
paper-claim-sites = 사이트별 삭제지원
paper-claim-note = 요청과 주소의 수만 기록에서 나왔습니다. 시간, 단가, 금액은 고시에 따라 손으로 적습니다.
paper-claim-site = 사이트
paper-claim-requests = 요청
paper-claim-addresses = 주소
paper-claim-hours = 시간
paper-claim-unit = 단가(원)
paper-claim-amount = 금액(원)
paper-claim-all = 합계
paper-claim-no-site = 주소가 적히지 않은 것
paper-claim-worked-out = 산출
paper-claim-by-hand = 금액 산정 방법은 해마다 고시로 정해집니다. 이 자료는 금액을 계산하지 않습니다.
paper-claim-notice = 적용한 고시
paper-claim-paid = 납부 기한
paper-claim-account = 납부 방법
paper-warning-claim-empty = 시간, 단가, 금액은 비어 있습니다. 고시를 보고 손으로 적습니다.

## 탄원서 목록

paper-petition-list-title = 탄원서 목록
paper-petition-list-lead = 함께 내거나 이미 법원에 낸 탄원서입니다. 이름은 가명으로 적었습니다.
paper-petition-list-no = 번호
paper-petition-list-label = 사건
paper-petition-list-center = 센터
paper-petition-list-way = 쓴 방법
paper-petition-list-sheets = 장수
paper-petition-list-all = 합계
paper-petition-list-people = { NUMBER($count) }명
paper-petition-list-note = 장수가 비어 있는 줄은 원본을 보고 손으로 채웁니다.
paper-missing-when = 피해 시기가 적히지 않은 사건이 { NUMBER($count) }건 있습니다. 그 칸은 비어 있습니다.
paper-missing-petitions = 목록에 적을 탄원서가 없습니다.
paper-warning-sheets = 장수가 비어 있는 탄원서가 { NUMBER($count) }건 있습니다. 원본을 보고 손으로 채우십시오.

## 법원 제출 묶음

paper-pack-title = 제출 목록
paper-pack-lead = 함께 제출하는 문서와 파일입니다. 파일 이름은 문서번호입니다.
paper-pack-no = 순
paper-pack-file = 파일
paper-pack-what = 문서
paper-pack-pages = 쪽수
paper-pack-hash = SHA-256
paper-pack-list = 별지의 주소 목록(CSV)
paper-pack-petitions = 종이 탄원서(함께 내거나 이미 낸 것): { NUMBER($count) }명
paper-pack-compare = 파일의 SHA-256이 이 목록과 같으면 발급한 그대로입니다. 이 목록의 값은 문서 대장에 있습니다.
paper-warning-full-addresses = 주소 전체가 적힌 목록(CSV)이 함께 나갑니다. 피고인 측도 볼 수 있는 자료이니 필요한지 다시 확인하십시오.
progress-pack = 묶음의 문서를 만드는 중
