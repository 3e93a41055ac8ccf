### 잠금, 처음 시작, 보내기·받기, 관리, 가리기.

cover-name = 빈 일정표

## 잠금 화면

unlock-passphrase = 암호문
unlock-open = 열기
unlock-opening = 보관함을 여는 중입니다
unlock-wait = { WAIT($seconds) } 뒤에 다시 할 수 있습니다
unlock-lost = 암호문을 잊으셨습니까
unlock-lost-title = 복구 안내서의 코드로 열기
unlock-code = 복구 코드
unlock-code-help = 인쇄한 복구 안내서에 있는 26자입니다. 띄어쓰기와 대소문자는 상관없습니다.
unlock-new = 새 암호문
unlock-new-again = 새 암호문 한 번 더
unlock-recover = 새 암호문으로 열기
unlock-recovering = 복구 코드로 여는 중입니다

## 처음 시작

setup-title = 처음 시작
setup-language = 언어
setup-language-hint = 화면에 쓸 언어입니다. 나중에 관리에서 바꿀 수 있습니다.
setup-center = 센터와 이 컴퓨터
setup-center-hint = 사건 번호와 봉인 묶음에 들어가는 이름입니다.
setup-role = 이 컴퓨터의 역할
setup-role-center = 지원 센터
setup-role-central = 중앙센터
setup-center-code = 센터 코드
setup-center-code-help = 영문 대문자, 예: IC
setup-center-name = 센터 이름
setup-device-name = 이 컴퓨터 이름
setup-device-name-help = 다른 컴퓨터와 구별되는 이름, 예: 상담실 1
setup-counselor = 사용하는 사람
setup-counselor-help = 기록에 남는 이름입니다
setup-passphrase = 암호문
setup-passphrase-hint = 이 컴퓨터의 기록은 모두 암호화됩니다. 암호문은 어디에도 저장되지 않으며 되찾을 수 없습니다. 서로 관계없는 낱말 여러 개를 이어 쓰는 것이 좋습니다.
setup-passphrase-again = 암호문 한 번 더
setup-suggest = 낱말 추천
setup-suggested = 추천한 낱말입니다. 외울 때까지만 적어 두고, 아래 칸에 한 번 더 입력하십시오.
setup-create = 보관함 만들기
setup-creating = 보관함을 만드는 중입니다
setup-recovery = 복구 안내서
setup-recovery-hint = 암호문을 잊었을 때 이 종이의 코드로만 열 수 있습니다. 인쇄하여 잠기는 곳에 두십시오. 인쇄기가 없으면 코드를 보고 손으로 옮겨 적으십시오.
setup-recovery-save = USB에 저장
setup-recovery-show = 코드 보기
setup-recovery-code = 복구 코드
setup-recovery-type = 종이에 있는 코드를 입력하십시오
setup-recovery-type-help = 제대로 보관되었는지 확인합니다. 띄어쓰기와 대소문자는 상관없습니다.
setup-recovery-next = 확인
setup-central = 상대의 열쇠
setup-central-hint = 보낼 묶음은 여기에서 확인한 상대만 열 수 있습니다. 전화로 낱말을 서로 읽어 같은지 확인하십시오.
setup-mailbox = 우편함
setup-mailbox-hint = 봉인된 묶음을 주고받는 자리입니다.
mailbox-none = 두지 않음
mailbox-folder = USB·폴더
mailbox-none-help = 우편함이 없어도 USB로 언제든지 보낼 수 있습니다.
mailbox-place = 폴더
mailbox-place-help = 봉인된 묶음만 놓입니다. 아무나 열어도 내용을 볼 수 없습니다.
mailbox-trying = 시험 편지를 넣어 보고 있습니다
mailbox-tried = 우편함에 시험 편지를 넣고 꺼내 보았습니다. 쓸 수 있습니다.

## 이미 쓰는 센터에 더하기

setup-way = 이 노트북은
setup-way-first = 이 센터의 첫 노트북
setup-way-next = 이미 쓰는 센터에 더하기
setup-center-file = 센터 파일(center.toml) 열기
setup-center-file-kind = 센터 파일
center-file-read = { JOSA($name, "을/를") } 읽었습니다. 값을 확인하십시오.
center-file-unreadable = 그 파일을 읽을 수 없습니다. 바뀐 것은 없습니다. 다른 파일을 고르거나 직접 입력하십시오.
center-file-large = 센터 파일이라기에는 너무 큽니다. 읽지 않았습니다. 다른 파일을 고르거나 직접 입력하십시오.
center-file-other = 센터 파일의 형식이 아닙니다. 바뀐 것은 없습니다. 전산 담당자에게 파일을 다시 받거나 직접 입력하십시오.
center-file-empty = 파일에 센터 코드와 이름이 없습니다. 바뀐 것은 없습니다. 전산 담당자에게 파일을 다시 받거나 직접 입력하십시오.
center-file-value = 파일에 쓸 수 없는 값이 있습니다. 바뀐 것은 없습니다. 전산 담당자에게 파일을 다시 받거나 직접 입력하십시오.
setup-join = 센터에 더하기
setup-join-hint = 센터의 첫 노트북이 이 노트북을 받아들여야 사건을 쓸 수 있습니다. 요청 파일을 옮겨 가고, 답 파일을 받아 오십시오. 창을 닫아도 이 자리에서 이어집니다.
setup-join-first = 1. 요청 파일을 USB에 저장하여 센터의 첫 노트북에서 ‘관리 › 열쇠’로 여십시오. 그 화면의 낱말이 아래와 같아야 합니다.
setup-join-save = 요청 파일 저장
setup-join-then = 2. 첫 노트북에서 받은 답 파일을 여십시오.
setup-join-open = 답 파일 열기
setup-join-compare = 센터의 첫 노트북에서 ‘관리 › 열쇠’를 열고, 그 화면의 ‘우리 열쇠’ 낱말이 아래와 같은지 순서대로 비교하십시오.
setup-join-no-answer = 답 파일이 아니라 요청 파일입니다. 첫 노트북에서 받은 답 파일을 고르십시오.
setup-join-taken = 센터가 이 노트북을 받아들였습니다. 다시 열면 쓸 수 있습니다.
setup-join-again = 다시 열기


## 열쇠

keys-ours = 우리 열쇠 · { $name } ({ $code })
keys-theirs-organisation = { $name } ({ $code })의 열쇠
keys-theirs-device = 새 노트북의 요청 · { $name } ({ $code })
keys-compare-device = 새 노트북의 화면에 있는 낱말과 순서대로 비교하십시오. 모두 같으면 답 파일이 만들어집니다. 그 파일을 새 노트북으로 옮기십시오.
keys-device-elsewhere = 다른 센터({ $code })의 노트북이 보낸 요청입니다. 이 센터는 { $ours }입니다. 받아들이지 않았습니다. 새 노트북의 센터 코드를 확인하십시오.
keys-answer-saved = 새 노트북을 받아들였습니다. { JOSA($name, "을/를") } 새 노트북에서 여십시오.
keys-taken-title = 센터의 답을 받았습니다
keys-taken = 잠그고 다시 열면 이 노트북을 센터의 노트북으로 씁니다.
keys-string = 받는 열쇠(글자)
keys-code-help = 글자와 네모 코드는 같은 열쇠입니다. 받은 쪽에서도 낱말을 전화로 비교해야 합니다.
keys-show-code = 글자와 네모 코드 보기
keys-hide-code = 글자와 네모 코드 접기
keys-print-ours = 열쇠 확인서 인쇄
keys-compare = 이 파일을 보낸 사람과 전화로 아래 낱말을 순서대로 읽어 비교하십시오. 파일과 함께 온 번호로는 걸지 마십시오.
keys-same = 낱말이 모두 같습니다
keys-different = 다릅니다
keys-not-accepted = 받아들이지 않았습니다. 파일을 다시 받고 전산 담당자에게 알리십시오.
keys-cannot-read = 그 파일을 읽을 수 없습니다. 다른 파일을 고르십시오.
keys-save-ours = 우리 등록 파일 저장
keys-open-theirs = 상대의 등록 파일 열기
keys-copy = 열쇠 글자 복사
keys-accepted = 확인함
keys-kind-center = 지원 센터
keys-kind-central = 중앙센터
keys-kind-device = 우리 센터의 컴퓨터

## 보내기·받기

send-column-waiting = 보낼 것
send-column-sent = 보낸 것
send-column-received = 받은 것
send-waiting-none = 보낼 것이 없습니다.
send-sent-none = 아직 보낸 묶음이 없습니다.
send-received-none = 아직 받은 묶음이 없습니다.
send-nobody = 열쇠를 확인한 상대가 없어 보낼 수 없습니다.
send-compare-keys = 상대의 열쇠 확인하기
send-waits = 사건 { $cases }건 · 기록 { $records }건
send-nothing = 새로 보낼 것이 없습니다.
send-records = 기록 { $count }건
send-receipt = 인수 확인 { MOMENT($ms) }
send-what = 무엇을
send-what-hint = 제공에 동의한 사건만 나갑니다. 남는 사건은 이유와 함께 아래에 있습니다.
send-to = 받는 곳
send-goes-name = 나가는 사건
send-stays-name = 남는 사건
send-counting = 보낼 것을 세고 있습니다
send-goes = 나가는 사건 { $cases }건 · 기록 { $records }건 · 약 { SIZE($size) }
send-stays = 남는 사건 { $cases }건
send-tells = 동의를 거둔 사건 { $cases }건을 받는 곳에 알립니다. 그 기록은 나가지 않습니다.
send-finish-lock = 마치고 잠그기
receive-nothing = 우리에게 온 새 묶음이 없습니다.
receive-result = 묶음 { $items }개를 확인했습니다. 바뀐 사건 { $cases }건.

receive-withdrawn = 동의를 거둔 사건이 { $cases }건 있습니다. 스스로 지워지는 것은 없습니다. 무엇을 지울지는 사람이 정합니다.
receive-unanswered = 인수 확인을 이 매체에 남기지 못한 곳: { $names }. 다음에 이 매체로 다시 받으면 남깁니다.

## 관리

settings-group-screen = 화면
settings-group-people = 사람과 보호
settings-group-exchange = 주고받기
settings-group-work = 업무 자료
settings-group-papers = 문서
settings-group-safety = 지키기
settings-group-program = 프로그램
settings-display = 화면
settings-lock = 잠금
settings-keys = 열쇠
settings-mailbox-keep = 시험하고 쓰기
settings-forms = 양식
settings-care = 기록 점검
settings-about = 이 컴퓨터
settings-scale-help = 글자 크기는 다시 열 때 바뀝니다.
settings-lock-and-apply = 지금 잠그고 바꾸기
settings-lock-help = 이 시간 동안 아무것도 하지 않으면 저장하고 잠급니다. 절전에 들어갈 때와 컴퓨터를 잠글 때에도 잠깁니다.
settings-passphrase = 암호문 바꾸기
settings-passphrase-old = 지금 암호문
settings-passphrase-new = 새 암호문
settings-passphrase-again = 새 암호문 한 번 더
settings-passphrase-change = 암호문 바꾸기
settings-passphrase-changed = 암호문을 바꾸었습니다. 다음에 열 때부터 새 암호문을 쓰십시오.
settings-keys-title = 우리 열쇠와 상대의 열쇠
settings-forms-title = 쓸 수 있는 양식
settings-form-version = { $version }판
settings-verify-title = 기록 점검
settings-verify-help = 보관함의 모든 쪽과 기록의 사슬을 확인합니다. 그동안에도 일할 수 있습니다.
settings-verify = 지금 점검
settings-verifying = 점검하고 있습니다
about-center = 센터
about-device = 컴퓨터
about-counselor = 사용하는 사람
about-role = 역할
about-folder = 보관함 자리
about-version = 판

## 설정의 이름 (화면·잠금)

setting-language = 언어
setting-theme = 화면 밝기
setting-theme-system = 시스템에 맞춤
setting-theme-light = 밝게
setting-theme-dark = 어둡게
setting-scale = 글자와 화면 크기
setting-lock-minutes = 자동으로 잠그기까지
setting-lock-minutes-value = { NUMBER($minutes) }분

setup-recovery-again = 지난번에 코드를 확인하지 못했습니다. 암호문을 입력하면 새 코드를 만듭니다. 예전에 인쇄한 종이는 없애십시오.
setup-recovery-renew = 새 코드 만들기
