# 증거: 지문만 남기거나 봉인하여 보관합니다.

progress-evidence-reading = 파일을 제자리에서 읽고 있습니다
progress-evidence-frames = 영상의 지문을 만들고 있습니다
progress-evidence-comparing = 이미 아는 것과 견주고 있습니다
progress-evidence-checking = 봉인한 파일을 확인하고 있습니다

evidence-unseen-format = 이 형식은 그림 지문을 만들 수 없어 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-bomb = 펼치면 지나치게 커지는 그림이라 들여다보지 않고 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-cut = 중간에 끊기거나 손상된 파일이라 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-no-reader = 이 컴퓨터에는 영상을 읽는 부품이 없어 파일 지문(SHA-256)만 남겼습니다.

## 사건의 증거 탭

case-evidence = 증거

evidence-drop = 증거 파일을 여기에 놓거나 고르십시오
evidence-drop-help = 받은 매체를 그대로 두고 제자리에서 읽기만 합니다. 무엇인지 먼저 여쭙고, 그 뒤에 읽습니다.
evidence-pick = 파일 고르기
evidence-type-hash = 해시 입력
evidence-none = 아직 받은 증거가 없습니다.

evidence-store-metadata = 지문만
evidence-store-sealed = 봉인
evidence-store-elsewhere = 다른 곳
evidence-store-metadata-long = 지문만 남겼습니다. 파일은 이 컴퓨터에 없습니다.
evidence-store-sealed-long = 봉인하여 이 컴퓨터에 보관하고 있습니다.
evidence-store-elsewhere-long = 다른 곳에 있는 자료입니다. 해시값만 적어 두었습니다.
evidence-not-here = 이 컴퓨터에 없음
evidence-stamped = 시점확인됨
evidence-stamp-asked = 시점확인 기다림
evidence-steps = 이력 { NUMBER($count) }건
evidence-hash = 해시 { $digits }
evidence-open = 이력
evidence-open-name = 이력: { $what }
evidence-look = 보기
evidence-look-name = 보기: { $what }

## 무엇인가요

evidence-ask-title = 무엇인가요
evidence-ask-more = { $names } 외 { NUMBER($count) }개
evidence-ask-kind = 종류
evidence-ask-sexual = 성적인 내용
evidence-sexual-yes = 있거나 모릅니다
evidence-sexual-no = 없습니다
evidence-ask-name = 제목
evidence-ask-name-help = 나중에 알아볼 수 있는 짧은 말이면 됩니다. 비워 두어도 됩니다.
evidence-ask-item = 어느 피해촬영물인가요
evidence-ask-item-none = 정하지 않음
evidence-ask-go = 받기
evidence-will-print = 지문만 남기고 파일은 보관하지 않습니다. 화면에 띄우지도 않습니다.
evidence-will-seal = 봉인하여 보관합니다. 볼 때는 목적과 이유를 적고, 흐린 그림을 누르고 있는 동안만 보입니다.
evidence-will-withhold = 법적 근거에 따라 봉인하여 보관합니다. 화면에 띄우거나 인쇄하지 않으며, 묶음으로 보내지 않습니다.
evidence-grounds = 법적 근거가 있어 파일을 보관해야 합니다
evidence-grounds-help = 세 가지를 모두 적은 경우에만 파일을 봉인합니다. 적지 않으면 지문만 남습니다.
evidence-basis = 법적 근거
evidence-basis-help = 예: 성폭력방지법 제7조의3제3항
evidence-keeper = 보관 담당자
evidence-purpose = 목적

## 받은 뒤

evidence-taken = 증거 { NUMBER($count) }건을 받았습니다.
evidence-again = 이미 있는 증거 { NUMBER($count) }건은 이력만 더했습니다.
evidence-print-only = 지문만 남긴 자료의 파일은 이 컴퓨터 어디에도 없습니다.
evidence-found-same = 이 사건의 다른 자료와 같은 그림이 { NUMBER($count) }건 있습니다.
evidence-found-look = 비슷해 보여 사람이 확인할 것이 { NUMBER($count) }건 있습니다.
evidence-found-elsewhere = 다른 사건 { NUMBER($count) }건에도 같은 그림이 있습니다.
evidence-stopped = 그만두었습니다. 읽던 파일은 남기지 않았습니다.

evidence-type-value = 해시값
evidence-type-value-help = SHA-256 64자리입니다. PDQ이면 앞에 pdq: 를 붙이십시오.
evidence-type-system = 알려 준 시스템
evidence-type-system-help = 예: 삭제지원시스템, 수사기관
evidence-type-number = 그곳의 번호
evidence-type-save = 적기
evidence-typed = 해시값을 적었습니다. 파일이 없어도 다시 올라온 것을 찾을 수 있습니다.

## 보기

evidence-reason = 이유
evidence-reason-help = 열람 기록에 그대로 남습니다.
evidence-glass = 흐린 그림
evidence-glass-help = 스페이스나 마우스를 누르고 있는 동안만 보입니다. 놓으면 다시 흐려집니다.
evidence-seen = 보인 시간 { NUMBER($count) }초

## 이력

evidence-chain = 관리 이력 { NUMBER($count) }건
evidence-prints = 그림 지문 { NUMBER($count) }개
evidence-by = 담당 { $who }
evidence-to = 상대 { $who }
evidence-medium = 매체 { $number }
evidence-stamp-waits = 시점확인을 { $time }에 요청하고 기다리고 있습니다.
evidence-stamp-says = 시점확인 { $time } · 기관 { $authority } · 최상위 인증서 { $root } · 일련번호 { $serial }. 이 기관을 믿을지는 사람이 판단합니다.
evidence-like-exact = 같은 파일: { $what }
evidence-like-same = 같은 그림: { $what } (256자리 중 { NUMBER($bits) }자리 다름)
evidence-like-look = 사람이 확인할 것: { $what } (256자리 중 { NUMBER($bits) }자리 다름)
evidence-like-cases = 다른 사건에서 같은 그림 { NUMBER($count) }건, 확인할 것 { NUMBER($look) }건

evidence-act-handover = 인계 기록
evidence-act-copy = 꺼내기
evidence-act-stamp = 시점확인 요청
evidence-act-remove = 잘못 넣음
evidence-save = 기록
evidence-handed-to = 받은 사람
evidence-medium-number = 매체 번호
evidence-handed = 인계를 기록했습니다.
evidence-copied = 고른 폴더에 꺼냈습니다. 꺼낸 파일은 잠겨 있지 않으니 다 쓴 뒤 지우십시오.
evidence-removed = 증거에서 뺐습니다. 이력은 남아 있습니다.
evidence-remove-title = 이 증거를 뺄까요
evidence-remove-body = 봉인한 파일은 되살릴 수 없게 지워집니다. 누가 언제 다루었는지는 남습니다.
evidence-remove-yes = 빼기

## 확인

evidence-check = 봉인 파일 확인
evidence-check-sound = 봉인한 파일 { NUMBER($count) }개가 받은 날 그대로입니다.
evidence-check-damaged = 손상된 파일이 { NUMBER($count) }개 있습니다. 백업에서 되살릴 수 있는지 확인하십시오.
evidence-check-missing = 이 컴퓨터에 없는 파일이 { NUMBER($count) }개 있습니다.
evidence-stamp-ask-all = 시점확인 요청 파일 만들기
evidence-stamp-take = 시점확인 응답 넣기
evidence-stamp-saved = 시점확인 요청 { NUMBER($count) }건을 저장했습니다. 해시값만 들어 있습니다.
evidence-stamp-not-saved = 그곳에는 쓸 수 없어 저장하지 못했습니다.
evidence-stamps-taken = 시점확인 { NUMBER($count) }건을 확인하여 기록했습니다.
