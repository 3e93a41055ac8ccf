"""Counting the numbers of an issued paper again (발급한 때의 기록으로 다시 세기)."""

from collections.abc import Callable

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.screens.papers.figures_card import FiguresCard
from ui.screens.papers.stage import Stage
from ui.session import Session


def counter(session: Session, stage: Stage, paper: str) -> Callable[[FiguresCard], None]:  # fmt: skip
    """Return what counts the numbers of ``paper`` again and says it on their card."""

    def count(card: FiguresCard) -> None:
        progress = stage.progress

        def refused(error: IntakeError) -> None:
            progress.end()
            told = session.texts.error(error)
            card.refuse(f"{told.sentence} {told.remedy}")

        def stopped() -> None:
            progress.end()
            card.be_busy(busy=False)

        def done(found: object) -> None:
            progress.end()
            card.show_again(found)  # type: ignore[arg-type]

        card.be_busy(busy=True)
        job = session.ask(
            lambda desk, told: desk.figures.paper_again(paper, told),
            done,
            by=card,
            slot="again",
            lane=Lane.BULK,
            watch=progress.step,
            otherwise=refused,
            stopped=stopped,
        )
        progress.begin(session.texts("papers-again-counting"), job.cancel)

    return count
