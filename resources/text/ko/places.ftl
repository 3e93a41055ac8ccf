### 보내는 곳: 봉인한 묶음을 두고 찾는 자리

place-kind-folder = USB·폴더
place-kind-webdav = WebDAV 서버(Nextcloud 등)
place-kind-s3 = S3 저장소
place-kind-sftp = SFTP 서버
place-fine = 시험 편지를 넣고 꺼내 보았습니다. 쓸 수 있습니다.
progress-waiting-place = 보내는 곳이 다시 대답하기를 기다리고 있습니다

## 관리의 쪽

settings-places = 보내는 곳
places-help = 봉인한 묶음을 두고 찾는 자리입니다. 그곳을 지키는 사람은 내용을 볼 수 없습니다. 한 곳이라도 있으면 이음이 때맞추어 보내고 받습니다.
places-none = 아직 없습니다. USB로는 언제든지 보내고 받을 수 있습니다.
place-add = 보내는 곳 더하기
place-add-title = 보내는 곳 더하기
place-change = 고치기
place-change-title = ‘{ $name }’ 고치기
place-try = 시험 편지
place-remove = 지우기
place-untried = 시험 전
place-tried = 시험 편지가 다녀온 때: { MOMENT($ms) }
place-stop-sending = { $to }에는 그만 보내기
place-remove-title = 보내는 곳 ‘{ $name }’ 지우기
place-remove-body = 이곳의 주소와 계정을 이 컴퓨터에서 지웁니다. 그곳에 놓인 묶음과 여기서 기다리는 묶음은 그대로 있습니다.
place-usual-title = 손으로 보내고 받을 때의 폴더
place-usual-help = USB로 보내기와 받기에서 먼저 보여 드리는 폴더입니다.
place-from-folder = 이 폴더로 스스로도 보내고 받기

## 더하고 고치는 종이

place-kind = 어떤 곳입니까
place-about-folder = USB나 함께 쓰는 폴더입니다. 폴더만 고르면 됩니다.
place-about-webdav = Nextcloud처럼 https:// 주소로 여는 서버의 폴더입니다. 주소와 계정은 전산 담당자에게서 받습니다.
place-about-s3 = S3 방식의 저장소입니다. 주소, 버킷, 접근 열쇠는 전산 담당자에게서 받습니다.
place-about-sftp = SSH로 여는 서버의 폴더입니다. 주소와 파일은 전산 담당자에게서 받습니다.
place-ask-name = 이름
place-ask-name-hint = 여기 사람들이 알아볼 이름을 적습니다. 예: 센터 서버
place-ask-folder-address = 폴더
place-ask-webdav-address = 주소
place-ask-webdav-address-hint = https://로 시작합니다.
place-ask-s3-address = 주소
place-ask-s3-address-hint = https://로 시작합니다.
place-ask-s3-folder = 버킷
place-ask-sftp-address = 서버
place-ask-sftp-address-hint = 서버 이름, 또는 서버 이름:포트
place-ask-sftp-folder = 그 안의 폴더
place-ask-sftp-folder-hint = 비우면 계정의 첫 폴더입니다.
place-ask-user = 계정 이름
place-ask-s3-user = 접근 열쇠 이름(Access key)
place-ask-secret = 암호
place-ask-s3-secret = 비밀 열쇠(Secret key)
place-ask-sftp-secret = 암호, 또는 열쇠 파일의 암호문
place-ask-known-hosts = 서버를 알아보는 파일(known_hosts)
place-ask-known-hosts-hint = 전산 담당자가 준 파일입니다. 이 파일에 없는 서버에는 아무것도 보내지 않습니다.
place-ask-key-file = 계정을 여는 열쇠 파일
place-ask-key-file-hint = 암호로 여는 계정이면 비웁니다.
place-ask-region = 지역(Region)
place-ask-ca-file = 사설 인증기관 파일
place-ask-ca-file-hint = 기관 안에서만 쓰는 인증서라면, 그것을 만든 인증기관의 파일(PEM)을 고릅니다.
place-ask-proxy = 프록시
place-ask-proxy-hint = http:// 또는 https://로 시작합니다. 없으면 비웁니다.
place-ask-rate = 속도
place-ask-rate-hint = 다른 사람의 통신이 느려지지 않게 늦출 수 있습니다.
place-rate-none = 늦추지 않음
place-rate = 1초에 { SIZE($size) }까지
place-secret-where = 이 컴퓨터에만 두며 다시 보여 주지 않습니다.
place-kept-account = 보관해 두었습니다. 바꿀 때만 적습니다.
place-kept-secret = 보관해 두었습니다
place-for-it = 전산 담당자용
place-choose-file = 파일 고르기
place-keep = 두고 시험하기
place-keeping = 적어 두고 있습니다
place-wrong-address = 주소나 폴더를 찾지 못했거나 모양이 맞지 않습니다. 다시 살펴 주십시오.
place-wrong-name = 이름이 너무 길거나 쓸 수 없는 글자가 있습니다. 60자 안으로 적어 주십시오.
place-wrong-folder = 버킷 이름을 적어 주십시오.
place-wrong-ca-file = 사설 인증기관 파일이 그 자리에 없습니다. 다시 골라 주십시오.
place-wrong-known-hosts = 서버를 알아보는 파일이 그 자리에 없습니다. 다시 골라 주십시오.
place-wrong-key-file = 열쇠 파일이 그 자리에 없습니다. 다시 골라 주십시오.
place-wrong-proxy = 프록시는 http:// 또는 https://로 시작해야 합니다.
place-kept-nothing = 아직 아무것도 적어 두지 않았습니다. 적으신 것은 이 종이에 그대로 있습니다.
place-kept-before = 전에 적어 둔 것은 그대로입니다. 적으신 것은 이 종이에 그대로 있습니다.
place-kept-without = 그 밖의 것은 적어 두었습니다. 아무것도 보내지 않았습니다.

## 시험 편지

place-trial-title = 시험 편지 · { $name }
place-trial-help = 빈 편지 한 통을 넣었다가 다시 읽고 지웁니다. 사건에 관한 것은 나가지 않습니다.
place-trying = 시험 편지를 보내고 있습니다
place-try-again = 다시 시험
place-trial-next = 누구에게 보낼지는 ‘보내기·받기’에서 정합니다. 그때 무엇이 나가고 무엇이 남는지 먼저 보여 드립니다.
place-trial-kept = 적어 두신 것은 그대로 있습니다. 사건에 관한 것은 아무것도 나가지 않았습니다.
place-trial-stopped = 시험을 멈추었습니다. 적어 두신 것은 그대로 있고, 그곳에 남은 것은 없습니다.
place-strange-changed = 전에 믿은 서버와 열쇠가 다릅니다. 서버가 바뀌었을 수도, 누군가 사이에 있을 수도 있습니다. 서버를 지키는 사람에게 전화하여 아래 낱말과 글자가 같은지 확인하십시오.
place-strange-unknown = 이 컴퓨터가 아는 인증기관 가운데 아무도 이 서버를 보증하지 않습니다. 서버를 지키는 사람에게 전화하여 아래 낱말과 글자가 같은지 확인하고, 사설 인증기관 파일을 받아 고르십시오.
place-strange-words = 이음끼리 읽는 낱말
place-strange-digits = 인증서 열쇠의 지문(SHA-256)
place-believe = 확인했습니다, 믿기
place-believe-help = 같지 않거나 확인하지 못했다면 그대로 닫으십시오. 그동안은 USB로 보낼 수 있습니다.
place-authority = 사설 인증기관 파일 고르기
place-unknown = 이 서버가 누구인지 이 컴퓨터는 알지 못합니다. 아무것도 보내지 않았습니다.
