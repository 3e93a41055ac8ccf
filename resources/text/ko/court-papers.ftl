## 대외 문서 · 모두에 쓰는 말

paper-approval = 결재
paper-approval-made = 담당
paper-approval-team = 팀장
paper-approval-head = 센터장
paper-attest = 위 내용이 사실임을 확인합니다.
paper-official-seal = (직인)
paper-outward = 대외 제출용
paper-inward = 내부용
paper-draft = 초안
paper-court-case = 사건
paper-court-accused = 피고인
paper-made-by = 작성기관
paper-checked-by = 확인
paper-law = 근거 법령
paper-counted-until = 집계 기준
paper-court-left-out = 피해자가 법원 제출에 동의한 사건만 담았습니다. 동의하지 않은 사건은 포함하지 않았습니다.

## 사건 한 줄

paper-case-label = 사건
paper-case-center = 센터
paper-case-minor = 미성년
paper-case-harms = 피해유형
paper-case-period = 피해 시기
paper-case-addresses = 주소
paper-case-actions = 삭제지원

## 피해지원 실적

paper-performance-title = 디지털성범죄 피해지원 실적
paper-performance-lead = { $period }
paper-performance-cases = 사건별 지원
paper-performance-cases-note = 사건은 가명으로 적었습니다. 같은 피해자로 확인된 사건은 = 뒤에 그 사건을 적었습니다.
paper-performance-harms = 피해유형
paper-performance-support = 지원유형
paper-performance-months = 월별 삭제지원
paper-performance-method = 집계 규칙과 한계
paper-performance-limits = 공식적으로 정해진 삭제지원 한 건의 정의는 없습니다. 아래 규칙으로 세었으며, 같은 규칙과 같은 기준 위치에서 다시 세면 같은 수가 나옵니다. 같은 사람이라는 판단은 두 사람이 저마다 확인한 것만 썼습니다.
paper-performance-sources = 자료 출처와 검증
paper-bars-requests = 삭제지원
paper-bars-removed = 삭제 완료

## 수치와 근거

paper-basis = 집계 규칙 { $rules } · 질의 { $query }
paper-card-minors = 미성년 { NUMBER($count) }명
paper-card-asked = 최초 { NUMBER($first) } · 재요청 { NUMBER($again) }
paper-card-of = 주소 { NUMBER($count) }개 가운데
paper-table-note = 단위: { $unit }. 집계 규칙 { $rule }.
paper-source-position = 장부 위치
paper-source-query = 질의 해시
paper-source-centers = 센터
paper-yes = 예

## 미리보기에서 알리는 것

paper-missing-case-number = 법원의 사건번호가 비어 있습니다.
paper-missing-accused = 피고인이 비어 있습니다.
paper-missing-checked-by = 확인한 사람이 비어 있습니다.
paper-warning-doubtful = ‘{ $name }’에서 { NUMBER($count) }건은 분명하지 않아 더하지 않았습니다.
paper-warning-guideline = 아직 변호사가 대조하지 않은 양형기준 자료입니다. 제출하기 전에 항목의 문구를 원문과 대조하십시오.

## 별지 · 삭제지원 내역

paper-annex-title = 별지 · 삭제지원 내역
paper-annex-lead = 삭제지원 { NUMBER($count) }건을 사건과 날짜의 순서로 적었습니다.
paper-annex-number = 번호
paper-annex-case = 사건
paper-annex-platform = 플랫폼
paper-annex-address = 주소
paper-annex-done = 한 날
paper-annex-kind = 조치
paper-annex-outcome = 결과
paper-annex-what = 조치와 결과

## 의견서

paper-opinion-title = 의견서
paper-opinion-by = 제출인
paper-opinion-nature = 피해의 특성
paper-opinion-factors = 양형기준 항목별 관련 사실
paper-opinion-factors-note = 기록에서 세거나 날짜를 확인할 수 있는 사실만 적었습니다. 항목에 해당하는지는 적지 않습니다.
paper-opinion-factor = 항목
paper-opinion-related = 관련 사실
paper-opinion-no-facts = 이 기록으로 말할 수 있는 사실이 없습니다.
paper-opinion-spreading = 재유포와 남은 주소
paper-opinion-conclusion = 결론
paper-opinion-attached = 첨부
paper-opinion-submitted = 위와 같이 의견을 제출합니다.
paper-guideline-unverified = 아래 양형기준 항목의 문구는 아직 변호사가 원문과 대조하지 않았습니다.
paper-guideline-short = 양형기준 자료 미확인
paper-guideline-named = { $name } ({ $edition } 의결, { $force } 시행)

## 관련 사실

fact-victims = 확인된 피해자 { NUMBER($count) }명
fact-minors = 피해 당시 19세 미만 { NUMBER($count) }명
fact-under-14 = 피해 당시 14세 미만 { NUMBER($count) }명
fact-again = 지운 뒤 다시 올라온 주소 { NUMBER($count) }개
fact-open = 아직 끝나지 않은 주소 { NUMBER($count) }개
fact-refused = 사업자가 지우지 않은 주소 { NUMBER($count) }개
fact-leaked = 신상정보가 함께 올라온 주소 { NUMBER($count) }개(전체 { NUMBER($of) }개 가운데)
fact-medical = 의료지원으로 이어진 사건 { NUMBER($count) }건
fact-period = 피해 시기 { $first }부터 { $last }까지({ $length })
fact-uploads = 처음 올라온 날 { $first }, 마지막으로 올라온 날 { $last }({ $length })
fact-centers = 지원에 함께한 곳 { NUMBER($count) }개 센터
fact-channels = 접촉에 쓰인 경로 { NUMBER($count) }가지
fact-sites = 올라온 사이트 { NUMBER($count) }곳
fact-harms = 피해유형: { $kinds }
fact-months = { NUMBER($months) }개월
fact-days = { NUMBER($months) }개월, { NUMBER($days) }일
fact-waves = 지운 뒤 다시 올라온 주소가 발견된 달 { NUMBER($months) }개월, 가장 많은 달 { $most }({ NUMBER($count) }개)
