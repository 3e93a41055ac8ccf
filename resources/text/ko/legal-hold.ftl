### 보존 의무 (법적 보존)

next-hold-over = { $number } 사건의 보존 기한이 지났습니다. 보존 의무를 풀거나 기한을 다시 정하십시오.
hold-ground = 보존 근거
hold-authority = 명하거나 요청한 곳
hold-until = 기한 (비우면 풀 때까지)
hold-supervisor = 보존 의무를 걸고 푸는 것은 감독자가 합니다.
hold-anew = 보존 의무 고쳐 적기
hold-stands = 보존 의무: { $ground }
hold-stands-by = { $by } { $on } 지정
hold-stands-until = { $until }까지
hold-stands-open = 풀 때까지
hold-ended = 보존 기한이 지났습니다. 그래도 감독자가 풀기 전에는 아무것도 파기하지 않습니다.
hold-sharing = 보존 의무가 있어도 동의를 거두면 공유는 멈춥니다.
hold-held-title = 보존 의무가 걸린 사건
hold-held-help = 보유기간이 끝나도 파기하지 않습니다. 기한이 지난 것이 먼저 나옵니다.
hold-held-none = 보존 의무가 걸린 사건이 없습니다.
hold-day-wrong = 날짜는 오늘이나 그 뒤로, 2027-03-01처럼 적으십시오.
retention-open-held-name = 보존 의무가 걸린 사건 { $number }: 파기 살펴보기
