### 자동 보내기·받기

setting-sync-minutes = 자동 보내기·받기 간격(분, 0은 누를 때만)
sync-state-waiting = 보낼 차례를 기다림
sync-state-sent = 옮겼음, 확인증 기다림
sync-state-held = 살펴보아야 함
