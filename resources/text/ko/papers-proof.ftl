# 문서 화면: 발급한 문서와 가져온 파일의 증명

papers-again-count = 발급한 때의 기록으로 다시 세기
papers-again-hint = 지금의 숫자는 그 뒤의 기록까지 센 것입니다. 발급한 때까지의 기록만으로 다시 세어 볼 수 있습니다.
papers-again-counting = 발급한 때의 기록으로 다시 세고 있습니다
papers-again-same = { $count ->
    [one] 발급한 때의 기록으로 다시 세어도 같습니다.
   *[other] 발급한 때의 기록으로 다시 세어도 { NUMBER($count) }개가 모두 같습니다.
    }
papers-again-other = 발급한 때의 기록으로 다시 세니 { NUMBER($all) }개 가운데 { NUMBER($count) }개가 그때와 다르게 나옵니다.
papers-again-silent = { NUMBER($all) }개 가운데 { NUMBER($count) }개는 다시 셀 수 없습니다.
papers-again-line = { $label }: { $words }
papers-entry-file = 이 문서의 파일 확인

## 가져온 파일

papers-seal-name = 전자서명
papers-stamp-name = 시점확인
papers-seal-who = 서명한 이
papers-stamp-who = 기관
papers-seal-when = 서명에 적힌 때
papers-stamp-when = 확인한 때
papers-seal-issuer = 인증서 발급
papers-seal-known = 믿는 인증서
papers-seal-stranger = 모르는 인증서
papers-seal-room = 서명한 뒤 내용은 그대로이고, 시점확인을 받을 자리만 비워 두었습니다.
papers-time-unsaid = 적혀 있지 않음

papers-locked-waits = 암호로 잠긴 문서입니다. 암호를 입력하면 확인합니다.
papers-locked-type = 암호 입력

## 시점확인

papers-stamp = 시점확인
papers-stamp-1 = 1. 요청 파일을 만들어 USB에 담습니다. 해시값만 들어 있고 문서의 내용은 없습니다.
papers-stamp-2 = 2. 시점확인 기관에 보내 응답 파일(.tsr)을 받아 옵니다.
papers-stamp-3 = 3. 받은 응답을 넣습니다. 인증서를 따로 받았으면 함께 고릅니다. 원래 파일은 그대로 있고, 시점확인이 든 새 파일이 그 옆에 생깁니다.
papers-stamp-ask = 시점확인 요청 만들기
papers-stamp-take = 받은 시점확인 넣기
papers-stamp-answers = 시점확인 응답과 인증서
papers-stamp-asked = 요청 파일을 만들었습니다: { $place }

## 믿는 인증서

papers-roots = 믿는 인증서
papers-roots-note = 여기 있는 인증서가 보증하는 서명과 시점확인은 누구의 것인지 아는 것으로 봅니다. 이 컴퓨터에만 남습니다.
papers-roots-none = 아직 믿기로 한 인증서가 없습니다.
papers-roots-not-yours = 감독자만 더하거나 뺄 수 있습니다.
papers-root-add = 인증서 파일 더하기
papers-root-once = 이번만 인증서와 함께 확인
papers-root-files = 인증서
papers-root-from = 발급 { $issuer } · { $day }까지
papers-root-digits = 지문(SHA-256)
papers-root-since = { $day }, { $who } 더함
papers-root-out = 빼기
papers-root-out-name = { $at }번째 인증서 빼기
papers-root-compare = 이 지문이 발급 기관이 전화나 공고로 알려 준 것과 같은지 견주십시오. 같을 때만 믿기로 합니다.
papers-root-yes = 견주었고 믿습니다
papers-root-no = 그만두기
