## 사람과 권한, 접속기록, 보유와 파기

setting-own-cases-only = 담당 사건만 봅니다
setting-log-years = 접속기록 보관 연수

settings-people = 사람·권한
settings-access = 접속기록
settings-retention = 보유·파기

progress-erasing = 파기하고 있습니다

# --- 역할
role-counselor = 상담원
role-supervisor = 감독자
role-it = 전산 담당자
role-auditor = 감사자
role-none = 권한 없음
role-help-counselor = 사건을 기록하고 봅니다.
role-help-supervisor = 사람을 지정하고, 계획·파기를 승인하고, 접속기록을 점검합니다.
role-help-it = 열쇠·백업·설정을 다룹니다. 사건의 내용은 보이지 않습니다.
role-help-auditor = 접속기록과 파기 대장을 확인합니다. 사건의 내용은 보이지 않습니다.

people-title = 이 센터의 사람
people-help = 권한은 감독자만 주고 거둡니다. 준 날과 거둔 날, 사유는 대장에 남습니다.
people-alone = 아직 아무도 지정하지 않았습니다. 지금은 처음 만든 분이 상담원과 감독자를 겸합니다.
people-here = 이 노트북에 암호 있음
people-not-here = 다른 노트북
people-me = 나
people-since = { $on }부터
people-give = 권한 주기
people-take = { $role } 거두기
people-take-name = { $who }: { $role } 거두기
people-end = 퇴직 처리
people-end-name = { $who }: 퇴직 처리
people-only-supervisor = 바꾸는 것은 감독자만 할 수 있습니다.
people-add-title = 이 노트북에 사람 더하기
people-add-help = 새로 오신 분이 직접 암호를 정합니다. 그 암호로 열면 그분의 기록으로 남습니다. 암호가 있으면 보관함 전체의 열쇠를 가지는 것이므로, 함께 쓰는 분에게만 만드십시오.
people-name = 이름
people-role = 역할
people-her-passphrase = 새로 오신 분의 암호
people-her-passphrase-again = 새로 오신 분의 암호 한 번 더
people-your-passphrase = 내 암호
people-add = 더하기
people-added = { $who } 님을 더했습니다.
people-changed = 바꾼 내용을 대장에 적었습니다.
people-end-title = 퇴직 처리
people-end-body = { $who } 님의 모든 권한을 거두고 이 노트북의 암호를 없앱니다. 그분이 남긴 기록은 그대로 있습니다. 열쇠를 알고 나간 것일 수 있으므로 다음에 열쇠도 바꾸십시오.
people-ended = { $who } 님의 권한과 암호를 거두었습니다.
people-book = 접근권한 부여 대장
people-book-none = 적힌 것이 없습니다.
people-book-line = { $who } · { $role } · { $on } { $by } 부여
people-book-ended = { $on } { $by } 거둠 ({ $reason })
people-own-cases = 담당 사건만 보기
people-own-cases-help = 켜면 상담원은 자기가 맡은 사건의 내용만 봅니다. 다른 사건은 긴급 열람으로만 열립니다.
people-own-cases-on = 켬
people-own-cases-off = 끔

# --- 긴급 열람
glass-title = 긴급 열람
glass-help = 가려진 사건을 사유를 적고 15분 동안 연 일입니다. 감독자가 하나씩 확인합니다.
glass-none = 확인할 긴급 열람이 없습니다.
glass-line = { $who } · 사건 { $number } · { $at }
glass-why = { $purpose }: { $reason }
glass-finding = 확인 결과
glass-review-name = { $who } { $at }: { $finding }
glass-reviewed = 확인한 것을 적었습니다.

# --- 접속기록
access-who = 식별자
access-when = 접속일시
access-where = 접속지 정보
access-about = 처리한 정보주체
access-act = 수행업무
access-purpose = 목적
access-title = 누가 무엇을 보았는지
access-help = 사건을 열고, 바꾸고, 내보낸 일이 시간 순서로 남습니다. 사건의 내용은 들어 있지 않습니다.
access-none = 적힌 것이 없습니다.
access-not-yours = 접속기록은 감독자, 감사자, 전산 담당자만 볼 수 있습니다.
access-more = 더 보기
access-export = 표로 저장 (CSV)
access-verify = 빠진 줄이 없는지 확인
access-sound = { $lines }줄이 모두 적힌 그대로입니다.
access-broken = { $n }번째 줄이 적힌 그대로가 아닙니다. 고치거나 지운 흔적입니다. 이 노트북을 그대로 두고 감독자에게 알리십시오.
access-missing = 마지막 { $count }줄이 없습니다. 백업에서 되살린 것이 아니라면 지운 흔적입니다. 이 노트북을 그대로 두고 감독자에게 알리십시오.
access-review-title = 월별 점검
access-review-help = 한 달에 한 번 감독자가 살펴보고 결과를 적습니다. 물어볼 만한 것은 사람마다 아래에 나옵니다.
access-month = { $month } · { $lines }줄
access-month-name = { $month } 점검 열기
access-month-reviewed = { $on } { $by } 점검: { $finding }
access-month-later = 점검 뒤에 { $count }줄이 더 적혔습니다
access-month-open = 아직 점검하지 않음
access-open = 살펴보기
access-person = { $lines }줄 · 사건 { $cases }건
access-unusual-night = 밤 10시–아침 6시 { $count }줄
access-unusual-busy = 한 시간에 사건 { $count }건
access-unusual-others = 담당이 아닌 사건 { $count }건
access-unusual-exports = 내보내기·출력 { $count }번
access-unusual-denied = 거절된 시도 { $count }번
access-unusual-emergency = 긴급 열람 { $count }번
access-usual = 물어볼 만한 것이 없습니다.
access-sign-off = 점검 결과 적기
access-signed-off = { $month } 점검을 적었습니다.
access-cut = 보관 연수가 지난 줄 지우기
access-cut-title = 오래된 접속기록
access-cut-body = { $years }년이 지난 줄을 지웁니다. 지운 자리는 원장에 표시로 남습니다.
access-cut-done = { $count ->
    [0] 지울 만큼 오래된 줄이 없습니다.
   *[other] { $count }줄을 지우고 자리를 표시했습니다.
    }

access-act-open = 열기
access-act-lock = 잠그기
access-act-failed = 암호 틀림
access-act-read = 사건 보기
access-act-masked = 가려진 사건 보기
access-act-denied = 거절된 시도
access-act-print = 출력
access-act-export = 내보내기
access-act-export-key = 열쇠 꺼내기
access-act-bundle = 보낼 묶음 만들기
access-act-import = 받기·가져오기
access-act-backup = 백업
access-act-erase = 파기
access-act-erase-asked = 파기 신청
access-act-erase-approved = 파기 승인
access-act-break-glass = 긴급 열람
access-act-cut = 오래된 접속기록 지우기
access-act-review = 점검

# --- 보유기간
retention-title = 보유기간이 끝난 사건
retention-help = 종결한 날부터 셉니다. 파기할지는 사람이 정합니다.
retention-none = 보유기간이 끝난 사건이 없습니다.
retention-line = { $code } · { $start } 종결 · { $ends } 끝남
retention-now = { $code } · 본인 요청
retention-held = 보존 의무: { $on } { $by }
retention-open = 파기 살펴보기
retention-open-name = 사건 { $number }: 파기 살펴보기
retention-code-PERM = 영구
retention-code-Y10 = 10년
retention-code-Y5 = 5년
retention-code-NOW = 즉시 폐기
retention-why-csam = 아동·청소년성착취물이 있어 상담기록과 함께 영구 보존합니다 (규칙 2조의6④).
retention-why-pii = 유출된 신상정보가 있어 상담기록과 함께 영구 보존합니다 (규칙 2조의6④).
retention-why-police = 수사기관이 삭제를 요청한 사건이어서 10년 보존합니다 (규칙 2조의6④).
retention-why-other = 그 밖의 사건이어서 5년 보존합니다 (규칙 2조의6④).
retention-why-told = 직접 적어 둔 보유기간이 더 길어 그것을 따릅니다.
retention-why-asked = 삭제지원을 요청한 분이 폐기를 요청했습니다. 바로 폐기합니다 (규칙 2조의6④ 단서).

duty-hold = 보존 의무가 걸려 있어 풀기 전에는 파기할 수 없습니다.
duty-csam = 아동·청소년성착취물은 영구 보존 대상입니다. 파기 요청과 부딪치므로 책임자가 정해야 합니다.
duty-evidence = 수사에 쓰일 수 있는 자료입니다. 증거로 남길 의무(7조의3③)가 끝났는지 먼저 확인하십시오.
duty-asked = 본인이 바로 폐기해 달라고 했습니다 (규칙 2조의6④ 단서).
duty-public-records = 센터가 공공기관이면 공공기록물법 27조의 평가·심의가 먼저 필요할 수 있습니다.

retention-hold-title = 보존 의무

# --- 파기
erasing-title = 파기
erasing-case = 사건 { $number }
erasing-lead = 한번 파기하면 되돌릴 수 없습니다. 천천히 살펴보십시오.
erasing-back = 사건으로 돌아가기
erasing-step-what = 1 무엇을
erasing-step-why = 2 사유
erasing-step-sure = 3 확인
erasing-what = 무엇을 파기할지
erasing-what-whole = 사건 전부
erasing-what-narrative = 진술·상담 내용만
erasing-what-identity = 신원 정보만
erasing-goes = 없어지는 것
erasing-stays = 남는 것
erasing-nothing = 없음
erasing-count = { $what } { $count }
erasing-files = 봉인된 파일 { $count }
erasing-drafts = 쓰던 글 { $count }
erasing-always-stays = 무엇인지 알 수 없는 해시와 파기한 날, 사유 코드, 접속기록의 사건 식별값은 남습니다.
erasing-sent = 이미 나간 곳
erasing-sent-none = 묶음으로 나간 곳이 없습니다.
erasing-sent-line = { $to } · { $number } · { $on }
erasing-sent-told = 다음 묶음에 파기 지시가 함께 갑니다
erasing-sent-untold = 직접 알려야 합니다
erasing-beyond = 프로그램이 닿지 못하는 곳
erase-beyond-paper = 이미 출력한 종이
erase-beyond-agency = 다른 기관에 넘긴 자료
erase-beyond-backup = 따로 둔 백업. 되살릴 때 같은 파기를 다시 하십시오.
erasing-duties = 먼저 살필 것
erasing-ground = 파기 사유
erasing-ground-help = 사유는 코드로만 남습니다.
erasing-type-back = 사건번호를 그대로 적어 주십시오
erasing-type-back-help = 이 사건의 번호: { $number }
erasing-needs-other = 다른 감독자의 승인이 필요합니다: { $names }
erasing-only-supervisor = 파기는 감독자가 합니다. 신청해 두면 감독자가 살펴봅니다.
erasing-waits = 파기 신청 { $number } 승인을 기다립니다.
erasing-ask = 파기 신청
erasing-asked = 파기를 신청했습니다. 다른 감독자가 승인하면 파기할 수 있습니다.
erasing-destroy = 되돌릴 수 없이 파기
erasing-next = 다음
erasing-previous = 이전
erasing-held = 보존 의무가 걸려 있습니다. 풀기 전에는 파기할 수 없습니다.
erasing-working = 파기하고 있습니다. 창을 닫지 마십시오.
erasing-done-title = 파기했습니다
erasing-done = { $records }개 기록을 파기했습니다. 파기번호 { $number }
erasing-proven = 파기한 뒤에도 원장의 모든 줄이 이어져 있음을 확인했습니다.
erasing-unproven = 원장을 확인하다 문제를 보았습니다. 설정의 점검을 실행하십시오.
erasing-next-bundle = 다른 노트북과 받은 곳에는 다음 묶음으로 파기 지시가 갑니다.
erasing-certificate = 파기 확인서 저장
erasing-certificate-own = 본인에게 드릴 확인서 저장
erasing-certificate-help = 본인에게 드리는 확인서에만 사건번호가 적힙니다. 이 화면을 떠나면 다시 만들 수 없습니다.
erasing-cases = 사건 목록으로
erasing-waiting-title = 승인을 기다리는 파기
erasing-waiting-none = 기다리는 것이 없습니다.
erasing-waiting-line = { $number } · 사건 { $case } · { $by } 신청 · { $ground }
erasing-approve = 승인
erasing-approve-name = { $number } 승인
erasing-drop = 거두기
erasing-drop-name = { $number } 거두기
erasing-approved = 승인했습니다. 이제 사건에서 파기할 수 있습니다.
erasing-approved-by = { $by } 승인함
erasing-dropped = 신청을 거두었습니다.
erasing-book-title = 파기 대장
erasing-book-help = 무엇을 언제 왜 파기했는지만 남고, 누구의 것인지는 남지 않습니다.
erasing-book-none = 파기한 것이 없습니다.
erasing-book-line = { $number } · { $on } · { $ground }
erasing-book-more = { $parts } · 기록 { $records } · 파일 { $files } · 승인 { $by }
erasing-book-certificate = 확인서
erasing-book-certificate-name = { $number } 확인서

# --- 파기 확인서
paper-destruction-title = 파기 확인서
paper-destruction-lead = 아래 기록을 되살릴 수 없도록 파기하였음을 확인합니다 (개인정보 보호법 21조, 같은 법 시행령 16조).
paper-destruction-number = 파기번호
paper-destruction-case = 접수번호
paper-destruction-center = 센터
paper-destruction-on = 파기한 날
paper-destruction-ground = 파기 사유
paper-destruction-extent = 범위
paper-destruction-whole = 사건 전부
paper-destruction-part = 일부
paper-destruction-files = 파기한 파일
paper-destruction-asked-by = 신청한 사람
paper-destruction-approved-by = 승인한 사람
paper-destruction-chain = 원장 확인
paper-destruction-proven = { $on } 확인: 파기한 뒤에도 모든 줄이 이어져 있음
paper-destruction-unproven = 확인하지 못함
paper-destruction-parts = 파기한 부분
paper-destruction-class = 종류
paper-destruction-records = 기록 수
paper-destruction-hash = 남은 표시 (SHA-256)
paper-destruction-hash-note = 남은 표시만으로는 누구의 어떤 기록이었는지 알 수 없습니다.
paper-destruction-left-title = 남아 있을 수 있는 것
paper-destruction-left-1 = 이미 출력하였거나 다른 기관에 넘긴 자료는 그 기관이 따로 파기하여야 합니다.
paper-destruction-left-2 = 묶음을 받은 곳에는 다음 묶음으로 파기 지시가 전해집니다.
paper-destruction-left-3 = 따로 보관한 백업은 보관 기간이 끝나면 없어지며, 되살릴 때는 같은 파기를 다시 합니다.
paper-destruction-carried-out = 파기한 사람
paper-destruction-confirmed = 확인한 사람

# --- 코드
role-reason-start = 업무 시작
role-reason-change = 업무 변경
role-reason-leave = 휴직
role-reason-end = 퇴직
role-reason-other = 기타

review-finding-none = 이상 없음
review-finding-explained = 확인함
review-finding-follow-up = 후속 조치
review-finding-misuse = 오남용

access-purpose-counselling = 상담
access-purpose-deletion = 삭제지원
access-purpose-investigation = 수사·재판 지원
access-purpose-referral = 기관 연계
access-purpose-supervision = 사례 감독
access-purpose-statistics = 통계
access-purpose-export = 내보내기·출력
access-purpose-inspection = 점검·감사
access-purpose-request = 정보주체 요구
access-purpose-emergency = 긴급
access-purpose-maintenance = 전산 관리

erase-ground-request = 본인 요청
erase-ground-withdrawal = 동의 철회
erase-ground-retention-end = 보유기간 끝남
erase-ground-mistake = 잘못 기록함
erase-ground-court = 법원 명령
erase-ground-other = 기타
