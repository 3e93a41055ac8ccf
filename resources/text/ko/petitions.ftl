## 탄원서 · 강요하지 않고, 이유를 묻지 않습니다

petitions-agreed = 법원 제출에 동의하신 { NUMBER($people) }명 가운데 { NUMBER($agreed) }명이 쓰기로 하셨습니다.
petitions-held = { $filed ->
    [0] { NUMBER($held) }명의 탄원서를 받아 두었습니다.
   *[other] { NUMBER($held) }명의 탄원서를 받았고, 그 가운데 { NUMBER($filed) }명의 것을 법원에 냈습니다.
 }
next-petition-to-file = { $alias } · 받아 둔 탄원서를 법원에 낼 날이 다가옵니다(공판 { DAY($hearing) })
petitions-name-of-pack = 피해자 칸의 { JOSA($name, "은/는") } 지금 여기에서 만드는 법원 제출 묶음의 가명입니다. 동의하시는 분이 늘면 달라질 수 있으니, 함께 내기 전에 묶음과 맞추어 보십시오.
petitions-only-seen = 보이는 사건만 센 것입니다.
