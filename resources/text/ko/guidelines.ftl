### 양형기준 자료: 어느 판을 쓰는지, 누가 확인하였는지

guideline-verified = { $name } 변호사가 { $day }에 원문과 대조하였다고 적혀 있습니다.
guideline-unverified = 아직 변호사의 확인을 받지 않은 판입니다. 의견서의 모든 쪽에 그렇게 적힙니다.
guideline-came-along = 프로그램에 함께 들어 있던 판입니다. 중앙센터의 서명이 없습니다.
guideline-not-in-force = { $day }부터 시행되는 판입니다.
guideline-set-aside = 이 프로그램이 모르는 사실 { NUMBER($count) }가지는 빼고 씁니다: { $names }

guideline-kind-special-act-aggravating = 특별양형인자 · 행위 · 가중
guideline-kind-special-actor-aggravating = 특별양형인자 · 행위자 · 가중
guideline-kind-general-aggravating = 일반양형인자 · 가중
guideline-kind-special-act-mitigating = 특별양형인자 · 행위 · 감경
guideline-kind-special-actor-mitigating = 특별양형인자 · 행위자 · 감경
guideline-kind-general-mitigating = 일반양형인자 · 감경
guideline-kind-probation-negative = 집행유예 · 부정적 사유
guideline-only-for = { $crimes }에만 있는 항목
guideline-not-for = { $crimes }에는 없는 항목
guideline-mitigating = 감경
