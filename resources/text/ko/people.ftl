### 당사자와 가해 추정인.

case-suspects = 가해 추정인
persons-undo = 되돌리기
persons-save = 저장
persons-saved = 고쳤습니다.
persons-edit = 고치기
persons-add = 더하기
persons-remove = 빼기
persons-removed = 뺐습니다.
persons-of = { $name }: { $what }
persons-somebody = 가해 추정인
persons-nameless = 이름 모름
persons-nameless-at = 가해 추정인 { $at }

## 당사자

persons-of-case = 당사자
persons-person-add = 사람 더하기
persons-person-new = 사람 더하기
persons-person-edit = 사람 고치기
persons-person-role = 역할
persons-person-added = 사람을 더했습니다.
persons-own-accounts = 본인 계정
persons-remark = 메모
persons-edit-person = { $name } 고치기 ({ $at })
persons-same-as = { $number } { $name }의 기록과 같은 사람입니다.
persons-picked = { $number }의 기록과 같은 사람으로 적었습니다. 옮긴 것은 없습니다.
persons-similar = 비슷한 사람 { $count }명
persons-similar-hint = 같은 사람인지는 상담원이 정합니다. 아니면 그대로 저장합니다.
persons-similar-this = 이 사람입니다
persons-similar-name = 이 사람입니다: { $who }
similar-name = 이름 같음
similar-alias = 별칭 같음
similar-name-near = 이름 비슷함
similar-initials = 초성 같음
similar-phone = 전화번호 같음
similar-phone-part = 전화번호 일부 같음
similar-account = 계정 같음

## 가해 추정인

persons-none = 아직 적은 사람이 없습니다. 아는 번호나 계정을 하나 붙여 넣으면 시작됩니다.
persons-suspect-add = 가해 추정인 더하기
persons-suspect-new = 가해 추정인 더하기
persons-suspect-edit = 가해 추정인 고치기
persons-suspect-added = 가해 추정인을 더했습니다.
persons-remove-suspect = 이 가해 추정인 빼기
persons-part = 맡은 일
persons-stage = 단계
persons-stage-hint = 경찰이나 법원의 문서가 있기 전에는 가해 추정 인물입니다.
persons-features = 관찰 특징
persons-method = 수법
persons-threat = 협박 내용
persons-seen-when = 본 때
persons-seen-from = { $day }부터
persons-seen-to = { $day }까지
persons-seen-span = { $first } – { $last }
persons-day-hint = 2024, 2024년 3월, 어제처럼 아는 만큼 적습니다.
persons-no-day = 날짜로 읽히지 않습니다. 2024년 3월처럼 적어 주십시오.
persons-first-seen = 처음 본 때
persons-last-seen = 마지막으로 본 때
persons-seen = 이 사람 본 적 있음
persons-seen-short = 본 적 있음
persons-seen-hint = 다른 사건이나 자료에서 본 사람이라면 무엇을 보고 그렇게 생각하셨는지 적습니다. 두 사람이 확인하기 전에는 아무것도 이어지지 않습니다.
persons-seen-words = 본 것
persons-seen-kept = 본 적 있음을 적었습니다.
persons-seen-by = { $who }, { $time }

## 식별정보

persons-clues = 식별정보
persons-no-clues = 아직 없습니다.
persons-clue-add-to = { $name } 식별정보 더하기
persons-clue-hint = 번호, 계정, 주소, 계좌를 붙여 넣습니다
persons-clue-kind = { $name } 식별정보 종류
persons-clue-site = { $name } 사이트
persons-clue-site-hint = 어느 사이트의 아이디인지 (예: tube-a.example)
persons-kind-guess = 종류 짐작
persons-kind = 종류
persons-role = 누구의 것인가
persons-role-hint = 피해자 측 계정은 본인 계정으로 옮겨 두며, 아무와도 견주지 않습니다.
persons-site = 사이트
persons-shared-ask = 누가 쓰는가
persons-shared-no = 한 사람의 것
persons-shared-yes = 여럿이 함께 씀 (대포통장, 공용 번호)
persons-shared-why = 그렇게 보는 까닭
persons-said-by = 누가 알려 주었는가
persons-source-words = 출처가 된 말
persons-clue-added = 식별정보를 더했습니다.
persons-clue-edit = 식별정보 고치기
persons-edit-clue = { $kind } { $value } 고치기 ({ $at })
persons-removed-mistake = 잘못 적음
persons-removed-twice = 두 번 적음
persons-removed-not-theirs = 이 사람 것이 아님
persons-shown-as = 견주는 표기: { $value }
persons-source = “{ $words }”
persons-strength-strong = 식별력 강함
persons-strength-medium = 식별력 중간
persons-strength-weak = 식별력 약함
persons-shared = 공유된 값
persons-from = { $number }에서
persons-others = 다른 사건 { $count }건에도 있음
persons-here-already = 이 사건에 이미 있는 값입니다. 표기만 다를 수 있습니다.
persons-alike-here = 이 사건에 비슷한 글자의 값이 있습니다. 다시 확인해 주십시오.
persons-near = 다른 사건에 한 글자만 다른 값이 있습니다. 오타가 아닌지 다시 보아 주십시오. 이어지지는 않습니다.
persons-alike = 비슷한 글자: { $value }. 같은 값은 아닙니다.
persons-too-long = 너무 깁니다. 한 번에 하나씩, 2,000자 안으로 적어 주십시오.
persons-number-masked = 주민등록번호가 있어 뒷자리를 가렸습니다. 가린 자리는 남기지 않습니다.
persons-own = 피해자 측 계정
persons-own-hint = 피해자 본인의 것입니다. 누구와도 견주지 않습니다.
persons-loose = 아직 누구의 것인지 모르는 식별정보
persons-loose-hint = 적은 사람이 빠졌거나 아직 정해지지 않았습니다.

## 같은 사람

persons-join = 같은 사람으로 합치기
persons-join-short = 합치기
persons-join-hint = 어느 기록도 옮기거나 고치지 않습니다. 언제든 다시 나눌 수 있습니다.
persons-join-reason = 그렇게 보는 까닭
persons-join-here = 이 사건의 다른 사람
persons-join-find = 다른 사건에서 찾기
persons-join-find-hint = 별명, 계정, 번호의 일부, 초성
persons-quiet = 상담이 진행 중이어서 다른 사건은 찾지 않습니다. 상담을 마무리하거나 쉬는 중에 찾을 수 있습니다.
persons-join-nothing = 찾은 사람이 없습니다.
persons-join-this = 같은 사람
persons-join-name = 같은 사람: { $name }
persons-joined = 같은 사람으로 합쳤습니다.
persons-joined-here = 이 사건의 { JOSA($name, "과/와") } 같은 사람
persons-joined-with = { $number }의 { JOSA($name, "과/와") } 같은 사람
persons-joined-nameless = { $number }의 기록과 같은 사람
persons-part-again = 나누기
persons-part-name = 나누기: { $name }
persons-parted = 나누었습니다. 모두 합치기 전과 같습니다.
persons-contradicted = 같은 사람이라는 판단과 다른 사람이라는 판단이 함께 있습니다. 확인이 필요합니다.

## 적은 값에 대하여

clue-masked = 가려진 값입니다. 찾는 데만 쓰고 견주지 않습니다.
clue-placeholder = 예시이거나 여럿이 쓰는 값이라 견주지 않습니다.
clue-odd-number = 번호의 자릿수가 다릅니다. 그대로 두어도 됩니다.
clue-odd-mail = 이메일 형식이 아닙니다. 그대로 두어도 됩니다.
clue-odd-account = 계좌번호의 자릿수가 다릅니다. 그대로 두어도 됩니다.
clue-no-bank = 은행을 알면 함께 적어 주십시오.
clue-odd-account-name = 이 서비스의 아이디 형식이 아닙니다. 그대로 두어도 됩니다.
clue-odd-link = 링크 형식이 아닙니다. 그대로 두어도 됩니다.
clue-odd-wallet = 지갑주소 형식이 아닙니다. 그대로 두어도 됩니다.
clue-checksum = 지갑주소의 확인값이 맞지 않습니다. 오타가 있는지 보아 주십시오.
clue-odd-ip = IP 주소 형식이 아닙니다. 그대로 두어도 됩니다.
clue-private-ip = 여럿이 쓰는 사설 주소라 견주지 않습니다.
clue-odd-plate = 차량번호 형식이 아닙니다. 그대로 두어도 됩니다.
clue-odd-hash = 해시값이 아닙니다. 그대로 두어도 됩니다.
clue-needs-site = 어느 사이트의 아이디인지 알아야 견줄 수 있습니다.
clue-english-keys = 영문 자판으로 적은 한글로 읽었습니다.
