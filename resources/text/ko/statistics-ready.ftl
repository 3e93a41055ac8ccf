progress-counting-first = 처음 세는 사건을 읽고 있습니다
