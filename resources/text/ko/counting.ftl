## 통계표

counting-table-t1 = 지원 피해자 현황
counting-table-t2 = 연령대별 피해자
counting-table-t3-sex = 피해유형별, 성별
counting-table-t3-sex-annex = 피해유형별(지역 추가), 성별
counting-table-t3-age = 피해유형별, 연령대별
counting-table-t3-age-annex = 피해유형별(지역 추가), 연령대별
counting-table-t4 = 가해자와의 관계
counting-table-t5 = 지원유형별 월별 현황
counting-table-t5-annex = 지원유형별(지역 추가) 월별 현황
counting-table-t6 = 삭제지원 플랫폼별 현황
counting-table-t6-annex = 삭제지원 플랫폼별(따로 적는 플랫폼)
counting-table-t6-addresses = 플랫폼별 주소
counting-table-t6-addresses-annex = 플랫폼별 주소(따로 적는 플랫폼)
counting-table-t7 = 삭제지원 근거별 현황
counting-table-t7-checks = 삭제지원 근거별 요청과 확인·점검
counting-table-t8 = 신상정보 동반 유출 삭제지원
counting-table-t8-addresses = 신상정보 동반 유출 주소
counting-table-t9 = 접수경로별 피해자
counting-table-t10 = 재유포 경과
counting-table-t11 = 기관 연계 현황
counting-table-t12 = 동일 가해자 묶음별 피해자
counting-table-t12-centers = 동일 가해자 묶음별 센터
counting-table-t12-actions = 동일 가해자 묶음별 삭제지원

## 표의 가로와 세로

counting-axis-sex = 성별
counting-axis-age = 연령대
counting-axis-relation = 가해자와의 관계
counting-axis-route = 접수경로
counting-axis-since = 신규·지속
counting-axis-harm = 피해유형
counting-axis-month = 월
counting-axis-support = 지원유형
counting-axis-body = 연계 기관
counting-axis-platform = 플랫폼
counting-axis-outcome = 결과
counting-axis-basis = 삭제지원 근거
counting-axis-detail = 신상정보
counting-axis-work = 요청과 점검
counting-axis-wave = 경과
counting-axis-group = 묶음

## 코드 목록에 없는 이름

counting-name-all = 계
counting-name-u = 미상
counting-name-undated = 날짜 모름
counting-name-new = 신규
counting-name-open = 진행
counting-name-request = 본인·친족·대리인 요청
counting-hidden = 감춤
counting-hidden-note = 3명 미만인 칸과, 그 수를 알 수 있게 하는 칸은 적지 않았습니다.

figure-unit-centers = 센터
