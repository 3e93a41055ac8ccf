"""What crosses the door about support: lines, referrals, the log, the plan, tasks, the calendar."""

from dataclasses import dataclass, field

from intake.desk.views.kinds import Facts


@dataclass(frozen=True, slots=True)
class LineView:
    """One of the six support lines (지원선) of a case, begun or not."""

    id: str
    kind: str
    label: str
    state: str  # "" where nobody has opened it
    wish: str
    wish_on: str
    opened_on: str
    closed_on: str
    counselor: str
    agency: str
    closed_to_acts: bool  # a clear no: nothing goes out
    actions: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class WillWord:
    """What was once noted of the person's will, by whom and when."""

    wish: str
    who: str
    ms: int


@dataclass(frozen=True, slots=True)
class AgencyView:
    """One body in the address book (기관 주소록)."""

    id: str
    name: str
    kind: str
    kind_label: str
    branch: str
    phone: str
    email: str
    url: str
    address: str
    person: str = field(repr=False)
    valid_from: str = ""
    valid_to: str = ""
    valid: bool = True
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SendCheck:
    """Whether a referral may be sent, and what to ask where it may not."""

    purpose: str  # a consent purpose; "" where consent is judged by the receiver
    receiver: str
    state: str  # agreed, refused, withdrawn, undecided or guardian-missing
    consent: str = ""  # the decision it stands on

    @property
    def agreed(self) -> bool:
        """Whether the person agreed."""
        return self.state == "agreed"


@dataclass(frozen=True, slots=True)
class ReferralView:
    """One offer of another body's help (기관 연계), and what may come next."""

    id: str
    line: str
    line_label: str
    agency: str
    agency_name: str
    state: str
    label: str
    since: str  # the day of its newest step
    next_steps: tuple[str, ...]
    check: SendCheck
    agency_person: str = field(default="", repr=False)
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ServiceNote:
    """What was done for a person on a day (서비스 기록)."""

    kind: str
    done_on: str = ""  # today where empty
    minutes: int = 0
    quantity: int = 1
    method: str = ""
    agency: str = ""
    agency_person: str = field(default="", repr=False)
    result: str = ""
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One line of the service log."""

    id: str
    kind: str
    label: str
    done_on: str
    minutes: int
    quantity: int
    method_label: str
    agency_name: str
    result_label: str
    counselor: str
    corrected: bool
    remark: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """How much was done of one kind in one month."""

    month: str
    kind: str
    label: str
    actions: int
    minutes: int


@dataclass(frozen=True, slots=True)
class GoalView:
    """What the person wants to reach (상담 목표)."""

    id: str
    state: str
    label: str
    set_on: str
    review_on: str
    reached_on: str
    due: bool
    words: str = field(repr=False)
    steps: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PlanView:
    """The counselling plan (상담계획, 성폭력방지법 시행규칙 15조)."""

    text: str = field(repr=False)
    close_condition: str = field(repr=False)
    by: str = ""
    on: str = ""
    approved_by: str = ""
    approved_on: str = ""
    may_approve: bool = False
    goals: tuple[GoalView, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenEndsView:
    """What is still open in a case; named before it is closed."""

    lines: tuple[str, ...]
    referrals: int
    tasks: int
    interviews: int
    closed_on: str = ""
    close_reason: str = ""

    @property
    def count(self) -> int:
        """How many things there are."""
        return len(self.lines) + self.referrals + self.tasks + self.interviews


@dataclass(frozen=True, slots=True)
class SupportView:
    """The support page of a case."""

    case: str
    lines: tuple[LineView, ...]
    referrals: tuple[ReferralView, ...]
    log: tuple[ServiceLine, ...]
    totals: tuple[MonthTotal, ...]
    plan: PlanView
    ends: OpenEndsView
    agencies: tuple[AgencyView, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """Something to do: noted by a person, or seen in the data and noted nowhere."""

    kind: str
    text_id: str
    facts: Facts = field(repr=False)
    case: str = ""
    number: str = ""
    alias: str = field(default="", repr=False)
    due: str = ""
    overdue: bool = False
    task: str = ""  # the stored task; "" where it is derived
    about: str = ""
    tab: str = ""  # where in the case it is done


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """How much of one kind is due over the whole center."""

    kind: str
    text_id: str
    count: int
    first: tuple[TaskView, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """Something on a day: an appointment, a hearing, a deadline."""

    on: str
    kind: str
    label: str
    case: str
    number: str
    alias: str = field(repr=False)
    at: str = ""  # the clock time, as HH:MM; empty: the whole day
    minutes: int = 0
    state: str = "SET"
    state_label: str = ""
    appointment: str = (
        ""  # the stored appointment; "" where it follows from something else
    )
    rule: str = ""  # the deadline's rule
    law: str = ""
    tab: str = ""
    place: str = field(default="", repr=False)
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a month."""

    on: str
    in_month: bool
    is_today: bool
    rest: str  # the name of a public holiday; "SAT", "SUN" or ""
    lines: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month (일정), from a Monday to a Sunday."""

    year: int
    month: int
    days: tuple[DayCell, ...]
    holidays_known: bool


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """The last day of a legal term, and the rule that gives it."""

    rule: str
    label: str
    law: str
    counting: str
    on: str
    hour: str
    moved_from: str
    holidays_known: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """What the page of today shows beside the interviews."""

    on: str
    events: tuple[EventLine, ...]
    groups: tuple[TaskGroup, ...]
