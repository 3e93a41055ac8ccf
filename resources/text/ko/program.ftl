# 이 프로그램: 서명된 파일 목록과 그 쪽
progress-program-files = 프로그램 파일을 확인하는 중
