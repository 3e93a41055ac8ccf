## Centers' counts for the country (센터별 집계)
aggregate-title = 센터별 합(중복 제거 전)
aggregate-note = 센터가 스스로 센 수를 더한 것입니다. 두 센터의 지원을 받은 사람은 두 번 세어집니다. 이 책상에 있는 사건은 더하지 않습니다.
aggregate-missing = 자료가 없는 센터: { $names }
aggregate-older = 같은 센터와 기간의 더 새로운 집계가 있어 더하지 않습니다.
aggregate-coming = 표가 아직 다 오지 않아 더하지 않습니다.
aggregate-stranger = 다른 센터의 이름으로 온 집계여서 더하지 않습니다.
aggregate-edition = 다른 판의 집계 규칙이나 표로 센 집계여서 더하지 않습니다.
aggregate-unsound = 합이 맞지 않거나 셀 수 없는 값이 있어 더하지 않습니다. 보낸 센터에 확인해 주세요.
setting-send-counts = 중앙에 보낼 때 집계를 함께 보냅니다
aggregate-whole-years = 센터는 한 해씩의 집계를 보냅니다. 기간을 한 해로 고르면 보낸 집계가 더해집니다.
aggregate-counts = 더했습니다.
aggregate-column-center = 센터
aggregate-column-made = 만든 날
aggregate-column-cases = 사건
aggregate-column-state = 상태
