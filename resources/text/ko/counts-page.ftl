## 관리 · 기관 집계

settings-counts = 기관 집계
send-counts = { $years }년의 기관 집계(수만 적은 표)를 새로 세어 함께 보냅니다.
send-only-counts = 새로 보낼 기록은 없습니다. 집계만 나갑니다.
counts-title = 중앙에 집계 보내기
counts-help = 전국 통계에는 모든 센터의 수가 필요합니다. 사건을 보내지 않고 세어 둔 표만 보낼 수 있습니다.
counts-goes = 나가는 것
counts-goes-words = 작년과 올해의 통계표(통계 화면의 표와 같음)에 든 수, 사건의 수, 쓴 규칙의 판, 센터의 이름. 묶음을 만들 때마다 새로 셉니다.
counts-stays = 남는 것
counts-stays-words = 사건, 사건번호, 이름, 주소, 상담 기록, 게시물, 혐의자. 어느 것도 표와 함께 나가지 않습니다.
counts-why = 이유
counts-why-words = 동의하지 않은 분의 사건은 중앙에 가지 않으므로, 중앙은 전국의 수를 스스로 셀 수 없습니다. 적은 수는 중앙이 보여 줄 때 가립니다. 서명이 있어 다른 센터의 이름으로 보낼 수 없습니다.
counts-on = 함께 보냅니다
counts-off = 보내지 않습니다
counts-locked = 집계를 보낼지는 감독자가 정합니다. 여기에서는 보실 수만 있습니다.
counts-no-central = 아직 중앙의 열쇠를 확인하지 않았습니다. 확인한 뒤부터 함께 나갑니다.
counts-question = 이제부터 집계를 중앙에 보낼까요?
counts-question-body = { $to }에 묶음을 보낼 때 { $years }년의 통계표가 수로만 함께 나갑니다. 사건의 기록은 함께 나가지 않습니다. 언제든지 그만둘 수 있고, 이미 보낸 표는 중앙에 남습니다.
counts-yes = 보내기 시작
counts-central = 중앙
counts-started = 다음 묶음부터 집계를 함께 보냅니다.
counts-stopped = 이제 집계를 보내지 않습니다.
counts-made-title = 센 표
counts-made-none = 아직 센 표가 없습니다.
counts-line = { $first } – { $last }
counts-line-more = { $on }에 셈 · 사건 { NUMBER($cases) }건
counts-line-few = { $on }에 셈 · 사건이 적어 수를 적지 않음
counts-sent-not-sent = 아직 보내지 않음
counts-sent-under-way = 보냄 · 확인 기다림
counts-sent-there = 중앙이 받음
counts-to-statistics = 통계에서 표 보기

## 중앙에서

counts-nation-title = 센터에서 온 집계
counts-nation-help = 센터가 스스로 센 표를 더합니다. 표는 통계 화면에서 ‘전국’을 고르면 볼 수 있습니다.
counts-year = 연도
counts-nation-count = 센터 { NUMBER($centers) }곳의 집계를 더했습니다(사건 { NUMBER($cases) }건).
counts-nation-count-few = 센터 { NUMBER($centers) }곳의 집계를 더했습니다.
counts-nation-none = 이 해의 집계가 아직 오지 않았습니다.
counts-there = 더함
counts-aside = 더하지 않음
counts-missing = 아직 없음
counts-missing-words = 이 해의 집계가 오지 않았습니다.
counts-sender = { $words } 보낸 곳: { $sender }
counts-save-xlsx = 합계를 XLSX로 저장
counts-save-csv = 합계를 CSV로 저장
