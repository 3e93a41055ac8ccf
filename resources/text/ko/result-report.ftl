## 삭제지원 결과보고서 · 당사자가 읽습니다. 쉬운 말로, 탓하지 않고, 약속하지 않습니다.

paper-result-title = 삭제지원 결과보고서
paper-result-for-her = 본인 전달용
paper-result-greeting = 저희가 지금까지 한 삭제지원을 알려 드립니다. 한 번에 다 읽지 않으셔도 됩니다.
paper-result-about = 접수번호
paper-result-period = 지원한 기간
paper-result-ground = 지원한 근거
paper-result-as-of = 기준
paper-result-outcomes = 주소마다 어떻게 되었는지
paper-result-nothing = 아직 찾은 주소도, 보낸 삭제요청도 없습니다.
paper-result-words = ‘요청’은 삭제를 요청한 횟수이고, 나머지는 주소의 수입니다. ‘접속차단’은 국내에서 열리지 않게 된 것이며 지워진 것은 아닙니다.
paper-result-again = 다시 올라온 것과 함께 드러난 정보
paper-result-left = 아직 남아 있는 주소
paper-result-none-left = 남아 있는 것으로 확인된 주소가 없습니다.
paper-result-many = { NUMBER($count) }개
paper-result-onward = 앞으로
paper-result-next = 다음에 확인하는 날
paper-result-reach = 물어보실 곳
paper-result-officer = 담당
paper-result-questions = 궁금한 것은 언제든 물어보셔도 됩니다. 새로 보신 주소가 있으면 알려 주십시오. 저희가 확인하겠습니다.
paper-result-withdraw = 지원을 그만 받거나 기록을 없애 달라고 하실 수 있습니다. 말씀하시면 방법을 알려 드리고, 법에 따라 남겨야 하는 기록이 있으면 그것도 함께 알려 드립니다.
paper-result-lines = 센터가 닫힌 시간에도 이야기할 곳이 있습니다. 여성긴급전화 1366(24시간), 자살예방 상담전화 109.
paper-result-addresses = 주소 목록
paper-result-alone = 이 목록에는 주소가 있습니다. 혼자 보관하시고, 필요하지 않으면 센터에 돌려주셔도 됩니다. 주소를 직접 열어 보지 않으셔도 됩니다.
paper-result-no-addresses = 적을 주소가 없습니다.
paper-result-not-listed = 주소가 많아 { NUMBER($count) }개는 여기에 적지 않았습니다. 센터에서 알려 드릴 수 있습니다.
paper-result-address-no = 번호
paper-result-address-where = 주소
paper-result-address-outcome = 결과
paper-result-address-on = 확인한 날

## 세어서 말하는 것

paper-result-by-request = { $ground } (성폭력방지법 제7조의3제2항)
paper-result-by-police = { $ground } (성폭력방지법 제7조의3제3항제1호)
paper-result-by-csam = { $ground } (성폭력방지법 제7조의3제3항제2호)
paper-result-times = { NUMBER($count) }번
paper-result-asked = 요청
paper-result-card-asked = 삭제를 요청한 횟수
paper-result-card-removed = 지워진 것을 확인한 주소
paper-result-card-left = 아직 남아 있는 주소
paper-result-found-again = 지워진 뒤 다시 올라온 주소 { NUMBER($count) }개를 찾았습니다.
paper-result-asked-again = 이 주소들에 삭제를 { NUMBER($count) }번 요청했습니다.
paper-result-removed-again = 이 가운데 { NUMBER($count) }개는 지워진 것을 확인했습니다.
paper-result-leaked = 주소 { NUMBER($count) }개에는 알아볼 수 있는 정보가 함께 올라와 있었습니다.

## 남아 있는 주소마다 알려진 것

result-left-found = 찾았습니다. 아직 요청하지 않았습니다.
result-left-prepared = 삭제요청을 준비하고 있습니다.
result-left-requested = 삭제를 요청했고, 결과를 기다리고 있습니다.
result-left-more-info = 사이트가 더 알려 달라고 했습니다.
result-left-delisted = 검색결과에서는 빠졌습니다. 원래 글은 남아 있습니다.
result-left-blocked = 국내에서는 열리지 않습니다. 지워진 것은 아닙니다.
result-left-refused = 사이트가 삭제 요청에 응하지 않았습니다.
result-left-temporary = 잠시 가려져 있습니다. 이 조치는 길어도 30일입니다.
result-left-deferred = 방송미디어통신심의위원회의 판단을 기다리고 있습니다.
result-left-reuploaded = 다른 곳에 다시 올라온 것을 확인했습니다.
result-left-restored = 같은 주소에 다시 올라온 것을 확인했습니다.

## 미리보기에서 알리는 것

paper-missing-reach = 센터의 전화와 이메일이 비어 있습니다. 설정에 적으면 보고서에 적힙니다.
paper-missing-ground = 지원 근거가 비어 있습니다.
paper-missing-next-check = 다음에 확인하는 날이 정해져 있지 않습니다.
paper-warning-training = 교육용 사건은 세지 않습니다. 이 보고서의 수는 모두 0입니다.
paper-warning-name = 피해자의 이름이 그대로 적힙니다. 접수번호만으로도 드릴 수 있습니다.
paper-warning-shared-device = 다른 사람과 함께 쓰는 기기를 쓴다고 하셨습니다. 어떻게 받으실지 먼저 여쭈어 보십시오.
paper-warning-addresses = 주소 목록이 들어 있습니다. 받기를 원하시는지, 혼자 보관하실 수 있는지 확인하십시오.
paper-warning-overdue = 확인할 날이 지난 주소가 { NUMBER($count) }개 있습니다.
