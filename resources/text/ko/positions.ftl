## Frozen figures counted again (기준 시점으로 다시 세기)
again-same = 다시 세어도 같습니다. 값과 행, 사람 묶음이 굳힐 때와 모두 같습니다.
again-other-rule = 다른 판의 집계 규칙({ $rule })으로 센 수치여서 이 판에서는 다시 세지 않습니다.
again-no-position = 이 수치의 기준 위치가 이 컴퓨터에 남아 있지 않아 다시 셀 수 없습니다.
again-gone = 그때 읽었던 기록 { $count }건이 그 뒤 파기되었거나 이 컴퓨터에 없습니다.
again-late = 그때는 없던 기록 { $count }건이 같은 자리에 나중에 들어왔습니다.
again-copied = 복사된 컴퓨터의 기록이 같은 자리에 있어 그때의 범위를 가릴 수 없습니다.
again-otherwise = 그때의 기록은 모두 있으나 지금 프로그램에서는 다르게 읽힙니다.
again-left = 남은 기록으로 세면 { $value }입니다.
again-value-same = 값은 같으나 이루는 행이나 사람이 다릅니다.
progress-counting-again = 그때의 기록을 다시 읽는 중
