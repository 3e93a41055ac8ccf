"""Everything a counselor can do (책상): the only door between the core and its two faces.

What stands here is loaded when it is first asked for: a window that waits for a passphrase, and
a command that only looks, do not wait for the whole core.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from intake.desk import views

if TYPE_CHECKING:
    from intake.desk import restoring
    from intake.desk.desk import Desk
    from intake.desk.doctor import examine, first_aid, glance, told
    from intake.desk.folders import default_folder
    from intake.desk.loading import load_all
    from intake.desk.looking import look
    from intake.desk.policies import check_policy, given_by_policy
    from intake.desk.strength import strength_of as passphrase_strength
    from intake.desk.strength import suggest_passphrase
    from intake.desk.updates_program import seen_well
    from intake.desk.views import (
        About,
        Addressee,
        BackupView,
        CaseHeader,
        CaseLine,
        CaseOverview,
        CaseQuery,
        ConflictHead,
        ConflictView,
        ConsentLine,
        ConsentText,
        CountLine,
        EnrolmentCard,
        FactLine,
        FormLine,
        FoundLine,
        GuardianNote,
        HitLine,
        InterviewLine,
        InterviewPage,
        KeyCard,
        KnownFact,
        NamedBytes,
        NewWorkspace,
        PageChange,
        Pill,
        PlanLineView,
        ReceivedView,
        ReceiveView,
        SalvagedView,
        SealedView,
        SectionLine,
        SendPlanView,
        SentView,
        SetupStep,
        Strength,
        SummaryView,
        TimelineLine,
        TodayAction,
        TodayView,
        VerifyLine,
        VerifyView,
        WorkspaceNotice,
    )
    from intake.desk.workspace import create, open_, recover, salvage
    from intake.vault import harden, relaunch

_HOMES = {
    **{name: f"intake.desk.views:{name}" for name in views.__all__},
    "Desk": "intake.desk.desk:Desk",
    "check_policy": "intake.desk.policies:check_policy",
    "create": "intake.desk.workspace:create",
    "default_folder": "intake.desk.folders:default_folder",
    "examine": "intake.desk.doctor:examine",
    "first_aid": "intake.desk.doctor:first_aid",
    "given_by_policy": "intake.desk.policies:given_by_policy",
    "glance": "intake.desk.doctor:glance",
    "harden": "intake.vault.harden:harden",
    "load_all": "intake.desk.loading:load_all",
    "look": "intake.desk.looking:look",
    "open_": "intake.desk.workspace:open_",
    "passphrase_strength": "intake.desk.strength:strength_of",
    "recover": "intake.desk.workspace:recover",
    "relaunch": "intake.vault.relaunch:relaunch",
    "restoring": "intake.desk.restoring",
    "salvage": "intake.desk.workspace:salvage",
    "seen_well": "intake.desk.updates_program:seen_well",
    "suggest_passphrase": "intake.desk.strength:suggest_passphrase",
    "told": "intake.desk.doctor:told",
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
    "Desk",
    "EnrolmentCard",
    "FactLine",
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
    "VerifyLine",
    "VerifyView",
    "WorkspaceNotice",
    "check_policy",
    "create",
    "default_folder",
    "examine",
    "first_aid",
    "given_by_policy",
    "glance",
    "harden",
    "load_all",
    "look",
    "open_",
    "passphrase_strength",
    "recover",
    "relaunch",
    "restoring",
    "salvage",
    "seen_well",
    "suggest_passphrase",
    "told",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load a part of the door when somebody asks for it (PEP 562)."""
        if name not in _HOMES:
            raise AttributeError(name)
        place, _, part = _HOMES[name].partition(":")
        found = import_module(place)
        globals()[name] = getattr(found, part) if part else found
        return globals()[name]
