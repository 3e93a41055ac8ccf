### 지원, 수사·재판, 일정, 할 일.

## 할 일: 까닭

task-task = { $words }
task-contact = 연락하기로 한 날입니다
task-recheck-30 = { $count ->
    [one] 임시조치 30일이 되었습니다. 다시 확인합니다
   *[other] 임시조치 30일이 되었습니다. 주소 { $count }개를 다시 확인합니다
    }
task-check = { $count ->
    [one] 삭제된 주소를 점검할 날입니다
   *[other] 주소 { $count }개를 점검할 날입니다
    }
task-referral = { $words }에 의뢰하고 14일 넘게 답이 없습니다
task-offer = { $words } 연계를 제안하고 14일 넘게 답을 듣지 못했습니다
task-appointment = { $words }: 약속한 날입니다
task-consent = ‘나중에’로 미룬 동의를 14일 넘게 다시 여쭙지 않았습니다
task-papers = 구비서류 { $count }가지가 없습니다
task-plan = 상담계획이 아직 없습니다
task-plan-approval = 상담계획이 승인되지 않았습니다
task-goal = 목표를 돌아볼 날입니다: { $words }
task-appeal = 상소할 수 있는 기간입니다

task-group-task = 적어 둔 할 일
task-group-contact = 연락하기로 한 날
task-group-recheck-30 = 임시조치 30일
task-group-check = 삭제 점검
task-group-referral = 답 없는 기관 연계
task-group-offer = 대답을 듣지 못한 제안
task-group-appointment = 지난 약속
task-group-consent = 미룬 동의
