"""One of each paper, plain and hostile."""

import pypdfium2
import pytest

from intake.documents import (
    Annex,
    AnnexRow,
    Application,
    BundleSlip,
    Card,
    ChainStep,
    Choice,
    Claim,
    ClaimRow,
    ConsentForm,
    CopiedLine,
    CopiedRecord,
    CounselCopy,
    CountTable,
    DestructionCertificate,
    Dossier,
    DossierCase,
    DossierDecision,
    DossierMark,
    EnrolmentSheet,
    EvidenceHandover,
    FactorRow,
    FormHead,
    GoneOut,
    HandedPiece,
    IndexedFile,
    InterviewPrint,
    Left,
    LeftOut,
    ListedAddress,
    ListedPetition,
    Merged,
    MergedRow,
    Office,
    Opinion,
    Outcomes,
    PackIndex,
    Performance,
    Petition,
    PetitionList,
    Power,
    PrintedAnswer,
    PrintedSection,
    PseudonymRow,
    RecoverySheet,
    ReportChart,
    ReportTable,
    RequestedAddress,
    RequestForm,
    ResultReport,
    StatisticsReport,
    Withdrawal,
)

MADE = 1_795_588_320_000
CODE = "K7QX9MWD2PRT4HNVB8CJ6LZFYA"
RECIPIENT = "age1pq1" + "qpzry9x8gf2tvdw0s3jn54khce6mua7l" * 61
WORDS = ("복숭아", "연필", "기차", "바닷가", "저녁", "우산")
CENTER = "인천디지털성범죄예방대응센터"
STORY = "<b>태그처럼 보이는 말</b> & 그 밖의 것.\n“지우려면 보내라”고 하였다."


def interview(more: str = "", answers: int = 1) -> InterviewPrint:
    long_answer = PrintedAnswer(
        "있었던 일을 말씀해 주십시오." + more, "OK", STORY + more
    )
    states = (
        PrintedAnswer("어디에서 보셨습니까?", "UNK"),
        PrintedAnswer("다른 기관의 번호가 있습니까?", "NOTASKED"),
        PrintedAnswer("누구에게 말씀하셨습니까?", "DECLINED"),
    )
    return InterviewPrint(
        number="2026-IC-000123",
        form_title="초기상담지" + more,
        form_version="2026-11",
        counselor="상담원 3" + more,
        began_ms=MADE,
        finished_ms=MADE + 3_600_000,
        sections=(PrintedSection("피해" + more, states + (long_answer,) * answers),),
        alias="녹두" + more,
        note="처음에는 말씀이 적었다.\n\n물을 드리고 이어 감. 金 氏" + more,
        as_of="2026-11-25 14:32",
        fingerprint="9f86 d081",
    )


def request(more: str = "", addresses: int = 3) -> RequestForm:
    urls = (f"https://tube-a.example/v/{n}?no={n}" for n in range(1, addresses + 1))
    return RequestForm(
        CENTER + more,
        "상담원 3" + more,
        "튜브 에이" + more,
        "2026-IC-000123",
        "2026-11-25",
        tuple(RequestedAddress(url + more, "2026-11-03") for url in urls),
        frozenset({"ART14", "CSAM"}),
        "000-00-00000",
        "010-0000-0001",
        "help@center.example" + more,
    )


def dossier(more: str = "", cases: int = 3, *, confirmed: bool = False) -> Dossier:
    labels = [f"가-{at:02}" for at in range(1, cases + 1)]
    return Dossier(
        center="중앙센터" + more,
        centers=("IC 센터" + more, "SE 센터"),
        cases=tuple(
            DossierCase(one, "IC 센터" + more, "2026년 11월 3일", "2026년 11월 4일", 612, 490, ("수원지방법원 안양지원" + more,))
            for one in labels
        ),
        marks=(
            DossierMark("전화번호" + more, "010-0000-4217" + more, tuple(labels)),
            DossierMark("계좌번호", "999 00077123123", tuple(labels[:1]), shared=True),
        ),
        decisions=tuple(
            DossierDecision(
                "동일 가해자",
                (labels[0], one),
                "상담원 3" + more,
                "2026년 11월 25일",
                "식별정보가 같음",
                ("같은 전화번호 010-0000-4217" + more, "진술한 나이가 비슷함"),
                "조정관 1" + more if confirmed else "",
                "2026년 11월 26일" if confirmed else "",
            )
            for one in labels[1:]
        ),
        made_on="2026년 11월 25일",
        as_of="2026-11-25 14:32",
        fingerprint="9f86d0818a4c1b22",
        confirmed=confirmed,
    )  # fmt: skip


def performance(more: str = "", cases: int = 15) -> Performance:
    heads = (
        "플랫폼",
        "삭제 완료",
        "검색결과 삭제",
        "접속차단",
        "불응",
        "임시조치",
        "사이트 소멸",
        "진행",
        "계",
    )
    row = (
        "성인사이트" + more,
        "5,324",
        "0",
        "767",
        "1,799",
        "252",
        "0",
        "460",
        "8,602",
    )
    return Performance(
        center=CENTER + more,
        law="성폭력방지법 제7조의3, 제7조의4",
        court="수원지방법원 안양지원 제1형사부" + more,
        case_number="2099고합7" + more,
        accused="김○○" + more,
        number="IC-2026-0007" + more,
        made_on="2026년 11월 26일",
        as_of="2026-11-26 10:20",
        fingerprint="9f86d0818a4c1b22",
        basis="집계 규칙 R1 v1 · R2 v1 · V1 v1 · 질의 9f2c41ab77d00e3b",
        period="2021년 3월 14일 – 2024년 11월 2일" + more,
        headline=(
            Card("15명", "지원 피해자", "미성년 5명" + more),
            Card("10,744건", "삭제지원" + more),
            Card("5,324", "삭제 완료"),
            Card("1,316", "재유포"),
        ),
        cases=tuple(
            PseudonymRow(f"가-{n:02}", "인천" + more, "예", "유포, 불법촬영" + more, "2023년 3월" + more, 490, 612, "가-02" if n == 14 else "")
            for n in range(1, cases + 1)
        ),
        tables=(
            CountTable("플랫폼별 결과" + more, heads, (row, row), "단위: 주소" + more),
            CountTable("피해유형", ("유형", "건"), (("유포" + more, "15"), ("계", "3명 미만"))),
        ),
        months=tuple((f"2024.{n:02}", (300 + n, 200)) for n in range(1, 13)),
        rules=(("삭제지원 R1", "최초요청과 재요청을 한 번씩 셉니다." + more),),
        sources=(("장부 위치" + more, "9f86d081" * 8),),
        checked_by="감독자 1" + more,
    )  # fmt: skip


def opinion(more: str = "") -> Opinion:
    return Opinion(
        center=CENTER + more,
        law="성폭력방지법 제7조의3",
        court="수원지방법원 안양지원" + more,
        case_number="2099고합7" + more,
        accused="김○○" + more,
        number="IC-2026-0007" + more,
        made_on="2026년 11월 26일",
        as_of="2026-11-26 10:20",
        fingerprint="9f86d0818a4c1b22",
        basis="집계 규칙 V1 v1 · 질의 9f2c41ab77d00e3b",
        nature=("확인된 피해자 15명" + more, "피해유형: 유포, 불법촬영"),
        factors=(
            FactorRow("③ 불특정 또는 다수의 피해자" + more, ("확인된 피해자 15명" + more, "43개월")),
            FactorRow("② 비난할 만한 범행동기", ()),
        ),
        spreading=("지운 뒤 다시 올라온 주소 1,316" + more,),
        conclusion=more,
        attached=("디지털성범죄 피해지원 실적",),
        guideline="디지털 성범죄 양형기준",
        verified=False,
    )  # fmt: skip


def statistics(more: str = "", rows: int = 4) -> StatisticsReport:
    table = ReportTable(
        "T2. 연령대별 피해자" + more,
        ("연령대", "여성", "남성", "미상", "계", "비율(%)"),
        (
            ("10대" + more, "6", "0", "감춤", "6", "40.0"),
            *((f"{n}0대", "7", "0", "0", "7", "46.7") for n in range(2, rows)),
            ("계", "15", "0", "0", "15", "100.0"),
        ),
        "단위: 명. 집계 규칙 V1 v1." + more,
    )
    months = ReportTable(
        "T5. 지원유형별 월별 현황",
        ("월", "상담지원", "삭제지원", "수사·법률지원", "의료지원", "계"),
        tuple(
            (f"2024.{n:02}", "1,024", "2,048", "3", "0", "3,075") for n in range(1, 13)
        ),
        "단위: 건. 집계 규칙 S1 v1.",
    )
    return StatisticsReport(
        center=CENTER + more,
        law="성폭력방지법 제7조의3, 제7조의4",
        about="이 센터",
        period="2024년" + more,
        number="IC-2026-0007" + more,
        made_on="2026년 11월 26일",
        as_of="2026-11-26 10:20",
        fingerprint="9f86d0818a4c1b22",
        basis="집계 규칙 R1 v1 · R2 v1 · 질의 9f2c41ab77d00e3b",
        headline=(Card("15명", "지원 피해자", "기간 안에 지원한 사람" + more), Card("10,744건", "삭제지원" + more), Card("5,324주소", "삭제 완료"), Card("1,316주소", "재유포")),
        charts=(
            ReportChart("월별 삭제지원과 삭제 완료 (건 · 주소)" + more, ("삭제지원(건)" + more[:20], "삭제 완료(주소)"), tuple((f"2024.{n:02}", (300 + n, 200)) for n in range(1, 13)), "감춘 수는 그리지 않았습니다." + more),
            ReportChart("재유포 경과 (주소)", ("신규", "재유포", "삭제 완료"), tuple((f"2024.{n:02}", (300 + n, 200, 100)) for n in range(1, 13))),
        ),
        tables=(table, months),
        annex=(table,),
        rules=(("피해자 · V1 v1", "확인된 사건은 한 사람입니다." + more),),
        sources=(("장부 위치" + more, "9f86d081" * 8),),
        made_by="상담원 3" + more,
        checked_by="감독자 1" + more,
        hidden="3명 미만인 칸은 적지 않았습니다." + more,
        draft=bool(more),
    )  # fmt: skip


def annex(more: str = "", rows: int = 100) -> Annex:
    told = (
        AnnexRow(
            f"가-{n:02}" + more,
            "성인사이트" + more,
            f"https://tube-a.example/v/{n}" + more,
            "2024-03-05",
            "최초요청" + more,
            "삭제 완료" + more,
        )
        for n in range(rows)
    )
    return Annex("IC-2026-0007" + more, "2026-11-26 10:20", "9f86d0818a4c1b22", "집계 규칙 R1 v1", tuple(told), outward=not more)  # fmt: skip


def result_report(more: str = "", addresses: int = 3) -> ResultReport:
    return ResultReport(
        center=CENTER + more,
        about="2026-IC-000123" + more,
        number="IC-2026-7F3A-003" + more,
        made_on="2026년 11월 26일",
        as_of="2026년 11월 26일 10:20",
        fingerprint="9f86d0818a4c1b22",
        basis="집계 규칙 R1 v1 · 질의 9f2c41ab77d00e3b",
        period="2024년 3월 1일 – 2024년 11월 2일" + more,
        ground="본인 요청 (성폭력방지법 제7조의3제2항)" + more,
        headline=(
            Card("612번", "삭제요청", "최초 490 · 재요청 122" + more),
            Card("303개", "삭제 완료", "주소 490 가운데"),
            Card("64개", "남아 있는 주소" + more),
        ),
        heads=("플랫폼", "요청", "삭제 완료", "불응", "접속차단", "임시조치", "진행"),
        outcomes=(
            Outcomes("성인사이트" + more, (512, 250, 101, 44, 13, 2)),
            Outcomes("검색엔진(검색결과)", (90, 50, 0, 0, 0, 20)),
            Outcomes("계", (612, 303, 102, 44, 14, 27)),
        ),
        again=("지워진 뒤 다시 올라온 주소 37개를 찾았습니다." + more,),
        leaked="주소 126개에는 신상정보가 함께 올라와 있었습니다." + more,
        left=(
            Left("사업자가 지우지 않겠다고 했습니다." + more, 102),
            Left("국내에서는 열리지 않지만 지워진 것은 아닙니다.", 44),
        ),
        next_check="2026년 11월 30일",
        phone="000-0000-0001" + more,
        email="help@center.example" + more,
        made_by="상담원 3" + more,
        with_addresses=True,
        addresses=tuple(
            ListedAddress(f"https://tube-a.example/v/{n}?no={n}" + more, "불응" + more, "2024-11-02")
            for n in range(addresses)
        ),
        not_listed=12,
    )  # fmt: skip


def form_head(more: str = "") -> FormHead:
    office = Office(CENTER + more, "인천광역시 ○○구 ○○로 1" + more, "032-000-0000" + more, "help@center.example" + more)  # fmt: skip
    return FormHead(office, "2026-IC-000123" + more, "녹두" + more, "상담원 3" + more, "IC-2026-0007" + more)  # fmt: skip


def application(more: str = "", addresses: int = 9) -> Application:
    return Application(
        form_head(more),
        tuple(map(Choice, ("본인", "배우자(사실혼 포함)", "직계친족", "형제자매", "대리인", "법정대리인"))),
        asks="이대리" + more,
        papers=("FILED", "", "SEEN", "MISSING"),
        materials=frozenset({"ART14", "PII"}),
        addresses=tuple(f"https://tube-a.example/v/{n}" + more for n in range(addresses)),
        brought=(Choice("게시물 캡처", ticked=True), Choice("대화 내용")),
        cares=frozenset({"no-text"}),
    )  # fmt: skip


def withdrawal(more: str = "") -> Withdrawal:
    return Withdrawal(
        form_head(more),
        tuple(map(Choice, ("기록·보관" + more, "삭제지원", "중앙 공유"))),
        (("증거로 보존하도록 표시된 자료" + more, "성폭력방지법 제7조의3제3항", "2030" + more),),
        (GoneOut("수원지방법원 안양지원" + more, "2026년 3월 2일", "문서" + more, "나감"),),
    )  # fmt: skip


def counsel_copy(more: str = "", records: int = 3, answers: int = 1) -> CounselCopy:
    said = CopiedLine("있었던 일을 말씀해 주십시오." + more, (STORY + more,))
    lines = (
        CopiedLine("어디에서 보셨습니까?", state="UNK"),
        CopiedLine("누구에게 말씀하셨습니까?", state="DECLINED"),
        CopiedLine(
            "함께 있던 사람", ("", "와 둘이 있었다. 그 뒤에도 ", "를 보았다." + more)
        ),
        CopiedLine("관찰 특징" + more, state="HIDDEN"),
        *(said,) * answers,
    )
    about = (("서식", "초기상담지 2026-11"), ("방법", "방문" + more))
    return CounselCopy(
        center=CENTER + more,
        about="2026-IC-000123" + more,
        addressee="녹두" + more,
        made_on="2026년 11월 26일",
        made_by="상담원 3" + more,
        checked_by="감독자 1" + more,
        number="IC-2026-7F3A-004" + more,
        as_of="2026년 11월 26일 10:20",
        fingerprint="9f86d0818a4c1b22",
        basis="",
        records=tuple(
            CopiedRecord("초기상담" + more, "2026년 11월 3일 14:32", "상담원 3" + more, lines, about)
            for _ in range(records)
        ),
        left_out=(
            LeftOut("골라 가린 말 1" + more, "다른 사람의 정보" + more, 6),
            LeftOut("관찰 특징", "다른 사람의 정보", 3),
        ),
        extent="상담기록 12건 가운데 3건" + more,
    )  # fmt: skip


def evidence_handover(more: str = "", pieces: int = 2) -> EvidenceHandover:
    chain = (
        ChainStep("2026년 11월 3일 14:32", "받음", "상담원 3" + more, "매체 USB-1" + more),
        ChainStep("2026년 11월 3일 14:32", "해시 계산", "상담원 3"),
        ChainStep("2026년 11월 4일 09:10", "열람", "상담원 3", "12번, 마지막 2026년 11월 9일 11:00"),
    )  # fmt: skip
    return EvidenceHandover(
        center=CENTER + more,
        about="2026-IC-000123" + more,
        court_case="2099고합7" + more,
        handed_by="상담원 3" + more,
        received_by="시험경찰서 여성청소년과" + more,
        purpose="수사·재판 지원" + more,
        made_on="2026년 11월 26일",
        number="IC-2026-7F3A-005" + more,
        as_of="2026년 11월 26일 10:20",
        fingerprint="9f86d0818a4c1b22",
        pieces=tuple(
            HandedPiece("게시물 캡처", "9f86d081" * 8, "", "1.2 MB", "image/png", "2026년 11월 3일 14:32", "" if n else "USB-0007" + more, "봉인 첨부", chain)
            for n in range(pieces)
        ),
    )  # fmt: skip


def submitted(more: str = "") -> dict:
    """What every paper of a center for a court's case says of itself."""
    return {
        "center": CENTER + more,
        "law": "성폭력방지법 제7조의3, 제7조의4",
        "court": "수원지방법원 안양지원 제1형사부" + more,
        "case_number": "2099고합7" + more,
        "accused": "김○○" + more,
        "number": "C1-2026-7F3A-004" + more,
        "made_on": "2026년 11월 26일",
        "as_of": "2026년 11월 26일 10:20",
        "fingerprint": "9f86d0818a4c1b22",
        "basis": "집계 규칙 R1 v1 · 질의 4c1b229f86d0818a",
    }


def merged(more: str = "", cases: int = 15) -> Merged:
    rows = tuple(
        MergedRow(f"가-{n:02}", CENTER + more, "2021년 3월 – 2022년 7월", "유포, 불법촬영" + more, 612 + n, 490 + n, 303, 102, "탄원서" if n % 3 == 0 else "")
        for n in range(1, cases + 1)
    )  # fmt: skip
    totals = (("피해자", "15명"), ("삭제지원 · R1 v1", "10,744건"), ("주소(전체에서 한 번) · R2N v1", "8,483"))  # fmt: skip
    twice = (("사람", "가-04 = 가-16: 한 사람의 사건이므로 한 명으로 세었습니다." + more), ("주소", "가-01 · 가-04: 같은 주소 37개\n가-02 · 가-14: 같은 주소 58개"))  # fmt: skip
    return Merged(**submitted(more), rows=rows, added=(10_744, 8_602, 5_324, 1_799), totals=totals, twice=twice)  # fmt: skip


def claim(more: str = "") -> Claim:
    rows = tuple(ClaimRow(f"{name}.example" + more, 2_686, 2_150) for name in ("tube-a", "tube-b", "board-c"))  # fmt: skip
    return Claim(**submitted(more), rows=rows, requests=8_058, addresses=6_450)


def petitions(more: str = "") -> PetitionList:
    rows = (ListedPetition("가-02", CENTER + more, "컴퓨터로 씀", 2), ListedPetition("가-07", "부산 센터" + more, "손으로 씀"))  # fmt: skip
    return PetitionList(**submitted(more), rows=rows, people=2)


def pack_index(more: str = "") -> PackIndex:
    files = tuple(IndexedFile(f"C1-2026-7F3A-{n:03}.pdf" + more, "삭제지원 내역(별지)" + more, n * 7, "9f86d081" * 8) for n in range(1, 7))  # fmt: skip
    return PackIndex(**submitted(more), files=files, petitions=6)


def content(name: str, more: str = "") -> object:
    """Return one paper's values, with ``more`` put behind every free text."""
    made = {
        "recovery": lambda: RecoverySheet(
            "0193f2a4-7c11", CENTER + more, "노트북" + more, "2026-11-25", CODE
        ),
        "enrolment": lambda: EnrolmentSheet(
            "central",
            "C1",
            "중앙센터" + more,
            "SHA256:uNiV0000",
            WORDS,
            RECIPIENT,
            "2026-11-25",
        ),
        "consent": lambda: ConsentForm(
            CENTER + more, "2026-IC-000123", "녹두" + more, "2009"
        ),
        "slip": lambda: BundleSlip(
            "IC-2026-0041",
            "IC " + CENTER + more,
            ("C1" + more,),
            MADE,
            1283,
            4,
            45_300_000,
            "9f86d081" * 8,
        ),
        "interview": lambda: interview(more),
        "request": lambda: request(more),
        "dossier": lambda: dossier(more),
        "annex": lambda: annex(more),
        "statistics": lambda: statistics(more),
        "application": lambda: application(more),
        "power": lambda: Power(form_head(more), "이대리" + more),
        "withdrawal": lambda: withdrawal(more),
        "opinion": lambda: opinion(more),
        "merged": lambda: merged(more, 2 if more else 15),
        "claim": lambda: claim(more),
        "petition": lambda: Petition(
            "수원지방법원 안양지원 제1형사부" + more,
            "2099고합7" + more,
            "김○○" + more,
            "가명" + more,
            more,
            "IC-2026-7F3A-006" + more,
        ),
        "petitions": lambda: petitions(more),
        "index": lambda: pack_index(more),
        "performance": lambda: performance(more, 2 if more else 15),
        "result": lambda: result_report(more),
        "copy": lambda: counsel_copy(more),
        "handover": lambda: evidence_handover(more),
        "destruction": lambda: DestructionCertificate(
            number="D2026-IC-7F3A-001" + more,
            center=CENTER + more,
            done_on="2026-11-25",
            ground="본인 요청" + more,
            whole=True,
            parts=tuple(
                (cls + more, "9f86d081" * 8, 1283)
                for cls in ("기본", "신원", "진술", "가해 추정", "자료", "재판")
            ),
            attachments=4,
            asked_by="상담원 3" + more,
            approved_by="감독자 1" + more,
            proven_on="2026-11-25",
            position="d4735e3a" * 8,
            case_number="2026-IC-000123" + more,
        ),
    }
    return made[name]()


class Paper:
    """A drawn PDF, opened again."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pypdfium2.PdfDocument(data)

    @property
    def text(self) -> str:
        return "\n".join(page.get_textpage().get_text_bounded() for page in self.pdf)

    def pieces(self):
        """Yield (text object, page) of every printed piece, also inside forms."""
        for page in self.pdf:
            wanted = [pypdfium2.raw.FPDF_PAGEOBJ_TEXT]
            yield from ((piece, page) for piece in page.get_objects(filter=wanted))


@pytest.fixture
def opened():
    """Open a PDF for reading and close it afterwards."""
    papers: list[Paper] = []

    def open_(data: bytes) -> Paper:
        papers.append(Paper(data))
        return papers[-1]

    yield open_
    for paper in papers:
        paper.pdf.close()
