### 사본과 알림: 누가 갖고 있고, 누구에게 알렸고, 누가 확인했는지

copy-state-has = 갖고 있음
copy-state-unsure = 갖고 있을 수 있음
copy-state-unsaid = 아직 알리지 않음
copy-state-said = 알렸음, 확인 기다림
copy-state-late = 확인이 늦음
copy-state-heard = 확인함
copy-state-passed = 이어서 전함
copy-state-held = 보존 의무로 그대로 둠
copy-state-destroyed = 파기함
copy-answer-destroyed = { JOSA($to, "이/가") } { $day }에 파기했다고 알렸습니다.
copy-answer-destroyed-number = { JOSA($to, "이/가") } { $day }에 파기했다고 알렸습니다(확인서 { $number }).
copy-answer-held = { JOSA($to, "이/가") } 보존 의무가 걸려 있어 지금은 파기할 수 없다고 알렸습니다.
copy-answer-held-until = { JOSA($to, "이/가") } 보존 의무가 걸려 있어 { $day }까지는 파기할 수 없다고 알렸습니다.
copy-next-unsaid = 다음 묶음과 함께 알립니다.
copy-next-unsure = 옮겼지만 확인증이 아직 오지 않았습니다.
copy-next-passed = { $via }에서 이어서 전합니다. 확인은 그곳에 물어보십시오.
copy-next-late = 알린 지 { NUMBER($days) }일이 되었는데 확인이 없습니다. { $to }에 전화해 { $number } 알림을 받았는지 물어보십시오.
copy-next-never-said = { NUMBER($days) }일이 지났는데 아직 알리지 못했습니다. { $to }에 보낼 묶음을 만들어 옮기거나 전화하십시오.
copy-next-heard = 확인한 지 일주일이 지났습니다. { $to }에 { $number } 사본을 파기했는지 물어보셔도 됩니다.
copy-next-held = 쓰거나 나누지 않고 그대로 두는 것입니다. 보존 의무가 끝나 파기하면 다시 알려 옵니다. 궁금한 것은 { $to }에 물어보셔도 됩니다.
copy-asked-next = 살펴보고 파기하십시오. 파기할지는 사람이 정합니다.
copy-asked-held = 보존 의무가 걸려 있어 지금은 파기할 수 없습니다. 쓰거나 나누지 말고 그대로 두십시오.
next-call-withdrawal = { $number } 사건의 철회를 알린 지 { NUMBER($days) }일이 되었는데 { $to }의 확인이 없습니다. 전화해 물어보십시오.
next-call-erasure = { $number } 파기를 알린 지 { NUMBER($days) }일이 되었는데 { $to }의 확인이 없습니다. 전화해 물어보십시오.
next-asked-to-destroy = { $to }에서 사건 { NUMBER($count) }건의 동의가 철회되었다고 알려 왔습니다. 살펴보고 파기하십시오.

## 쪽의 말

send-answers = 파기를 요청받은 { NUMBER($count) }가지를 어떻게 했는지 함께 알립니다.
copies-title = 누가 사본을 갖고 있는지
copies-none = 이 사건의 말은 이 컴퓨터에서 아무에게도 나가지 않았습니다.
copies-not-whole = 우리 기관의 다른 컴퓨터에서 보낸 것은 그 컴퓨터의 장부에 있습니다. 철회와 파기는 어느 컴퓨터에서 보내도 함께 알립니다.
copy-of-withdrawn = { $number } 사건의 철회
copy-of-erased = 파기 { $number }
copy-of-gone = 지금 여기에 없는 사건의 철회
copy-has = { MOMENT($ms) }부터 갖고 있음
copy-said = { MOMENT($ms) }에 알림
copy-heard = { MOMENT($ms) }에 확인(확인증 { $receipt })
carried-title = 이 사건을 옮긴 묶음
carried-made = { MOMENT($ms) }에 봉인
carried-laid = { MOMENT($ms) }에 옮김
carried-more = 그 전에 옮긴 묶음 { NUMBER($count) }개
answers-title = 철회와 파기: 아직 끝나지 않은 것
answers-case = 동의 보기
answers-case-name = 사건 { $number }, { $to }: 동의 보기
answers-asked = { $to } 요청: 사건 { $number } 파기
answers-asked-on = { MOMENT($ms) }에 동의를 거두었다고 알려 옴
erased-copies = 사본을 갖고 있던 곳
left-nothing-by-hand = 묶음 말고 종이나 파일로 나간 것은 없습니다.
