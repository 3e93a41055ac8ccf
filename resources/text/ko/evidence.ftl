# 증거: 지문만 남기거나 봉인하여 보관합니다.

progress-evidence-reading = 파일을 제자리에서 읽고 있습니다
progress-evidence-frames = 영상의 지문을 만들고 있습니다
progress-evidence-comparing = 이미 아는 것과 견주고 있습니다
progress-evidence-checking = 봉인한 파일을 확인하고 있습니다

evidence-unseen-format = 이 형식은 그림 지문을 만들 수 없어 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-bomb = 펼치면 지나치게 커지는 그림이라 들여다보지 않고 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-cut = 중간에 끊기거나 손상된 파일이라 파일 지문(SHA-256)만 남겼습니다.
evidence-unseen-no-reader = 이 컴퓨터에는 영상을 읽는 부품이 없어 파일 지문(SHA-256)만 남겼습니다.
