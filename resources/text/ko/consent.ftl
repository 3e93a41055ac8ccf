# 동의. 목적마다 제목, 읽어 드리는 말(spoken)과 알릴 다섯 가지(받는 곳, 목적, 항목, 기간, 거부권)가 있습니다.
# 문구가 바뀌면 consent-version을 올립니다. 받은 동의에는 판 번호와 문구의 해시가 남습니다.

consent-version = 2

consent-gate-title = 시작하기 전에 읽어 드립니다
consent-gate-intro = 하나씩 따로 여쭙겠습니다. 어느 것도 동의하지 않으셔도 상담과 도움은 받으실 수 있습니다.
consent-gate-withdraw = 동의는 언제든 거두실 수 있습니다. 거두시면 그때부터 보내지 않고, 이미 보낸 곳에도 알립니다.
consent-gate-secret = 말씀하신 것은 비밀로 지킵니다. 다만 지금 다치거나 다칠 위험이 있거나 법에 신고 의무가 있으면, 먼저 말씀드린 뒤 필요한 곳에 알릴 수 있습니다.
consent-gate-anonymous = 기록에 동의하지 않으시면 이름과 내용을 남기지 않는 익명 상담으로 진행합니다.
consent-gate-under-14 = 만 14세 미만이면 법정대리인의 동의를 함께 받습니다. 보호자에게 알리기 어려운 까닭이 있으면 먼저 말씀해 주십시오.

consent-agreed = 동의
consent-refused = 동의하지 않음
consent-later = 나중에

consent-label-receiver = 받는 곳
consent-label-purpose = 이용 목적
consent-label-items = 항목
consent-label-keep = 보관 기간
consent-label-refuse = 거부할 권리와 영향

consent-record-title = 상담 내용의 기록과 보관
consent-record-spoken = 말씀하신 내용을 적어서 이 센터의 잠긴 보관함에 두어도 되겠습니까? 가명을 쓰셔도 되고, 지워 달라고 하실 수 있습니다.
consent-record-receiver = 이 센터만 이용합니다. 밖으로 나가지 않습니다.
consent-record-purpose = 상담과 지원을 이어 가고 같은 이야기를 다시 여쭙지 않기 위하여
consent-record-items = 부르는 이름(가명 가능), 안전한 연락 방법, 나이와 성별, 상담 내용, 지원 내역. 주민등록번호와 상세 주소는 받지 않습니다.
consent-record-keep = 아동·청소년성착취물과 신상정보에 관한 상담기록은 영구, 수사기관이 요청한 것은 10년, 그 밖은 5년. 폐기를 요청하시면 법에 따라 보존해야 하는 것을 빼고 바로 폐기합니다.
consent-record-refuse = 동의하지 않으실 수 있습니다. 그때는 내용을 남기지 않는 익명 상담으로 도와드리며, 다음에 같은 것을 다시 여쭙게 될 수 있습니다.

consent-sensitive-title = 민감정보의 처리
consent-sensitive-spoken = 성적인 피해와 건강에 관한 말씀은 법에서 더 무겁게 지키는 정보입니다. 이것을 따로 적어 두어도 되겠습니까?
consent-sensitive-receiver = 이 센터만 이용합니다. 다른 곳에 보낼 때에는 아래에서 따로 여쭙니다.
consent-sensitive-purpose = 피해에 맞는 상담·삭제·의료·법률 지원을 하기 위하여
consent-sensitive-items = 성생활에 관한 정보(피해 내용), 건강에 관한 정보(몸과 마음의 상태, 치료)
consent-sensitive-keep = 상담기록과 같습니다(영구·10년·5년). 폐기를 요청하시면 법에 따라 보존해야 하는 것을 빼고 바로 폐기합니다.
consent-sensitive-refuse = 동의하지 않으실 수 있습니다. 그때는 이 내용을 적지 않으며, 피해에 맞춘 지원의 범위가 줄어들 수 있습니다.

consent-delete-title = 삭제지원을 위한 제공
consent-delete-spoken = 게시물을 지워 달라고 요청하려면 그 주소를 사업자와 심의기관에 보내야 합니다. 그렇게 해도 되겠습니까? 이름은 보내지 않습니다.
consent-delete-receiver = 게시물이 있는 사업자, 검색 사업자, 심의기관
consent-delete-purpose = 게시물의 삭제, 접속차단, 다시 올라오는 것의 확인을 요청하기 위하여
consent-delete-items = 게시물 주소, 검색어, 게시 화면, 영상의 특징값(영상 자체가 아닌 숫자). 이름과 연락처는 보내지 않습니다.
consent-delete-keep = 요청을 처리하는 동안. 사업자는 처리한 기록을 법에 따라 3년 보관합니다.
consent-delete-refuse = 동의하지 않으실 수 있습니다. 상담과 다른 지원은 그대로이며, 이 센터가 삭제를 요청하지 못합니다. 아동·청소년성착취물은 법에 따라 요청이 없어도 삭제를 진행할 수 있습니다.

consent-central-title = 중앙센터에 대한 제공
consent-central-spoken = 같은 사람에게 피해를 입은 분이 다른 곳에도 있는지 확인하고 함께 대응하기 위해, 이 사건을 중앙센터와 나누어도 되겠습니까? 이름과 연락처는 보내지 않습니다.
consent-central-receiver = 중앙디지털성범죄피해자지원센터
consent-central-purpose = 같은 가해자의 다른 피해를 확인하고, 삭제지원을 함께 하고, 피해 규모를 바르게 세기 위하여
consent-central-items = 피해 유형과 시기, 나이대와 성별, 가해 추정 인물의 계정과 번호, 그 사람의 수법·협박·특징에 관해 적은 내용, 게시물 주소와 삭제지원 내역. 그 밖의 상담 내용은 민감정보 처리에도 동의하신 때에만 보냅니다. 이름과 연락처는 보내지 않습니다. 봉인하여 보내며 중앙센터만 열 수 있습니다. 계정과 번호는 가린 값으로 바꾸어 제2기관과 함께 ‘일치 확인’에도 씁니다.
consent-central-keep = 이 센터의 보관 기간과 같습니다. 동의를 거두시면 중앙센터에 폐기를 요청합니다.
consent-central-refuse = 동의하지 않으실 수 있습니다. 이 센터의 지원은 그대로이며, 다른 곳의 피해와 이어진 사실을 알아내지 못할 수 있습니다.

consent-center-title = 다른 센터와의 사례 연결
consent-center-spoken = 다른 센터의 사건과 이어진 것이 확인되면, 그 센터의 담당자에게 연결된 사실을 알려도 되겠습니까? 이름과 연락처는 알리지 않습니다.
consent-center-receiver = 연결이 확인된 사건을 맡은 지역디지털성범죄피해자지원센터
consent-center-purpose = 같은 가해자의 피해를 함께 지원하고 수사·재판에 함께 대응하기 위하여
consent-center-items = 연결된 사실과 근거(같은 계정, 같은 번호 등), 사건번호, 담당 센터. 누구인지 알 수 있는 것은 포함하지 않습니다.
consent-center-keep = 연결이 유지되는 동안. 동의를 거두시면 연결을 풀고 그 센터에 알립니다.
consent-center-refuse = 동의하지 않으실 수 있습니다. 이 센터의 지원은 그대로이며, 다른 센터에는 아무것도 알리지 않습니다.

consent-match-title = 일치 확인만
consent-match-spoken = 내용은 보내지 않고, 같은 가해자를 말하는 다른 신고가 있는지만 확인해 볼 수 있습니다. 두 기관이 열쇠를 절반씩 맡아 함께 확인하며, 한 기관만으로는 무엇을 물었는지 알 수 없습니다. 그렇게 해도 되겠습니까? 일치하는 것이 있으면 그때 다시 여쭙고, 원하지 않으시면 거기에서 멈춥니다.
consent-match-receiver = 중앙디지털성범죄피해자지원센터와, 열쇠의 절반을 맡은 제2기관. 제2기관에는 가린 값과 그 수만 갑니다.
consent-match-purpose = 내용을 나누지 않고 같은 가해자를 말하는 다른 신고가 있는지만 확인하기 위하여. 다른 분이 신고하지 않았거나 다른 계정을 알고 있으면 찾지 못하므로, 일치하는 것이 없어도 다른 피해가 없다는 뜻은 아닙니다.
consent-match-items = 가해 추정 인물의 계정과 번호를 되돌릴 수 없게 바꾼 값, 봉인한 담당 상담원의 연락처. 이름과 피해 내용은 나가지 않습니다. 중앙센터는 이 센터가 언제 몇 개를 맡겼는지, 같은 값이 있는지, 같은 값이 한 분의 것인지를 알게 되고, 두 사람의 것이 같을 때에만 상담원의 연락처를 봅니다. 한계: 두 기관이 함께 규칙을 어기면 번호를 하나씩 대어 보아 그 계정과 번호를 알아낼 수 있고, 이름과 생년월일을 짐작한 사람이 맡긴 것인지도 대어 볼 수 있습니다. 말씀하신 내용은 그때에도 알 수 없습니다.
consent-match-keep = 동의를 거두실 때까지. 언제든 거두실 수 있고 까닭은 여쭙지 않습니다. 거두시면 중앙센터가 맡은 값을 지우고 더는 대조하지 않습니다. 열쇠는 해마다 바뀌고, 지난해의 값은 그다음 해까지만 둡니다.
consent-match-refuse = 동의하지 않으실 수 있습니다. 이 센터의 지원은 그대로이며, 대조를 하지 않습니다. 중앙센터에 대한 제공에 동의하셨다면 그 안에서 대조합니다.

consent-stats-title = 비식별 통계
consent-stats-spoken = 누구인지 알 수 없게 만든 숫자로 통계에 써도 되겠습니까? 이름과 말씀하신 내용은 쓰지 않습니다.
consent-stats-receiver = 통계를 모으는 중앙센터와 관계 부처. 공개할 때에는 작은 숫자를 가립니다.
consent-stats-purpose = 피해 실태를 알리고 지원 제도를 고치기 위하여
consent-stats-items = 나이대, 성별, 피해 유형, 지원 종류와 횟수. 이름과 말씀하신 내용은 포함하지 않습니다.
consent-stats-keep = 통계로 만든 뒤에는 사건과 이어지지 않으므로 기간을 정하지 않습니다.
consent-stats-refuse = 동의하지 않으실 수 있습니다. 통계 자료에서 빼며, 법에 따라 보고하는 전체 건수에만 숫자 하나로 들어갈 수 있습니다.

# 필요할 때 받는 곳마다 따로 여쭙는 것

consent-court-title = 법원 제출
consent-court-spoken = 재판에서 판사가 피해의 크기를 바르게 알 수 있도록, 지원한 내용을 적은 문서를 법원에 내도 되겠습니까? 이름 대신 가명을 씁니다. 법원에 낸 문서는 피고인 쪽도 볼 수 있습니다.
consent-court-receiver = 이 사건을 맡은 법원과 검사, 피해자 변호사를 거친 제출. 피고인과 변호인도 볼 수 있습니다.
consent-court-purpose = 피해의 규모와 지원 내역을 재판에 알리기 위하여(형사소송법 294조의2, 형사소송규칙 134조의10부터 134조의12)
consent-court-items = 가명, 나이대, 피해 유형과 시기, 삭제지원과 상담의 횟수와 기간, 의견서. 주소·학교·전화번호와 상담에서 하신 말씀은 넣지 않습니다.
consent-court-keep = 재판 기록의 보존기간. 낸 뒤에는 거두어도 법원 기록에서 지우지 못할 수 있습니다.
consent-court-refuse = 동의하지 않으실 수 있습니다. 지원은 그대로이며, 법원에 내는 숫자와 문서에서 이 사건을 뺍니다.

consent-police-title = 수사기관 제공
consent-police-spoken = 신고나 수사를 돕기 위해 이 기록을 경찰이나 검찰에 주어도 되겠습니까? 무엇을 줄지 먼저 함께 봅니다.
consent-police-receiver = 아래에 적은 경찰서 또는 검찰청
consent-police-purpose = 신고·고소와 수사, 게시물 삭제·차단 요청을 돕기 위하여
consent-police-items = 함께 확인하신 것만: 게시물 주소, 채증자료 목록과 해시값, 가해 추정 인물의 계정과 번호, 진술서
consent-police-keep = 수사와 재판이 끝날 때까지, 그 뒤에는 수사기관의 규정에 따릅니다.
consent-police-refuse = 동의하지 않으실 수 있습니다. 상담과 삭제지원은 그대로입니다. 법에 신고 의무가 있는 때에는 먼저 말씀드리고 신고합니다.

consent-lawyer-title = 변호사 제공
consent-lawyer-spoken = 변호사가 도울 수 있도록 이 기록을 그 변호사에게 주어도 되겠습니까?
consent-lawyer-receiver = 아래에 적은 변호사 또는 법률구조기관
consent-lawyer-purpose = 고소, 의견 진술, 손해배상 등 법률지원을 받기 위하여
consent-lawyer-items = 부르는 이름과 연락 방법, 피해 내용의 요약, 채증자료 목록, 삭제지원 내역
consent-lawyer-keep = 사건을 맡은 동안, 그 뒤에는 변호사의 보관 의무에 따릅니다.
consent-lawyer-refuse = 동의하지 않으실 수 있습니다. 다른 지원은 그대로이며, 변호사에게 직접 다시 말씀하셔야 할 수 있습니다.

consent-medical-title = 의료·심리기관 제공
consent-medical-spoken = 병원이나 심리상담소가 도울 수 있도록 필요한 내용을 그곳에 주어도 되겠습니까?
consent-medical-receiver = 아래에 적은 병원 또는 심리상담기관
consent-medical-purpose = 진료와 심리상담을 받고 비용을 지원받기 위하여
consent-medical-items = 부르는 이름과 연락 방법, 도움이 필요한 까닭의 요약, 안전에 관한 내용. 영상과 게시물 주소는 주지 않습니다.
consent-medical-keep = 그 기관의 진료·상담기록 보존기간에 따릅니다.
consent-medical-refuse = 동의하지 않으실 수 있습니다. 다른 지원은 그대로이며, 그 기관에 직접 다시 말씀하셔야 할 수 있습니다.
