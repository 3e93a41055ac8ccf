# 다른 프로그램이 우리 형식을 지키는지 보는 시험: ieum conformance

conformance-passed = 통과
conformance-failed = 실패
conformance-other = 기대 { $expected }, 실제 { $got }
conformance-trouble = { $why ->
    [silent] 정해진 시간 안에 답하지 않아 종료했습니다.
    [ended] 답하기 전에 끝났습니다.
    [no-start] 시작하지 못했습니다.
    [nonsense] 답의 형식이 아닙니다.
    [too-many] 묻지 않은 답이 더 있습니다.
    [too-much] 끝없이 출력해서 종료했습니다.
    [exit-code] 종료 코드가 0이 아닙니다.
   *[other] 두 번 시작해도 답이 없어 더 묻지 않았습니다.
    }
conformance-summary = 사례 { $cases }건, 실패 { $failed }건
