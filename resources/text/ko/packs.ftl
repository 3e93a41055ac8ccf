### 양식과 코드표: 설치하기 전에 보는 것, 설치한 것

packs-from-program = 프로그램에 들어 있던 것
packs-from-library = 자료실에서 받음({ $who }) · { $by } · { $at }
packs-from-stick = USB에서 가져옴({ $who }) · { $by } · { $at }

packs-state-fits = 설치할 수 있습니다. 지금 쓰는 판: { $now }
packs-state-same = 이 판은 이미 여기에 있습니다. 지금 쓰는 판: { $now }
packs-state-older = 지금 쓰는 { $now }판보다 오래된 { $version }판이라 설치하지 않습니다.
packs-state-other = { $version }판이라는 이름으로 다른 내용이 이미 있어 설치하지 않습니다.

packs-new = 새로 묻는 것: { $label }
packs-gone = 이제 묻지 않는 것: { $label }. 이미 들은 답은 그대로 있습니다.
packs-moved = 자리가 바뀜: { $label }
packs-words = 묻는 말이 바뀜: { $label } (전: { $before })
packs-kind = 답하는 방식이 바뀜: { $label }
packs-when = 묻는 조건이 바뀜: { $label }
packs-kept = 답을 적는 곳이 바뀜: { $label }
packs-kept-core = 적은 말이 기본 정보로 다른 기관에도 나갈 수 있는 칸에 적힘: { $label }. 이름이나 연락처를 묻는 칸이면 설치하지 말고 중앙에 물어보십시오.
packs-lost-place = 답이 더는 등록부에 적히지 않음: { $label }
packs-codes-new = 새로 고를 수 있는 답: { $label } — { $codes }
packs-codes-lost = 더는 고를 수 없는 답: { $label } — { $codes }
packs-codes-words = 답의 말이 바뀜: { $label } — { $codes }
packs-note = 만든 이의 점검 기록: { $words }
packs-open = 진행 중이거나 쉬는 상담 { $count }건은 시작한 판으로 그대로 이어집니다.
packs-no-field = { $label }: 이 프로그램의 등록부에 적을 칸이 없어, 답은 상담 기록에만 남습니다.
packs-no-code = { $label }: 코드표에 없는 답이 있습니다({ $codes }). 코드표를 먼저 설치하십시오. 그때까지 답은 상담 기록에만 남습니다.
packs-list-closed = ‘{ $name }’ 목록은 프로그램의 규칙과 통계표가 걸려 있어 빼고 설치합니다.
packs-list-lost = { $count ->
    [0] 더는 고를 수 없는 답: { $label } — { $codes }. 이렇게 적힌 기록은 없습니다.
   *[other] 더는 고를 수 없는 답: { $label } — { $codes }. 이렇게 적힌 기록 { NUMBER($count) }건은 그대로 읽힙니다.
    }
packs-question-lost = { $form }의 ‘{ $label }’에서 더는 고를 수 없는 답: { $codes }

packs-titled = { $title } { $version }판
packs-program = 프로그램에 들어 있던 것
packs-none = 없음
