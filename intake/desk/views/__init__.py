"""What crosses the door: frozen values for the window and the terminal.

* Never a row, a cursor or a live object; a value does not change under the reader's eyes.
* Fields that can hold words of a case are left out of ``repr``, so a traceback or a log line
  that prints a value stays free of content.
* Sentences arrive as text ids with facts; only what people said or typed is plain text.

Each is loaded when it is first asked for: there are hundreds, and making one takes a while.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.desk.views.casework import (
        CaseHeader,
        CaseLine,
        CaseOverview,
        CaseQuery,
        ConflictHead,
        ConflictView,
        ConsentLine,
        ConsentText,
        CountLine,
        FactLine,
        GuardianNote,
        InterviewLine,
        Pill,
        TimelineLine,
        TodayAction,
    )
    from intake.desk.views.exchanging import (
        Addressee,
        HitLine,
        PlanLineView,
        ReceivedView,
        ReceiveView,
        SealedView,
        SendPlanView,
        SentView,
        TodayView,
    )
    from intake.desk.views.interviewing import (
        FormLine,
        FoundLine,
        InterviewPage,
        KnownFact,
        PageChange,
        SectionLine,
        SummaryView,
    )
    from intake.desk.views.kinds import Facts, Role, Tone
    from intake.desk.views.opening import (
        About,
        BackupView,
        EnrolmentCard,
        KeyCard,
        NamedBytes,
        NewWorkspace,
        SalvagedView,
        SetupStep,
        Strength,
        VerifyLine,
        VerifyView,
        WorkspaceNotice,
    )

_HOMES = {
    "About": "opening",
    "Addressee": "exchanging",
    "BackupView": "opening",
    "CaseHeader": "casework",
    "CaseLine": "casework",
    "CaseOverview": "casework",
    "CaseQuery": "casework",
    "ConflictHead": "casework",
    "ConflictView": "casework",
    "ConsentLine": "casework",
    "ConsentText": "casework",
    "CountLine": "casework",
    "EnrolmentCard": "opening",
    "FactLine": "casework",
    "Facts": "kinds",
    "FormLine": "interviewing",
    "FoundLine": "interviewing",
    "GuardianNote": "casework",
    "HitLine": "exchanging",
    "InterviewLine": "casework",
    "InterviewPage": "interviewing",
    "KeyCard": "opening",
    "KnownFact": "interviewing",
    "NamedBytes": "opening",
    "NewWorkspace": "opening",
    "PageChange": "interviewing",
    "Pill": "casework",
    "PlanLineView": "exchanging",
    "ReceiveView": "exchanging",
    "ReceivedView": "exchanging",
    "Role": "kinds",
    "SalvagedView": "opening",
    "SealedView": "exchanging",
    "SectionLine": "interviewing",
    "SendPlanView": "exchanging",
    "SentView": "exchanging",
    "SetupStep": "opening",
    "Strength": "opening",
    "SummaryView": "interviewing",
    "TimelineLine": "casework",
    "TodayAction": "casework",
    "TodayView": "exchanging",
    "Tone": "kinds",
    "VerifyLine": "opening",
    "VerifyView": "opening",
    "WorkspaceNotice": "opening",
}

__all__ = [
    "About",
    "Addressee",
    "BackupView",
    "CaseHeader",
    "CaseLine",
    "CaseOverview",
    "CaseQuery",
    "ConflictHead",
    "ConflictView",
    "ConsentLine",
    "ConsentText",
    "CountLine",
    "EnrolmentCard",
    "FactLine",
    "Facts",
    "FormLine",
    "FoundLine",
    "GuardianNote",
    "HitLine",
    "InterviewLine",
    "InterviewPage",
    "KeyCard",
    "KnownFact",
    "NamedBytes",
    "NewWorkspace",
    "PageChange",
    "Pill",
    "PlanLineView",
    "ReceiveView",
    "ReceivedView",
    "Role",
    "SalvagedView",
    "SealedView",
    "SectionLine",
    "SendPlanView",
    "SentView",
    "SetupStep",
    "Strength",
    "SummaryView",
    "TimelineLine",
    "TodayAction",
    "TodayView",
    "Tone",
    "VerifyLine",
    "VerifyView",
    "WorkspaceNotice",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a value when somebody asks for it (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(name)
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found
