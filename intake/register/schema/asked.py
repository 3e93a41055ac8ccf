"""What a victim was asked to give to a court (탄원서): never her words, only how it stands.

* The state is ``core``: the central desk puts a court's pack together and has to know who agreed.
* Where her sheet lies, and what was said about it, stays in the center that holds the case.
"""

from intake.register.schema.declare import (
    Entity,
    Sensitivity,
    code,
    count,
    date,
    longtext,
    ref,
    text,
)

# One petition (탄원서) of one case for one court.
PETITION = Entity(
    "petition",
    "core",
    (
        text("court", sensitive=Sensitivity.PERSONAL),
        text("case_number", cls="court", sensitive=Sensitivity.PERSONAL),
        code("state", "petition_state"),
        code("way", "petition_way"),
        date("asked_on"),
        date("said_on"),
        date("received_on"),
        date("filed_on"),
        count("sheets", 0, 1_000),
        text("asked_by"),
        ref("evidence", "evidence", cls="material"),
        longtext("remark", cls="narrative", sensitive=Sensitivity.SENSITIVE),
    ),
    indexes=(("case",), ("court", "state")),
)

ASKED = (PETITION,)
