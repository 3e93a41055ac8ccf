## 상담기록 사본

paper-copy-title = 상담기록 사본
paper-copy-for-her = 요청하신 상담기록의 사본입니다.
paper-copy-for-others = 아래 받는 곳에 드리는 상담기록의 사본입니다. 다른 목적으로 쓰거나 다른 곳에 주지 마십시오.
paper-copy-number = 접수번호
paper-copy-addressee = 받는 분
paper-copy-extent = 담은 기록
paper-copy-officer = 담당
paper-copy-checked = 확인
paper-copy-all = 상담기록 전부 { NUMBER($count) }건
paper-copy-some = 상담기록 { NUMBER($of) }건 가운데 { NUMBER($count) }건
paper-copy-empty = 담은 기록이 없습니다.
paper-copy-no-words = 적힌 말이 없습니다.
paper-copy-mark = [가림]
paper-copy-left-out = 가린 부분
paper-copy-left-out-note = 가린 자리에는 [가림]이라고 적었습니다. 무엇을 가렸는지는 종류만 적습니다.
paper-copy-what = 가린 것
paper-copy-why = 근거
paper-copy-places = 곳
paper-copy-attest = 위 내용이 상담기록과 같음을 확인합니다.
paper-copy-complaint = 가린 부분에 대하여 센터나 개인정보보호위원회에 이의를 말씀하실 수 있습니다(개인정보 보호법 제35조·제38조).

## 담은 것과 가린 것

paper-copy-asked-only = 묻지 않은 질문은 적지 않았습니다.
paper-copy-form = 서식
paper-copy-unfinished = 아직 마치지 않은 상담
paper-copy-hidden-words = 골라 가린 말 { NUMBER($number) }
paper-copy-one-question = 질문 하나의 답
paper-copy-one-record = 기록 하나
paper-copy-ground-others = 다른 사람의 정보 (개인정보 보호법 제35조제4항제2호)
paper-copy-ground-least = 목적에 필요하지 않음 (개인정보 보호법 제16조제1항)
paper-part-notes-free = 자유 기록
paper-part-notes-verbatim = 그대로 옮긴 말
paper-part-notes-summary = 요약
paper-part-notes-observation = 관찰 특징
paper-part-notes-correction = 정정
paper-part-notes-seen-before = ‘본 적 있음’ 기록
paper-part-notes-plan = 상담계획
paper-part-answers-identity = 신원에 관한 답
paper-part-answers-suspect = 가해 추정 인물에 관한 답
paper-part-answers-material = 자료에 관한 답
paper-part-answers-court = 수사·재판에 관한 답
paper-part-answers-narrative = 진술에 관한 답
paper-part-present = 함께 있던 사람
paper-part-condition = 관찰한 상태
paper-part-summary = 상담 요약
paper-part-promised = 약속한 일

## 미리보기에서 알리는 것

paper-missing-records = 담을 상담기록이 없습니다.
paper-missing-addressee = 받는 분이 비어 있습니다.
paper-warning-hide-nowhere = 가릴 말 가운데 { $numbers }번째 말은 담은 기록 어디에도 없습니다. 적은 글자가 맞는지 살펴보십시오.
paper-warning-open-interview = 아직 마치지 않은 상담이 들어 있습니다. 적는 중인 말은 들어 있지 않을 수 있습니다.
paper-warning-named-here = 피해자가 아닌 사람의 이름이 나옵니다: { $numbers }번 기록. 가릴 것인지 살펴보십시오.
paper-warning-named-elsewhere = 다른 사건에 적힌 이름과 같은 말이 나옵니다: { $numbers }번 기록. 가릴 것인지 살펴보십시오.
paper-warning-copy-not-agreed = 받는 곳에 주는 데 동의가 없습니다. 법에 따라 주는 것이면 까닭을 적어야 발급됩니다.
paper-warning-withheld = 누구에게는 알리지 말아 달라고 하신 것이 있습니다. 동의 화면에서 무엇인지 보고 가릴 것인지 살펴보십시오.
