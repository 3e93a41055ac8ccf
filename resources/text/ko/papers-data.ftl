# 문서 화면: 무엇을 담고 무엇을 가리는가

papers-field-without = 넣을 내용
papers-without-said = { $count ->
    [0] 모두 넣습니다.
   *[other] { NUMBER($count) }가지를 뺍니다. 뺀 것은 안에만 목록으로 남습니다.
    }
papers-without-open = 넣을 내용 고르기
papers-without-shut = 접기
papers-records-all = 하나도 고르지 않으면 모두 담습니다.
papers-field-hide = 가릴 말
papers-field-hide-hint = 한 줄에 하나씩 적습니다. 어디에 있든 [가림]으로 바뀝니다. 여기 적은 말은 어디에도 남지 않습니다.
papers-field-purpose = 주는 목적
papers-field-purpose-hint = 고르지 않으면 받는 기관이나 법원에 맞추어 적습니다.
papers-purpose-none = 고르지 않음
papers-field-victim-name = 피해자 칸에 적을 이름(가명)
papers-field-words-hers = 피해자가 한 말
papers-field-words-hers-hint = 하신 말씀만 그대로 들어갑니다. 비워 두면 손으로 쓰는 칸이 됩니다.
papers-field-words-law = 동의 없이 주는 까닭
papers-field-words-law-hint = 받는 곳에 주는 데 동의가 없고 법에 따라 주는 때에만 적습니다. 문서에는 찍히지 않습니다.

## 가린 것

papers-redactions = 이 문서가 적지 않는 것 { NUMBER($count) }가지
papers-redactions-open = 가린 것 보기
papers-redactions-title = 가린 것
papers-redactions-note = 이 목록은 센터 안에만 남고 문서에는 찍히지 않습니다. 법정에서 무엇을 뺐는지 묻는 때에 봅니다.
papers-redactions-draft = 아직 발급하지 않은 문서입니다. 발급하면 그때의 목록이 문서와 함께 남습니다.
papers-redactions-none = 뺀 것도 가린 것도 없습니다.
