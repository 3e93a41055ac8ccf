### 게시물·삭제: 찾은 주소, 삭제 요청, 그 결과. 플랫폼 대장.

case-postings = 게시물·삭제

## 숫자

postings-total-requests = 요청
postings-total-removed = 완료
postings-total-open = 처리 중
postings-total-back = 재유포
postings-total-refused = 불가
postings-total-overdue = 점검일 지남
postings-total-urls = 주소 { $count }
postings-total-name = { $word } { $figure }, 이것만 보기

## 누가 요청하는가

postings-wish = 삭제 의사: { $wish }
postings-wish-unasked = 미확인
postings-wish-title = 피해자의 삭제 의사
postings-requester-kind = 삭제를 요청하는 사람
postings-requester-name = 요청하는 사람의 이름
postings-papers = 확인할 서류
postings-papers-missing = 서류 { $count }건 미비
postings-gate-change = 의사·요청자
postings-gate-title = 삭제 의사와 요청자
postings-csam-short = 아동·청소년성착취물: 요청 없이 지원
postings-csam = 아동·청소년성착취물은 요청이 없어도 삭제를 지원하고, 관련 자료를 보존합니다.

## 붙여넣기

postings-paste-open = 주소 넣기
postings-paste-details = 자세히
postings-paste-away = 클립보드 알림 닫기
postings-paste-title = 클립보드에 주소 { $count }줄
postings-paste-count-new = 새 주소 { $count }
postings-paste-count-here = 이미 있음 { $count }
postings-paste-count-twice = 겹침 { $count }
postings-paste-count-not-address = 주소 아님 { $count }
postings-paste-add = { $count }건 추가
postings-paste-preview = 넣기 전에 확인합니다
postings-paste-table = 붙여 넣은 줄
postings-paste-state = 상태
postings-paste-text = 주소
postings-paste-why = 비고
postings-paste-new = 새 주소
postings-paste-here = 이미 있음
postings-paste-twice = 겹침
postings-paste-not-address = 주소 아님
postings-paste-elsewhere = 다른 사건 { $count }건
postings-paste-elsewhere-all = 새 주소 가운데 { $count }건은 다른 사건에도 있습니다. 어느 사건인지는 보이지 않습니다.
postings-paste-box = 주소를 적는 곳
postings-paste-box-hint = https://…
postings-paste-box-help = 한 줄에 하나씩 붙여 넣거나 끌어다 놓습니다. 넣기 전에 한 번 더 보여 드립니다.
postings-paste-look = 살펴보기
postings-paste-nothing = 클립보드에 주소가 없습니다.
postings-reading = 주소를 읽고 있습니다
postings-adding = 주소를 넣고 있습니다
postings-adding-stopped = 멈추었습니다. 넣은 것이 없습니다.
postings-added = { $count }건을 넣었습니다.
postings-import = 표에서 가져오기

## 목록

postings-table = 게시물 목록
postings-column-url = 주소
postings-column-platform = 플랫폼
postings-column-found-on = 처음 본 날
postings-column-requested-on = 요청
postings-column-result-on = 결과일
postings-column-result = 상태
postings-column-next-check = 다음 점검
postings-column-reposts = 재유포
postings-short-day = { $month }.{ $day }.
postings-short-day-year = { $year }.{ $month }.{ $day }.
postings-past = { $day } 지남
postings-overdue = 점검일이 지났습니다
postings-check-none = 점검 안 함
postings-search = 주소·플랫폼 찾기
postings-search-hint = 주소·플랫폼
postings-sort = 정렬
postings-order-found-on-down = 최근에 본 순
postings-order-found-on-up = 먼저 본 순
postings-order-next-check-up = 점검 급한 순
postings-order-next-check-down = 점검 먼 순
postings-order-result-on-down = 최근 결과 순
postings-order-result-on-up = 오랜 결과 순
postings-order-requested-on-down = 최근 요청 순
postings-order-requested-on-up = 오랜 요청 순
postings-order-result-up = 상태 순
postings-order-result-down = 상태 역순
postings-order-platform-up = 플랫폼 순
postings-order-platform-down = 플랫폼 역순
postings-order-host-up = 주소 순
postings-order-host-down = 주소 역순
postings-filter-all = 전체
postings-filter-to-request = 요청할 것
postings-filter-open = 처리 중
postings-filter-removed = 완료
postings-filter-back = 재유포
postings-filter-overdue = 점검일 지남
postings-filter-refused = 불가
postings-none = 아직 게시물이 없습니다. 찾은 주소를 넣으면 이곳에 정리됩니다.
postings-empty-add = 첫 주소 넣기
postings-nothing-fits = 조건에 맞는 게시물이 없습니다.

## 표시

postings-chosen = 선택 { $count }건
postings-chosen-none = 선택 없음
postings-more = 더 보기
postings-prepare = 요청 만들기
postings-do-requested = 요청
postings-do-removed = 완료
postings-do-reuploaded = 다시 올라옴
postings-do-refused = 불가
postings-do-name = 고른 게시물에 { $word } 표시, 숫자 { $digit }
postings-mark-title = 고른 { $count }건에 적을 것
postings-mark-asked = 한 일
postings-mark-found = 확인한 결과
postings-mark-on = 날짜
postings-today = 오늘
postings-mark-remark = 메모
postings-note-it = 적기
postings-mark-requested = 삭제 요청함
postings-mark-search = 검색결과 삭제 요청
postings-mark-kmcsc = 방미심위 신청
postings-mark-police = 수사기관 통보
postings-mark-hashreg = 특징값 등록
postings-mark-check-live = 확인함, 그대로 있음
postings-mark-removed = 삭제 완료
postings-mark-delisted = 검색결과 삭제
postings-mark-blocked = 접속차단
postings-mark-refused = 불응
postings-mark-temporary = 임시조치
postings-mark-deferred = 판단 유보·이첩
postings-mark-more-info = 보완 요청 받음
postings-mark-gone = 사이트 소멸
postings-mark-restored = 복구됨
postings-mark-reuploaded = 재유포
postings-mark-inform = 결과 안내
postings-marked = { $count }건을 ‘{ $mark }’ 상태로 바꿨습니다.
postings-written = { $count }건에 ‘{ $mark }’ 기록을 남겼습니다.
postings-skipped = { $count }건은 그대로 두었습니다. { $why }
postings-marking = 적고 있습니다
postings-undo = 되돌리기
postings-undone = 되돌렸습니다.
postings-undo-late = 그 뒤에 다른 일이 있어 그대로 두었습니다. Ctrl+Z로 하나씩 되돌릴 수 있습니다.
postings-copied = 주소 { $count }건을 복사했습니다.

## 한 게시물

postings-details = 게시물 자세히
postings-found-on = { $day }에 처음 봄
postings-requests-count = 요청 { $count }번
postings-restored-count = 복구됨 { $count }번
postings-day-example = 12월 3일
postings-check-stop = 더 점검하지 않음
postings-police-too = 수사기관에도 알림
postings-leaks = 함께 드러난 신상정보
postings-history = 지금까지 한 일
postings-history-none = 아직 한 일이 없습니다.
postings-repost = 다른 주소에 다시 올라온 경우
postings-repost-help = 새 주소를 적으면 이 게시물의 재유포로 이어집니다.
postings-repost-add = 재유포 주소 더하기
postings-reposted = 재유포 주소를 적었습니다.
postings-comes-from = 이 게시물이 다시 올라온 것입니다
postings-went-to = 여기에 다시 올라왔습니다
postings-open-name = { $url } 열기

## 요청 만들기

postings-prepare-title = 삭제 요청 { $count }건, 받는 곳 { $sites }곳
postings-prepare-note = 이 프로그램은 아무것도 보내지 않습니다. 직접 보낸 뒤 ‘보냈습니다’를 누르면 요청으로 적힙니다.
postings-group-count = 게시물 { $count }건
postings-group-name = { $name }: { $what }
postings-site-unknown = 플랫폼 대장에 없는 곳입니다. 관리의 플랫폼 대장에서 연락처를 넣을 수 있습니다.
postings-form-save = 요청서 저장
postings-form-print = 요청서 인쇄
postings-letter = 메일 초안
postings-letter-language-name = { $name }: 요청서와 메일의 언어
postings-letter-text = { $name }에 보낼 메일 초안
postings-letter-to = 받는 사람: { $to }
postings-letter-copy = 모두 복사
postings-letter-copy-name = { $name } 메일 초안 모두 복사
postings-letter-open = 메일 프로그램으로 열기
postings-letter-open-name = { $name } 메일 초안을 메일 프로그램으로 열기
postings-letter-cut = 글이 길어 메일 프로그램에는 일부만 들어갑니다. ‘모두 복사’로 옮기면 빠짐이 없습니다.
postings-window-open = 신고 창구 열기
postings-sent = 보냈습니다
postings-sent-done = 요청으로 적음

## 내보내기

postings-export = 내보내기
postings-export-title = 목록 내보내기
postings-export-note = 지금 보이는 조건의 목록을 CSV 파일로 저장합니다. 파일에는 주소가 그대로 들어가므로 쓰고 나면 지워 주십시오.
postings-export-purpose = 내보내는 목적
postings-export-go = 저장할 곳 고르기
postings-exporting = 목록을 만들고 있습니다

## 플랫폼 대장

settings-sites = 플랫폼 대장
sites-title = 플랫폼 대장
sites-list = 등록한 플랫폼
sites-note = 삭제를 요청할 곳의 연락처와 방법입니다. 요청서와 메일 초안을 만들 때 씁니다.
sites-search = 이름·주소 찾기
sites-add = 새 플랫폼
sites-none = 아직 적힌 곳이 없습니다.
sites-nothing-fits = 찾는 곳이 없습니다.
sites-edit-title = 플랫폼 고치기
sites-add-title = 새 플랫폼
sites-save = 저장
sites-host = 주소(도메인)
sites-host-help = 예: tube-a.example. 아래 주소는 모두 이곳으로 셉니다.
sites-name = 이름
sites-platform = 플랫폼 종류
sites-channel = 요청 방법
sites-email = 이메일
sites-report-url = 신고 창구 주소
sites-phone = 전화
sites-language = 요청 언어
sites-country = 나라
sites-remark = 메모
sites-unset = 고르지 않음
sites-postings = 게시물 { $count }건
sites-saved = 적었습니다.
sites-host-needed = 주소를 적어 주십시오.
