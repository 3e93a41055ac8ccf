# 가져오기와 내보내기.

progress-importing = 가져오는 중
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

refused-nul = 읽을 수 없는 글자가 섞여 있습니다
refused-lost-letters = 글자가 깨져 있습니다
refused-too-long = 너무 깁니다
refused-too-wide = 칸이 너무 많은 줄입니다
refused-digits-lost = 표 프로그램이 열다섯 자리 뒤 숫자를 잃었습니다. 칸을 텍스트로 바꾸어 다시 적으십시오
refused-cell-error = 칸에 오류 값이 있습니다
refused-formula-empty = 수식의 결과가 파일에 저장되어 있지 않습니다
refused-empty = 꼭 필요한 칸이 비어 있습니다
refused-no-case = 어느 사건인지 적혀 있지 않습니다
refused-unknown-case = 이 번호의 사건이 없습니다
refused-other-center = 다른 센터가 맡은 사건입니다
refused-other-case = 다른 사건의 기록입니다
refused-not-address = 주소가 아닙니다
refused-no-kind = 어떤 조치인지 적혀 있지 않습니다
refused-unknown-code = 목록에 없는 말입니다
refused-not-a-code = 목록에 없는 값입니다
refused-not-a-number = 숫자가 아닙니다
refused-out-of-bounds = 있을 수 없는 숫자입니다
refused-not-yes-or-no = 예·아니요로 읽을 수 없습니다
refused-not-a-date = 날짜로 읽을 수 없습니다
refused-two-dates = 두 가지로 읽히는 날짜입니다. 연-월-일로 적으십시오
refused-not-a-moment = 시각으로 읽을 수 없습니다
refused-not-a-digest = 해시(SHA-256)가 아닙니다
refused-not-an-id = 기록 번호가 아닙니다
refused-not-text = 글이 아닙니다
refused-withdrawn = 이미 지운 기록입니다
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
