# 이 프로그램: 서명된 파일 목록과 그 쪽
progress-program-files = 프로그램 파일을 확인하는 중

settings-program = 이 프로그램
program-version = 판
program-channel = 종류
program-channel-release = 정식 배포
program-channel-development = 시험용 (정식 서명이 아닙니다)
program-channel-source = 소스에서 바로 실행
program-made = 만든 날
program-commit = 소스 판 번호
program-system = 운영체제
program-python = 함께 든 파이썬
program-folder = 설치된 자리
program-source = 설치된 프로그램이 아니라 소스에서 바로 실행하고 있습니다. 서명된 파일 목록이 없어 확인할 것이 없습니다.
program-files = 프로그램 파일
program-files-body = 시작할 때마다 모든 파일을 서명된 목록과 견줍니다. 지금 다시 확인할 수도 있습니다.
program-look = 다시 확인
program-not-looked = 시작할 때 확인함
program-whole = 서명한 그대로입니다
program-whole-of = 파일 { $files }개 ({ $size })를 모두 확인했습니다.
program-altered = 서명한 것과 다릅니다
program-altered-do = 상담을 마치는 대로 프로그램을 닫고 전산 담당자에게 알리십시오. 기록은 그대로 있습니다.
program-key = 서명한 열쇠 { $key }
    전화로 읽을 때: { $words }

altered-title = 프로그램 파일이 바뀌어 있습니다
altered-body = 이 컴퓨터에 설치된 프로그램의 파일이 만든 곳에서 서명한 것과 다릅니다. 설치하다 멈췄거나 디스크에 이상이 생겼을 때도 이렇게 됩니다. 안전을 위해 암호문을 묻지 않고 멈췄습니다.
altered-safe = 상담 기록은 그대로 있습니다. 열지 않았고 바꾸지 않았습니다.
altered-step-stop = 1. 이 컴퓨터에 암호문을 입력하지 말고 프로그램을 닫으십시오.
altered-step-tell = 2. 전산 담당자에게 이 화면을 보여 주거나 아래 내용을 읽어 주십시오.
altered-step-again = 3. 프로그램을 다시 설치하면 기록은 그대로 두고 이어서 쓸 수 있습니다. 그동안은 다른 컴퓨터나 종이로 기록하십시오.
altered-close = 프로그램 닫기
altered-copy = 아래 내용 복사
altered-copied = 복사했습니다.
altered-for-it = 전산 담당자에게
altered-why-no-list = 파일 목록(FILES.sha256)이 없거나 읽을 수 없습니다.
altered-why-no-signature = 파일 목록의 서명(FILES.sha256.sig)이 없습니다.
altered-why-no-signers = 믿는 열쇠 파일(release.signers)이 없거나 읽을 수 없습니다.
altered-why-bad-signature = 서명이 파일 목록과 맞지 않습니다.
altered-why-unknown-key = 이 프로그램이 모르는 열쇠로 서명되어 있습니다.
altered-why-unreadable = 읽을 수 없는 폴더가 있습니다.
altered-changed = 바뀜
altered-missing = 없음
altered-extra = 목록에 없음
altered-more = 그 밖에 { $count }개
altered-build = { $version } 판 · { $folder }
altered-key = 서명한 열쇠 { $key }
