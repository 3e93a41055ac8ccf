### 눈에 띈 일: 무슨 일이 있었고, 무엇을 지켰고, 이제 무엇을 하면 되는지

next-accidents = 눈에 띈 일이 { NUMBER($count) }건 있습니다. 무엇을 하면 되는지 ‘보내기·받기’에 적혀 있습니다.
notice-clock-behind = 이 컴퓨터의 날짜가 지난 해에 가 있습니다. 기록은 안전하고 상담은 계속하셔도 됩니다. 날짜와 시각을 오늘로 맞춰 주십시오.
accident-span = { $years ->
    [0] { $days ->
        [0] { NUMBER($hours) }시간쯤
       *[other] { NUMBER($days) }일쯤
        }
   *[other] { NUMBER($years) }년쯤
    }

accident-restored = 이 컴퓨터의 기록이 { $when ->
    [none] 예전
   *[other] { $when }에 백업한
    } 상태로 되돌아와, 거기에서부터 이어 쓰고 있습니다. 되살린 기록은 모두 있습니다.
accident-restored-next = 그 뒤에 적어 보낸 것은 다른 노트북과 중앙센터에 있습니다. 평소처럼 적고 보내시면, 받으실 때 돌아옵니다. 한 번도 보내지 않은 것은 돌아오지 않으니 기억나는 대로 다시 적어 주십시오.
accident-forked = { $center } ‘{ $device }’의 기록이 두 컴퓨터에서 따로 이어졌습니다(복제된 것으로 보입니다). 양쪽 기록 { NUMBER($count) }건을 모두 두었습니다.
accident-forked-next = 그 센터에 전화하여 알리십시오. 두 컴퓨터 가운데 하나를 비우고 새 컴퓨터로 다시 등록한 다음 ‘처리함’을 누르시면 됩니다.
accident-forked-mine = 이 컴퓨터의 기록이 두 컴퓨터에서 따로 이어졌습니다(통째로 복제된 것으로 보입니다). 양쪽 기록 { NUMBER($count) }건을 모두 두었고, 이 컴퓨터는 새로 이어 쓰고 있습니다.
accident-forked-mine-next = 지금 하시던 상담은 계속하셔도 됩니다. 전산 담당자와 함께 다른 한 대를 비우고 ‘이미 쓰는 센터에 더하기’로 새로 등록한 다음 ‘처리함’을 누르시면 됩니다.
accident-gap = { $center } ‘{ $device }’의 기록 가운데 아직 오지 않은 부분이 있습니다. 온 것은 모두 두었습니다.
accident-gap-next = 인수 확인증에 빠진 부분이 적혀 있어 다음 묶음과 함께 다시 옵니다. 하실 일은 없습니다.
accident-gap-mine-next = 이 컴퓨터에서 적어 보낸 것이 되돌아오고 있습니다. 나머지는 다음 묶음과 함께 옵니다. 하실 일은 없습니다.
accident-clock = { $center } ‘{ $device }’의 시계가 { $span } { $way ->
    [behind] 늦어
   *[other] 앞서
    } 있었던 것으로 보입니다. 기록 { NUMBER($count) }건은 그대로 두고 표시했습니다.
accident-clock-next = 그 센터에 알려 컴퓨터의 날짜와 시각을 맞추게 해 주십시오. 그 센터의 감독자가 ‘보내기·받기’에서 시각을 바로잡을 수 있습니다.
accident-clock-ours-next = 먼저 이 컴퓨터의 시계가 맞는지 보십시오(지금 { $now }). 맞으면 그 컴퓨터의 날짜와 시각을 맞추고, 감독자가 ‘시각 바로잡기’를 누르면 됩니다.
accident-clock-mine = 이 컴퓨터의 기록 { NUMBER($count) }건이 지금 시계보다 { $span } { $way ->
    [behind] 이른
   *[other] 늦은
    } 때로 적혀 있습니다. 한 글자도 바꾸지 않고 두었습니다.
accident-clock-mine-next = 먼저 이 컴퓨터의 시계가 맞는지 보십시오(지금 { $now }). 틀리면 날짜와 시각부터 맞추십시오. 맞으면 감독자가 ‘시각 바로잡기’를 누르면 됩니다.
accident-behind = 이 컴퓨터의 시계가 { $now }에 가 있습니다. 지난 날짜입니다. 적으신 기록은 그대로 있고, 상담은 계속하셔도 됩니다.
accident-behind-next = 컴퓨터의 날짜와 시각을 오늘로 맞춰 주십시오. 자꾸 되돌아가면 전산 담당자에게 시계 건전지를 봐 달라고 하십시오.
accident-newer = 더 새로운 이음으로 쓴 기록 { NUMBER($count) }건이 기다리고 있습니다. 한 글자도 잃지 않았습니다.
accident-newer-next = 이 컴퓨터의 이음을 새 판으로 올리면 스스로 읽습니다. 새 판은 전산 담당자에게 요청하십시오.
accident-aside = { $center }에서 다른 센터의 사건에 관해 쓴 기록 { NUMBER($count) }건을 따로 두었습니다. 사건에는 더하지 않았습니다.
accident-aside-next = 사건을 맡은 센터와 확인해 주십시오. 이관되었다면 이관 묶음이 오면 스스로 풀립니다.
accident-settle = 처리함
accident-settled = 처리했다고 적었습니다. 다시 이어지면 또 알려 드립니다.

## 보내기·받기의 쪽

accidents-title = 눈에 띈 일
accidents-help = 무슨 일이 있었고, 무엇을 지켰고, 이제 무엇을 하면 되는지 적었습니다.
clock-fix = 시각 바로잡기
clock-fix-title = ‘{ $device }’ 시각 바로잡기
clock-fix-help = 적은 말은 한 글자도 바뀌지 않고, 언제 적었는지만 바로 섭니다. 고친 사람과 때가 남습니다.
clock-fix-do = 바로잡기
clock-fixing = 시각을 바로잡고 있습니다
clock-fixed = 시각을 바로잡았습니다.
clock-way = 그 컴퓨터의 시계가
clock-way-ahead = 앞서 있었습니다
clock-way-behind = 늦어 있었습니다
clock-days = 며칠
clock-hours = 몇 시간
clock-moves-earlier = 기록 { NUMBER($count) }건의 시각을 { NUMBER($days) }일 { NUMBER($hours) }시간 앞당깁니다.
clock-moves-later = 기록 { NUMBER($count) }건의 시각을 { NUMBER($days) }일 { NUMBER($hours) }시간 늦춥니다.
clock-moves-not = 얼마나 달랐는지 숫자로 적어 주십시오.
send-returns = 그곳이 잃었을 수 있는 그곳의 기록 { NUMBER($count) }건을 돌려보냅니다.
received-nobody = 보낸 곳을 알 수 없음
received-nobody-next = 열어 보지 않고 그대로 두었고, 다른 묶음은 그대로 받았습니다. 기다리던 묶음이 있다면 보낸 곳에 전화로 확인하십시오. 같은 일이 되풀이되면 전산 담당자에게 알리십시오.
