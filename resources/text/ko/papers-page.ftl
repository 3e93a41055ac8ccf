# 문서 화면

papers-tab-make = 만들기
papers-tab-issued = 발급한 문서
papers-group-court = 법원
papers-group-victim = 피해자
papers-group-agency = 수사기관·기관
papers-group-center = 센터

papers-pick = 왼쪽에서 만들 문서를 고르면 자료와 미리보기가 나타납니다.
papers-pick-case = 이 사건으로 만들 문서를 왼쪽에서 고르십시오.
papers-pick-profile = 이 가해자의 사건들로 만들 문서를 왼쪽에서 고르십시오.
papers-pick-center = 센터의 문서를 왼쪽에서 고르십시오.
papers-pick-nation = 전국 문서를 왼쪽에서 고르십시오.
papers-side-hint = 문서에 들어가는 자료가 여기에 나타납니다.
papers-register-only = 발급한 문서의 대장만 볼 수 있습니다.
papers-quiet = 상담이 진행 중이어서 보이지 않습니다. 상담이 끝나면 볼 수 있습니다.
papers-sits-here = 상담 중
papers-nobody-agreed = 이 법원에 내는 데 동의한 피해자가 없습니다. 동의하지 않은 분의 사건은 문서에 담기지 않습니다.
papers-see-consents = 동의 보기
papers-stopped = 미리보기를 멈추었습니다.
papers-draw-again = 다시 그리기
papers-drawing = 문서를 그리고 있습니다
papers-needs-case = 어느 사건에 관한 문서인지 고르십시오.
papers-needs-profile = 어느 가해자에 관한 문서인지 고르십시오.
papers-needs-court = 어느 법원에 내는 문서인지 적으면 미리보기가 나타납니다.
papers-no-day = 기간을 날짜로 읽지 못했습니다. 2024, 2024-03, 2024-03-05처럼 적으십시오.
papers-fill-data = 자료 채우기

## 쪽 보기

papers-page-before = 앞쪽
papers-page-after = 다음 쪽
papers-page-of = { $page } / { $count }
papers-page-name = 문서 { $page }쪽, 모두 { $count }쪽
papers-zoom-less = 작게 보기
papers-zoom-more = 크게 보기
papers-zoom-fit = 폭에 맞춤
papers-zoom = { $percent }%

## 자료

papers-open-data = 자료 열고 닫기
papers-data = 자료
papers-shut-data = 자료 닫기
papers-about = 누구에 관한 문서
papers-kind-case = 사건
papers-kind-profile = 가해자
papers-kind-center = 센터
papers-kind-nation = 전국
papers-kind-blank = 빈 서식
papers-about-case = { $number } · { $name }
papers-about-profile = 피해자 { $victims }명 · 사건 { $cases }건
papers-about-nation = 전국
papers-about-no-case = 아직 고르지 않았습니다
papers-about-no-profile = 아직 고르지 않았습니다
papers-about-gone = 지금은 볼 수 없는 대상입니다
papers-blank-of = { $name } · 빈칸으로 인쇄
papers-choose = 고르기
papers-choose-name = 누구에 관한 문서인지 고르기
papers-choose-case = 사건 고르기
papers-choose-case-hint = 이름, 번호, 계정으로 찾습니다.
papers-choose-profile = 가해자 고르기
papers-choose-profile-hint = 사건이 많은 사람부터 보입니다. 이름은 숨겨 둡니다.
papers-search = 찾기
papers-profiles = 가해자 목록
papers-none-found = 찾은 것이 없습니다.
papers-from-records = 기록에 있는 법원과 사건번호
papers-head-name = 기록에서 채우기: { $head }
papers-field-court = 법원
papers-field-court-hint = 이 법원에 내는 데 동의한 피해자만 담깁니다.
papers-field-case-number = 법원 사건번호
papers-field-accused = 피고인
papers-field-addressee = 받는 사람
papers-field-checked-by = 확인한 사람
papers-field-first = 기간 시작
papers-field-last = 기간 끝
papers-period-all = 전체
papers-field-words = 센터의 말
papers-field-words-hint = 프로그램이 대신 쓰지 않습니다. 센터가 쓴 글이 그대로 들어갑니다.
papers-field-records = 담을 기록
papers-no-records = 고를 기록이 없습니다.
papers-with-addresses = 주소 목록을 뒤에 붙임
papers-outward-name = 쓰임
papers-outward = 대외 제출용
papers-inward = 내부용
papers-outward-hint = 대외 제출용은 가명만 쓰고 주소를 가립니다.
papers-missing = 빠진 것
papers-warnings = 살펴볼 것
papers-nothing-missing = 빠진 것이 없습니다.
papers-left-out = 동의하지 않아 담지 않은 사건 { $count }건. 문서에는 적히지 않으며, 감독자에게만 보입니다.
papers-fill = 채우기
papers-fill-name = { $field } 채우기 ({ $at })
papers-lacks = 빠진 것·살펴볼 것 { $count }건

## 발급

papers-issue-open = 발급하기
papers-issue = 발급
papers-issue-name = 문서번호를 받아 발급
papers-issue-title = { $title } 발급
papers-issue-1 = 문서번호를 받아 대장에 남습니다. 번호는 다시 쓰지 않습니다.
papers-issue-2 = 문서의 숫자를 지금 값으로 굳히고 파일의 해시를 남깁니다. 기록이 나중에 바뀌어도 이 문서의 숫자는 남습니다.
papers-issue-lacks = 빠진 것이 { $count }건 있습니다. 빈칸인 채로도 발급할 수 있습니다.
papers-place = 저장할 폴더
papers-place-choose = 폴더 고르기
papers-place-none = 아직 고르지 않았습니다.
papers-key = 전자서명
papers-key-hint = 인증서 파일이 없으면 서명 없이 발급하고, 인쇄하여 직인을 찍습니다.
papers-key-choose = 인증서 파일 고르기
papers-key-none = 서명하지 않음
papers-key-files = 인증서 파일
papers-key-passphrase = 인증서 암호
papers-lock = 문서를 암호로 잠금
papers-lock-passphrase = 문서 암호
papers-lock-empty = 문서 암호를 입력하거나 잠그지 않음으로 두십시오.
papers-issuing = 발급하고 있습니다
papers-issued = 발급했습니다 · { $number }
papers-lies = 저장한 곳: { $place }
papers-not-shown = 잠근 문서는 여기서 보이지 않습니다.
papers-open-folder = 폴더 열기
papers-print = 인쇄
papers-next = 다음 문서
papers-with-seal = 전자서명함
papers-no-seal = 서명 없음
papers-frozen = 굳힌 숫자 { $count }개
papers-hash = 해시 앞 16자리
papers-hash-said = 해시 { $digits }

## 대장

papers-register = 발급한 문서 목록
papers-register-search = 번호·종류·법원·만든 사람 찾기
papers-register-none = 발급한 문서가 없습니다.
papers-states = 상태
papers-state-issued = 유효
papers-state-void = 취소
papers-what = 문서
papers-made-on = 발급일
papers-made-by = 만든 사람
papers-sealed = 서명
papers-void = 취소
papers-again = 같은 자료로 다시 만들기
papers-void-act = 취소하기
papers-void-title = { $number } 취소
papers-void-body = 취소한 문서는 다시 살릴 수 없습니다. 대장의 줄과 굳힌 숫자는 그대로 남습니다. 이미 낸 곳에는 따로 알려야 합니다.
papers-void-reason = 취소하는 까닭
papers-voided = 문서를 취소했습니다.
papers-figures = 그때와 지금의 숫자
papers-figure-what = 숫자
papers-figure-then = 발급한 때
papers-figure-now = 지금

## 파일 확인

papers-bring = 파일 확인
papers-verifying = 파일을 확인하고 있습니다
papers-verified-title = 파일 확인
papers-locked-title = 잠긴 문서 열기
papers-locked-body = 이 문서를 열어 확인하려면 문서의 암호를 입력하십시오. 암호는 남지 않습니다.
papers-locked-check = 확인

## 사건의 문서

case-papers = 문서
papers-case-make = 이 사건의 문서 만들기
papers-case-make-one = { $kind } 만들기
papers-case-none = 이 사건만을 다룬 문서를 아직 발급하지 않았습니다.
papers-case-issued = 발급한 문서
papers-case-hint = 여러 사건을 함께 다룬 문서는 문서 화면에만 나옵니다.
papers-case-show = 보기
papers-case-show-name = { $number } 보기
case-make-paper = 문서 만들기
prof-make-paper = 문서 만들기
action-papers = 문서
