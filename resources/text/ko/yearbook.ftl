## 연보 표

yearbook-name = 연보 표(A–G)
yearbook-help = 연간 보고서의 표를 해마다 한 줄로 셉니다. 사건과 사람은 들어 있지 않고, 적은 수는 화면에서처럼 감춥니다.
yearbook-first = 첫 해
yearbook-last = 마지막 해
yearbook-form = 파일의 꼴
yearbook-xlsx = XLSX
yearbook-csv = CSV(압축)
yearbook-save = 연보 표 저장
