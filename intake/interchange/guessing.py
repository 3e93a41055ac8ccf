"""Which column of a sheet is which field (칸 맞추기): a guess that a person corrects.

* Words of the schema in both languages, the field's own name, and what centers write in their
  own sheets. Each field is guessed once; a column nobody knows stays aside.

>>> guess(("사건번호", "URL", "요청일", "기분"), TARGETS["postings"])
('case/number', 'posting/url', 'deletion_action/done_on', '')
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from intake.interchange.targets import TARGETS, Column, Target
from intake.text import LANGUAGES, texts_in

_WRITTEN: Final[Mapping[str, str]] = {
    "case/number": "사건번호 접수번호 사건 번호 관리번호 사례번호 case casenumber caseno caseid",
    "case/received_on": "접수일 접수일자 접수날짜 received intakedate",
    "case/route": "경로 접수경로 유입경로 route",
    "case/counselor": "상담원 담당 담당자 담당상담원 counselor counsellor worker",
    "case/consent": "동의 동의상태 동의여부 consent",
    "case/alias": "가명 별칭 호칭 alias pseudonym",
    "case/delete_basis": "삭제근거 요청근거 근거 법적근거 basis legalbasis",
    "case/retention": "보유기간 보존기간 보관기간 retention",
    "case/central_number": "중앙번호 중앙접수번호",
    "case/police_number": "경찰번호 경찰접수번호",
    "case/other_number": "타기관번호 다른번호 기존번호 이전번호 oldnumber",
    "person/sex": "성별 sex gender",
    "person/age": "나이 연령 만나이 age",
    "person/age_band": "연령대 ageband",
    "person/birth": "생년월일 출생연도 생년 birth birthday dateofbirth dob",
    "person/name": "이름 성명 피해자명 name",
    "person/phone": "연락처 전화 전화번호 휴대전화 핸드폰 phone tel mobile",
    "person/region": "지역 거주지 거주지역 시도 region",
    "person/role": "구분 관계자구분 role",
    "person/requester_kind": "요청자 신청자 요청인 요청자구분 requester",
    "harm/kind": "피해유형 피해 피해내용 유형 damage damagetype harm",
    "material_kind/kind": "자료구분 자료 자료유형 피해촬영물 피해촬영물구분 material",
    "incident/relation": "관계 가해자관계 가해자와의관계 relation relationship",
    "incident/happened_from": "발생일 피해일 발생시기 피해시기 happened",
    "incident/noticed_on": "인지일 인지시기 noticed",
    "incident/story": "피해경위 경위 피해내용상세 개요 내용 story",
    "posting/url": "주소 링크 게시주소 게시물주소 게시글주소 유포주소 삭제주소 url link address uri",
    "posting/platform": "플랫폼 플랫폼구분 사이트구분 매체 platform",
    "posting/site": "사이트 사이트명 사이트이름 site website",
    "posting/title": "제목 게시물제목 게시글제목 글제목 title",
    "posting/uploader": "업로더 게시자 작성자 유포자 uploader author",
    "posting/uploaded_on": "게시일 업로드일 작성일 uploaded uploadedat",
    "posting/found_on": "발견일 확인일 모니터링일 발견날짜 found foundon",
    "posting/found_by": "발견자",
    "posting/found_how": "발견방법 발견경로",
    "posting/result": "상태 결과 처리결과 삭제결과 처리상태 진행상태 삭제여부 result status outcome",
    "posting/result_on": "삭제일 완료일 처리일 결과일 삭제완료일 removed removedon",
    "posting/next_check": "다음점검일 재확인일 점검예정일 nextcheck",
    "posting/police_too": "경찰 경찰요청 경찰요청분 police",
    "posting/country": "국가 서버국가 country",
    "posting/views": "조회수 views",
    "leak/kind": "신상정보 유출신상정보 유출정보 신상유출 leaked pii",
    "deletion_action/kind": "조치 조치종류 지원종류 요청구분 요청종류 구분 action kind type",
    "deletion_action/done_on": "요청일 조치일 지원일 요청날짜 신청일 requested requestedon date doneon",
    "deletion_action/counselor": "담당자 담당 삭제담당 처리자 officer",
    "deletion_action/channel": "창구 요청창구 요청방법 요청경로 channel",
    "deletion_action/addressee": "요청처 수신처 요청한곳 addressee",
    "deletion_action/request_number": "요청번호 요청접수번호 신고번호 ticket",
    "deletion_action/outside_system": "시스템 다른시스템 출처시스템 system",
    "deletion_action/outside_number": "시스템번호 외부번호 연번 일련번호 고유번호 조치번호 outsidenumber id",
    "deletion_action/minutes": "소요시간 시간분 minutes",
    "identifier/kind": "종류 구분 유형 식별정보종류 kind type",
    "identifier/value": "값 계정 아이디 식별정보 내용 번호 value account handle",
    "identifier/site": "사이트 site",
    "identifier/role": "역할 role",
    "identifier/strength": "강도 strength",
    "identifier/seen_from": "처음본날 최초확인 부터 from seenfrom",
    "identifier/seen_to": "마지막본날 최종확인 까지 to seento",
    "support_action/kind": "지원유형 지원종류 지원구분 구분 support kind",
    "support_action/done_on": "지원일 일자 날짜 date",
    "support_action/quantity": "건수 횟수 count quantity",
    "support_action/minutes": "소요시간 minutes",
}
_SURE, _PART = 4, 1


def guess(header: Sequence[str], target: Target) -> tuple[str, ...]:
    """Return for every column of a sheet the field it is, or nothing."""
    chances = sorted(
        (-points, at, rank, key)
        for at, name in enumerate(header)
        for rank, key in enumerate(target.by_key)
        if (points := max(_points(way, key, rank) for way in _ways(name))) > 0
    )
    found = [""] * len(header)
    taken: set[str] = set()
    for _, at, _, key in chances:
        if not found[at] and key not in taken:
            found[at] = key
            taken.add(key)
    return tuple(found)


def likeness(header: Sequence[str], target: Target) -> int:
    """Return how well a header fits a target; what no row can do without counts most."""
    known = guess(header, target)
    missing = [need for need in target.needs if need not in known]
    return 0 if missing else len([key for key in known if key]) + 2 * len(target.needs)


def best_target(header: Sequence[str]) -> str:
    """Return the target a header fits best; the first where none does."""
    return max(TARGETS, key=lambda name: likeness(header, TARGETS[name]))


def header_points(cells: Sequence[str]) -> int:
    """Return how many different words of a row are known as names of columns."""
    words = {_worn(cell) for cell in cells if cell}
    return sum(1 for word in words if word in _all_words())


@cache
def _all_words() -> frozenset[str]:
    return frozenset(
        word
        for target in TARGETS.values()
        for key in target.by_key
        for word in _words(key)
    )


def _points(name: str, key: str, rank: int) -> int:
    """Return how sure a name is for a field; the order of the fields decides a tie."""
    if not name:
        return 0
    words = _words(key)
    if name in words:
        return 1000 * _SURE - 10 * words[name] - rank
    if len(name) > 3 and any(len(word) > 2 and word in name for word in words):  # noqa: PLR2004
        return 1000 * _PART - rank
    return 0


@cache
def _words(key: str) -> Mapping[str, int]:
    """Return the names of a field; 0 for its own, 1 for what sheets say."""
    entity, _, field = key.partition("/")
    column = Column(entity, field)
    labels = (column.label(texts_in(language)) for language in LANGUAGES)
    own = {_worn(key): 0, _worn(f"{entity}.{field}"): 0}
    if not column.many:
        own |= {_worn(field): 0}
    own |= {_worn(label): 0 for label in labels}
    return {_worn(word): 1 for word in _WRITTEN.get(key, "").split()} | own


def _worn(name: str) -> str:
    plain = re.sub(r"\(\d+\)$", "", name.strip())
    return re.sub(r"[\W_]+", "", plain).casefold()


def _ways(name: str) -> tuple[str, ...]:
    """Return a name as it stands, and without what it says in brackets."""
    return tuple(dict.fromkeys((_worn(name), _worn(re.sub(r"\([^)]*\)", "", name)))))
