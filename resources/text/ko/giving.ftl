### 제3자 제공, 미성년, 이미 나간 것

giving-title = 받는 곳마다 여쭌 것
giving-hint = 법원, 수사기관, 변호사, 의료·심리기관은 필요할 때 곳마다 따로 여쭙니다.
giving-add = 받는 곳 더하기
giving-ask = 받는 곳 하나를 여쭙니다
giving-purpose = 무엇을 위한 제공인지
giving-name = 받는 곳의 이름
giving-name-help = 비워 두시면 이 목적의 모든 곳에 대한 대답이 됩니다.
giving-answer = 대답
giving-keep = 적어 두기
giving-print = 동의서 인쇄
giving-line = { $purpose } · { $day } · { $who }
giving-agreed = 동의
giving-refused = 동의하지 않음
giving-withdrawn = 거둠
giving-undecided = 나중에
giving-withdraw-name = { $name }에 대한 { $purpose } 동의 거두기
giving-withdraw-body = 지금부터 이곳에 주지 않습니다. 이미 준 것은 아래의 '이미 나간 것'에서 회수를 요청하실 수 있습니다.

left-title = 이미 나간 것
left-hint = 센터 밖으로 나간 것과 받은 곳입니다. 봉인 묶음은 동의를 거두시면 다음 묶음과 함께 폐기 요청이 갑니다.
left-nothing = 이 사건에서 밖으로 나간 것이 없습니다.
left-line = { $means } · { $day }{ $number }
left-asked = 회수 요청함
left-acknowledged = 회수 확인됨
left-impossible = 회수할 수 없음
left-button-name = { $at }번 { $receiver }: { $act }
left-kept = 회수 상태를 적었습니다.

minor-title = 나이에 따라 살필 것
minor-needed = 법정대리인 동의 필요
minor-child = 만 14세 미만입니다. 동의를 근거로 밖에 주려면 법정대리인의 동의가 필요합니다(개인정보보호법 22조의2). 상담과 삭제지원은 그대로 하실 수 있습니다.
minor-youth = 만 14세 이상 19세 미만입니다. 본인이 혼자 동의할 수 있습니다. 아동·청소년으로서 피해자 국선변호사가 선정됩니다(성폭력처벌법 27조).
minor-unknown = 나이를 아직 모릅니다.
minor-adult = 만 19세 이상입니다.
minor-agreed = 법정대리인이 동의하였습니다.
minor-not-told = 보호자에게 알리지 않음: { $reason }
minor-turned = 동의하신 뒤 만 { $age }세가 되었습니다. 앞으로의 동의는 본인에게 다시 여쭙니다.
minor-ask-again = 다시 여쭙기
minor-guardian = 법정대리인의 동의
minor-confirm-paper = 서면
minor-confirm-phone = 전화
minor-confirm-message = 문자·전자우편
minor-confirm-present = 함께 방문
minor-confirm-not-told = 알리지 않음

duty-title = 신고의무
duty-open = 아직 적지 않음
duty-settled = 적음
duty-body = 이 센터에 해당할 수 있는 규정: { $basis }. 신고하셨으면 날짜와 곳을, 신고하지 않으셨으면 사유를 적어 주십시오. 의무가 있는지는 사람이 판단합니다.
duty-reported = { $day } · { $place }에 신고함
duty-not-reported = 신고하지 않음: { $why }
duty-report = 신고한 것 적기
duty-explain = 신고하지 않은 사유 적기
duty-day = 신고한 날
duty-place = 신고한 곳
duty-why = 신고하지 않은 사유
