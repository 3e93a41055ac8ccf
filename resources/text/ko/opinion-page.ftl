### 두 번째 의견 화면.

second-title = 두 번째 의견
second-run = 다시 견주기
second-list = 다르게 본 쌍
second-told = { $time } · { $engine } · 추정인 { $count }명을 견줌 · 둘 다 같다고 본 쌍 { $both }개
second-more = 이 밖에 { $count }쌍이 더 있습니다.
second-none = 다르게 본 쌍이 없습니다.
second-never = 아직 견주어 본 적이 없습니다.
second-what = 다른 방식으로 모든 추정인을 다시 견주어, 다르게 본 쌍만 보입니다. 아무것도 잇지 않고 제안하지도 않습니다.
second-pick = 왼쪽에서 하나를 고르면 두 방식이 어떻게 보았는지 보입니다.
second-short-unproposed = 다른 방식만 같다고 봄
second-short-unlikely = 여기서만 같다고 봄
second-ours = 여기서는
second-ours-unproposed = 제안하지 않습니다.
second-ours-unlikely = 사람이 같은 사람으로 판단했습니다.
second-theirs = 다른 방식은
second-theirs-unproposed = 같은 사람으로 봅니다.
second-theirs-unlikely = 같은 사람으로 보지 않습니다.
second-hint = 어느 쪽이 맞는지는 근거를 보고 사람이 판단합니다.
second-open = 나란히 보기
second-done = { $count ->
    [0] 다시 견주었습니다. 다르게 본 쌍이 없습니다.
   *[other] 다시 견주었습니다. 다르게 본 쌍이 { $count }개 있습니다.
 }
second-stopped = 멈추었습니다. 앞선 의견이 그대로 남아 있습니다.
second-not-installed = 이 컴퓨터에는 두 번째 의견에 필요한 추가 구성 요소가 없습니다. 없어도 다른 일에는 지장이 없습니다.
second-not-yours = 두 번째 의견은 중앙센터에서만 볼 수 있습니다.
