### 자료실: 중앙센터가 모든 센터에 내는 명부, 양식, 코드표, 양형기준

progress-library = 자료실을 보는 중
library-kind-roster = 기관 명함
library-kind-forms = 양식
library-kind-codes = 코드표
library-kind-guidelines = 양형기준
library-kind-apps = 프로그램
library-kind-other = 이 판이 모르는 종류
notice-library-expired = 중앙센터 자료실의 유효 기간이 지났습니다. 받은 자료는 그대로 쓰고, 접수와 기록은 막지 않습니다.
notice-library-old = 중앙센터 자료실이 너무 오래되어 다른 곳으로 보낼 묶음을 봉인하지 않습니다. 접수와 기록은 그대로 할 수 있습니다.
library-item-here = 받음
library-item-missing = 아직 받지 못함
library-item-used = 쓰는 중
library-item-there = 필요할 때 받음
library-place-never = 아직 살펴보지 않았습니다.
library-place-new = 새 자료를 받았습니다.
library-place-same = 이미 받은 것과 같습니다.
library-place-older = 새것이 없습니다. 그곳의 자료실은 이미 받은 것보다 오래되었습니다.
library-place-expired = 그곳의 자료실은 유효 기간이 지났습니다. 받은 자료는 그대로 씁니다.
library-place-none = 그곳에는 자료실이 없습니다.
library-place-trouble = 그곳의 자료실이 중앙센터가 서명한 것과 다릅니다. 그곳의 것은 쓰지 않았고, 받은 자료는 그대로 씁니다.
library-place-remedy = 중앙센터나 전산 담당자에게 알리고, 자료실을 다시 받으십시오. 상담과 접수는 그대로 할 수 있습니다.
library-place-laid = 이 컴퓨터의 자료실을 놓았습니다.
library-state-none = 중앙센터 자료실을 아직 받지 않았습니다.
library-state-fresh = 중앙센터 자료실이 유효합니다.
library-state-expired = 자료실의 유효 기간이 지났습니다. 받은 자료는 그대로 쓰고, 접수와 기록은 막지 않습니다. 컴퓨터의 날짜도 살펴보십시오.
library-state-old = 자료실이 { $days }일보다 오래되어 다른 곳으로 보낼 묶음을 봉인하지 않습니다. 접수와 기록은 그대로 할 수 있습니다.
library-news-new = { $count ->
    [0] 새 서명을 받았습니다. 바뀐 자료는 없습니다.
   *[other] 새 자료 { $count }건을 받았습니다.
    }
library-news-same = { $count ->
    [0] 이미 받은 것과 같습니다.
   *[other] 빠져 있던 자료 { $count }건을 받았습니다.
    }
library-news-older = 새것이 없습니다. 그곳의 자료실은 이미 받은 것보다 오래되었습니다.
library-news-expired = 그곳의 자료실은 유효 기간이 지났습니다. 받은 자료는 그대로 씁니다. 컴퓨터의 날짜도 살펴보십시오.
library-news-none = 그곳에는 자료실이 없습니다.
library-set-aside = { $name }: 서명한 것과 달라 쓰지 않았습니다.

err-library-refused = { $why ->
    [old] 중앙센터 자료실의 서명이 { $days }일이 넘어, 다른 곳으로 보낼 묶음을 봉인하지 않았습니다. 기록과 접수는 그대로 할 수 있습니다.
    [behind] 그곳에는 이 컴퓨터보다 새 자료실이 있어 덮어쓰지 않았습니다. 이 보관함은 옛 사본일 수 있습니다.
    [not-central] 자료실에 올리는 일은 중앙센터에서 합니다.
    [not-founded] 이 컴퓨터에는 아직 자료실이 없습니다.
    [founded] 자료실이 이미 있습니다.
    [publishes] 이 컴퓨터는 자료실을 내는 곳이라 읽어 오지 않습니다.
    [passphrase] 열쇠 파일의 암호문은 열두 글자 이상이어야 합니다.
    [signer] 등록된 중앙센터가 시작한 자료실이 아닙니다. 아무것도 쓰지 않았습니다.
    [missing] 이 자료는 아직 여기에 없습니다.
    [kind] 이 판의 프로그램은 이 종류의 자료를 아직 쓰지 못합니다. 받은 자료는 그대로 두었습니다.
    [too-large] 파일이 너무 커서 올리지 않았습니다.
    [away] 그 파일을 열 수 없습니다.
    [pack-older] 지금 쓰는 { $now }판보다 오래된 { $version }판이라 설치하지 않았습니다.
    [pack-other] { $version }판이라는 이름으로 다른 내용이 이미 있어 설치하지 않았습니다.
    [pack-signature] 서명이 맞지 않거나 서명할 수 없는 때의 것이라 설치하지 않았습니다.
    [pack-signer] 여기에 등록된 중앙센터가 서명한 것이 아니라 설치하지 않았습니다.
    [pack-card] 양식은 카드 파일(.form.json)을 고릅니다. 나머지 파일은 그 옆에 있어야 합니다.
    [root-file] 자료실을 믿기 시작할 루트 파일을 읽을 수 없습니다. 아무것도 쓰지 않았습니다.
    [root-development] 시험용 루트라서 쓰지 않았습니다. 이 컴퓨터의 정책이 시험용 루트를 허락하지 않습니다.
   *[name] 이 이름이나 종류로는 자료실에 올릴 수 없습니다.
    }
    .remedy = { $why ->
    [old] 중앙센터의 새 자료실이 담긴 USB나 보내는 곳에서 자료실을 다시 받으십시오.
    [behind] 가장 최근의 백업으로 되돌린 뒤에 다시 하십시오.
    [missing] 자료실이 담긴 곳에서 다시 받으십시오.
    [pack-older] 이전 판으로 돌아가려면 자료실의 ‘여기에 있는 판’에서 고르십시오.
    [pack-signer] 기관 명함을 먼저 등록하고 지문을 서로 확인한 뒤에 다시 하십시오.
    [name] 파일 이름을 영문 소문자, 숫자, 점, 붙임표로 바꾸십시오.
   *[other] 중앙센터나 전산 담당자에게 물어보십시오.
    }
