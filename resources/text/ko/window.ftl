### The frame: rail, actions, keys, notices, and the words every screen shares.

product-name = 이음

## Rail

rail-today = 오늘
rail-cases = 사건
rail-people = 같은 사람
rail-send = 보내기·받기
rail-papers = 문서
rail-statistics = 통계
rail-settings = 관리
rail-lock = 지금 잠그기
rail-last-sent = 마지막으로 보냄
    { MOMENT($ms) }
rail-stop = 오래 걸리는 일 취소
rail-more-work = 외 { $count }건
rail-with-count = { $name }, { $count }건

## Actions (menu, Ctrl+K, F1)

action-today = 오늘
action-cases = 사건
action-people = 같은 사람
action-send = 보내기·받기
action-settings = 관리
action-new-case = 새 상담
action-find = 찾기
action-note = 자유 기록으로
action-consent = 동의 보기
action-pause = 쉬기
action-adopt = 기록에서 찾은 것 옮겨 적기
action-known = 이미 아는 것 펼치기
action-section-next = 다음 묶음
action-section-previous = 이전 묶음
action-section-finish = 이 묶음 마치기
action-question-next = 다음 질문
action-question-previous = 이전 질문
action-choose = 고르기
action-unknown = 모름
action-declined = 말하고 싶지 않음
action-clear = 지우기
action-commands = 명령 찾기
action-keys = 단축키 보기
action-pane-next = 다음 칸으로
action-pane-previous = 이전 칸으로
action-list = 목록 펼치기·접기
action-side = 옆 칸 펼치기·접기
action-cover = 가리기
action-lock = 잠그기

keys-title = 단축키
keys-go = 이동
keys-work = 작업
keys-interview = 상담 중
keys-window = 창
commands-find = 할 일을 입력합니다

## Shared words

shell-cancel = 취소
shell-close = 닫기
shell-back = 이전
shell-next = 다음
shell-skip = 나중에
shell-done = 마치기
shell-retry = 다시 시도
shell-copy = 복사
shell-print = 인쇄
shell-save-as = 파일로 저장
shell-choose-folder = 폴더 고르기
shell-back-to-work = 작업으로 돌아가기
shell-tell-it = 전산 담당자에게 이 코드를 알려 주십시오: { $code }
shell-copied = 복사했습니다. 30초 뒤에 지워집니다.
shell-saved-file = 저장했습니다: { $name }
shell-printed = 인쇄기로 보냈습니다.
shell-cannot-save = 그 자리에는 저장할 수 없습니다. 다른 자리를 고르십시오.
shell-progress-bytes = { SIZE($done) } / { SIZE($total) }
shell-progress-count = { $done } / { $total }
shell-working = 처리하고 있습니다
shell-reveal = { $field } 보이기
shell-caps-on = Caps Lock이 켜져 있습니다
shell-keyboard-unknown = 한/영: 첫 글자를 입력하면 표시됩니다
shell-keyboard-hangul = 한/영: 한글로 입력되고 있습니다
shell-keyboard-latin = 한/영: 영문으로 입력되고 있습니다

## Our mistakes

crash-title = 예상하지 못한 문제가 생겼습니다
crash-body = 지금까지 저장된 기록은 안전합니다. 화면이 이상하면 Ctrl+L로 잠근 뒤 다시 여십시오. 아래 내용에는 사건에 관한 것이 없으니 전산 담당자에게 보내도 됩니다.
crash-stuck = 이음이 첫 화면까지 오지 못했습니다. 기록은 그대로 있습니다. 안전 모드로 다시 시작해 보십시오. 그래도 같으면 컴퓨터 점검을 열어 보고, 아래 내용을 전산 담당자에게 주십시오.
crash-copy = 내용 복사
