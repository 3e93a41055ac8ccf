### 연결 알림과 프로필이 하는 말.

next-notice-match = { $number } · { $center }에도 같은 사람으로 확인된 기록이 있습니다. 알림을 확인합니다.
next-notice-reply = { $number } · { JOSA($center, "이/가") } 공동 대응 요청에 회신했습니다
next-notice-recalled = { $number } · { JOSA($center, "과/와") }의 연결 알림이 취소되었습니다. 확인합니다.
next-notice-objection = { JOSA($center, "이/가") } 다른 사람으로 봅니다. 판단을 다시 살펴봅니다.

profile-left-destroyed = { $day }에 사건 하나가 파기되어 빠졌습니다
profile-left-withdrawn = { $day }에 동의가 철회되어 사건 하나가 빠졌습니다

progress-telling = 연결 알림을 살피는 중

send-notices = 연결 알림 { $count }건이 함께 갑니다.
