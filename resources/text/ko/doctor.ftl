# 점검: 컴퓨터, 프로그램, 보관함이 쓸 수 있는 상태인지. 번호와 개수만 말하고 사건은 말하지 않습니다.

progress-doctor = 컴퓨터와 보관함을 살펴보고 있습니다.

doctor-title = 컴퓨터 점검
doctor-help = 컴퓨터와 프로그램, 보관함이 제대로 있는지 살펴봅니다. 번호와 개수만 읽고, 상담 내용은 읽지 않습니다.
doctor-again = 다시 점검
doctor-save = 점검 결과 저장
doctor-first-aid = 비상 안내문 저장(PDF)
doctor-deep = 보관함까지 모두 점검
settings-doctor = 컴퓨터 점검

safe-title = 안전 모드
safe-help = 안전 모드는 꾸밈없는 화면으로 열고, 자동 보내기·받기와 자동 백업, 자동 대조를 하지 않습니다. 직접 누르는 일은 모두 평소처럼 됩니다. 기록은 같은 기록입니다. 받아 둔 새 판이 아니라 설치된 판으로 열고, 기록이 이미 새 판에 맞추어 바뀌었을 때만 새 판으로 엽니다.
safe-is-on = 안전 모드로 열려 있습니다. 자동 보내기·받기와 자동 백업, 자동 대조는 쉬고 있습니다.
safe-enter = 안전 모드로 다시 시작
safe-leave = 평소처럼 다시 시작
safe-offer = 지난번에 끝까지 열리지 않았습니다
safe-offer-body = 이음이 두 번 이상 화면까지 오지 못하고 멈췄습니다. 기록은 그대로 있습니다. 안전 모드로 열어 보십시오.
safe-open = 안전 모드로 열기
safe-usual = 평소처럼 열기

crash-go-on = 계속 일하기
crash-save = 파일로 저장
crash-restart = 안전 모드로 다시 시작
crash-report = 전산 담당자에게 줄 내용
crash-inside = 아래가 전부입니다. 오류의 종류와 프로그램 안의 위치, 컴퓨터의 종류, 최근 프로그램 기록만 있고 상담 내용이나 이름은 없습니다. 읽어 보고 저장해서 주시면 됩니다. 저절로 보내지는 것은 없습니다.
crash-file = 이음-오류.txt
crash-no-screen = 화면이 없어 창을 열 수 없습니다. 컴퓨터의 바탕 화면에서 여십시오. 터미널에서는 ieum doctor 로 점검할 수 있습니다.
crash-early = 이음을 시작하지 못했습니다. 기록은 그대로 있습니다. 컴퓨터를 껐다 켠 뒤 다시 열어 보고, 그래도 같으면 아래 내용을 전산 담당자에게 주십시오. 상담 내용은 들어 있지 않습니다.

doctor-open = 컴퓨터 점검
doctor-close = 점검 닫기
doctor-list = 컴퓨터 점검 결과
doctor-working = 살펴보는 중입니다
doctor-gate-more = 할 일은 아래의 ‘컴퓨터 점검’에 적혀 있습니다.
doctor-state-ok = 정상
doctor-state-note = 참고
doctor-state-broken = 고칠 것
doctor-summary = { $broken ->
    [0] { $notes ->
        [0] 모두 정상입니다.
       *[other] 고칠 것은 없습니다. 참고할 것이 { NUMBER($notes) }건 있습니다.
    }
   *[other] { $notes ->
        [0] 고칠 것이 { NUMBER($broken) }건 있습니다.
       *[other] 고칠 것이 { NUMBER($broken) }건, 참고할 것이 { NUMBER($notes) }건 있습니다.
    }
    }
doctor-report-title = 이음 컴퓨터 점검 결과
doctor-report-inside = 이 파일에는 컴퓨터와 프로그램의 상태, 번호와 개수만 있습니다. 사건이나 사람에 대한 내용은 없습니다. 읽어 보고 전산 담당자에게 주십시오.
doctor-report-file = 이음-점검.txt

doctor-system-fine = 지원하는 컴퓨터입니다({ $system } { $release }, { $machine }).
doctor-system-other = 시험해 보지 않은 컴퓨터입니다({ $system } { $release }, { $machine }).
    .remedy = 그대로 쓸 수는 있습니다. 이상한 점이 있으면 이 줄을 전산 담당자에게 알려 주십시오.

doctor-program-whole = 프로그램이 배포된 그대로입니다({ $version }판, 파일 { NUMBER($files) }개 확인).
doctor-program-source = 소스에서 바로 실행한 프로그램입니다({ $version }판). 서명된 파일 목록은 없습니다.
doctor-program-trial = 프로그램이 만들어진 그대로입니다({ $version }판, 파일 { NUMBER($files) }개 확인). 시험용으로 만든 것입니다.
    .remedy = 실제 상담에는 센터에 배포된 프로그램을 쓰십시오.
doctor-program-altered = 프로그램 파일 { NUMBER($files) }개가 배포된 것과 다릅니다.
    .remedy = 암호문을 입력하지 마십시오. 전산 담당자에게 다시 설치를 요청하십시오. 기록은 프로그램과 따로 있어 그대로 남습니다.
doctor-program-unsigned = 프로그램이 서명된 것인지 확인할 수 없습니다({ $why }).
    .remedy = 암호문을 입력하지 마십시오. 전산 담당자에게 다시 설치를 요청하십시오. 기록은 프로그램과 따로 있어 그대로 남습니다.

doctor-policy-fine = 정책 파일에 잘못된 곳이 없습니다.
doctor-policy-none = 이 컴퓨터에는 정책 파일이 없습니다. 프로그램의 기본값으로 일합니다.
doctor-policy-wrong = 정책 파일에 잘못된 곳이 { NUMBER($faults) }군데 있습니다(처음은 { $line }번째 줄). 그 줄에는 가장 엄격한 값을 씁니다.
    .remedy = 전산 담당자가 그 줄을 고쳐야 합니다. 관리의 정책에서, 또는 ieum policy check 로 확인할 수 있습니다. 상담은 계속할 수 있습니다.
doctor-policy-unbelieved = 정책 파일을 믿을 수 없어 따르지 않습니다({ $why }). 가장 엄격한 값으로 일합니다.
    .remedy = 전산 담당자에게 정책 파일의 서명과 권한을 확인해 달라고 하십시오. 상담은 계속할 수 있습니다.
doctor-policy-older = 정책 파일(번호 { $serial })이 전에 따른 정책(번호 { $newest })보다 오래되어 따르지 않습니다. 가장 엄격한 값으로 일합니다.
    .remedy = 옛 파일이 다시 들어왔을 수 있습니다. 전산 담당자에게 새 정책을 넣거나 serial을 { $newest }보다 높여 달라고 하십시오. 상담은 계속할 수 있습니다.
doctor-policy-misnumbered = 정책 파일의 번호(serial)를 읽을 수 없어{ $line ->
        [0] {""}
       *[other] ({ $line }번째 줄)
    } 전에 따른 정책(번호 { $newest })보다 오래된 것일 수 있으므로 따르지 않습니다. 가장 엄격한 값으로 일합니다.
    .remedy = 전산 담당자가 그 줄을 고치고 다시 서명해야 합니다. 관리의 정책에서, 또는 ieum policy check 로 확인할 수 있습니다. 상담은 계속할 수 있습니다.
doctor-policy-gone = 전에 번호 { $newest }의 정책을 따랐는데 정책 파일이 없습니다. 가장 엄격한 값으로 일합니다.
    .remedy = 전산 담당자에게 정책 파일을 다시 넣어 달라고 하십시오. 상담은 계속할 수 있습니다.

doctor-clock-fine = 컴퓨터의 시계가 맞습니다.
doctor-clock-behind = 컴퓨터의 날짜가 적어도 { NUMBER($days) }일 늦습니다.
    .remedy = 컴퓨터의 날짜와 시각을 오늘로 맞춘 뒤 이음을 다시 여십시오. 상담은 해도 되지만, 날짜가 틀린 채로 적힙니다.
doctor-clock-back = 컴퓨터의 날짜가 마지막으로 쓴 날보다 { NUMBER($days) }일 전으로 되어 있습니다.
    .remedy = 컴퓨터의 날짜와 시각을 오늘로 맞춘 뒤 이음을 다시 여십시오. 기록은 그대로 있습니다.
doctor-clock-ahead = 컴퓨터의 날짜가 { NUMBER($years) }년쯤 앞서 있습니다.
    .remedy = 컴퓨터의 날짜와 시각을 오늘로 맞춘 뒤 이음을 다시 여십시오. 상담은 해도 되지만, 날짜가 틀린 채로 적힙니다.

doctor-home-fine = 기록을 두는 곳에 쓸 수 있습니다.
doctor-home-readonly = 기록을 두는 곳에 쓸 수 없습니다. 새로 적는 것이 저장되지 않습니다.
    .remedy = 컴퓨터를 껐다 켜 보십시오. 그래도 같으면 전산 담당자에게 이 계정의 홈 폴더가 읽기 전용이라고 알려 주십시오. 지금까지의 기록은 그대로 있습니다.

doctor-disk-fine = 저장 공간이 넉넉합니다({ SIZE($free) } 남음).
doctor-disk-low = 저장 공간이 얼마 남지 않았습니다({ SIZE($free) } 남음).
    .remedy = 휴지통을 비우고 쓰지 않는 파일을 옮기십시오.
doctor-disk-full = 저장 공간이 거의 없습니다({ SIZE($free) } 남음). 새로 적는 것이 저장되지 않을 수 있습니다.
    .remedy = 먼저 휴지통을 비우고, 내려받은 파일을 다른 곳으로 옮기십시오. 이음의 폴더는 건드리지 마십시오.
doctor-disk-unknown = 저장 공간이 얼마나 남았는지 알 수 없습니다.
    .remedy = 파일 관리자에서 남은 공간을 확인하십시오.

doctor-rights-fine = 기록 폴더는 이 계정만 볼 수 있습니다({ $mode }).
doctor-rights-none = 기록 폴더의 권한은 따로 볼 것이 없습니다.
doctor-rights-open = 이 컴퓨터의 다른 계정이 기록 폴더를 들여다볼 수 있습니다({ $mode }). 내용은 암호화되어 있습니다.
    .remedy = 전산 담당자에게 폴더 권한을 700으로 바꿔 달라고 하십시오.
doctor-rights-other = 기록 폴더가 이 계정의 것이 아닙니다.
    .remedy = 보관함을 만든 계정으로 로그인했는지 확인하십시오. 맞다면 전산 담당자에게 폴더 소유자를 바로잡아 달라고 하십시오.

doctor-place-fine = 기록은 이 컴퓨터의 디스크에 있습니다.
doctor-place-network = 기록 폴더가 네트워크 드라이브에 있습니다. 끊기면 기록이 손상될 수 있습니다.
    .remedy = 전산 담당자에게 이 컴퓨터의 디스크로 옮겨 달라고 하십시오.
doctor-place-removable = 기록 폴더가 빼낼 수 있는 드라이브에 있습니다. 뽑으면 기록이 손상될 수 있습니다.
    .remedy = 전산 담당자에게 이 컴퓨터의 디스크로 옮겨 달라고 하십시오.
doctor-place-cloud = 기록 폴더가 클라우드와 맞춰지는 폴더에 있습니다. 기록이 밖으로 복사될 수 있습니다.
    .remedy = 전산 담당자에게 클라우드 폴더 밖으로 옮겨 달라고 하십시오.

doctor-keyring-fine = 컴퓨터의 보안 저장소를 쓸 수 있습니다.
doctor-keyring-file = 기기 열쇠가 보안 저장소가 아니라 파일에 있습니다. 정책이 허락한 방식이지만 더 약합니다.
    .remedy = 전산 담당자에게 보안 저장소를 쓸 수 있는지 물어보십시오.
doctor-keyring-silent = 이 컴퓨터에서 보안 저장소를 찾을 수 없습니다. 암호문만으로는 열리지 않습니다.
    .remedy = 로그아웃했다가 다시 로그인해 보십시오. 그래도 같으면 전산 담당자에게 보안 저장소(gnome-keyring 또는 KWallet) 설치를 요청하십시오. 급하면 복구 안내서의 코드로 열 수 있습니다.
doctor-keyring-nowhere = 이 컴퓨터에서 보안 저장소를 찾을 수 없습니다. 이대로는 보관함을 만들 수 없습니다.
    .remedy = 로그아웃했다가 다시 로그인해 보십시오. 그래도 같으면 전산 담당자에게 보안 저장소(gnome-keyring 또는 KWallet) 설치를 요청하십시오.
doctor-keyring-locked = 보안 저장소가 잠겨 있습니다.
    .remedy = 컴퓨터 로그인 비밀번호로 보안 저장소를 푼 뒤 다시 여십시오.
doctor-keyring-missing = 보안 저장소는 있으나 이 보관함의 기기 열쇠가 없습니다. 암호문만으로는 열리지 않습니다.
    .remedy = 보관함을 만든 계정으로 로그인했는지 확인하고, 맞다면 복구 안내서의 코드로 여십시오.

doctor-input-fine = 한글을 입력할 수 있습니다.
doctor-input-terminal = 화면 없이 실행 중이라 한글 입력기는 살펴보지 않았습니다.
doctor-input-asleep = 한글 입력기는 있으나 켜져 있지 않습니다.
    .remedy = 로그아웃했다가 다시 로그인하십시오. 그래도 같으면 설정의 입력 방법에서 IBus를 고르고 한국어(Hangul)를 더하십시오.
doctor-input-fcitx = 입력기가 fcitx입니다. 띄어쓰기가 마지막 글자를 앞지르는 일이 있습니다.
    .remedy = 전산 담당자에게 ibus-hangul로 바꿔 달라고 하십시오. 그 전까지는 한 글자를 마친 뒤 띄어 쓰십시오.
doctor-input-none = 한글 입력기를 찾지 못했습니다. 한글을 입력할 수 없습니다.
    .remedy = 전산 담당자에게 ibus-hangul 설치를 요청하고, 설정의 입력 방법에서 IBus와 한국어(Hangul)를 고르십시오. 그 전까지는 다른 곳에서 적어 둔 글을 붙여넣을 수 있습니다.
doctor-input-english = 이 컴퓨터에 한국어 키보드가 없습니다. 한글을 입력할 수 없습니다.
    .remedy = Windows 설정의 시간 및 언어 → 언어에서 한국어를 더하십시오.
doctor-input-plugin = 프로그램에서 한글 입력 부품이 빠져 있습니다. 한글을 입력할 수 없습니다.
    .remedy = 전산 담당자에게 다시 설치를 요청하십시오. 기록은 프로그램과 따로 있어 그대로 남습니다.

doctor-vault-absent = 이 계정에는 아직 보관함이 없습니다.
doctor-vault-sound = 보관함의 겉모습이 온전합니다({ SIZE($size) }{ $held ->
        [1] , 지금 열려 있음
       *[other] {""}
    }).
doctor-vault-unfinished = 보관함을 만들다가 멈춘 흔적이 있습니다. 그 안에는 아무 기록도 없습니다.
    .remedy = 이음을 열어 처음부터 다시 만드십시오. 남은 것은 저절로 치워집니다.
doctor-vault-unread = 보관함 폴더를 읽을 수 없습니다.
    .remedy = 보관함을 만든 계정으로 로그인했는지 확인하고, 전산 담당자에게 폴더 권한을 보아 달라고 하십시오.
doctor-vault-no-file = 열쇠 파일은 있으나 보관함 파일이 없습니다.
    .remedy = 폴더에 아무것도 새로 만들지 마십시오. 마지막 백업에서 되살리십시오.
doctor-vault-no-keys = 보관함 파일은 있으나 열쇠 파일이 없습니다.
    .remedy = 폴더를 그대로 두고, 백업에 있는 열쇠 파일을 되돌려 놓으십시오.
doctor-vault-keys = 열쇠 파일 두 벌을 모두 읽을 수 없습니다. 보관함 파일은 그대로 있습니다.
    .remedy = 폴더를 그대로 두고, 백업에 있는 열쇠 파일을 되돌려 놓으십시오.
doctor-vault-too-new = 더 새로운 이음이 만든 보관함입니다. 건드리지 않았습니다.
    .remedy = 프로그램을 새 판으로 올린 뒤 여십시오.
doctor-vault-cut = 보관함 파일이 중간에서 끊겨 있습니다({ SIZE($size) }).
    .remedy = 새 기록을 멈추고, 보관함 폴더를 통째로 복사해 둔 뒤 마지막 백업에서 되살리십시오.
doctor-vault-plain = 보관함 자리에 암호화되지 않은 다른 파일이 있습니다.
    .remedy = 새 기록을 멈추고, 보관함 폴더를 통째로 복사해 둔 뒤 마지막 백업에서 되살리십시오.
doctor-vault-head = 보관함 파일의 첫머리가 열쇠 파일과 맞지 않습니다. 손상되었거나 다른 보관함의 파일입니다.
    .remedy = 새 기록을 멈추고, 보관함 폴더를 통째로 복사해 둔 뒤 마지막 백업에서 되살리십시오.

doctor-keys-fine = 열쇠 파일 두 벌이 온전합니다(암호문 { NUMBER($passphrases) }, 복구 코드 { NUMBER($codes) }, 복구 열쇠 { NUMBER($recoveries) }).
doctor-keys-one-copy = 열쇠 파일 두 벌 가운데 한 벌만 온전합니다(암호문 { NUMBER($passphrases) }, 복구 코드 { NUMBER($codes) }, 복구 열쇠 { NUMBER($recoveries) }).
    .remedy = 한 번 열면 다른 한 벌을 저절로 고칩니다.
doctor-keys-no-code = 복구 코드가 없는 보관함입니다(암호문 { NUMBER($passphrases) }, 복구 열쇠 { NUMBER($recoveries) }).
    .remedy = 전산 담당자에게 알리십시오. 터미널의 ieum setup renew-code 로 새 코드를 만들어 적어 둘 수 있습니다.
doctor-keys-altered = 열쇠 파일을 다른 사람이 바꾼 흔적이 있습니다. 보관함은 열려 있고 온전합니다.
    .remedy = 열쇠 파일을 그대로 두고 전산 담당자에게 알려 주십시오.

doctor-log-fine = 프로그램 기록에 오류가 없습니다({ SIZE($size) }).
doctor-log-unwritten = 프로그램 기록을 쓸 수 없습니다. 일에는 지장이 없습니다.
    .remedy = 오류를 찾아야 할 때 전산 담당자에게 이 줄을 알려 주십시오.
doctor-log-faults = 프로그램 기록에 최근 오류가 { NUMBER($mistakes) }건 있습니다.
    .remedy = 점검 결과를 저장해 전산 담당자에게 주십시오. 상담 내용은 들어 있지 않습니다.

doctor-check-failed = 점검 가운데 하나를 마치지 못했습니다({ $which }, { $kind }).
    .remedy = 나머지 결과는 맞습니다. 이 줄을 전산 담당자에게 알려 주십시오.

doctor-pages-fine = 보관함의 모든 쪽이 적힌 그대로입니다({ SIZE($size) } 확인).
doctor-pages-damaged = 보관함의 { NUMBER($pages) }쪽이 손상되었습니다.
    .remedy = 새 기록을 멈추고, 보관함 폴더를 통째로 복사해 둔 뒤 마지막 백업에서 되살리십시오.
doctor-ledger-fine = 원장의 서명과 순서가 모두 맞습니다.
doctor-ledger-problems = 원장에서 맞지 않는 곳이 { NUMBER($problems) }건 있습니다.
    .remedy = 기록은 그대로 두고, 점검 결과를 저장해 전산 담당자에게 주십시오.
doctor-ledger-parked = 원장은 맞습니다. 아직 반영하지 않고 따로 둔 것이 { NUMBER($parked) }건 있습니다.
    .remedy = 보내는 쪽의 다음 묶음을 받으면 저절로 반영됩니다.
doctor-trust-fine = 이 컴퓨터의 인증서가 유효하고, 확인한 기관이 { NUMBER($parties) }곳 있습니다.
doctor-trust-waiting = 이 컴퓨터는 아직 센터의 승인을 받지 않았습니다(확인한 기관 { NUMBER($parties) }곳).
    .remedy = 첫 컴퓨터에서 승인 파일을 받아 관리의 열쇠에서 받아들이십시오.
doctor-trust-ending = 이 컴퓨터의 인증서가 곧 끝납니다(확인한 기관 { NUMBER($parties) }곳).
    .remedy = 갱신은 저절로 요청합니다. 어떻게 되었는지는 관리의 열쇠에서 볼 수 있습니다.
doctor-trust-revoked = 이 컴퓨터의 인증서가 취소되었습니다(확인한 기관 { NUMBER($parties) }곳).
    .remedy = 보내기를 멈추고 센터장에게 확인하십시오. 기록은 그대로 있습니다.
doctor-library-fresh = 자료실이 최신입니다({ NUMBER($edition) }판, { NUMBER($days) }일 전 서명).
doctor-library-none = 자료실을 쓰지 않습니다.
doctor-library-old = 자료실이 오래되었습니다({ NUMBER($edition) }판, { NUMBER($days) }일 전 서명).
    .remedy = 보내기·받기를 한 번 하거나, 중앙에서 새 자료를 담은 저장 매체를 받으십시오.
doctor-library-expired = 자료실의 기한이 지났습니다({ NUMBER($edition) }판, { NUMBER($days) }일 전 서명).
    .remedy = 보내기·받기를 한 번 하거나, 중앙에서 새 자료를 담은 저장 매체를 받으십시오.
doctor-backup-fine = 백업이 밀리지 않았습니다.
doctor-backup-late = 백업이 밀렸거나, 백업할 곳을 아직 고르지 않았습니다.
    .remedy = 관리의 백업·복구에서 백업할 곳을 고르고 한 번 만드십시오.
doctor-stamps-fine = 적힌 시각에 이상이 없습니다.
doctor-stamps-ahead = 마지막 기록의 시각이 지금보다 { NUMBER($days) }일 앞서 있습니다.
    .remedy = 컴퓨터의 날짜와 시각이 맞는지 확인하십시오. 맞다면 감독자가 ‘보내기·받기’에서 기록의 시각을 바로잡을 수 있습니다.
