### 일치 확인: 상태, 문제, 할 일

next-escrow-found = { $number } · 일치 확인에서 다른 신고와 일치한다고 알려 왔습니다. 알림을 확인합니다.
next-escrow-match = 일치 확인에서 { NUMBER($count) }건이 일치합니다. 상담원에게 먼저 전화합니다.

escrow-state-off = 하지 않음
escrow-state-no-party = 준비 중
escrow-state-waiting = 차례 기다림
escrow-state-asked = 묻는 중
escrow-state-filed = 봉해 둠
escrow-state-found = 일치 알림 있음
escrow-state-withdrawn = 거둠

escrow-says-off = 일치 확인에 동의하지 않아 아무것도 보내지 않습니다.
escrow-says-no-party = 중앙과 제2기관의 올해 열쇠를 아직 받지 못했습니다. 받으면 저절로 시작합니다.
escrow-says-waiting = 다음 주고받기 때 묻습니다. 하루에 물을 수 있는 수를 넘으면 다음 날 이어집니다.
escrow-says-asked = 가려서 물었고 두 기관의 답을 기다립니다.
escrow-says-filed = 중앙에 봉해 두었습니다. 다른 분이 같은 사람을 말하기 전에는 아무도 열지 못합니다.
escrow-says-found = 다른 신고와 일치한다고 알려 왔습니다. 이분께 먼저 여쭙고, 동의하실 때만 다음으로 갑니다.
escrow-says-withdrawn = 동의를 거두어, 봉해 둔 것을 없애도록 중앙에 알립니다.

escrow-trouble-other-key = { $party }에서 올해의 다른 열쇠를 보내 왔습니다. 처음 받은 것만 씁니다. 그 기관에 전화로 확인합니다.
escrow-trouble-keys-differ = 두 기관의 열쇠가 서로 맞지 않아 일치 확인을 멈추었습니다. 두 기관에 전화로 확인합니다.
escrow-trouble-bad-proof = { $party }의 답이 그 기관의 열쇠와 맞지 않아 쓰지 않고 다시 물었습니다.
escrow-trouble-set-back = { $party }에서 이미 바꾼 예전 열쇠 반쪽으로 답합니다. 백업을 되돌리면 생기는 일로, 두 반쪽이 맞을 때까지 일치 확인이 되지 않습니다. 그 기관에 전화로 확인합니다.
escrow-trouble-several = 중앙이나 제2기관이 둘 이상 등록되어 있어 일치 확인을 하지 않습니다.
escrow-trouble-other-laptop = 일치 확인은 이 기관의 첫 노트북에서 합니다.
escrow-trouble-no-contact = 연락받을 상담원이 정해지지 않았습니다. 정해 두어야 중앙에서 전화할 수 있습니다.
escrow-trouble-counted-more = 한 기관이 이 센터가 물은 것보다 많이 세었습니다. 중앙에 전화로 확인합니다.
escrow-trouble-rests = 오늘은 더 묻지 않고 내일 이어서 묻습니다.

access-act-escrow-tell = 일치를 센터에 알림
