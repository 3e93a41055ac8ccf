## 통계 화면

action-statistics = 통계

stat-title = 통계
stat-whom = 누구의 사건
stat-whom-center = 이 센터
stat-whom-nation = 전국
stat-whom-profile = 이 가해자의 사건
stat-about-center = 이 센터의 사건
stat-about-nation = 전국의 사건
stat-about-profile = 이 가해자의 사건
stat-about-case = 이 사건
stat-period = 기간
stat-this-year = 올해
stat-last-year = 작년
stat-last-12 = 최근 12개월
stat-whole = 전체
stat-first = 언제부터
stat-first-hint = 처음부터
stat-last = 언제까지
stat-last-hint = 지금까지
stat-again = 다시 세기
stat-as-of = { $about } · { $moment }에 센 수입니다.
stat-outdated = 그 뒤에 기록이 바뀌었습니다.
stat-small = 적은 수도 보기
stat-small-hint = 3명 미만이어서 감춘 수를 이 화면에서만 봅니다.
stat-small-told = 3명 미만인 수까지 보이고 있습니다. 누구인지 짐작할 수 있으니 밖에 보이지 마십시오. 내보내는 표에는 감춥니다.
stat-no-day = 날짜로 읽을 수 없습니다. 2026, 2026-03, 2026-03-05처럼 적어 주십시오.
stat-ends-first = 끝나는 때가 시작하는 때보다 앞섭니다.

stat-nothing = 이 기간에는 집계할 기록이 없습니다.
stat-nothing-done = 이 기간에 이루어진 지원이 없습니다. 사람 수는 기간과 상관없이 센 것입니다.
stat-widen = 전체 기간으로 세기
stat-quiet = 상담이 진행 중이어서 보이지 않습니다. 상담이 끝나면 볼 수 있습니다.
stat-not-counted = 아직 세지 않았습니다. ‘다시 세기’를 누르면 셉니다.

## 큰 수치

stat-figure-name = { $label } { $number }
stat-doubtful = 분명하지 않아 더하지 않은 것이 { $count }{ $unit } 있습니다.
stat-hidden-cards = 사람 수가 적어 감춘 수치: { $names }

## 그림

stat-unit = 단위: { $unit }
stat-bar = { $group }, { $series } { $number }
stat-bar-hidden = { $group }, { $series } 감춤
stat-hidden-told = 감춘 칸은 열어 볼 수 없습니다.
stat-no-bars = 이 기간에는 그릴 수가 없습니다.
stat-as-table = 표로 보기
stat-as-table-name = { $title }, 표로 보기
stat-as-picture = 그림으로 보기
stat-as-picture-name = { $title }, 그림으로 보기
stat-walk-hint = 막대를 고르면 수가 여기에 나옵니다.
stat-cell-hint = 칸에서 Enter를 누르거나 두 번 누르면 그 수의 근거가 보입니다.

## 표

stat-tables = 통계표
stat-tables-hint = 제목을 누르면 펼쳐집니다. 칸에서 Enter를 누르거나 두 번 누르면 그 수의 근거가 보입니다.
stat-annex = 지역 추가 표
stat-annex-hint = 전국 통계에 없는 항목입니다. 위 표의 합계에 들어가지 않습니다.
stat-table-line = { $number } { $title } ({ $unit })
stat-table-name = { $title } 표
stat-rule = { $rule } · { $how }
stat-cell = { $row }, { $column } { $number }
stat-cell-hidden = { $row }, { $column } 감춤

## 근거

stat-rows = 근거가 되는 사건
stat-rows-close = 근거 닫기
stat-rows-asking = 근거를 찾고 있습니다
stat-rows-none = 근거가 되는 기록이 없습니다.
stat-rows-unseen = 볼 수 없는 사건의 기록 { $count }건은 보이지 않습니다.
stat-rows-more = 더 보기
stat-rows-no-day = 날짜가 없습니다
stat-rows-gone = 번호 없음

## 연보

stat-years = 연도별 표
stat-years-hint = 연보의 모양대로 { $years }년을 해마다 한 줄로 셉니다.
stat-years-open = 연도별로 세기

## 센터가 보낸 집계

stat-nation-months = 기간을 해나 달로 고르면 센터가 보낸 집계의 합이 여기에 나옵니다.
stat-nation-counted = 센터 { $count }곳의 집계를 더했습니다: { $names }. 사건 { $cases }건입니다.
stat-nation-counted-few = 센터 { $count }곳의 집계를 더했습니다: { $names }.
stat-nation-none = 이 기간에 맞는 집계를 보낸 센터가 없습니다.

## 굳힌 수치

stat-freeze = 수치 굳히기
stat-freeze-hint = 지금의 수와 날짜를 그대로 남깁니다. 기록이 나중에 바뀌어도 굳힌 수는 바뀌지 않습니다.
stat-frozen = 굳힌 수치
stat-frozen-hint = 굳힌 날의 수와 같은 물음의 오늘 수를 나란히 보입니다.
stat-frozen-none = 굳힌 수치가 없습니다. 수치를 누르고 ‘수치 굳히기’를 누르면 그날의 수가 여기에 남습니다.
stat-frozen-now = 오늘 { $now }
stat-frozen-same = 같음
stat-frozen-other = 달라짐
stat-frozen-taken = { $day }에 { JOSA($who, "이/가") } 굳힘 · { $rule }
stat-frozen-again = 그때 기준으로 다시 세기
stat-frozen-again-name = { $at }번째 굳힌 수치 { $label }, 그때 기준으로 다시 세기
stat-frozen-rows = 그때의 근거
stat-frozen-rows-name = { $at }번째 굳힌 수치 { $label }, 그때의 근거
stat-frozen-rows-how = { $day }까지의 기록에서 { $rule }에 따라 센 수의 근거입니다.
stat-frozen-counted = 그때 기준으로 다시 센 수는 { $number }입니다. { $words }
stat-frozen-more = { $count }개 더 보기
stat-frozen-kept = { JOSA($number, "을/를") } 굳혔습니다.

## 내보내기와 보고서

stat-save = 표 내보내기
stat-save-note = 보이는 것과 같은 표가 나갑니다. 사건 번호와 이름, 주소는 들어가지 않으며 감춘 칸은 감춘 채로 나갑니다.
stat-save-form = 파일 형식
stat-save-xlsx = 엑셀(XLSX), 표마다 한 시트
stat-save-csv = CSV 묶음(ZIP), 표마다 한 파일
stat-save-place = 저장할 곳 고르기
stat-saved = 표를 저장했습니다.
stat-of-profile = 이 가해자의 통계 보기
stat-report = 보고서 만들기

## 키

stat-key-walk = 막대·칸 옮기기
stat-key-open = 근거 보기
stat-key-close = 근거 닫기
