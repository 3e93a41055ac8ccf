## 탄원서 · 강요하지 않고, 이유를 묻지 않습니다

petitions-agreed = 법원 제출에 동의하신 { NUMBER($people) }명 가운데 { NUMBER($agreed) }명이 쓰기로 하셨습니다.
next-petition-to-file = { $alias } · 받아 둔 탄원서를 법원에 낼 날이 다가옵니다(공판 { $hearing })
