### 업데이트: 받아 둔 판, 다음에 켤 때 쓰는 판, 돌아갈 판

progress-update = 새 판을 준비하는 중
update-state-source = 소스에서 바로 실행한 프로그램입니다. 업데이트할 판이 없습니다.
update-state-off = 이 컴퓨터에서는 업데이트를 받지 않습니다.
update-state-current = 알려진 가장 새 판을 쓰고 있습니다.
update-state-available = 새 판 { JOSA($version, "이/가") } 자료실에 있습니다.
update-state-ready = 새 판 { JOSA($version, "이/가") } 준비되었습니다. 다음에 프로그램을 켤 때부터 씁니다.
update-state-package = 새 판 { JOSA($version, "을/를") } 받아 두었습니다. 전산 담당자가 설치합니다.
update-state-left = 판 { JOSA($version, "은/는") } 쓰지 않고 있습니다. 그 전 판으로 일하고 있습니다.
update-state-back = 판 { JOSA($version, "을/를") } 두고 그 전 판으로 돌아와 있습니다.
update-next-available = 자료실이 담긴 곳이나 USB에서 받을 수 있습니다. 받는 동안에도 일은 그대로 할 수 있습니다.
update-next-ready = 지금 하던 일을 그대로 하시면 됩니다. 지금 판은 지우지 않고 남겨 둡니다.
update-next-package = ‘한 줄 복사’를 눌러 전산 담당자에게 전하십시오. 설치할 때까지 지금 판을 그대로 쓸 수 있습니다.
update-next-left = 기록은 안전합니다. 전산 담당자에게 알리고, 다시 켜 보려면 ‘다시 써 보기’를 누르십시오.
update-next-back = 새 판을 다시 쓰려면 ‘다시 써 보기’를 누르십시오. 다음에 켤 때부터 씁니다.
update-next-off = 전산 담당자의 정책입니다. 새 판은 전산 담당자가 설치합니다.
next-update-ready = 새 판 { JOSA($version, "이/가") } 준비되었습니다. 다음에 프로그램을 켤 때부터 씁니다.
next-update-package = 새 판 { JOSA($version, "을/를") } 받아 두었습니다. 전산 담당자에게 설치를 부탁하십시오.
next-update-left = 새 판 { JOSA($version, "을/를") } 쓰지 못해 그 전 판으로 일하고 있습니다. 기록은 안전합니다.
update-untrusted = 그곳의 판이 서명한 것과 달라 쓰지 않았습니다. 쓰던 판과 기록은 그대로입니다.
update-untrusted-next = 그 USB나 보내는 곳을 그대로 두고 전산 담당자나 중앙센터에 알리십시오. 일은 그대로 할 수 있습니다.
update-policy-next-start = 새 판을 스스로 받아 두고, 다음에 켤 때부터 씁니다.
update-policy-ask-it = 새 판을 받아 두고, 설치는 전산 담당자가 합니다.
update-policy-off = 새 판을 받지 않습니다.
update-line-running = 지금 쓰는 판
update-line-waiting = 다음에 켤 때 쓸 판
update-line-package = 설치를 기다리는 판
update-line-kept = 돌아갈 수 있게 남겨 둔 판
update-line-left = 쓰지 않는 판
update-line-there = 자료실에 있는 판
update-line-older = 지금보다 오래된 판
update-left-start = 두 번 켜지지 않아 쓰지 않는 판
update-left-altered = 파일이 서명한 것과 달라 쓰지 않는 판
update-left-room = 기록의 사본을 만들 공간이 없어 한 번 쉬는 판
update-left-person = 사람이 그 전 판으로 돌아가서 쓰지 않는 판

err-no-room-to-upgrade = 새 판이 기록을 바꾸기 전에 사본을 만드는데, 그럴 공간이 부족합니다. 기록은 그대로이고 안전합니다.
    .remedy = { $former ->
    [none] 필요 없는 파일을 지워 공간을 만든 뒤 다시 여십시오. 전산 담당자에게 알리십시오.
   *[other] 프로그램을 닫았다가 켜면 { $former }판으로 바로 일할 수 있습니다. { SIZE($needed) } 이상 공간을 만들면 그다음에 켤 때 새 판을 씁니다.
    }

err-update-refused = { $why ->
    [source] 소스에서 바로 실행한 프로그램은 업데이트하지 않습니다.
    [off] 이 컴퓨터의 정책이 업데이트를 받지 않게 합니다.
    [none] 자료실에 이 컴퓨터에 맞는 판이 없습니다.
    [same] 자료실의 판 { JOSA($version, "을/를") } 이미 쓰고 있습니다.
    [older] 자료실의 판 { JOSA($version, "은/는") } 지금 쓰는 { $now }판보다 오래되어 받지 않았습니다.
    [form] 판 { JOSA($version, "은/는") } 이 컴퓨터의 정책으로 쓸 수 있는 꼴이 자료실에 없습니다.
    [expired] 자료실의 유효 기간이 지나 새 판을 받지 않았습니다.
    [place-expired] 그곳의 자료실은 유효 기간이 지나 새 판을 받지 않았습니다.
    [place-older] 그곳의 자료실은 이미 아는 것보다 오래되어 받지 않았습니다.
    [place-none] 그곳에는 자료실이 없습니다.
    [source-place] 이 컴퓨터의 정책은 정해진 보내는 곳에서만 업데이트를 받게 합니다.
    [noexec] 이 컴퓨터는 사용자 폴더에서 프로그램을 실행하지 못하게 되어 있습니다.
    [records] { $version }판은 지금의 기록을 열 수 없어 돌아가지 않았습니다.
    [no-former] 돌아갈 그 전 판이 없습니다. 설치된 판을 쓰고 있습니다.
   *[nothing] 받아 두었거나 쓰지 않는 판이 없습니다.
    }
    .remedy = { $why ->
    [expired] 컴퓨터의 날짜를 살펴보고, 중앙센터의 새 자료실이 담긴 USB나 보내는 곳에서 다시 받으십시오.
    [place-expired] 컴퓨터의 날짜를 살펴보고, 중앙센터의 새 자료실이 담긴 USB나 보내는 곳에서 다시 받으십시오.
    [place-older] 더 새로 담은 USB를 쓰십시오. 쓰던 판과 기록은 그대로입니다.
    [noexec] 전산 담당자가 설치 꾸러미로 업데이트합니다. 그때까지 지금 판을 그대로 쓸 수 있습니다.
    [records] 기록은 새 판에서 안전하게 열립니다. 문제가 있으면 전산 담당자에게 알리십시오.
    [form] 전산 담당자에게 알리십시오. 그때까지 지금 판을 그대로 쓸 수 있습니다.
    [off] 새 판은 전산 담당자가 설치합니다.
   *[other] 지금 판을 그대로 쓰시면 됩니다.
    }

# 관리 › 업데이트
settings-updates = 업데이트
update-running = 지금 쓰는 판 { $running } · 설치된 판 { $installed }
update-policy = 이 컴퓨터의 정책: { $policy }
update-copy = 한 줄 복사
update-copied = 복사했습니다.
update-from-stick = USB나 폴더에서 받기
update-own = 이 컴퓨터가 낸 새 판 준비하기
update-again = 다시 써 보기
update-back = 그 전 판으로 돌아가기
update-back-title = 다음에 켤 때부터 { $version }판을 쓰겠습니까?
update-back-body = 지금 쓰는 { $running }판은 지우지 않으며, ‘다시 써 보기’로 언제든 돌아옵니다. 기록은 그대로입니다.
update-drop = 준비한 판 치우기
update-places = 보내는 곳에서 받기
update-places-help = 보내고 받을 때 새 판도 스스로 살핍니다. 지금 살피려면 누르십시오. 일은 그대로 할 수 있습니다.
update-places-none = 보내는 곳이 없습니다. USB나 폴더에서 받을 수 있습니다.
update-look = 지금 살피기
update-looked = { $at }에 살핌
update-versions = 알려진 판
update-made = { $made } · { $size }
