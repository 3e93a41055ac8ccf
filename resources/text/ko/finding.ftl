### 다시 찾기, 되돌리기, 기록 이력

action-look-through = 모든 기록에서 찾기
action-undo = 되돌리기
action-redo = 다시 하기

undo-undone = 되돌렸습니다: { $deed }
undo-redone = 다시 하였습니다: { $deed }
undo-redo = 다시 하기
undo-nothing = 되돌릴 것이 없습니다.
undo-nothing-again = 다시 할 것이 없습니다.

finder-recent = 최근 연 사건
finder-more = 자세히 거르기
finder-title = 자세히 거르기
finder-state = 진행 상태
finder-route = 접수경로
finder-counselor = 상담원
finder-since = 접수일 이후
finder-until = 접수일 이전
finder-day-help = 연도, 연-월, 연-월-일 모두 됩니다.
finder-any = 모두
finder-show = 이대로 보기
finder-reset = 거르지 않기
finder-name = 이 거르기의 이름
finder-name-help = 이름을 적으시면 다음에도 쓸 수 있게 저장합니다.
finder-saved = 저장한 거르기
finder-drop = 지우기
finder-drop-name = 저장한 거르기 지우기: { $name }
finder-use-name = 저장한 거르기 쓰기: { $name }

found-title = 모든 기록에서 찾기
found-search = 찾을 말, 계정, 번호, 주소의 일부
found-hint = 메모와 답변, 계정과 번호, 게시물 주소를 모두 찾습니다. 두 글자부터 찾습니다.
found-none = 찾는 말이 있는 기록이 없습니다.
found-count = { $count }건을 찾았습니다.
found-most = 처음 { $count }건을 보입니다. 말을 더 적으시면 줄어듭니다.
found-list = 찾은 기록
found-where = { $kind } · { $number }

history-title = 기록 이력
history-open = 이력
history-none = 적힌 것이 없습니다.
history-now = 지금 값
history-blank = 비움
history-secret = 열쇠는 보이지 않습니다
history-yes = 예
history-no = 아니요
history-line = { $who } · { $time } · { $deed }

## 사건 전체

whole-title = 이 사건 전체
whole-open = 열기
whole-open-name = 이어진 사건 열기: { $name }
whole-join = 다른 사건에 잇기
whole-join-body = 익명으로 오신 분이 이름을 밝히고 다시 오셨거나, 같은 분의 사건이 또 있을 때 잇습니다. 기록은 옮겨지지 않고, 언제든 다시 나눌 수 있습니다.
whole-join-question = 이 사건이 { $name }에 이어진다고 적고 종결합니다. 같은 분이 맞는지는 직접 확인하신 것이어야 합니다.
whole-join-yes = 잇기
whole-joined = 두 사건을 이었습니다.
whole-part = 다시 나누기
whole-parted = 두 사건을 다시 나누었습니다.
whole-erase = 파기
