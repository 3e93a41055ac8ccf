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
