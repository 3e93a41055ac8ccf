### 같은 사람일 수 있다고 보는 근거. 단정하지 않습니다.

match-says-same = 같은 { $kind } { $value }{ $count ->
    [0] {""}
   *[other] {" "}(다른 기록 { NUMBER($count) }건에도 있음)
}
match-says-more = 같은 { $kind } { NUMBER($count) }건 더
match-says-mention = 제목이나 워터마크에 상대 계정 이름이 나옴: { $value }
match-says-in-words = 워터마크가 상대 제목 안에 나옴: { $value }
match-says-cross-site = 다른 서비스에서 쓰는 같은 이름: { $value } (같은 계정이 아닐 수 있음)
match-says-near = 비슷한 글자의 { $kind } { $value } (한 글자 차이이며 다른 것일 수 있음)

match-says-shared = 여럿이 쓰는 값이라 근거로 보지 않음: { $kind } { $value }{ $count ->
    [0] {""}
   *[other] {" "}(다른 기록 { NUMBER($count) }건에도 있음)
}
match-says-other-time = 시기 불일치: 같은 { $kind } { $value }, 본 때가 서로 떨어져 있음
match-says-other-id = 같은 { $kind } { $value }, 고유번호가 서로 다름

match-says-age = 진술한 나이가 비슷함
match-says-region = 진술한 지역이 같음
match-says-approach = 접근한 경로가 같음
match-says-mask-fits = 가려진 { $kind }의 보이는 글자가 맞음

match-says-other-name = 이름이 서로 다름
match-says-mask-differs = 가려진 이름의 보이는 글자가 다름
match-says-other-age = 나이 차이가 9년이 넘음
match-says-other-region = 진술한 지역이 다름

## 비슷하지만 제안하지 않는 까닭

match-withheld-shared = 여럿이 쓰는 값이어서 제안하지 않습니다.
match-withheld-other-time = 시기 불일치: 본 때가 서로 떨어져 있어 제안하지 않습니다.
match-withheld-other-id = 고유번호가 서로 달라 제안하지 않습니다. 이름이 다른 사람에게 넘어갔을 수 있습니다.
match-withheld-one-case = 한 사건에 따로 적힌 사람이라 제안하지 않습니다.
match-withheld-not-same = 다른 사람이라고 판단한 기록이 있어 제안하지 않습니다.
