### 자동 보내기·받기

setting-sync-minutes = 자동 보내기·받기 간격(분, 0은 누를 때만)
sync-state-waiting = 보낼 차례를 기다림
sync-state-sent = 옮겼음, 확인증 기다림
sync-state-held = 살펴보아야 함
setting-sync-metered = 데이터 요금이 드는 연결에서도 스스로 보내고 받기

## 보내기·받기의 쪽

sync-title = 스스로 보내고 받기
sync-no-place = 보내는 곳을 정해 두면 이음이 때맞추어 스스로 보내고 받습니다. 정하지 않아도 USB로 할 수 있습니다.
sync-name-place = 보내는 곳 정하기
sync-on = { $minutes }분마다
sync-by-hand = 누를 때만
sync-paused = 멈춤
sync-paused-until = { $time }까지 멈춤
sync-now = 지금 보내고 받기
sync-pause-hour = 1시간 멈춤
sync-pause = 멈춤
sync-resume = 이어서 하기
sync-last = 마지막 { MOMENT($ms) }
sync-never = 아직 다녀오지 않음
sync-to = 보내는 상대 { $to }
sync-to-nobody = 아직 아무에게도 보내지 않음
sync-begin = 보내기 시작
sync-add-addressee = 상대 더하기
sync-look = 살펴보기
sync-queue = 가는 길에 있는 묶음 { NUMBER($count) }개
sync-item = { $to } · { SIZE($size) } · { MOMENT($ms) }에 봉인
sync-item-nowhere = 정해진 곳 없음(USB로 보낼 수 있습니다)
sync-again = 다시 해 보기
sync-more = 그 밖에 { NUMBER($count) }개
sync-not-yours = 무엇을 보낼지는 상담하는 사람에게만 보입니다.
sync-on-the-way = 확인증을 기다리는 묶음 { NUMBER($count) }개에 이미 든 것도 함께 셉니다.
sync-going = 보내고 받고 있습니다
sync-went = 보낸 묶음 { NUMBER($sent) }개, 받은 묶음 { NUMBER($received) }개입니다.
sync-went-nothing = 다녀왔습니다. 새로 보내거나 받을 것이 없었습니다.
sync-set-aside = 받은 것 가운데 { NUMBER($count) }개는 이유와 함께 따로 두었습니다.
sync-taken-back = 그사이 동의를 거둔 묶음 { NUMBER($count) }개는 보내지 않고 없앴습니다.
sync-away = 다녀오지 못한 곳: { $places }. 보낼 것은 이 컴퓨터에 그대로 있습니다.
sync-stopped = 멈추었습니다. 간 것은 간 대로, 나머지는 이 컴퓨터에 그대로 있습니다.
sync-metered = 데이터 요금이 드는 연결이라 스스로는 보내지 않고 기다립니다. 누르면 보냅니다.
sync-arrived = 사건 { NUMBER($cases) }건의 기록이 도착했습니다.
sync-needs = 보내는 곳을 살펴보아 주십시오: { $place }. 보낼 것은 그대로 있습니다.
sync-held = 보내지 못하고 따로 둔 묶음이 있습니다.

## 처음 보내기 전에

sync-first-title = ‘{ $place }’에 보내기 전에
sync-first-promise = 허락하시면 앞으로 새로 적은 것도 동의하신 만큼 스스로 나갑니다. 동의를 거두면 그때부터 나가지 않습니다.
sync-first-sealed = 그곳에는 봉인한 묶음만 놓입니다. 그곳을 지키는 사람은 열 수 없습니다. 관리의 ‘보내는 곳’에서 언제든지 그만둘 수 있습니다.
sync-first-moves = { $to }에는 지금 ‘{ $place }’에서 보내고 있습니다. 허락하시면 이곳으로 바뀝니다.
sync-not-now = 지금은 아님
sync-allow = 봤습니다, 보내기 시작

## 얼마나 자주

sync-rhythm = 얼마나 자주
sync-every = { $minutes ->
    [0] 누를 때만
    [60] 1시간마다
    [180] 3시간마다
   *[other] { $minutes }분마다
    }
sync-metered-ask = 데이터 요금이 드는 연결(휴대전화 등)에서
sync-metered-no = 기다리기
sync-metered-yes = 그래도 하기
