### 같은 사람일 수 있는 후보의 상태

matches-state-new = 새로 찾음
matches-state-hold = 보류
matches-state-second = 두 번째 사람의 확인 대기
matches-state-second-not = 아님 – 확인 대기
matches-state-second-seen = 본 적 있음 – 확인 대기
matches-state-done = 판단함
matches-state-reopened = 다시 볼 것
matches-state-withheld = 제안하지 않음
matches-shaken-objection = 한 센터가 이 연결이 맞지 않는다고 답했습니다.
matches-shaken-case = 한쪽 사건이 파기되었거나 공유에서 빠졌습니다.
matches-shaken-record = 판단의 근거였던 기록이 빠졌습니다.
matches-shaken-withheld = 지금은 맞지 않는 점이 있어 후보로 올리지 않는 사이입니다.
matches-shaken-weak = 지금 남은 근거로는 비슷하다고 하기 어렵습니다.
progress-likenesses = 비슷한 기록을 견주고 있습니다
progress-recognising = 식별정보를 찾아볼 수 있게 정리하고 있습니다
