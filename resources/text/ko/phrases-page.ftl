## 관리 · 문서 문구

settings-phrases = 문서 문구
template-sample = 문구 견본
template-fact-count = 건수
template-fact-period = 기간
phrases-title = 문서 문구
phrases-help = 문서의 제목, 항목 이름, 여는 문장과 맺는 문장을 센터의 말로 바꿀 수 있습니다. 숫자, 세는 규칙, 동의, 법에 정해진 말은 바뀌지 않습니다. 이미 발급한 문서는 그대로 있습니다.
phrases-locked = 문구는 감독자가 정합니다. 여기에서는 보실 수만 있습니다.
phrases-closed = 사건의 내용을 보지 않는 역할이어서 문서 문구를 보여 드리지 않습니다.
phrases-kind-own = { $kind } · { NUMBER($count) }
phrases-kind-own-name = { $kind }, 센터의 말 { NUMBER($count) }개
phrases-language = 문구의 언어
phrases-version = 지금 발급하면 문서에 남는 문구 판: { $version }
phrases-sample = 미리보기
phrases-sample-note = 문구가 놓이는 모습입니다. 사건의 내용은 없고, ‘…’ 자리에는 기록이 들어갑니다.
phrases-save = 문구 파일로 저장
phrases-take = 문구 파일 가져오기
phrases-take-filter = 문구 파일 (*.json)
phrases-taken = { $count ->
    [0] 바뀐 문구가 없습니다.
   *[other] 문구 { NUMBER($count) }개를 바꾸었습니다.
    }
phrases-default = 기본 문구
phrases-own = 센터의 말
phrases-own-none = 기본 문구를 씁니다.
phrases-chosen = { $who }, { $on }
phrases-change = 바꾸기
phrases-change-name = 바꾸기: { $words } ({ $at })
phrases-reset = 기본 문구로
phrases-reset-name = 기본 문구로: { $words } ({ $at })
phrases-sheet = 문구 바꾸기
phrases-facts = 문구에 남아 있어야 하는 값입니다. 누르면 글이 있는 자리에 들어갑니다.
phrases-fact-name = 값 넣기: { $fact }
phrases-room = 남은 자리 { NUMBER($left) }칸 (한글 한 글자는 두 칸)
phrases-room-over = { NUMBER($over) }칸 넘칩니다. 줄여 주십시오.
phrases-post-hint = ‘-’ 한 글자만 적으면 그 결재란은 그리지 않습니다.
phrases-look = 종이에서 보기
phrases-keep = 저장
phrases-kept = 문구를 바꾸었습니다.
phrases-reset-done = 기본 문구로 되돌렸습니다.
phrases-undo = 되돌리기
phrases-page-name = 문구 견본 { NUMBER($page) }쪽
