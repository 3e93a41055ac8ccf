### 눈에 띈 일: 무슨 일이 있었고, 무엇을 지켰고, 이제 무엇을 하면 되는지

accident-forked = { $center } ‘{ $device }’의 기록이 두 컴퓨터에서 따로 이어졌습니다(복제된 것으로 보입니다). 양쪽 기록 { NUMBER($count) }건을 모두 두었습니다.
accident-forked-next = 그 센터에 알려, 두 컴퓨터 가운데 하나를 비우고 새 컴퓨터로 다시 등록하게 해 주십시오.
accident-forked-mine = 이 컴퓨터가 복제된 적이 있는지 전산 담당자와 확인하고, 둘 가운데 하나를 비운 뒤 새로 등록해 주십시오. 기록은 그대로 이어집니다.
accident-gap = { $center } ‘{ $device }’의 기록 가운데 아직 오지 않은 부분이 있습니다. 온 것은 모두 두었습니다.
accident-gap-next = 인수 확인증에 빠진 부분이 적혀 있어 다음 묶음과 함께 다시 옵니다. 하실 일은 없습니다.
accident-clock = { $center } ‘{ $device }’의 시계가 { $days ->
    [0] { NUMBER($hours) }시간쯤
   *[other] { NUMBER($days) }일쯤
    } 앞서 있었습니다. 기록 { NUMBER($count) }건은 그대로 두고 표시했습니다.
accident-clock-next = 그 컴퓨터의 시계를 맞춘 다음, 그 센터의 감독자가 시각을 바로잡을 수 있습니다.
accident-newer = 더 새로운 이음으로 쓴 기록 { NUMBER($count) }건이 기다리고 있습니다. 한 글자도 잃지 않았습니다.
accident-newer-next = 이 컴퓨터의 이음을 새 판으로 올리면 스스로 읽습니다.
accident-aside = { $center }에서 다른 센터의 사건에 관해 쓴 기록 { NUMBER($count) }건을 따로 두었습니다. 사건에는 더하지 않았습니다.
accident-aside-next = 사건을 맡은 센터와 확인해 주십시오. 이관되었다면 이관 묶음이 오면 스스로 풀립니다.

## 보내기·받기의 쪽

accidents-title = 눈에 띈 일
accidents-help = 잃은 기록은 없습니다. 무슨 일이 있었고 이제 무엇을 하면 되는지 적었습니다.
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
