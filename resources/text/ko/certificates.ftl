# 인증서와 분실 (관리 › 열쇠, 관리 › 백업·복구)

certificate-title = 이 노트북의 인증서
certificate-help = 인증서는 이 노트북이 우리 센터의 것임을 보여 줍니다. 끝나도 적는 일은 멈추지 않습니다.
certificate-none = 센터가 아직 이 노트북을 받아들이지 않았습니다.
certificate-fine = { $day }까지 쓸 수 있습니다.
certificate-fine-here = 끝나기 두 달 전에 저절로 갱신됩니다. 센터의 인증 열쇠가 이 노트북에 있습니다.
certificate-fine-elsewhere = 끝나기 두 달 전에 저절로 갱신을 요청합니다.
certificate-ending = { NUMBER($days) }일 뒤에 끝납니다.
certificate-ending-here = 다음에 열 때 저절로 갱신됩니다.
certificate-ending-elsewhere = 갱신 요청이 다음 묶음과 함께 인증 열쇠가 있는 노트북으로 갑니다. 그곳에서 한 번 누르면 답이 돌아옵니다.
certificate-expired = 인증서가 { $day }에 끝났습니다. 계속 적을 수 있고, 잃는 것은 없습니다.
certificate-expired-here = 잠갔다가 다시 열면 갱신됩니다. 그래도 같으면 이 컴퓨터의 날짜를 확인하십시오.
certificate-expired-elsewhere = 보낸 묶음은 갱신될 때까지 받는 곳에 따로 놓입니다. 갱신 요청은 이미 함께 갑니다. 급하면 아래 ‘요청 파일 저장’으로 옮기십시오.
certificate-early = 이 컴퓨터의 시각이 인증서가 시작되는 때보다 앞섭니다. 계속 적을 수 있습니다.
certificate-early-next = 컴퓨터의 날짜와 시각을 맞추십시오.
certificate-revoked = 이 노트북은 분실로 처리되었습니다. 이제 적는 것은 다른 곳에서 받지 않습니다. 적은 것은 이 노트북에 남아 있습니다.
certificate-revoked-next = 노트북을 찾았으면 ‘요청 파일 저장’으로 새 열쇠를 요청하고, 인증 열쇠가 있는 노트북에서 낱말을 견주십시오.
certificate-two-holders = 센터의 인증 열쇠가 노트북 두 대에 있습니다. 한 대만 남기고 다른 한 대는 새로 등록하십시오. 빠진 노트북은 없습니다.
certificate-request = 요청 파일 저장…
certificate-request-saved = 저장했습니다: { $name }. 인증 열쇠가 있는 노트북에서 여십시오.

certificate-asked-title = 기기 인증서 갱신 요청 { NUMBER($count) }건
certificate-asked-help = 아는 노트북이 같은 열쇠로 요청하면 한 번 눌러 답합니다. 답은 다음 묶음과 함께 저절로 돌아갑니다.
certificate-asked-renewal = { $device } · 같은 열쇠로 갱신을 요청합니다.
certificate-asked-new-key = { $device } · 새 열쇠로 요청합니다. 낱말을 견준 뒤에만 답하십시오.
certificate-asked-new-device = { $device } · 카드에 없는 노트북입니다. 낱말을 견준 뒤에만 답하십시오.
certificate-asked-revoked = { $device } · 분실로 처리된 열쇠입니다. 답할 수 없습니다. 찾은 노트북이라면 새 열쇠로 다시 요청하게 하십시오.
certificate-answer = 갱신
certificate-compared = 낱말이 같습니다
certificate-decline = 답하지 않기
certificate-answered = { $device } · 갱신했습니다. 다음 묶음과 함께 갑니다.

certificate-behind-title = 분실 처리 뒤에 온 것
certificate-behind = { $device }에서 분실 처리 뒤에 조각 { NUMBER($segments) }개, 기록 { NUMBER($entries) }건이 왔습니다. 따로 두었고, 어디에도 들어가지 않았습니다.
certificate-behind-elsewhere = { $center }에서 분실로 처리한 { $device }에서 조각 { NUMBER($segments) }개, 기록 { NUMBER($entries) }건이 왔습니다. 따로 두었습니다. 받아들일지는 그 센터가 정합니다.
certificate-let-in = 받아들이기…
certificate-let-in-title = 분실 처리 뒤의 기록을 받아들일까요?
certificate-let-in-body = 노트북을 찾았고, 그 사이 아무도 열지 않은 것이 분명할 때만 받아들이십시오. 다른 곳에서도 함께 받아들입니다.
certificate-let-in-yes = 받아들이기
certificate-let-in-no = 그대로 두기
certificate-let-in-done = 기록 { NUMBER($count) }건을 받아들였습니다.

lost-take-back = 분실 처리…
lost-take-back-title = { $device } · 분실로 처리할까요?
lost-take-back-body = 지금까지 이 컴퓨터에 온 것까지만 그 노트북의 말로 인정합니다. 그 뒤의 것은 모든 곳에서 따로 두고, 그 노트북에는 아무것도 봉인해 보내지 않습니다. 찾으면 새 열쇠로 다시 등록합니다.
lost-take-back-yes = 분실 처리
lost-take-back-no = 아직 하지 않기
lost-done-title = 분실로 처리한 노트북
lost-done-line = { $device } · { $moment }
lost-done-taken-back = 인증서 { NUMBER($certificates) }개를 기록 { NUMBER($logs) }줄기의 마지막 위치까지만 인정합니다.
lost-done-everywhere = 중앙센터와 다른 노트북에는 다음 묶음이나 확인증과 함께 알립니다.
lost-done-here = 이 컴퓨터에서만 거두었습니다. 인증 열쇠가 있는 노트북에서도 분실 처리를 하십시오. 그 노트북을 잃어버렸다면 중앙센터에 전화하십시오.
lost-done-sealing = 새 등록 카드에는 그 노트북의 열쇠가 없습니다. 카드를 받은 곳은 곧바로 그 노트북이 열 수 없게 봉인합니다.
lost-done-dropped = 그 노트북으로 가려던 묶음 { NUMBER($count) }개를 거두었습니다.
lost-places-title = 서버에서 바꿀 계정
lost-places-help = 그 노트북도 이 계정을 알고 있었습니다. 서버 관리자와 비밀번호를 바꾸고 ‘바꾸었습니다’를 누르십시오.
lost-place-changed = 바꾸었습니다
lost-place-done = 바꿈
lost-place-left = 남음

next-certificate-expired = 이 노트북의 인증서가 끝났습니다. 적는 일은 계속됩니다. 어떻게 하면 되는지 ‘관리 › 열쇠’에 적혀 있습니다.
next-certificate-early = 이 컴퓨터의 시각이 인증서보다 앞섭니다. 날짜와 시각을 맞추십시오.
next-certificate-revoked = 이 노트북은 분실로 처리되었습니다. ‘관리 › 열쇠’에서 새 열쇠를 요청하십시오.
next-certificate-asked = 기기 인증서 갱신 요청 { NUMBER($count) }건
next-certificate-accounts = 잃어버린 노트북이 알던 계정 { NUMBER($count) }개의 비밀번호를 서버에서 바꾸십시오.

received-late = 보낸 기기의 인증서가 갱신되면 받습니다

paper-lost-taken-title = 거둔 신뢰
paper-lost-taken = 분실 처리한 때
paper-lost-taken-value = { $moment } · 인증서 { NUMBER($certificates) }개 · 기록 줄기 { NUMBER($logs) }개의 마지막 위치까지만 인정
paper-lost-taken-not = 아직 분실로 처리하지 않았습니다. 관리 › 백업·복구 › 노트북을 잃어버렸을 때에서 처리합니다.
paper-lost-behind = 그 뒤에 온 것
paper-lost-behind-value = 조각 { NUMBER($segments) }개, 기록 { NUMBER($entries) }건을 따로 두었습니다.
paper-lost-accounts = 서버에서 바꿀 계정
paper-lost-accounts-none = 없음
paper-lost-account-changed = { $name } (바꿈)
paper-lost-finder-title = 주운 사람이 읽을 수 있었던 것과 없었던 것
paper-lost-finder-1 = 잠긴 채로 잃어버렸고 암호문과 복구 코드가 함께 있지 않았다면: 사건, 이름, 연락처, 첨부를 읽을 수 없습니다. 암호화된 파일의 수와 크기, 날짜만 볼 수 있습니다.
paper-lost-finder-2 = 화면이 열려 있었다면: 위 표에 적은 모든 것을 읽을 수 있었습니다.
paper-lost-finder-3 = 보관함을 열 수 있었다면: 분실 처리 전에 우리 센터로 봉인된 묶음도 열 수 있었습니다. 분실 처리를 알게 된 곳이 그 뒤에 봉인한 묶음은 열 수 없습니다.
paper-lost-finder-4 = 다른 센터의 열쇠, 중앙센터의 열쇠, 다른 노트북의 열쇠는 그 노트북에 없었습니다.
