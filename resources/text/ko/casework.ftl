### 상담 작업: 오늘, 사건, 동의, 상담, 사건 개요.

## 질문

casework-unknown = 모름
casework-declined = 말하고 싶지 않음
casework-open = 열기
casework-confirmed = 확인함
casework-choose = 고르기
casework-violation = 적으신 것이 이 칸과 맞지 않을 수 있습니다. 그대로 두어도 됩니다.
casework-date-example = 2026년 3월쯤
casework-date-kept = { JOSA($day, "으로/로") } 기록합니다
casework-date-as-said = 날짜로 읽히지 않아 적은 그대로 기록합니다
casework-day-needed = 날짜까지 적어 주십시오. 비워 두어도 됩니다.
casework-row = { $name } { $number }
casework-row-more = 하나 더
casework-row-add = { $name } 하나 더
casework-row-remove = { $name } 빼기

## 누구의 면인가

casework-no-alias = 이름 없음
casework-age = 만 { $age }세
casework-go-to = { JOSA($name, "으로/로") } 가기
casework-saving = 저장 중…
casework-saved = 저장됨 { $time }
casework-not-saved = 저장하지 못함 – 다시 시도
casework-rest = 쉬기
casework-cover = 가리기

## 상담

casework-state-open = 진행 중
casework-state-paused = 쉬는 중
casework-state-finished = 마무리됨
casework-known = 이미 아는 것
casework-known-hint = 다시 묻지 않습니다. 누르면 고칠 수 있습니다.
casework-known-again = { $label }: { $text }. 누르면 고칩니다.
casework-note = 자유 기록
casework-note-hint = 말씀하신 표현 그대로
casework-found = 기록에서 찾음
casework-adopt = 옮겨 적기
casework-adopt-all = 찾은 것 모두 옮겨 적기
casework-adopt-one = { $kind } { $text } 옮겨 적기
casework-section-count = { $title }, { $total }개 가운데 { $answered }개 답함
casework-step-to = 다음 묶음: { $name }
casework-step-back = 이전 묶음: { $name }
casework-rest-title = 잠시 쉽니다
casework-rest-words = 두 발을 바닥에 붙이고, 천천히 숨을 내쉽니다. 지금 이곳은 안전합니다.
casework-rest-no-hurry = 서두르지 않아도 됩니다. 적은 것은 모두 저장되어 있습니다.
casework-rest-resume = 다시 시작
casework-closing = 마무리
casework-read-back = 들은 것을 다시 읽어 드립니다
casework-read-back-hint = 맞는지 함께 확인합니다. 고칠 것이 있으면 질문으로 돌아가 고칩니다.
casework-nothing-said = 아직 답한 질문이 없습니다.
casework-missing = 여쭙지 않은 것
casework-missing-hint = 지금 다 채우지 않아도 됩니다. 누르면 그 묶음으로 갑니다.
casework-missing-in = { $title }, 여쭙지 않은 것 { $count }개
casework-day-example = 12월 3일
casework-next-contact = 다음에 연락할 날
casework-finish = 상담 마무리
casework-back-to-questions = 질문으로 돌아가기
casework-finished = 상담을 마무리했습니다.

## 오늘

today-title = 오늘
today-actions = 할 일
today-unfinished = 이어 갈 상담
today-continue = 이어가기
today-continue-name = 이어가기: { $alias } { $number } { $form } { $time }
today-waiting = 보낼 것
today-waiting-count = 보낼 사건 { $count }건
today-waiting-none = 보낼 것이 없습니다
today-last-sent = 마지막으로 만든 때 { $time }
today-never-sent = 아직 보낸 것이 없습니다
today-received = 받은 묶음 { $count }건
today-go-send = 보내기·받기로
today-empty = 오늘 할 일이 없습니다.
today-new-case = 새 상담
today-open-action = { $text } 열기
today-due = { $day }까지
today-due-past = { $day }, 지났습니다

## 사건 목록

cases-title = 사건
cases-new = 새 상담
cases-search = 이름·번호·계정·주소 찾기
cases-search-hint = 이름·번호·계정·주소 (초성 가능: ㅎㄴ)
cases-filter-mine = 내 사건
cases-filter-minor = 미성년
cases-filter-deleting = 삭제 중
cases-filter-to-send = 보낼 것
cases-filter-name = 거르기: { $name }
cases-list = 사건 목록
cases-none = 아직 사건이 없습니다.
cases-nothing-fits = 찾는 사건이 없습니다.
cases-clear = 모두 보기
cases-pick = 왼쪽에서 사건을 고르면 여기에 보입니다.
cases-minor = 미성년
cases-unsent = 보내지 않음
cases-today = 오늘 { $time }
cases-progress = 삭제 { $removed }/{ $requested }
cases-short-day = { $month }.{ $day }.

## 동의

gate-title-new = 새 상담
gate-title = 동의
gate-route = 어떤 경로로 오셨습니까?
gate-alias = 부르는 이름
gate-alias-help = 가명이어도 되고, 비워 두어도 됩니다.
gate-continue = 동의 여쭙기
gate-read = 읽어 드립니다
gate-opens = 이것에 동의하셔야 기록을 시작합니다
gate-more = 자세한 내용
gate-less = 접기
gate-more-name = { $title } 자세한 내용
gate-method = 동의를 받은 방법
gate-method-face = 대면
gate-method-phone = 전화
gate-method-paper = 서면
gate-method-electronic = 전자
gate-age = 나이
gate-age-adult = 19세 이상
gate-age-14-18 = 14–18세
gate-age-under-14 = 14세 미만
gate-guardian = 법정대리인
gate-guardian-14-18 = 14세부터 18세까지는 본인의 동의로 상담합니다. 보호자에게 알릴지는 본인의 뜻을 먼저 여쭙습니다.
gate-guardian-told = 보호자에게
gate-guardian-told-yes = 알리고 동의를 받음
gate-guardian-told-no = 알리지 않음
gate-guardian-name = 보호자 이름
gate-guardian-contact = 보호자 연락처
gate-guardian-reason = 알리지 않는 까닭
gate-print = 동의서 인쇄
gate-save = 동의서 PDF 저장
gate-file = 동의서.pdf
gate-start = 기록 시작
gate-anonymous = 익명 상담으로 마치기
gate-not-yet = 기록하지 않고 나가기
gate-keep = 저장하고 돌아가기
gate-undecided = 아직 여쭙지 않은 것은 ‘나중에’로 남습니다.
gate-anonymous-done = 익명 상담으로 남겼습니다. 이름과 내용은 기록하지 않았습니다.
gate-later-done = 사건만 접수했습니다. 기록 동의를 받으면 상담을 시작할 수 있습니다.
gate-kept = 동의를 저장했습니다.
gate-agreed-on = { $day }에 동의
gate-refused-on = { $day }에 동의하지 않음
gate-later-on = { $day }에 나중으로 미룸
gate-withdrawn-on = { $day }에 거둠
gate-withdraw = 거두기
gate-withdraw-name = { $title } 거두기
gate-withdraw-title = 동의를 거둡니다
gate-withdraw-body = 다음에 보낼 때부터 보내지 않고, 이미 보낸 곳에도 알립니다. 지금까지의 결정은 이력에 남습니다.
gate-withdrawn = 동의를 거두었습니다.

## 사건

case-overview = 개요
case-timeline = 연표
case-interviews = 상담
case-consents = 동의
case-tab-count = { $name } { $count }
case-continue = 상담 이어가기
case-begin = 새 상담 기록
case-begin-form = { $form } 시작
case-begin-title = 어떤 상담을 시작합니까?
case-facts = 아는 것
case-no-facts = 아직 적은 것이 없습니다.
case-hidden = 내 역할에서는 사건의 내용이 보이지 않습니다. 번호와 상태, 날짜만 보입니다.
case-counts = 기록
case-next = 할 일
case-rename = 이름 고치기
case-rename-save = 저장
case-conflicts = 서로 다른 기록 { $count }곳
case-conflicts-hint = 두 사람이 서로의 기록을 보지 못하고 적었습니다. 맞는 것을 고르십시오. 고르지 않은 것도 이력에 남습니다.
case-conflict-choose = 고르기
case-conflict-choose-name = { $label }: { $value } 고르기 ({ $who })
case-conflict-by = { $who } · { $time }
case-conflict-blank = 비움
case-settled = 고른 것으로 정했습니다.
case-open = 보기
case-open-name = { $form } { $time } 보기
case-continue-name = { $form } { $time } 이어가기
case-print = 출력
case-print-name = { $form } { $time } 출력
case-no-interviews = 아직 상담 기록이 없습니다.
case-saved-printout = 저장했습니다: { $name }
case-timeline-count = { $deed } · { $count }건
case-timeline-kinds = { $kinds }
case-timeline-list = 일의 목록
case-timeline-all = 전체
case-timeline-filter = 연표 거르기: { $name }
case-timeline-empty = 아직 아무 일도 없습니다.
case-timeline-conflict = 서로 다른 기록
case-consent-change = 동의 다시 여쭙기
case-consent-none = 여쭙지 않음
