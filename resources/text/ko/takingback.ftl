# 되돌리기가 얼마나 되었는지.
progress-taking-back = 한 일을 되돌리는 중
