## 관리 · 문서의 센터 정보

settings-letterhead = 문서의 센터 정보
letterhead-title = 문서에 적히는 센터 정보
letterhead-help = 센터의 대표 번호와 주소만 적습니다. 상담원 개인의 것은 적지 않습니다. 비워 두면 문서에도 빈칸으로 남습니다. 법원에 내는 문서에는 센터의 이름만 적히고 아래의 것은 적히지 않습니다. 이 노트북의 설정입니다.
letterhead-locked = 이 역할로는 바꿀 수 없습니다. 상담원, 감독자, 전산 담당자가 정합니다.
letterhead-number = 고유번호(사업자등록번호)
letterhead-number-where = 불법촬영물등 삭제요청서에 적힙니다.
letterhead-address = 주소
letterhead-address-where = 삭제요청서, 삭제지원 신청서, 위임장, 철회·폐기 요청서에 적힙니다.
letterhead-phone = 대표 전화
letterhead-phone-where = 위의 문서와 삭제지원 결과보고서에 적힙니다.
letterhead-email = 대표 이메일
letterhead-email-where = 위의 문서와 삭제지원 결과보고서에 적힙니다.
letterhead-keep = 저장
letterhead-kept = 다음 문서부터 이렇게 적습니다.
