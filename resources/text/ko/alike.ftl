### 같은 사람일 수 있는 기록: 사건, 상담, 오늘 화면에서 하는 말.

alike-case = { $count ->
   *[other] 다른 사건과 비슷한 기록 { $count }건
}
alike-case-hint = 저절로 이어지는 것은 없습니다. 근거를 보고 사람이 판단합니다.
alike-show = 보기
alike-show-suspects = 가해 추정인과 비슷한 기록 보기
alike-show-overview = 이 사건과 비슷한 기록 보기

alike-interview-count = 비슷한 기록 { $count }건
alike-alone = 화면을 혼자 봅니다
alike-alone-hint = 화면을 혼자 보실 때에만 켭니다. 잠그거나 다시 시작하면 꺼집니다.
alike-alone-yes = 혼자 봅니다
alike-alone-first = “화면을 혼자 봅니다”를 먼저 켜 주십시오.
alike-later = 비슷한 기록 { $count }건. 상담을 쉬거나 마치면 볼 수 있습니다.
action-matches = 비슷한 기록 보기

alike-propose = 같은 사람으로 제안
alike-propose-of = 같은 사람으로 제안: { $name }
alike-propose-hint = 본 적 있는 사람을 다른 사건에서 찾아 후보로 올립니다. 판단하기 전에는 아무것도 이어지지 않습니다.
alike-propose-this = 제안
alike-propose-name = 제안: { $name }
alike-proposed = 후보로 올렸습니다. 같은 사람 화면의 두 번째 확인에서 다른 상담원의 확인을 기다립니다.

next-alike-new = 같은 사람일 수 있는 기록 { $count }건
next-alike-second = 두 번째 확인을 기다리는 판단 { $count }건
next-conflicts = 두 노트북에서 다르게 적은 것 { $count }건
