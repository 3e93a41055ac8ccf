"""Made-up pictures of any size; nobody in them is real."""

from intake.desk.views.joint import Edge, GraphView, Node

KINDS = (
    "텔레그램 사용자명",
    "전화번호",
    "이메일",
    "계좌번호",
    "업로더 아이디(사이트별)",
)


def _case(at):
    return Node(
        f"case-{at:02}", "case", f"2026-IC-{at:06}", "IC 센터", 1, f"case-{at:02}"
    )


def _suspect(at):
    return Node(f"suspect-{at:02}", "suspect", "가해 추정인", f"2026-IC-{at:06}", 1, f"case-{at:02}")  # fmt: skip


def _mark(at, holders):
    value = (
        f"tube-a.example:northpier_x7q_{at:02}" if at % 5 == 4 else f"x7q_haru_{at:02}"
    )
    sub, shared = KINDS[at % 5], at % 11 == 7
    return Node(f"m:{at:02}", "mark", value, sub + (" · 여럿이 쓰는 값" if shared else ""), holders, "case-00", shared)  # fmt: skip


def picture(cases, marks, together=0):
    """A picture of ``cases`` with a suspect each; the first ``together`` are one person."""
    nodes = [_case(at) for at in range(cases)] + [_suspect(at) for at in range(cases)]
    edges = [
        Edge(f"suspect-{at:02}", f"case-{at:02}", "of-case") for at in range(cases)
    ]
    if together > 1:
        nodes.append(Node("p:suspect-00", "profile", f"사건 {together}건", "BS · IC · SE", together, "suspect-00"))  # fmt: skip
        edges += [Edge("p:suspect-00", f"suspect-{at:02}", "same_person", "박상담 2026-11-25") for at in range(together)]  # fmt: skip
    for at in range(marks):
        holders = sorted({at % cases, (at * 7 + 3) % cases} if at % 3 == 0 else {(at * 5) % cases})  # fmt: skip
        nodes.append(_mark(at, len(holders)))
        edges += [Edge(f"suspect-{one:02}", f"m:{at:02}", "has-mark", "가해 추정") for one in holders]  # fmt: skip
    ties = ("same_network", "same_material", "candidate")
    centre = "p:suspect-00" if together > 1 else "suspect-00"
    alone = range(max(together, 1), cases)
    edges += [Edge(centre, f"suspect-{at:02}", ties[at % 3], "높음") for at in alone]
    return GraphView(centre, tuple(nodes), tuple(edges), 4 if cases > 12 else 0)


SMALL = picture(2, 1)
MIDDLE = picture(6, 7, 3)
LARGE = picture(17, 25, 14)
