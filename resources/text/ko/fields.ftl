### 기록과 항목의 이름. 항목은 intake/register/schema 에서 한 번만 선언한다.

## 사건

entity-case = 사건
field-case-number = 접수번호
field-case-received-on = 접수일
field-case-received-at = 접수일시
field-case-route = 접수경로
field-case-counselor = 상담원
field-case-consent = 동의 상태
field-case-state = 진행 상태
field-case-alias = 부르는 이름(가명)
field-case-center = 접수센터
field-case-owner = 담당 센터
field-case-method = 상담방법
field-case-intake-kind = 신규·지속·재접수
field-case-central-number = 중앙 디성센터 접수번호
field-case-police-number = 경찰 접수번호
field-case-other-number = 다른 기관 접수번호
field-case-delete-basis = 삭제지원 근거
field-case-retention = 보유기간
field-case-training = 교육용
field-case-keep-evidence = 증거보전 대상
field-case-hold = 법정 보존
field-case-hold-reason = 보존 근거
field-case-duty-basis = 신고의무 근거
field-case-duty-reported-on = 신고한 날
field-case-duty-reported-to = 신고한 곳
field-case-duty-not-reported-why = 신고하지 않은 사유
field-case-wish-report = 신고 의사
field-case-wish-guardian = 보호자 통지 의사
field-case-wish-share = 다른 센터 공유 의사
field-case-wishes = 원하는 것과 원하지 않는 것
field-case-told-rights = 권리 안내
field-case-told-secrecy = 비밀보장과 한계 안내
field-case-told-retention = 보존·폐기 안내
field-case-told-evidence = 증거보전 안내
field-case-told-hotlines = 1366·109·D4Youth 안내
field-case-plan = 상담계획
field-case-next-contact = 다음 접촉일
field-case-close-condition = 종결 조건
field-case-closed-on = 종결일
field-case-close-reason = 종결 사유
field-case-plan-by = 상담계획 작성자
field-case-plan-on = 상담계획 작성일
field-case-plan-approved-by = 상담계획 승인자
field-case-plan-approved-on = 상담계획 승인일
field-case-hold-from = 법정 보존 시작일
field-case-hold-by = 법정 보존 지정자
field-case-hold-ground = 보존 근거의 종류
field-case-hold-authority = 보존을 명하거나 요청한 곳
field-case-hold-until = 법정 보존 기한
field-case-retention-from = 보유기간 기산일
field-case-anonymous = 익명 상담
field-case-joined-to = 이어진 사건
field-case-police-alias = 수사기관에서 쓴 가명
field-case-deleted = 지운 사유

## 사람

entity-person = 사람
field-person-case = 사건
field-person-role = 역할
field-person-name = 이름
field-person-alias = 부르는 이름(가명)
field-person-phone = 연락 가능한 번호
field-person-phone-hours = 연락 가능한 시간
field-person-email = 이메일
field-person-may-text = 문자를 남겨도 되는지
field-person-may-voice = 음성을 남겨도 되는지
field-person-shared-device = 함께 쓰는 기기인지
field-person-safe-contact = 안전한 대체 연락처
field-person-language = 사용 언어
field-person-interpreter = 통역 필요
field-person-sex = 성별
field-person-age = 만 나이
field-person-age-band = 연령대
field-person-birth = 생년월일 또는 출생연도
field-person-under-14 = 14세 미만
field-person-under-19 = 19세 미만
field-person-job-group = 직업군
field-person-region = 거주 시·도
field-person-nationality-group = 국적 구분
field-person-school = 학교(삭제지원에 필요한 때만)
field-person-disability = 장애
field-person-communication-help = 의사소통 지원
field-person-requester-kind = 요청자 구분
field-person-paper-id = 신분증
field-person-paper-relation = 관계 증명
field-person-paper-power = 위임장(자필 서명)
field-person-paper-victim-id = 피해자 신분증 사본
field-person-papers-on = 서류 확인일
field-person-papers-by = 서류 확인자
field-person-guardian-confirm = 법정대리인 확인 방법
field-person-own-accounts = 피해자 본인 계정
field-person-remark = 비고
field-person-deleted = 지운 사유

## 지원선

entity-support-line = 지원선
field-support-line-case = 사건
field-support-line-kind = 지원 종류
field-support-line-state = 상태
field-support-line-wish = 의사 표시
field-support-line-wish-on = 의사 확인일
field-support-line-opened-on = 시작일
field-support-line-closed-on = 종결일
field-support-line-counselor = 담당자
field-support-line-agency = 연계기관
field-support-line-remark = 비고
field-support-line-deleted = 지운 사유

## 지원 내역

entity-support-action = 지원 내역
field-support-action-case = 사건
field-support-action-line = 지원선
field-support-action-kind = 지원유형
field-support-action-done-on = 지원일
field-support-action-quantity = 건수
field-support-action-minutes = 소요시간(분)
field-support-action-counselor = 상담원
field-support-action-method = 방법
field-support-action-agency = 연계기관
field-support-action-agency-person = 연계기관 담당자
field-support-action-result = 결과
field-support-action-interview = 상담
field-support-action-outside-system = 다른 시스템
field-support-action-outside-number = 다른 시스템의 번호
field-support-action-remark = 비고
field-support-action-deleted = 지운 사유

## 할 일

entity-task = 할 일
field-task-case = 사건
field-task-kind = 할 일 종류
field-task-due-on = 기한
field-task-state = 상태
field-task-assignee = 담당자
field-task-about = 관련 기록
field-task-done-on = 마친 날
field-task-words = 내용
field-task-deleted = 지운 사유

## 약속

entity-appointment = 약속
field-appointment-case = 사건
field-appointment-on = 날짜
field-appointment-at = 일시
field-appointment-minutes = 소요시간(분)
field-appointment-method = 방법
field-appointment-state = 상태
field-appointment-counselor = 상담원
field-appointment-agency = 기관
field-appointment-place = 장소
field-appointment-words = 내용
field-appointment-kind = 일정 종류
field-appointment-trial = 관련 재판
field-appointment-deadline-basis = 기한의 근거
field-appointment-deleted = 지운 사유

## 연계기관

entity-agency = 연계기관
field-agency-name = 기관명
field-agency-kind = 기관 종류
field-agency-branch = 부서
field-agency-person = 담당자
field-agency-phone = 전화번호
field-agency-email = 이메일
field-agency-address = 주소
field-agency-url = 누리집·신고 창구
field-agency-valid-from = 사용 시작일
field-agency-valid-to = 사용 종료일
field-agency-remark = 비고
field-agency-deleted = 지운 사유

## 재판

entity-trial = 재판
field-trial-case = 사건
field-trial-suspect = 피고인
field-trial-stage = 단계
field-trial-number = 사건번호
field-trial-court = 법원
field-trial-division = 재판부
field-trial-hearing-on = 공판기일
field-trial-sentenced-on = 선고일
field-trial-sought = 구형
field-trial-sentence = 선고
field-trial-remark = 비고
field-trial-outcome = 결과
field-trial-charges = 적용 법조
field-trial-police-number = 경찰 사건번호
field-trial-prosecution-number = 검찰 사건번호
field-trial-wanted = 수배 중
field-trial-held = 구속 중
field-trial-arrested-on = 체포·구속일
field-trial-indicted-on = 기소일
field-trial-sought-months = 구형(개월)
field-trial-sentence-months = 선고형(개월)
field-trial-suspended-months = 집행유예(개월)
field-trial-programme-hours = 이수명령(시간)
field-trial-restriction-months = 취업제한(개월)
field-trial-registered = 신상정보 등록
field-trial-appealed-by = 상소한 쪽
field-trial-appeal-until = 상소 기한
field-trial-final-on = 확정일
field-trial-deleted = 지운 사유

## 문서

entity-paper = 문서
field-paper-case = 사건
field-paper-kind = 문서 종류
field-paper-number = 문서번호
field-paper-made-on = 작성일
field-paper-made-by = 작성자
field-paper-addressee = 받는 곳
field-paper-purpose-of-access = 열람 목적
field-paper-state = 제출 상태
field-paper-digest-of = 해시값
field-paper-evidence = 채증자료
field-paper-remark = 비고
field-paper-receiver = 받는 곳의 종류
field-paper-deleted = 지운 사유

## 피해

entity-incident = 피해
field-incident-case = 사건
field-incident-happened-from = 발생 시기(부터)
field-incident-happened-to = 발생 시기(까지)
field-incident-noticed-on = 인지 시기
field-incident-learned-by = 인지 경로
field-incident-spread = 유포 여부
field-incident-extent = 유포 범위
field-incident-relation = 가해자와의 관계
field-incident-relation-detail = 관계(세부)
field-incident-place = 발생 장소
field-incident-story = 피해 정황
field-incident-filming-stated = 촬영에 관한 진술(스스로 말한 때만)
field-incident-aftermath = 피해 이후의 변화
field-incident-deleted = 지운 사유

## 피해유형

entity-harm = 피해유형
field-harm-case = 사건
field-harm-of = 피해
field-harm-kind = 피해유형
field-harm-chosen = 해당
field-harm-deleted = 지운 사유

## 자료 구분

entity-material-kind = 자료 구분
field-material-kind-case = 사건
field-material-kind-of = 피해
field-material-kind-kind = 자료 구분
field-material-kind-chosen = 해당
field-material-kind-deleted = 지운 사유

## 가해 추정 인물

entity-suspect = 가해 추정 인물
field-suspect-case = 사건
field-suspect-part = 역할
field-suspect-stage = 절차상 지위
field-suspect-main = 주된 가해 추정 인물
field-suspect-nickname = 닉네임(별명)
field-suspect-name = 이름
field-suspect-sex = 성별
field-suspect-age = 나이
field-suspect-age-words = 나이(들은 대로)
field-suspect-job = 직업
field-suspect-affiliation = 소속
field-suspect-region = 지역
field-suspect-approach = 접근 경로
field-suspect-method = 수법
field-suspect-threat = 협박 내용
field-suspect-threat-deadline = 협박 기한
field-suspect-in-contact = 현재 연락 여부
field-suspect-accomplices = 공범
field-suspect-features = 관찰 특징
field-suspect-prior-record = 전력(제한 항목)
field-suspect-seen-from = 확인된 시기(부터)
field-suspect-seen-to = 확인된 시기(까지)
field-suspect-remark = 비고
field-suspect-deleted = 지운 사유

## 요구

entity-demand = 요구
field-demand-case = 사건
field-demand-of = 가해 추정 인물
field-demand-kind = 요구한 것
field-demand-chosen = 해당
field-demand-deleted = 지운 사유

## 식별정보(단서)

entity-identifier = 식별정보(단서)
field-identifier-case = 사건
field-identifier-suspect = 가해 추정 인물
field-identifier-kind = 식별정보 종류
field-identifier-value = 값(들은 그대로)
field-identifier-site = 사이트
field-identifier-role = 누구의 것인지
field-identifier-strength = 강도
field-identifier-shared = 여러 사람이 쓰는 값
field-identifier-seen-from = 확인된 시기(부터)
field-identifier-seen-to = 확인된 시기(까지)
field-identifier-source = 출처 기록
field-identifier-source-words = 출처가 된 말
field-identifier-shared-why = 공유된 값으로 본 이유
field-identifier-said-by = 알려 준 사람
field-identifier-deleted = 지운 사유

## 게시물

entity-posting = 게시물
field-posting-case = 사건
field-posting-url = 게시물 주소(URL)
field-posting-typed = 붙여넣은 그대로의 주소
field-posting-platform = 플랫폼
field-posting-site = 사이트
field-posting-title = 게시물 제목
field-posting-keyword = 검색어(키워드)
field-posting-uploader = 업로더
field-posting-uploaded-on = 게시일
field-posting-found-on = 발견일
field-posting-found-by = 발견자
field-posting-material = 자료 구분
field-posting-result = 삭제지원 상태
field-posting-result-on = 상태 확인일
field-posting-next-check = 다음 점검일
field-posting-parent = 이전 게시물
field-posting-suspect = 게시한 인물
field-posting-incident = 피해
field-posting-evidence = 채증자료
field-posting-country = 서버 국가
field-posting-views = 조회수
field-posting-identifiable = 얼굴 등으로 알아볼 수 있는지
field-posting-minor-shown = 미성년자인지
field-posting-police-too = 경찰 요청분(별도 집계)
field-posting-remark = 비고
field-posting-item = 피해촬영물
field-posting-found-how = 발견 방법
field-posting-restored = 복구된 횟수
field-posting-cache-of = 검색결과의 원문 주소
field-posting-check-stopped = 점검 끝냄
field-posting-deleted = 지운 사유

## 신상정보 유출

entity-leak = 신상정보 유출
field-leak-case = 사건
field-leak-of = 게시물
field-leak-kind = 유출된 신상정보
field-leak-chosen = 해당
field-leak-deleted = 지운 사유

## 삭제지원 조치

entity-deletion-action = 삭제지원 조치
field-deletion-action-case = 사건
field-deletion-action-posting = 게시물
field-deletion-action-kind = 조치 종류
field-deletion-action-done-on = 조치일
field-deletion-action-done-at = 조치일시
field-deletion-action-counselor = 담당자
field-deletion-action-channel = 요청 창구
field-deletion-action-addressee = 요청한 곳
field-deletion-action-agency = 기관
field-deletion-action-basis = 삭제지원 근거
field-deletion-action-result = 결과
field-deletion-action-result-on = 결과 확인일
field-deletion-action-minutes = 소요시간(분)
field-deletion-action-request-number = 요청 접수번호
field-deletion-action-outside-system = 다른 시스템
field-deletion-action-outside-number = 다른 시스템의 번호
field-deletion-action-remark = 비고
field-deletion-action-deleted = 지운 사유

## 채증자료

entity-evidence = 채증자료
field-evidence-case = 사건
field-evidence-kind = 자료 종류
field-evidence-title = 자료명
field-evidence-acquired-at = 취득일시
field-evidence-acquired-on = 취득일
field-evidence-acquired-by = 취득자
field-evidence-acquired-from = 출처
field-evidence-how = 취득 방법
field-evidence-sha256 = 해시값(SHA-256)
field-evidence-pdq = 이미지 특징값(PDQ)
field-evidence-size = 크기(바이트)
field-evidence-media-type = 파일 형식
field-evidence-file-name = 파일 이름
field-evidence-material = 자료 구분
field-evidence-store = 보관 방식
field-evidence-where-kept = 보관 장소
field-evidence-legal-basis = 보관 근거
field-evidence-attachment = 봉인 첨부 해시값
field-evidence-attachment-key = 봉인 첨부 열쇠
field-evidence-posting = 게시물
field-evidence-suspect = 가해 추정 인물
field-evidence-incident = 피해
field-evidence-watermark = 워터마크
field-evidence-description = 자료 설명
field-evidence-told-to-keep = 원본 기기 보존 안내
field-evidence-sexual = 성적 내용
field-evidence-quality = 특징값 품질
field-evidence-frames = 장면 수
field-evidence-duration-ms = 길이(밀리초)
field-evidence-item = 피해촬영물
field-evidence-outside-system = 다른 시스템
field-evidence-outside-number = 다른 시스템 번호
field-evidence-deleted = 지운 사유

## 동의

entity-consent = 동의
field-consent-case = 사건
field-consent-purpose = 동의 항목
field-consent-decision = 결정
field-consent-receiver = 받는 자
field-consent-receiver-name = 받는 자 이름
field-consent-given-on = 동의일
field-consent-given-at = 동의일시
field-consent-method = 동의 방법
field-consent-giver = 동의한 사람
field-consent-explained-by = 설명한 사람
field-consent-form-version = 동의서 판
field-consent-text-digest = 동의서 해시값
field-consent-language = 언어
field-consent-keep-until = 보유·이용 기간
field-consent-guardian-name = 법정대리인 이름
field-consent-guardian-contact = 법정대리인 연락처
field-consent-guardian-confirm = 법정대리인 확인 방법
field-consent-guardian-not-told-why = 보호자에게 알리지 않은 사유
field-consent-withdrawn-on = 철회일
field-consent-withdrawn-at = 철회일시
field-consent-withdrawn-why = 철회 사유
field-consent-withhold-what = 알리지 않을 정보
field-consent-withhold-from = 알리지 않을 상대
field-consent-withhold-why = 알리지 않는 이유
field-consent-evidence = 동의서 스캔
field-consent-deleted = 지운 사유

## 상담

entity-interview = 상담
field-interview-case = 사건
field-interview-kind = 상담 종류
field-interview-state = 상태
field-interview-form = 양식
field-interview-form-version = 양식 판
field-interview-started-at = 시작일시
field-interview-ended-at = 마친 일시
field-interview-minutes = 소요시간(분)
field-interview-paused-minutes = 쉰 시간(분)
field-interview-counselor = 상담원
field-interview-method = 상담방법
field-interview-next-contact = 다음 접촉일
field-interview-risk-change = 위험도 변화
field-interview-present = 참석자
field-interview-condition = 피해자의 상태(관찰)
field-interview-summary = 상담내용
field-interview-promised = 약속한 일
field-interview-deleted = 지운 사유

## 답변

entity-answer = 답변
field-answer-case = 사건
field-answer-interview = 상담
field-answer-path = 질문
field-answer-state = 답변 상태
field-answer-value = 답변
field-answer-value-core = 답변 (기본)
field-answer-value-identity = 답변 (신원)
field-answer-value-suspect = 답변 (가해 추정)
field-answer-value-material = 답변 (게시물)
field-answer-value-court = 답변 (재판)
field-answer-form-version = 양식 판
field-answer-deleted = 지운 사유

## 기록

entity-note = 기록
field-note-case = 사건
field-note-kind = 기록 종류
field-note-text = 내용
field-note-at = 기록일시
field-note-interview = 상담
field-note-about = 관련 기록
field-note-corrects = 정정한 기록
field-note-place = 순서
field-note-counselor = 기록한 사람
field-note-deleted = 지운 사유

## 위험도 평가

entity-risk = 위험도 평가
field-risk-case = 사건
field-risk-on = 평가일
field-risk-interview = 상담
field-risk-counselor = 평가한 사람
field-risk-suicide = 자살 생각·계획
field-risk-self-harm = 자해
field-risk-spread-near = 유포 임박·기한 제시
field-risk-demands-go-on = 금전·촬영물·만남 요구 계속
field-risk-whereabouts-known = 가해자가 주소·학교·직장을 앎
field-risk-stalking = 물리적 접근·스토킹
field-risk-minor = 14세·19세 미만
field-risk-no-support = 지지자 없음·가정 내 위험
field-risk-in-contact = 가해자와 현재 연락
field-risk-other-victims = 다른 피해자 존재
field-risk-money = 금전 갈취
field-risk-home-exposed = 주거 노출
field-risk-own-view = 본인이 느끼는 위험도
field-risk-level = 위험도
field-risk-reasons = 판단 이유
field-risk-deleted = 지운 사유

## 안전계획

entity-safety-plan = 안전계획
field-safety-plan-case = 사건
field-safety-plan-on = 작성일
field-safety-plan-risk = 위험도 평가
field-safety-plan-counselor = 작성자
field-safety-plan-called-109 = 109 안내
field-safety-plan-called-112 = 112 안내
field-safety-plan-called-1366 = 1366 안내
field-safety-plan-protection-asked = 신변보호 신청
field-safety-plan-talk-stopped = 대화 중단
field-safety-plan-evidence-kept = 증거 보존
field-safety-plan-accounts-secured = 계정 보안
field-safety-plan-payment-stopped = 송금 중단
field-safety-plan-safe-person = 믿을 수 있는 사람
field-safety-plan-safe-place = 안전한 장소
field-safety-plan-steps = 위험 신호와 할 일
field-safety-plan-review-on = 다시 볼 날
field-safety-plan-deleted = 지운 사유

entity-own-account = 피해자 본인 계정
field-own-account-case = 사건
field-own-account-kind = 종류
field-own-account-value = 받은 그대로
field-own-account-site = 사이트
field-own-account-remark = 메모
field-own-account-deleted = 지운 사유

## 피해촬영물

entity-material = 피해촬영물
field-material-case = 사건
field-material-kind = 법적 구분
field-material-title = 부르는 이름
field-material-medium = 형태
field-material-incident = 피해
field-material-made-on = 촬영·제작 시기
field-material-identifiable = 피해자를 알아볼 수 있는지
field-material-minor-shown = 미성년자가 나오는지
field-material-edited = 합성·편집인지
field-material-self-made = 직접 촬영한 것인지
field-material-for-profit = 영리 목적인지
field-material-watermark = 워터마크
field-material-keywords = 검색어
field-material-description = 설명
field-material-deleted = 지운 사유

## 증거 관리 이력

entity-custody = 증거 관리 이력
field-custody-case = 사건
field-custody-evidence = 증거
field-custody-kind = 한 일
field-custody-at = 일시
field-custody-by = 한 사람
field-custody-handed-to = 받은 사람
field-custody-agency = 받은 기관
field-custody-purpose = 열람 목적
field-custody-reason = 사유
field-custody-seconds = 노출 시간(초)
field-custody-sha256 = 그때의 해시값
field-custody-medium-number = 매체 번호
field-custody-deleted = 지운 사유

## 영상·사진 특징값

entity-fingerprint = 영상·사진 특징값
field-fingerprint-case = 사건
field-fingerprint-evidence = 증거
field-fingerprint-kind = 종류
field-fingerprint-value = 특징값(PDQ)
field-fingerprint-quality = 품질
field-fingerprint-at-ms = 장면 위치(밀리초)
field-fingerprint-deleted = 지운 사유

## 시점확인

entity-timestamp = 시점확인
field-timestamp-case = 사건
field-timestamp-evidence = 증거
field-timestamp-sha256 = 확인한 해시값
field-timestamp-nonce = 요청 번호
field-timestamp-asked-at = 요청 일시
field-timestamp-stamped-at = 확인 일시
field-timestamp-authority = 시점확인 기관
field-timestamp-root = 최상위 인증서
field-timestamp-policy = 정책 번호
field-timestamp-serial = 일련번호
field-timestamp-token = 토큰
field-timestamp-deleted = 지운 사유

## 기관 연계

entity-referral = 기관 연계
field-referral-case = 사건
field-referral-line = 지원선
field-referral-agency = 기관
field-referral-agency-person = 기관 담당자
field-referral-state = 상태
field-referral-offered-on = 제안한 날
field-referral-answered-on = 의사를 확인한 날
field-referral-sent-on = 의뢰한 날
field-referral-taken-on = 기관이 답한 날
field-referral-done-on = 완료한 날
field-referral-revoked-on = 철회한 날
field-referral-consent = 근거 동의
field-referral-counselor = 상담원
field-referral-remark = 메모
field-referral-deleted = 지운 사유

## 상담 목표

entity-goal = 상담 목표
field-goal-case = 사건
field-goal-state = 상태
field-goal-set-on = 세운 날
field-goal-review-on = 돌아볼 날
field-goal-reached-on = 이룬 날
field-goal-counselor = 상담원
field-goal-words = 목표
field-goal-steps = 할 일
field-goal-deleted = 지운 사유

## 제공 내역

entity-disclosure = 제공 내역
field-disclosure-case = 사건
field-disclosure-purpose = 동의 목적
field-disclosure-receiver = 받은 곳의 종류
field-disclosure-receiver-name = 받은 곳
field-disclosure-left-on = 나간 날
field-disclosure-left-at = 나간 일시
field-disclosure-by = 제공한 사람
field-disclosure-means = 방법
field-disclosure-items = 항목
field-disclosure-bundle = 묶음 번호
field-disclosure-paper = 문서
field-disclosure-evidence = 증거
field-disclosure-referral = 기관 연계
field-disclosure-recall = 회수 상태
field-disclosure-recalled-on = 회수 요청일
field-disclosure-acknowledged-on = 회수 확인일
field-disclosure-deleted = 지운 사유

## 수사·재판 경과

entity-court-event = 수사·재판 경과
field-court-event-case = 사건
field-court-event-trial = 재판
field-court-event-kind = 경과
field-court-event-on = 날짜
field-court-event-at = 시각
field-court-event-stage = 단계
field-court-event-party = 주체
field-court-event-months = 형량·기간(개월)
field-court-event-room = 법정
field-court-event-told-victim-by = 피해자에게 알린 사람
field-court-event-told-victim-on = 피해자에게 알린 날
field-court-event-remark = 메모
field-court-event-deleted = 지운 사유

## 플랫폼

entity-site = 플랫폼
field-site-host = 사이트 주소
field-site-name = 이름
field-site-platform = 플랫폼 구분
field-site-country = 국가
field-site-channel = 요청 방법
field-site-report-url = 신고 창구 주소
field-site-email = 이메일
field-site-phone = 전화
field-site-language = 요청 언어
field-site-papers = 서류를 요구하는지
field-site-person = 담당자
field-site-checked-on = 확인한 날
field-site-remark = 메모
field-site-deleted = 지운 사유

## 같은 사람으로 합침

entity-merge = 같은 사람으로 합침
field-merge-kind = 합친 기록의 종류
field-merge-kept = 남긴 기록
field-merge-kept-case = 남긴 기록의 사건
field-merge-joined = 합친 기록
field-merge-joined-case = 합친 기록의 사건
field-merge-decision = 판단
field-merge-reason = 근거
field-merge-decided-on = 판단한 날
field-merge-decided-by = 판단한 사람
field-merge-deleted = 나눈 사유

## 접근권한

entity-role-grant = 접근권한
field-role-grant-counselor = 사용자
field-role-grant-role = 권한
field-role-grant-granted-on = 부여일
field-role-grant-granted-by = 부여한 사람
field-role-grant-ended-on = 말소일
field-role-grant-ended-by = 말소한 사람
field-role-grant-reason = 사유
field-role-grant-deleted = 지운 사유

## 긴급 열람

entity-break-glass = 긴급 열람
field-break-glass-counselor = 열람한 사람
field-break-glass-role = 권한
field-break-glass-about = 사건
field-break-glass-at = 시작
field-break-glass-until = 끝
field-break-glass-purpose = 열람 목적
field-break-glass-reason = 사유
field-break-glass-reviewed-by = 점검한 사람
field-break-glass-reviewed-on = 점검일
field-break-glass-finding = 점검 결과
field-break-glass-deleted = 지운 사유

## 접속기록 표시

entity-access-mark = 접속기록 표시
field-access-mark-device = 기기
field-access-mark-on = 날짜
field-access-mark-lines = 기록 줄 수
field-access-mark-head = 마지막 해시
field-access-mark-deleted = 지운 사유

## 접속기록 점검

entity-access-review = 접속기록 점검
field-access-review-month = 점검한 달
field-access-review-device = 기기
field-access-review-reviewed-by = 점검한 사람
field-access-review-reviewed-on = 점검일
field-access-review-finding = 점검 결과
field-access-review-lines = 기록 줄 수
field-access-review-remark = 메모
field-access-review-deleted = 지운 사유

## 파기 대장

entity-destruction = 파기 대장
field-destruction-number = 확인서 번호
field-destruction-part = 파기한 부분의 표식
field-destruction-cls = 기록 구분
field-destruction-ground = 파기 사유
field-destruction-done-on = 파기일
field-destruction-done-by = 파기한 사람
field-destruction-approved-by = 승인한 사람
field-destruction-records = 기록 수
field-destruction-attachments = 첨부 수
field-destruction-whole = 전부 파기
field-destruction-proven-on = 확인일
field-destruction-deleted = 지운 사유

## 같은 사람으로 봄

entity-link = 같은 사람으로 봄
field-link-kind = 연결의 종류
field-link-one = 한쪽
field-link-one-case = 한쪽의 사건
field-link-other = 다른 쪽
field-link-other-case = 다른 쪽의 사건
field-link-decision = 판단
field-link-reason = 근거
field-link-reason-words = 근거(적은 말)
field-link-likeness = 비슷한 정도
field-link-weight = 근거의 무게
field-link-engine = 비교 규칙의 판
field-link-center = 판단한 센터
field-link-decided-by = 판단한 사람
field-link-decided-on = 판단한 날
field-link-decided-at = 판단한 시각
field-link-second = 두 번째 판단
field-link-second-by = 두 번째 확인자
field-link-second-on = 두 번째 확인일
field-link-second-reason = 두 번째 근거
field-link-for-court = 법원 제출용
field-link-standing = 판단 때 기록의 위치
field-link-seen = 본 적 있음
field-link-looked-by = 다시 살펴본 사람
field-link-looked-on = 다시 살펴본 날
field-link-looked-reason = 그대로 둔 근거
field-link-looked-over = 다시 살펴본 까닭
field-link-deleted = 거둔 사유

## 판단 때의 근거

entity-link-line = 판단 때의 근거
field-link-line-link = 판단
field-link-line-place = 차례
field-link-line-says = 근거의 말
field-link-line-kind = 식별정보의 종류
field-link-line-one-record = 한쪽의 기록
field-link-line-other-record = 다른 쪽의 기록
field-link-line-weight = 무게
field-link-line-holders = 같은 값을 가진 다른 사람
field-link-line-deleted = 거둔 사유

## 연결 알림

entity-link-notice = 연결 알림
field-link-notice-to-center = 받는 센터
field-link-notice-kind = 알림의 종류
field-link-notice-link-kind = 연결의 종류
field-link-notice-state = 상태
field-link-notice-link = 판단
field-link-notice-about-case = 해당 사건
field-link-notice-about = 해당 기록
field-link-notice-likeness = 비슷한 정도
field-link-notice-confirmed-on = 확인한 날
field-link-notice-two-persons = 두 사람이 확인
field-link-notice-other-cases = 다른 사건 수
field-link-notice-other-center = 상대 센터
field-link-notice-other-title = 상대 센터 이름
field-link-notice-contact-name = 상담원
field-link-notice-contact-phone = 상담원 전화
field-link-notice-contact-email = 상담원 이메일
field-link-notice-said-on = 알린 날
field-link-notice-said-by = 알린 사람
field-link-notice-recalled-on = 취소한 날
field-link-notice-recall-reason = 취소 근거
field-link-notice-request = 요청
field-link-notice-wanted = 요청한 것
field-link-notice-reply = 회신
field-link-notice-deleted = 거둔 사유

## 알림의 근거

entity-notice-line = 알림의 근거
field-notice-line-notice = 알림
field-notice-line-to-center = 받는 센터
field-notice-line-place = 차례
field-notice-line-says = 근거의 말
field-notice-line-kind = 식별정보의 종류
field-notice-line-own-record = 해당 식별정보
field-notice-line-deleted = 거둔 사유

## 알림 회신

entity-notice-answer = 알림 회신
field-notice-answer-notice = 알림
field-notice-answer-answer = 회신
field-notice-answer-center = 회신한 센터
field-notice-answer-answered-by = 회신한 사람
field-notice-answer-answered-on = 회신한 날
field-notice-answer-remark = 비고
field-notice-answer-deleted = 거둔 사유

## 공동 대응 요청

entity-joint-request = 공동 대응 요청
field-joint-request-notice = 알림
field-joint-request-wanted = 요청한 것
field-joint-request-center = 요청한 센터
field-joint-request-asked-by = 요청한 사람
field-joint-request-asked-on = 요청한 날
field-joint-request-state = 상태
field-joint-request-remark = 비고
field-joint-request-deleted = 거둔 사유

## 공동 대응 회신

entity-joint-answer = 공동 대응 회신
field-joint-answer-notice = 알림
field-joint-answer-reply = 회신
field-joint-answer-center = 회신한 센터
field-joint-answer-answered-by = 회신한 사람
field-joint-answer-answered-on = 회신한 날
field-joint-answer-victim-asked-on = 피해자에게 물은 날
field-joint-answer-consent = 동의
field-joint-answer-remark = 비고
field-joint-answer-deleted = 거둔 사유

## 사건 이관

entity-handover = 사건 이관
field-handover-from-center = 보내는 센터
field-handover-to-center = 받는 센터
field-handover-from-counselor = 이전 담당
field-handover-to-counselor = 새 담당
field-handover-state = 상태
field-handover-reason = 사유
field-handover-consent = 동의
field-handover-said-on = 제안한 날
field-handover-said-by = 제안한 사람
field-handover-taken-on = 인수한 날
field-handover-taken-by = 인수한 사람
field-handover-deleted = 거둔 사유
field-handover-case = 사건

## 사건 이관 회신

entity-handover-answer = 사건 이관 회신
field-handover-answer-handover = 이관
field-handover-answer-from-center = 보내는 센터
field-handover-answer-center = 받는 센터
field-handover-answer-answer = 회신
field-handover-answer-answered-by = 회신한 사람
field-handover-answer-answered-on = 회신한 날
field-handover-answer-deleted = 거둔 사유

## 여럿이 쓰는 값

entity-shared-value = 여럿이 쓰는 값
field-shared-value-kind = 식별정보의 종류
field-shared-value-value = 값
field-shared-value-shared = 여럿이 씀
field-shared-value-reason = 근거
field-shared-value-reason-words = 근거(적은 말)
field-shared-value-decided-by = 표시한 사람
field-shared-value-decided-on = 표시한 날
field-shared-value-deleted = 거둔 사유

## 센터 연락처

entity-contact-point = 센터 연락처
field-contact-point-center = 센터
field-contact-point-name = 담당
field-contact-point-phone = 전화
field-contact-point-email = 이메일
field-contact-point-hours = 통화 가능 시간
field-contact-point-deleted = 거둔 사유

## 발급 문서

entity-issued-paper = 발급 문서
field-issued-paper-number = 문서 번호
field-issued-paper-kind = 문서 종류
field-issued-paper-about-kind = 무엇에 관한
field-issued-paper-about = 대상 기록
field-issued-paper-state = 상태
field-issued-paper-court = 법원
field-issued-paper-case-number = 사건번호(법원)
field-issued-paper-accused = 피고인
field-issued-paper-addressee = 받는 곳
field-issued-paper-outward = 대외 제출용
field-issued-paper-language = 언어
field-issued-paper-template = 서식
field-issued-paper-made-on = 만든 날
field-issued-paper-made-at = 만든 시각
field-issued-paper-made-by = 만든 사람
field-issued-paper-checked-by = 확인한 사람
field-issued-paper-position = 기준 위치
field-issued-paper-digest = 문서 해시
field-issued-paper-sealed = 전자서명함
field-issued-paper-voided-on = 취소한 날
field-issued-paper-void-reason = 취소 사유
field-issued-paper-redactions = 가린 것
field-issued-paper-remark = 비고
field-issued-paper-deleted = 거둔 사유

## 굳힌 수치

entity-figure = 굳힌 수치
field-figure-paper = 발급 문서
field-figure-place = 문서 안의 순서
field-figure-about-kind = 무엇에 관한
field-figure-about = 대상 기록
field-figure-rule = 집계 규칙
field-figure-first = 기간의 처음
field-figure-last = 기간의 끝
field-figure-court = 법원
field-figure-position = 기준 위치
field-figure-people = 사람 묶음의 해시
field-figure-rows = 행의 해시
field-figure-value = 값
field-figure-doubtful = 분명하지 않은 수
field-figure-taken-on = 굳힌 날
field-figure-taken-by = 굳힌 사람
field-figure-deleted = 거둔 사유

entity-petition = 탄원서
field-petition-case = 사건
field-petition-court = 법원
field-petition-case-number = 사건번호(법원)
field-petition-state = 상태
field-petition-way = 쓰는 방법
field-petition-asked-on = 물어본 날
field-petition-said-on = 답한 날
field-petition-received-on = 받은 날
field-petition-filed-on = 법원에 낸 날
field-petition-sheets = 장수
field-petition-asked-by = 물어본 사람
field-petition-evidence = 보관한 사본
field-petition-remark = 메모
field-petition-deleted = 지움

entity-position = 기준 위치
field-position-hash = 기준 위치의 해시
field-position-place = 몇째 조각
field-position-told = 로그마다 어디까지
field-position-held = 그때 읽은 기록 수
field-position-deleted = 거둔 사유

entity-aggregate = 센터별 집계
field-aggregate-center = 센터
field-aggregate-first = 기간의 처음
field-aggregate-last = 기간의 끝
field-aggregate-edition = 집계 규칙 판
field-aggregate-tables = 표의 수
field-aggregate-cases = 사건 수
field-aggregate-digest = 표의 해시
field-aggregate-position = 기준 위치
field-aggregate-made-on = 만든 날
field-aggregate-made-at = 만든 시각
field-aggregate-deleted = 거둔 사유

entity-aggregate-table = 센터별 집계의 표
field-aggregate-table-aggregate = 센터별 집계
field-aggregate-table-name = 표
field-aggregate-table-rule = 집계 규칙
field-aggregate-table-doubtful = 분명하지 않은 수
field-aggregate-table-cells = 칸
field-aggregate-table-deleted = 거둔 사유

entity-phrase = 센터 문구
field-phrase-name = 이름
field-phrase-language = 언어
field-phrase-words = 문구
field-phrase-chosen-by = 정한 사람
field-phrase-chosen-on = 정한 날
field-phrase-deleted = 지움
