"""A second copy that opens when the first is gone (백업): made, tried, put back."""

from intake.backup.checking import Found, check_bytes, find_backup
from intake.backup.drill import Secret, Tried, sweep_scratch, try_backup
from intake.backup.due import Due, Kept, due
from intake.backup.former import Receiver, bring_back
from intake.backup.making import Made, Order, forget, make_backup
from intake.backup.places import check_place, is_name, names_in, root_of
from intake.backup.proving import prove
from intake.backup.restoring import (
    begin_anew,
    check_opened,
    drop_stage,
    put_in_place,
    stage,
)

__all__ = [
    "Due",
    "Found",
    "Kept",
    "Made",
    "Order",
    "Receiver",
    "Secret",
    "Tried",
    "begin_anew",
    "bring_back",
    "check_bytes",
    "check_opened",
    "check_place",
    "drop_stage",
    "due",
    "find_backup",
    "forget",
    "is_name",
    "make_backup",
    "names_in",
    "prove",
    "put_in_place",
    "root_of",
    "stage",
    "sweep_scratch",
    "try_backup",
]
