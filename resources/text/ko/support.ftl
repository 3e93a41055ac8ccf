### 지원, 수사·재판, 일정, 할 일.

## 할 일: 까닭

task-task = { $words }
task-contact = 연락하기로 한 날입니다
task-recheck-30 = { $count ->
    [one] 임시조치 30일이 되었습니다. 다시 확인합니다
   *[other] 임시조치 30일이 되었습니다. 주소 { $count }개를 다시 확인합니다
    }
task-check = { $count ->
    [one] 삭제된 주소를 점검할 날입니다
   *[other] 주소 { $count }개를 점검할 날입니다
    }
task-referral = { $words }에 의뢰하고 14일 넘게 답이 없습니다
task-offer = { $words } 연계를 제안하고 14일 넘게 답을 듣지 못했습니다
task-appointment = { $words }: 약속한 날입니다
task-consent = ‘나중에’로 미룬 동의를 14일 넘게 다시 여쭙지 않았습니다
task-birthday = 만 { $count }세가 되었습니다 · 동의를 본인에게 다시 여쭙니다
task-duplicate = 같은 주소가 두 번 적힌 게시물이 { $count }건 있습니다
task-papers = 구비서류 { $count }가지가 없습니다
task-plan = 상담계획이 아직 없습니다
task-plan-approval = 상담계획이 승인되지 않았습니다
task-goal = 목표를 돌아볼 날입니다: { $words }
task-appeal = 상소할 수 있는 기간입니다

task-group-task = 적어 둔 할 일
task-group-contact = 연락하기로 한 날
task-group-recheck-30 = 임시조치 30일
task-group-check = 삭제 점검
task-group-referral = 답 없는 기관 연계
task-group-offer = 대답을 듣지 못한 제안
task-group-appointment = 오늘까지의 약속
task-group-consent = 미룬 동의
task-group-birthday = 나이가 차서 다시 여쭐 동의

## 폼

form-day-hint = 오늘, 내일, 12월 3일처럼 적습니다.
form-no-day = 날짜로 읽히지 않습니다. 12월 3일처럼 적어 주십시오.
form-needed = { JOSA($label, "을/를") } 채워 주십시오.

## 지원

case-support = 지원
support-keep = 저장
support-undo = 되돌리기
support-today = 오늘
support-none = 없음
support-remark = 메모
support-of = { $what }: { $name }
support-due = { $day }까지
support-due-past = { $day }, 지났습니다

support-tasks = 할 일
support-tasks-more = { $count }개 더 보기
support-no-tasks = 지금 기다리는 일이 없습니다.
support-task-add = 할 일 더하기
support-date-add = 약속 잡기
support-task-words = 할 일
support-task-day = 언제까지
support-task-kept = 할 일을 적었습니다.
support-task-done = 마침
support-task-later = 미루기
support-task-later-title = 다른 날로 미루기
support-task-go = 그곳으로
support-task-was-done = 마쳤습니다.
support-task-was-moved = 다른 날로 미뤘습니다.

support-lines = 지원선
support-lines-hint = 여섯 가지 지원은 따로 열고 닫습니다. 본인이 원하지 않는 것은 아무것도 나가지 않습니다(성폭력방지법 24조).
support-line-unopened = 열지 않음
support-will = 의사
support-will-title = 본인의 의사
support-will-of = { $name }: 본인의 의사
support-will-day = 말씀하신 날
support-will-hint = { $name } 지원을 원하시는지 말씀하신 그대로 고릅니다. 언제든 바꿀 수 있고, 앞서 하신 말씀도 남습니다.
support-will-before = 앞서 하신 말씀
support-will-said = { $wish } · { $who }, { $time }에 적음
support-will-kept = { $name }: 의사를 기록했습니다.
support-wish = 의사: { $wish }
support-wish-since = 의사: { $wish } ({ $day })
support-open = 열기
support-close = 닫기
support-opened = { $name } 지원을 열었습니다.
support-closed = { $name } 지원을 닫았습니다.
support-opened-on = { $day }부터
support-closed-on = { $day }에 닫음
support-done = 기록 { $count }건, { $minutes }분
support-nothing-goes-out = 나가는 일을 하지 않습니다

support-referrals = 기관 연계
support-no-referrals = 아직 연계한 기관이 없습니다.
support-agency-gone = 주소록에 없는 기관
support-since = { $day }
support-offer = 연계 제안
support-offer-title = 기관 연계 제안
support-offer-line = 어떤 지원입니까
support-offer-agency = 기관
support-offer-person = 기관 담당자
support-offered = 연계를 제안했습니다.
support-no-agencies = 주소록에 기관이 없습니다. 먼저 기관을 적어 주십시오.
support-to-book = 주소록으로
support-step-accepted = 본인이 동의함
support-step-refused = 본인이 거절함
support-step-sent = 의뢰 보냄
support-step-taken = 기관이 수락함
support-step-declined = 기관이 거절함
support-step-done = 완료함
support-step-revoked = 의사 철회
support-stepped = { $name }: { $state }
support-ask-consent = 동의 여쭙기
support-consent-undecided = 보내려면 ‘{ $what }’ 동의가 있어야 합니다. 아직 여쭙지 않았습니다.
support-consent-refused = ‘{ $what }’에 동의하지 않으셨습니다. 보내지 않습니다.
support-consent-withdrawn = 동의를 철회하셨습니다. 보내지 않습니다.
support-consent-guardian-missing = 14세 미만이어서 법정대리인 동의가 있어야 보냅니다.
support-send-title = 의뢰 보냄
support-send-hint = { $name }에 무엇을 알렸는지 적어 둡니다. 나간 것의 목록에 남습니다.
support-send-means = 알린 방법
support-send-items = 알린 것
support-send-items-hint = 내용이 아니라 항목만 적습니다. 예: 부르는 이름, 연락처, 진단서 사본
support-send-day = 보낸 날

support-log = 서비스 기록
support-log-kind = 지원 종류
support-log-minutes = 걸린 시간(분)
support-log-what = 한 일
support-log-quantity = 건수
support-log-day = 한 날
support-log-method = 방법
support-log-agency = 기관
support-log-result = 결과
support-log-add = 적기
support-log-details = 자세히 적기
support-log-details-title = 서비스 기록 적기
support-log-kept = 기록했습니다.
support-log-choose-kind = 지원 종류를 먼저 골라 주십시오.
support-log-no-number = 걸린 시간은 숫자로 적어 주십시오.
support-log-more = { $count }건 더 보기
support-total = { $name } { $count }건 · { $minutes }분
support-minutes = { $minutes }분
support-quantity = { $count }건
support-correct = 고치기
support-correct-title = 서비스 기록 고치기
support-corrected = 고침
support-corrected-kept = 고쳤습니다. 앞서 적은 것도 남아 있습니다.

support-plan = 상담계획
support-plan-none = 아직 상담계획이 없습니다.
support-plan-write = 계획 적기
support-plan-title = 상담계획
support-plan-hint = 상담계획을 세우고 기록합니다(성폭력방지법 시행규칙 15조). 고치면 승인을 다시 받습니다.
support-plan-until = 종결 조건: { $words }
support-plan-until-label = 종결 조건
support-plan-by = { $who } · { $day }
support-plan-approve = 승인
support-plan-approved = { $who } 승인 ({ $day })
support-plan-approved-now = 상담계획을 승인했습니다.
support-plan-waiting = 승인 전
support-plan-kept = 상담계획을 저장했습니다.
support-goals = 목표
support-no-goals = 아직 세운 목표가 없습니다.
support-goal-add = 목표 더하기
support-goal-title = 상담 목표
support-goal-words = 목표
support-goal-hint = 말씀하신 표현 그대로 적습니다.
support-goal-steps = 그렇게 되려면
support-goal-review-label = 돌아볼 날
support-goal-review = { $day }에 돌아봅니다
support-goal-reached = { $day }에 이룸
support-goal-due = 돌아볼 날
support-goal-reach = 이룸
support-goal-change = 바꿈
support-goal-drop = 그만둠
support-goal-kept = 목표를 기록했습니다.

support-end-title = 종결
support-end = 사건 종결
support-end-reason = 종결하는 까닭
support-end-hint = 닫은 뒤에도 다시 열 수 있습니다.
support-end-together = 함께 닫습니다. 닫은 뒤에도 다시 열 수 있습니다.
support-ended = { $day }에 종결했습니다. { $reason }
support-ended-now = 사건을 종결했습니다.
support-reopen = 다시 열기
support-reopened = 사건을 다시 열었습니다.
support-nothing-open = 열려 있는 것이 없습니다.
support-still-open = 아직 열려 있습니다: { $what }.
support-open-lines = 지원선 { $names }
support-open-referrals = 기관 연계 { $count }건
support-open-tasks = 할 일 { $count }개
support-open-interviews = 끝내지 않은 상담 { $count }건

## 수사·재판

case-trial = 수사·재판
trial-no-suspects = 아직 가해 추정 인물이 없습니다. 먼저 ‘가해 추정인’에 적어 주십시오.
trial-unnamed = 이름을 모르는 인물
trial-none = 아직 수사·재판 기록이 없습니다.
trial-begin = 사건번호 더하기
trial-begun = 수사·재판 기록을 시작했습니다.
trial-change = 번호·법원
trial-changed = 고쳤습니다.
trial-no-number = 사건번호 미정
trial-number = 사건번호
trial-number-hint = 연도, 부호, 번호의 차례로 적습니다. 예: 2099고합7. 아직 없으면 비워 둡니다.
trial-number-unusual = 사건번호가 흔한 꼴(연도·부호·번호)이 아닙니다. 그대로 두어도 됩니다.
trial-court-label = 법원
trial-division-label = 재판부
trial-charges-label = 혐의
trial-police-number-label = 경찰 사건번호
trial-prosecution-number-label = 검찰 사건번호
trial-police-number = 경찰 { $number }
trial-prosecution-number = 검찰 { $number }
trial-held = 구속
trial-wanted = 수배
trial-step = 일 적기
trial-step-hint = 피의자·피고인은 여기에 적은 일로만 부르게 됩니다.
trial-kind = 어떤 일입니까
trial-day = 날짜
trial-at = 시각
trial-at-hint = 예: 10:30
trial-room = 법정
trial-time = 기간
trial-time-hint = 예: 7년, 1년 6개월
trial-suspended-label = 집행유예 기간
trial-hours-label = 이수명령(시간)
trial-outcome = 결과
trial-party = 누가
trial-noted = 적었습니다.
trial-take-back = 이 일 지우기
trial-taken-back = 지웠습니다.
trial-tell = 피해자에게 알림
trial-was-told = 알렸다고 표시했습니다.
trial-told = { $who }, { $day }에 알림
trial-untold = 피해자에게 아직 알리지 않은 기일·결과 { $count }건(형사소송법 259조의2)
trial-sought = 구형 { $time }
trial-sentence = 선고 { $time }
trial-suspended = 집행유예 { $time }
trial-restriction = 취업제한 { $time }
trial-programme = 이수명령 { $hours }시간
trial-appeal-until = { $day }까지 상소할 수 있음
trial-next-hearing = 다음 기일 { $day }
trial-years = { $years }년
trial-months = { $months }개월
trial-years-months = { $years }년 { $months }개월

## 일정

calendar-title = 일정
calendar-month = 달력
calendar-weekday-1 = 월
calendar-weekday-2 = 화
calendar-weekday-3 = 수
calendar-weekday-4 = 목
calendar-weekday-5 = 금
calendar-weekday-6 = 토
calendar-weekday-7 = 일
calendar-today = 오늘
calendar-before = 앞 달
calendar-after = 다음 달
calendar-more = 외 { $count }건
calendar-day-name = { $day }, { $count }건
calendar-nothing = 이 날은 비어 있습니다.
calendar-open = 사건 열기
calendar-kept = 진행함
calendar-cancel = 취소됨
calendar-missed = 불참
calendar-move = 다른 날로
calendar-new = 약속 잡기
calendar-new-here = 이 날 약속 잡기
calendar-term = 법정 기한
calendar-rule = 어떤 기한입니까
calendar-begins = 기한이 시작된 날
calendar-begins-at = 시작된 시각
calendar-begins-at-hint = 시간으로 세는 기한(유출 통지 72시간)에만 적습니다. 예: 17:30
calendar-term-kept = 기한을 적었습니다.
calendar-case = 사건
calendar-kind = 어떤 일입니까
calendar-day = 날짜
calendar-at = 시각
calendar-at-hint = 예: 14:30. 정해지지 않았으면 비워 둡니다.
calendar-words = 무엇을
calendar-place = 어디서
calendar-was-added = 약속을 적었습니다.
calendar-was-moved = 다른 날로 옮겼습니다.
calendar-was-kept = 기록했습니다.
calendar-holiday = 공휴일 더하기
calendar-holiday-name = 이름
calendar-holiday-hint = 임시공휴일처럼 프로그램이 모르는 날을 적습니다. 기한이 그 날 끝나면 다음 평일로 넘어갑니다. 이름을 비우면 지웁니다.
calendar-holidays-unknown = 이 해의 공휴일은 아직 모릅니다.

## 기관 주소록

settings-agencies = 기관 주소록
agency-title = 기관 주소록
agency-help = 함께 일하는 기관을 적어 둡니다. 그만 쓰는 기관도 지우지 않고, 마지막 날을 적습니다.
agency-add = 기관 더하기
agency-change = 고치기
agency-end = 그만 쓰기
agency-kind = 어떤 기관입니까
agency-kept = 저장했습니다.
agency-none = 아직 적은 기관이 없습니다.
agency-not-valid = 지금 쓰지 않음
agency-ended-too = 그만 쓰는 기관도 보기
agency-valid-only = 지금 쓰는 기관만 보기

## 오늘

today-events = 오늘의 일정
today-to-calendar = 일정 보기
today-no-events = 오늘 잡힌 약속이 없습니다.
today-group = { $name } { $count }
today-group-name = { $name }, { $count }건
today-group-more = { $count }건 더 보기
today-go-name = { $what }: { $name } ({ $at })
