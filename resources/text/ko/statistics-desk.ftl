## 통계 · 표와 그림

counted-group = 묶음 { NUMBER($number) }
counted-with-unit = { $name }({ $unit })
counted-picture-months = 월별 삭제지원과 삭제 완료
counted-picture-waves = 재유포 경과
counted-picture-platforms = 플랫폼별 결과
counted-picture-ages = 연령대와 성별
counted-last-months = 최근 { NUMBER($months) }개월만 그렸습니다.
counted-all-time = 기간과 상관없이 센 수입니다.

## 표 아래에 적는 말

counted-note-each = 1인당 평균 { $mean }건입니다.
counted-note-t3 = 한 사람이 여러 유형에 들 수 있습니다.
counted-note-t6 = 결과는 그 주소의 지금 결과입니다. 주소에 대한 것이 아닌 삭제지원은 미상과 진행에 둡니다.
counted-note-t8 = 한 건에 여러 정보가 함께 유출되면 저마다 세고, 계에는 한 번 셉니다.
counted-note-t10 = 신규와 재유포는 찾은 달, 삭제 완료는 확인한 달에 셉니다. 한 주소가 두 칸에 들 수 있습니다.
counted-note-t12 = 확인된 묶음만 적습니다. 사람과 센터는 기간과 상관없이, 삭제지원은 기간 안에서 셉니다. 두 묶음에 든 것도 계에는 한 번 셉니다.
counted-note-annex = 지역에서 더한 항목입니다. 전국 합계에 들지 않습니다.
counted-note-doubtful = 기간에 드는지 분명하지 않은 사람이 몇 있으며, 표에 더하지 않았습니다.

## 파일

counted-always = 전체 기간
counted-share = 비율(%)
counted-about-title = 무엇
counted-about-name = 디지털성범죄 피해자 지원 통계
counted-about-center = 작성기관
counted-about-whom = 대상
counted-of-case = 한 사건
counted-of-profile = 한 가해자의 사건
counted-of-center = 이 센터
counted-of-nation = 여기 있는 모든 센터
counted-about-period = 기간
counted-about-day = 기준일
counted-about-position = 장부 위치
counted-about-table = 표
counted-about-unit = 단위
counted-about-rule = 집계 규칙
counted-about-how = 세는 법
counted-about-doubtful = 기간이 분명하지 않아 더하지 않은 수
counted-about-note = 참고

## 연간 보고서

counting-year-a = 연도별 지원 피해자
counting-year-b = 연도별 연령대
counting-year-c = 연도별 피해유형
counting-year-d = 연도별 가해자와의 관계
counting-year-e = 연도별 지원유형
counting-year-f = 연도별 삭제지원 플랫폼
counting-year-g = 연도별 신상정보 동반 유출 삭제지원
counting-axis-year = 연도

## 연간 보고서 표 아래에 적는 말

counted-note-year-b = 나이는 접수한 날의 만 나이입니다.
counted-note-year-c = 한 사람이 여러 유형에 들 수 있습니다.
counted-note-year-e = 확인·점검은 삭제지원과 계에 들지 않습니다.
counted-note-year-g = 계의 비율은 그해 삭제지원에 대한 것이고, 정보마다의 비율은 계에 대한 것입니다. 한 건에 여러 정보가 함께 유출될 수 있습니다.

## 통계 보고서

paper-statistics-title = 통계 보고서
paper-statistics-about = 대상
paper-statistics-period = 기간
paper-statistics-by = 작성자
paper-statistics-checked = 확인자
paper-statistics-people = 지원 피해자
paper-statistics-supported = 기간 안에 지원한 사람
paper-statistics-pictures = 한눈에 보기
paper-statistics-tables = 통계표
paper-statistics-annex = 지역 부록
paper-statistics-annex-note = 지역에서 더한 항목입니다. 앞의 통계표와 전국 합계에 들지 않습니다.
paper-statistics-limits = 공식적으로 정해진 삭제지원 한 건의 정의는 없습니다. 아래 규칙으로 세었으며, 같은 규칙과 같은 장부 위치에서 다시 세면 같은 수가 나옵니다. 사람·사건·건·주소는 서로 더하지 않습니다.
paper-statistics-doubtful = 기간이 분명하지 않아 더하지 않은 것: { NUMBER($count) }{ $unit }.
paper-statistics-not-drawn = 감춘 수는 그리지 않았습니다.
