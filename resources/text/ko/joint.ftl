## 엇갈린 기록

conflict-yes = 예
conflict-no = 아니요

## 사건 이관

plan-handed-over = 이관하는 사건
plan-center-undecided = 타 센터 사례 연결을 아직 여쭙지 않음
plan-center-refused = 타 센터 사례 연결에 동의하지 않음
plan-center-withdrawn = 타 센터 사례 연결 동의를 거둠
plan-record-undecided = 기록·보관을 아직 여쭙지 않음

handover-stays-kept-back = 알리지 말아 달라고 하신 것이 있어 이야기로 적은 기록은 가지 않습니다.
handover-stays-drafts = 아직 마치지 않은 초안은 이 노트북에 남습니다.
handover-stays-book = 열람 기록과 파기 대장은 이 센터의 장부라 남습니다.

## 공동 대응

joint-forwarded = 상대 센터에 전달함
progress-forwarding = 센터 사이의 요청을 전달하는 중
next-joint-request = { $number } · { JOSA($center, "이/가") } 공동 대응을 요청했습니다. 본인에게 먼저 여쭙니다.
next-handover-offered = { $number } · { JOSA($center, "이/가") } 사건을 맡아 달라고 제안했습니다
