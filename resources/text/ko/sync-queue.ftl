### 가는 길의 묶음

## 따로 둔 묶음과 늦는 확인증

sync-state-away = 보내는 곳에 닿기를 기다림
sync-state-late = 확인증이 늦음
sync-late = 옮긴 지 { NUMBER($days) }일이 되었는데 확인증이 오지 않았습니다.
sync-late-next = 받는 곳에 전화해 { $number } 묶음을 받았는지 물어보십시오. 받지 못했다면 이 묶음을 빼십시오. 새로 봉인해 다시 보냅니다.
sync-wrong-altered = 보내는 곳에 놓인 것이 봉인한 묶음과 다릅니다. 이 컴퓨터의 원본은 그대로입니다.
sync-wrong-altered-next = 다시 해 보십시오. 또 다르면 이 묶음을 빼고 다른 길(USB 등)로 보내고, 그곳을 관리하는 사람에게 알리십시오.
sync-wrong-gone = 봉인한 파일이 이 컴퓨터에 없습니다. 기록은 그대로 있습니다.
sync-wrong-gone-next = 이 묶음을 빼십시오. 든 것은 다음 차례에 새로 봉인해 보냅니다.
sync-wrong-consent = 봉인한 뒤에 거둔 동의가 있어 보내지 않았습니다.
sync-wrong-consent-next = 이 묶음을 빼십시오. 아직 동의하신 것만 새로 봉인해 보냅니다.
sync-wrong-stranger = 받는 곳의 열쇠가 지금은 등록되어 있지 않습니다.
sync-wrong-stranger-next = 관리의 ‘열쇠’에서 받는 곳의 열쇠를 다시 대조하십시오. 그 뒤에 다시 해 보십시오.
sent-dropped = 뺐음, 든 것은 새로 봉인함
access-act-bundle-dropped = 묶음 빼기

## 왼쪽 아래의 한 줄

sync-status-receiving = ‘{ $place }’에서 받는 중
sync-status-sealing = ‘{ $place }’에 보낼 것 봉인 중
sync-status-sending = 보내는 중 { $at }/{ $of }
sync-status-paused = 보내고 받기 멈춤
sync-status-paused-until = { $time }까지 보내고 받기 멈춤
sync-status-away = ‘{ $place }’에 닿지 않음 · { MOMENT($ms) }부터
sync-status-held = 따로 둔 묶음 { NUMBER($count) }개

## 묶음 빼기

sync-drop = 빼기
sync-drop-title = 이 묶음을 빼시겠습니까?
sync-drop-body = { $number } 묶음을 보내지 않습니다. 그곳에 놓인 것은 지우고, 든 것은 다음 차례에 새로 봉인해 보냅니다. 기록은 그대로 있습니다.
sync-drop-no = 그대로 두기
sync-dropped-done = { $number } 묶음을 뺐습니다. 든 것은 다음 차례에 새로 봉인합니다.
sync-item-going = { $at }/{ $of } 보내는 중
sync-place-away = { MOMENT($ms) }부터 닿지 않음
