# 삭제지원: 까닭, 서류, 안내, 종이. 화면의 말은 deleting 화면의 파일에 있습니다.

not-address-empty = 빈 줄입니다
not-address-words = 주소가 아닌 글입니다
not-address-spaces = 주소 안에 빈칸이 있습니다
not-address-scheme = 웹 주소가 아닙니다
not-address-host = 사이트 이름을 읽을 수 없습니다
not-address-account = 이메일이나 계정입니다
not-address-too-long = 주소가 너무 깁니다(2,000자까지)

delete-wish-refused = 본인이 삭제를 원하지 않는다고 하셨습니다. 요청을 내보내지 않습니다(성폭력방지법 제24조).
delete-wish-refused-csam = 본인이 삭제를 원하지 않는다고 하셨습니다. 성착취물은 요청이 없어도 지울 수 있는 자료이므로, 내보내기 전에 감독자와 함께 의사를 다시 여쭈어 주십시오(제24조, 제7조의3③).
delete-consent-refused = 삭제지원 동의를 거절하셨거나 거두셨습니다. 요청을 내보내지 않습니다.
delete-consent-refused-csam = 삭제지원 동의를 거절하셨거나 거두셨습니다. 성착취물은 동의나 요청이 없어도 지울 수 있는 자료입니다(제7조의3③). 내보내기 전에 본인께 알려 드리고 감독자와 상의해 주십시오.
delete-third-needs-papers = 제3자는 자필 위임장과 본인 신분증 사본이 있어야 대리인으로 요청할 수 있습니다(규칙 제2조의6③).

delete-wish-on-hold = 본인이 결정을 미루어 두셨습니다. 내보내기 전에 의사를 여쭈어 주십시오.
delete-wish-unasked = 삭제를 원하시는지 아직 여쭙지 않았습니다.
delete-nobody-asks = 누가 요청하는지 아직 정하지 않았습니다.
delete-papers-missing = 아직 받지 못한 서류가 있습니다. 요청은 할 수 있고, 서류는 나중에 채웁니다.
delete-papers-can-wait = 서류를 기다리지 않는 자료입니다. 바로 요청하고, 자료는 증거로 보존합니다(제7조의3③).

deleting-paper-id = 요청자 신분증
deleting-paper-relation = 관계를 증명하는 서류
deleting-paper-power = 자필 서명한 위임장
deleting-paper-victim-id = 본인 신분증 사본

mark-skipped-not-here = 이 사건의 게시물이 아니어서 건너뛰었습니다
mark-skipped-already-away = 이미 없어진 게시물이어서 건너뛰었습니다
mark-skipped-not-requested = 요청한 적이 없어 결과를 적지 않았습니다
mark-skipped-before-request = 결과의 날짜가 첫 요청보다 빨라 건너뛰었습니다
mark-skipped-was-not-away = 없어진 적이 없어 ‘복구됨’으로 적지 않았습니다
mark-skipped-live-again = 없어진 게시물이 다시 보이면 ‘복구됨’으로 적어 주십시오
mark-skipped-nothing-to-tell = 아직 알려 드릴 결과가 없어 건너뛰었습니다

progress-pasting = 붙여넣은 주소를 읽는 중
progress-adding = 주소를 적는 중
progress-marking = 게시물에 표시하는 중

next-recheck = { $alias } · 다시 볼 게시물 { $count }건

setting-recheck-days = 재점검하는 날(삭제·요청 뒤 며칠째)
setting-recheck-every = 그 뒤로 다시 보는 간격(일)
setting-center-phone = 삭제요청서에 적는 전화
setting-center-email = 삭제요청서에 적는 이메일
setting-center-address = 삭제요청서에 적는 주소
setting-center-number = 센터 고유번호(사업자등록번호)

deleting-csv-url = 주소
deleting-csv-site = 사이트
deleting-csv-platform = 플랫폼
deleting-csv-found-on = 찾은 날
deleting-csv-requested-on = 마지막 요청일
deleting-csv-requests = 요청 횟수
deleting-csv-result = 상태
deleting-csv-result-on = 상태가 된 날
deleting-csv-next-check = 다음 점검일
deleting-csv-restored = 복구 횟수
deleting-csv-reposts = 재유포 수
deleting-csv-police = 경찰 병행

deleting-count-cases = 사건
deleting-count-postings = 게시물(고유 주소)
deleting-count-requests = 삭제지원(요청)
deleting-count-removed = 삭제 완료
deleting-count-refused = 불응
deleting-count-blocked = 접속차단
deleting-count-temporary = 임시조치
deleting-count-delisted = 검색결과 삭제
deleting-count-gone = 사이트 소멸
deleting-count-reappeared = 다시 나타남
deleting-count-live = 아직 남아 있음

paper-request-title = 불법촬영물등 유통 신고·삭제요청서
paper-request-lead = 「전기통신사업법」 제22조의5제1항에 따른 요청
paper-request-number = 문서번호
paper-request-asks = 신고·요청 기관
paper-request-id-number = 고유번호(사업자등록번호)
paper-request-phone = 연락처
paper-request-email = 이메일
paper-request-postal = 소재지
paper-request-to = 받는 사업자
paper-request-kind = 구분
paper-request-report = 유통신고
paper-request-delete = 삭제요청
paper-request-reason = 사유
paper-request-filmed = 불법촬영물
paper-request-edited = 허위영상물
paper-request-child = 아동·청소년성착취물
paper-request-where = 신고·삭제 대상 { $count }건
paper-request-in-annex = 주소 { $count }건은 붙임 ‘대상 주소’에 있습니다. 화면 사본은 붙이지 않습니다.
paper-request-annex = 붙임 · 대상 주소 { $count }건
paper-request-no = 번호
paper-request-address = 주소(URL)
paper-request-found = 찾은 날
paper-request-notice = 내용이 불법촬영물등인지 판단하기 어려운 때에는 심의를 요청할 수 있으며, 이때 이 요청서의 내용이 심의기관에 전달될 수 있음을 알고 있습니다. 피해자의 이름과 연락처는 적지 않습니다. 문의는 요청 기관으로 하여 주십시오.
paper-request-declares = 「전기통신사업법」 제22조의5제1항 및 같은 법 시행령 제30조의5에 따라 위와 같이 불법촬영물등의 유통을 신고하고 삭제 또는 접속차단을 요청합니다.
paper-request-day = 요청한 날
paper-request-signs = 요청 기관
paper-request-officer = 담당자
paper-request-seal = 서명 또는 인
