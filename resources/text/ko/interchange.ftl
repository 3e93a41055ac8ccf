# 가져오기와 내보내기.

progress-comparing = 이미 있는 기록과 견주는 중
progress-judging = 동의를 확인하는 중
progress-noting = 제공 내역을 적는 중

import-target-postings = 게시물과 삭제지원 조치
import-target-cases = 사건
import-target-identifiers = 식별정보(단서)
import-target-persons = 사람
import-target-incidents = 피해
import-target-suspects = 가해 추정 인물
import-target-supports = 지원 내역
import-target-evidence = 채증자료(해시)

table-note-cp949 = 완성형(CP949) 글자로 된 파일입니다.
table-note-merged = 병합된 칸이 있어, 병합된 곳마다 첫 칸의 값을 넣어 읽습니다.
table-note-formulas = 수식이 있어, 파일에 저장된 결과만 읽습니다.

import-left-keys = 열쇠·첨부·삭제 표시는 가져오지 않았습니다.
import-left-guarded = 여기에 있는 사건의 동의 상태·보존·보유기간은 파일로 바꾸지 않았습니다.

refused-nul = 읽을 수 없는 글자가 섞여 있습니다
refused-lost-letters = 글자가 깨져 있습니다
refused-too-long = 너무 깁니다
refused-too-wide = 칸이 너무 많은 줄입니다
refused-digits-lost = 표 프로그램이 열다섯 자리 뒤 숫자를 잃었습니다. 칸을 텍스트로 바꾸어 다시 적으십시오.
refused-cell-error = 칸에 오류 값이 있습니다
refused-formula-empty = 수식의 결과가 파일에 저장되어 있지 않습니다
refused-empty = 꼭 필요한 칸이 비어 있습니다
refused-no-case = 어느 사건인지 적혀 있지 않습니다
refused-unknown-case = 이 번호의 사건이 없습니다
refused-other-center = 다른 센터가 맡은 사건입니다
refused-other-case = 다른 사건의 기록입니다
refused-not-yours = 볼 수 없는 사건입니다
refused-not-address = 주소가 아닙니다
refused-no-kind = 어떤 조치인지 적혀 있지 않습니다
refused-unknown-code = 목록에 없는 말입니다
refused-not-a-code = 목록에 없는 값입니다
refused-not-a-number = 숫자가 아닙니다
refused-out-of-bounds = 있을 수 없는 숫자입니다
refused-not-yes-or-no = 예·아니요로 읽을 수 없습니다
refused-not-a-date = 날짜로 읽을 수 없습니다
refused-two-dates = 두 가지로 읽히는 날짜입니다. 연-월-일로 적으십시오.
refused-not-a-moment = 시각으로 읽을 수 없습니다
refused-not-a-digest = 해시(SHA-256)가 아닙니다
refused-not-an-id = 기록 번호가 아닙니다
refused-not-text = 글이 아닙니다
refused-withdrawn = 이미 지운 기록입니다
refused-kept-here = 여기에 있는 동의·관리 이력은 파일로 바꾸지 않습니다
refused-number-here = 같은 번호의 사건이 이미 있습니다
refused-destroyed = 파기한 기록입니다
refused-not-a-record = 기록으로 읽을 수 없는 줄입니다
refused-unknown-entity = 모르는 종류의 기록입니다
refused-unknown-field = 모르는 항목입니다
refused-not-a-value = 값으로 읽을 수 없습니다
refused-own-account = 피해자 본인의 계정은 따로 적습니다

import-refused-row = 줄
import-refused-column = 칸
import-refused-why = 이유

export-purpose-move = 센터의 다른 시스템으로 옮기기
export-purpose-central = 중앙 디성센터 공유
export-purpose-court = 법원 제출
export-purpose-lawyer = 변호사 제공
export-purpose-police = 수사기관 제공
export-purpose-stats = 비식별 통계

export-stays-undecided = 아직 여쭙지 않음
export-stays-refused = 동의하지 않음
export-stays-withdrawn = 동의를 철회함
export-stays-match-only = 일치 확인에만 동의함
export-stays-record-refused = 기록·보관에 동의하지 않음
export-stays-record-withdrawn = 기록·보관 동의를 철회함
export-stays-guardian-missing = 법정대리인 동의가 없음

imports-title = 가져오기
imports-file-title = 파일
imports-file-help = 표(XLSX, CSV)나 이음의 기록 파일을 고릅니다. 무엇이 들어올지 먼저 보여 드리며, 그때까지 아무것도 적지 않습니다.
imports-pick = 파일 고르기
imports-pick-again = 다른 파일 고르기
imports-kinds = 표와 기록 파일
imports-sheet = 시트
imports-sheet-named = ‘{ $sheet }’ 시트
imports-kind-csv = 쉼표로 나눈 표(CSV)
imports-kind-xlsx = 통합 문서(XLSX)
imports-kind-jsonl = 기록 파일
imports-ours = 이음 기록 파일
imports-rows = { $rows }줄
imports-looking = 파일을 살피는 중

imports-into-case = 사건번호 칸이 없는 표는 방금 보던 사건에 적습니다.
imports-columns-title = 칸 맞추기
imports-target = 한 줄이 무엇입니까
imports-guessed = 칸 이름을 보고 맞추었습니다. 다르면 바꾸십시오.
imports-remembered = 지난번에 맞춘 대로입니다. 다르면 바꾸십시오.
imports-in-file = 파일의 칸
imports-sample = 들어 있는 값
imports-becomes = 이음의 항목
imports-unnamed = 이름 없는 칸 { $number }
imports-column-named = { $number }번째 칸 ‘{ $column }’의 항목
imports-aside = 가져오지 않음
imports-lacking = 아직 정하지 않은 항목: { $fields }
imports-twice = 두 칸이 같은 항목입니다: { $fields }

imports-try = 미리 보기
imports-trying = 미리 보는 중
imports-trial-title = 미리 보기
imports-trial-help = 아직 아무것도 적지 않았습니다.
imports-new = 새 줄
imports-changed = 바뀌는 줄
imports-here = 이미 있는 줄
imports-refused = 가져올 수 없는 줄
imports-new-records = 새로 생기는 기록: { $kinds }
imports-said-twice = 위 줄과 같은 내용인 줄이 { $rows }개 있습니다. 한 번만 적습니다.
imports-keep = 이미 있는 기록은 고치지 않고 새 기록만 가져오기
imports-refused-title = 가져올 수 없는 줄과 이유
imports-refused-list = 가져올 수 없는 줄
imports-reasons = 이유로 거르기
imports-every-reason = 모든 이유 ({ $rows })
imports-row-number = { $row }번째 줄
imports-whole-row = 줄 전체
imports-save-refused = 이 줄들을 파일로 저장
imports-refused-file = 가져오지-못한-줄
imports-saved = 저장했습니다
imports-not-saved = 그곳에 저장할 수 없습니다. 다른 곳을 고르십시오.

imports-bring = 가져오기 시작
imports-bring-rows = { $rows }줄 가져오기
imports-bringing = 가져오는 중
imports-stopped = 그만두었습니다. 적힌 것은 없습니다.
imports-brought = { $changed ->
    [0] { $new }줄을 새로 가져왔습니다. 사건 { $cases }건에 적었습니다.
   *[other] { $new }줄을 새로 가져오고 { $changed }줄을 고쳤습니다. 사건 { $cases }건에 적었습니다.
    }
imports-open-case = 사건 열기
imports-open-cases = 사건 목록 열기
imports-again = 다른 파일 가져오기
imports-undo = 되돌리기
imports-undoing = 되돌리는 중
imports-undone = 가져온 것을 되돌렸습니다
imports-undo-too-late = 그 뒤에 다른 일을 하셔서 여기서 한꺼번에 되돌릴 수 없습니다. 사건에서 하나씩 지우십시오.

settings-exports = 내보내기
exports-title = 내보내기
exports-help = 목적에 맞게 나갈 수 있는 사건만 기록 파일에 담습니다. 나간 사건마다 제공 내역에 한 줄을 적습니다.
exports-purpose = 목적
exports-receiver = 받는 사람이나 곳
exports-reason = 내보내는 이유
exports-reason-help = 접속기록에 함께 남습니다.
exports-form = 파일 방식
exports-form-jsonl = 기록 파일(JSON)
exports-form-xlsx = 통합 문서(XLSX)
exports-form-csv = 표(CSV), 한 종류만
exports-what = 종류
exports-identity = 누구인지 알 수 있는 것도 담기
exports-look = 무엇이 나가는지 보기
exports-looking = 동의를 확인하는 중
exports-cases = 나가는 사건 { $cases }건
exports-none = 이 목적에 동의한 사건이 없습니다.
exports-records = 담기는 기록: { $kinds }
exports-stays = 남는 사건 { $cases }건
exports-plain = 이 파일은 봉인되지 않습니다. 암호로 잠근 저장매체에만 두고, 쓰고 나면 지우십시오.
exports-save = 저장할 곳 고르기
exports-saved = 저장하고 제공 내역을 적었습니다
exports-into-title = 다른 곳에서 가져오기
exports-into-help = 표나 기록 파일의 사건·게시물·지원 내역을 들여옵니다.
exports-into = 가져오기 열기
