### 일치 확인: 센터, 중앙센터, 제2기관이 화면에서 보는 말.

rail-escrow = 일치 확인
settings-escrow = 일치 확인

## 처음 시작

setup-role-escrow = 제2기관
setup-does-center = 사건을 기록하고 피해자를 돕는 센터입니다.
setup-does-central = 센터들이 동의받아 보낸 것을 모아 같은 가해자를 찾는 중앙센터입니다.
setup-does-escrow = 일치 확인의 열쇠 절반을 맡는 기관입니다. 사건은 오지 않으며, 가린 값에 답하고 몇 개였는지 셉니다.
keys-kind-escrow = 제2기관 (일치 확인)
paper-enrolment-kind-escrow = 제2기관
setup-party-code = 기관 코드
setup-party-name = 기관 이름

## 어떻게 되어 있는가

escrow-title = 일치 확인
escrow-help-center = 내용을 보내지 않고, 같은 가해자를 말하는 다른 신고가 있는지만 확인합니다. 중앙센터와 제2기관이 열쇠를 절반씩 맡아 함께 답합니다.
escrow-help-party = 센터가 가린 값을 물으면 두 기관이 열쇠의 절반으로 각각 답합니다. 답은 스스로 오갑니다.
escrow-on = 켜짐
escrow-off = 쓰지 않음
escrow-on-words = 올해의 두 열쇠를 모두 확인했습니다. 동의하신 사건의 계정과 번호를 가려서 묻습니다. 따로 하실 일은 없습니다.
escrow-off-words = 중앙센터와 제2기관의 카드를 모두 받아들이고 올해의 열쇠가 도착하면 저절로 켜집니다. 그때까지 아무것도 나가지 않습니다.
escrow-off-party = 상대 기관의 카드를 받아들이고 올해의 열쇠를 서로 들으면 저절로 켜집니다.
escrow-to-keys = 열쇠 확인하기
escrow-fact-filed-center = 맡긴 것
escrow-fact-filed-central = 맡고 있는 것
escrow-fact-waiting = 차례를 기다리는 것
escrow-fact-used = 오늘 물은 것
escrow-fact-quota = 하루 한도(센터마다)
escrow-fact-refresh = 열쇠 절반을 새로 만드는 날
escrow-fact-incidents = 살펴볼 날
escrow-of-quota = { NUMBER($used) } / { NUMBER($quota) }
escrow-count = { NUMBER($count) }개
escrow-days-count = { NUMBER($count) }일
escrow-padded = 몇 개인지 짐작할 수 없도록 빈 값을 섞어 50개씩 묻고, 그것도 오늘의 수에 들어갑니다.
escrow-troubles = 살펴볼 것

## 두 기관의 열쇠

escrow-keys = { $epoch }년의 열쇠
escrow-keys-own = 이 기관의 절반
escrow-keys-other = { $name }의 절반
escrow-keys-help = 전화로 이 낱말을 읽어 상대가 보는 것과 같은지 확인하십시오. 낱말만으로는 아무것도 열 수 없습니다.
escrow-keys-help-center = 두 기관이 알린 올해 열쇠의 낱말입니다. 다른 센터가 보는 것과 같아야 합니다.
escrow-kind-central = 중앙센터
escrow-kind-escrow = 제2기관
escrow-ready = 확인됨
escrow-not-ready = 아직 없음
escrow-getting-ready = 준비 중
escrow-no-party = 아직 카드를 받아들이지 않았습니다.
escrow-no-words = 올해의 절반을 아직 듣지 못했습니다. 다음에 주고받을 때 옵니다.
escrow-no-own = 아직 만들지 않았습니다.
escrow-begin = 올해의 절반 만들기
escrow-began = 올해의 절반이 있습니다. 다음 묶음으로 알립니다.
escrow-begin-help = 다음에 주고받을 때 저절로 만듭니다. 지금 만들어도 됩니다.

## 날마다 센 것

escrow-days = 날마다 센 것
escrow-days-help = 두 기관이 따로 세어 서로 알립니다. 수가 다르거나 한도를 넘은 날은 그 센터에 전화해 보십시오.
escrow-days-none = 이 달에는 물은 센터가 없습니다.
escrow-month = 달
escrow-day-asked = 물음 { NUMBER($count) }
escrow-day-refused = 거절 { NUMBER($count) }
escrow-day-other = 상대 기관 { NUMBER($count) }
escrow-day-other-none = 상대 기관이 아직 알리지 않음
escrow-day-same = 같음
escrow-day-differs = 다름
escrow-day-over = 한도 넘음
escrow-day-waits = 기다림
escrow-day-unsigned = 상대의 서명 없음
escrow-days-list = 날과 센터마다 센 것

## 무엇을 볼 수 있는가

escrow-sees = 누가 무엇을 알 수 있는가
escrow-sees-central = 중앙센터
escrow-sees-central-words = 어느 센터가 언제 몇 개를 맡겼는지, 그리고 같은 값이 있는지를 압니다. 누구의 무엇인지는 모릅니다. 두 사람의 것이 같을 때에만 담당 상담원의 연락처가 열립니다.
escrow-sees-escrow = 제2기관
escrow-sees-escrow-words = 가린 값과 그 수만 봅니다. 무엇을 가린 것인지, 같은 값이 있었는지 모르고, 맡아 두는 것도 없습니다.
escrow-sees-both = 두 기관이 함께 규칙을 어기면
escrow-sees-both-words = 번호를 하나씩 대어 보아 가해 추정 인물의 계정과 번호를 알아낼 수 있고, 이름과 생년월일을 짐작한 사람이 맡긴 것인지도 대어 볼 수 있습니다. 그래서 두 기관이 따로 세고, 하루에 물을 수 있는 수를 정해 두었습니다.
escrow-sees-never = 어느 기관도 알 수 없는 것
escrow-sees-never-words = 피해 내용, 사건번호, 상담 기록. 이것은 어디에도 나가지 않습니다.
escrow-sees-own-escrow = 이 화면에는 사건도, 사람도, 계정도 없습니다. 볼 수 있는 것은 날마다 센 수뿐입니다.

## 센터: 사건에서

escrow-case = 일치 확인 · { $state }
escrow-case-count = { NUMBER($count) }개를 맡김
escrow-case-waiting = { NUMBER($count) }개가 기다림
escrow-quiet = 일치 확인 { NUMBER($count) }
escrow-found-title = 다른 신고와 일치합니다
escrow-found-words = 이 사건의 계정이나 번호를 다른 분의 신고에서도 말했습니다. 같은 사람인지는 아직 모릅니다. 다른 분이 누구인지, 무엇을 말씀하셨는지는 알려 드리지 않습니다.
escrow-found-call = 중앙센터 담당
escrow-found-call-none = 중앙센터의 연락처가 아직 없습니다. 알고 계신 번호로 전화하십시오.
escrow-found-told = { $day }에 알려 왔습니다.
escrow-found-next = 먼저 피해자에게 물어봅니다. 나누어도 된다고 하실 때에만 다음으로 나아가고, 원하지 않으시면 여기에서 멈춥니다.
escrow-found-ask = 피해자에게 물어보기
escrow-found-seen = 확인했습니다
escrow-found-seen-done = 오늘 할 일에서 내렸습니다. 사건에는 그대로 남습니다.

## 센터: 관리에서

escrow-found-list = 알려 온 일치
escrow-found-none = 알려 온 일치가 없습니다. 없다고 해서 다른 피해가 없다는 뜻은 아닙니다.
escrow-found-open = 사건 열기
escrow-found-open-name = 사건 열기: { $day }, { NUMBER($at) }번째
escrow-found-new = 새 알림

## 중앙센터

escrow-matches = 일치한 것
escrow-matches-help = 두 사람 이상이 같은 계정이나 번호를 맡겼습니다. 열린 것은 상담원의 연락처뿐입니다. 먼저 모두에게 전화하고, 그 뒤에 알림을 보내십시오.
escrow-matches-none = 일치한 것이 없습니다.
escrow-matches-hidden = 상담원의 연락처는 상담을 맡은 분만 봅니다.
escrow-match = 맡긴 것 { NUMBER($filings) }개가 일치 · { $centers }
escrow-match-opened = { $day }에 열림
escrow-match-new = 전화할 것
escrow-match-told = { $day }에 알림
escrow-match-over = 거두어져 끝남
escrow-match-over-words = 한 분이 동의를 거두어 이제 일치하지 않습니다. 하실 일이 없습니다.
escrow-contact-hours = 전화 받는 시간: { $hours }
escrow-contact-none = 연락처를 적지 않은 센터입니다. 센터의 대표 번호로 전화하십시오.
escrow-tell = 전화한 뒤 알리기
escrow-tell-name = 전화한 뒤 알리기: { $what }
escrow-tell-title = 전화하셨습니까?
escrow-tell-words = 알림을 보내면 각 센터의 상담원이 자기 사건에서 일치한 사실과 이 기관의 연락처를 봅니다. 다른 센터의 이름과 내용은 가지 않습니다. 보낸 알림은 되돌릴 수 없습니다.
escrow-tell-called = 통화한 곳에 모두 표시하십시오
escrow-tell-yes = 알리기
escrow-told = 다음 묶음으로 알립니다.

## 처음 보내기 전에

sync-first-escrow = 제2기관에는 가린 값과 그 수만 나갑니다
sync-first-escrow-words = 가해 추정 인물의 계정과 번호를 이 컴퓨터에서 되돌릴 수 없게 가린 값, 그리고 몇 개인지입니다. 빈 값을 섞어 언제나 50개씩 나갑니다. 그 밖에는 아무것도 나가지 않습니다.
sync-first-escrow-stays = 남는 것: 사건, 사건번호, 이름, 계정과 번호 자체, 상담 기록, 게시물.
sync-first-escrow-why = 이유: 중앙센터 혼자서는 무엇을 물었는지 알아낼 수 없도록 열쇠를 두 곳이 나누어 맡았기 때문입니다.
sync-first-from-escrow = 답과 날마다 센 수만 나갑니다
sync-first-from-escrow-words = 가린 값에 대한 답, 올해 열쇠의 공개된 절반, 센터마다 몇 개를 물었는지입니다. 이 기관에는 사건이 없습니다.
