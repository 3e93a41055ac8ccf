### 책상이 하는 말: 상태, 할 일, 보내기와 받기의 까닭.

strength-weak = 쉽게 맞힐 수 있습니다. 낱말을 더 넣어 주십시오.
strength-fair = 쓸 수 있습니다. 낱말을 하나 더 넣으면 더 든든합니다.
strength-good = 든든합니다.
strength-strong = 아주 든든합니다.

answer-state-ok = 응답
answer-state-unk = 미상
answer-state-notasked = 미입력
answer-state-declined = 응답 거부

case-state-received = 접수
case-state-counselling = 상담
case-state-deleting = 삭제지원
case-state-monitoring = 모니터링
case-state-aftercare = 사후관리
case-state-closed = 종결
case-state-reopened = 재개
case-state-handed_over = 이관

pill-minor = 미성년
pill-record-agreed = 기록 동의
pill-record-refused = 기록하지 않음
pill-record-withdrawn = 기록 동의 철회
pill-record-undecided = 기록 동의 전
pill-central-agreed = 중앙 공유 동의
pill-central-refused = 중앙 공유하지 않음
pill-central-withdrawn = 중앙 공유 철회
pill-central-undecided = 중앙 공유 미정

next-task = { $words }
next-contact = { $alias } · 연락하기로 한 날입니다
next-ask-central = { $number } · 중앙 공유를 아직 여쭙지 않았습니다
next-duty-to-report = 미성년 사건입니다. 신고의무({ $basis ->
    [ART34_COUNSEL] 청소년성보호법 34조 2항, 상담소
    [ART34_OTHER] 청소년성보호법 34조 2항
   *[ART9_MINORS] 성폭력방지법 9조 1항
  })에 따른 신고일이나 신고하지 않은 까닭을 적어 주십시오.

found-handle = 계정
found-email = 이메일
found-kakao-openchat = 오픈채팅 링크
found-telegram = 텔레그램
found-telegram-id = 텔레그램 고유번호
found-telegram-invite = 텔레그램 초대 링크
found-instagram = 인스타그램
found-twitter = X(트위터)
found-url = 주소
found-phone = 전화번호
found-date = 날짜
found-ip = IP 주소
found-bank = 계좌번호

deed-begin-case = 사건 접수
deed-change-case = 사건 정보 고침
deed-consent = 동의 여쭘
deed-withdraw = 동의 철회
deed-begin-interview = 상담 시작
deed-answer = 답변
deed-note = 자유 기록
deed-adopt = 기록에서 옮겨 적음
deed-pause = 쉼
deed-resume = 다시 시작
deed-finish = 상담 마무리
deed-add = 추가
deed-change = 고침
deed-retract = 거둠
deed-settle = 서로 다른 기록 정리
deed-undo = 되돌림
deed-plan = 계획
deed-attach = 자료 첨부
deed-handover = 인계
deed-link = 연결
deed-unlink = 연결 해제
deed-import = 가져옴
deed-paper = 문서 만듦
deed-send = 보냄
deed-enrol = 열쇠 등록
deed-erase = 파기
deed-fix-clock = 시각 바로잡음
deed-merge = 같은 사람으로 합침
deed-unmerge = 다시 나눔
deed-request = 삭제 요청
deed-result = 결과 적음
deed-check = 확인·점검
deed-custody = 증거 다룸
deed-refer = 기관 연계
deed-court = 수사·재판 기록
deed-hold = 법정 보존
deed-grant = 권한 변경
deed-break-glass = 긴급 열람
deed-review = 점검
deed-recall = 회수 요청
deed-confirm = 두 번째 확인
deed-notify = 센터에 알림
deed-answer-notice = 알림에 회신
deed-joint = 공동 대응
deed-share-mark = 여럿이 쓰는 값으로 표시

plan-new = 새 기록
plan-unacknowledged = 인수 확인증이 아직 오지 않음
plan-agreed = 동의함
plan-own-center = 같은 센터의 기기
plan-center-record = 센터 공통 기록
plan-refused = 공유에 동의하지 않음
plan-withdrawn = 공유 동의를 거둠
plan-undecided = 공유를 아직 여쭙지 않음
plan-notices-only = 다른 센터에는 연결 알림만 감
plan-record-refused = 기록·보관에 동의하지 않음
plan-record-withdrawn = 기록·보관 동의를 거둠
plan-match-only = 일치 확인만 동의함
plan-guardian-missing = 만 14세 미만이고 법정대리인의 동의가 없음

sent-made = 만들었음, 아직 옮기지 않음
sent-delivered = 옮겼음, 확인증 기다림
sent-acked = 인수 확인됨
sent-refused = 받는 곳에서 받지 않음

received-merged = 확인하고 합침
received-answered = 확인증 받음
received-refused = 받지 않고 따로 둠
received-waiting = 새 판이 필요하여 기다림
received-partly = 일부를 받음
received-damaged = 복사가 온전하지 않음
received-own = 우리가 보낸 것

verify-vault = { $pages ->
    [0] 보관함의 모든 쪽이 쓴 그대로입니다 ({ SIZE($size) })
   *[other] 보관함의 { $pages }쪽이 쓴 것과 다릅니다
  }
verify-ledger = { $problems ->
    [0] 모든 기록의 서명과 이어짐이 맞습니다
   *[other] 기록 { $problems }곳의 서명이나 이어짐이 맞지 않습니다
  }
verify-parked = 새 판을 기다리는 기록 { $count }건
notice-key-file-copy-used = 열쇠 파일 한 부가 손상되어 다른 부를 썼고, 다시 고쳐 두었습니다.
notice-key-file-altered = 열쇠 파일이 이 프로그램 밖에서 바뀌었습니다. 전산 담당자에게 알려 주십시오.
notice-key-file-older = 열쇠 파일이 예전 것으로 되돌려져 있었습니다. 그 뒤에 바꾼 암호문이나 코드가 듣지 않을 수 있습니다.
notice-low-disk = 디스크에 남은 자리가 1 GB가 되지 않습니다. 기록은 안전합니다. 자리를 비워 주십시오.
