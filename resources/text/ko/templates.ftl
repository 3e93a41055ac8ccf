## 문서 문구

template-place-post = 결재란
template-place-title = 제목
template-place-heading = 항목 이름
template-place-label = 칸 이름
template-place-sentence = 문장

## 가린 것(안에만 보관)

redaction-by-rule = 규칙에 따라
redaction-by-mark = 내용을 보고 가림
redaction-by-person = 사람이 뺌
redaction-names = 사건번호와 이름은 가명으로 바꾸었습니다.
redaction-contact = 주소, 전화번호, 이메일, 학교와 직장은 적지 않았습니다.
redaction-narrative = 상담에서 하신 말씀과 상담 기록은 적지 않았습니다.
redaction-others = 다른 피해자를 알아볼 수 있는 것은 적지 않았습니다.
redaction-no-consent = 법원 제출에 동의하지 않은 사건은 담지 않았습니다.
redaction-small = 세 명이 되지 않는 칸은 숫자를 가렸습니다.
redaction-covered = 게시물 주소는 자료로 이어지는 부분을 가렸습니다.
redaction-addresses = 게시물 주소 목록을 붙이지 않았습니다.
redaction-titles = 자료의 제목과 내용, 화면은 적지 않았습니다.
redaction-other-centers = 다른 센터의 이름과 사건은 적지 않았습니다.
redaction-part = 뺀 부분: { $part }
