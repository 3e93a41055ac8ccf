"""내보내기: why, to whom, what would leave and which cases stay; then a place to save it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog
from typing_extensions import override

from intake.errors import IntakeError
from ui.jobs import Lane
from ui.sections.exports_years import YearsExport
from ui.sections.section import Section
from ui.session import Session
from ui.widgets import Button, Card, ProgressLine, row, say, words
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled

if TYPE_CHECKING:
    from intake.desk.views.interchange import ExportPlan, ExportPreview, PurposeChoice

    Offer = tuple[tuple[PurposeChoice, ...], tuple[tuple[str, str], ...]]

_FORMS = ("xlsx", "jsonl", "csv")
_KINDS = ("case", "posting", "deletion_action", "identifier", "support_action")


class ExportsSection(Section):
    """What leaves as an open file."""

    name = "exports"

    def __init__(self, session: Session) -> None:
        """Ask for purposes when shown."""
        super().__init__(session)
        says = self.texts
        self.purposes, self.reasons = Combo(says("exports-purpose")), Combo(says("exports-reason"))  # fmt: skip
        self.forms, self.kinds = (
            Combo(says("exports-form")),
            Combo(says("exports-what")),
        )
        self.receiver = Field(says("exports-receiver"))
        self.identity = QCheckBox(says("exports-identity"))
        self.look = Button(says("exports-look"), "primary", icon="list-checks").on(self.on_look)  # fmt: skip
        self.save = Button(says("exports-save"), "primary", icon="download").on(self.on_save)  # fmt: skip
        self.progress = ProgressLine(says)
        self._cases, self._records = words("", "strong"), words("", "muted")
        self._stays, self._error = words("", "note"), words("", tone="danger")
        self._kinds = labelled(says("exports-what"), self.kinds)
        self._offered: dict[str, PurposeChoice] = {}
        self._result = Card(
            self._cases,
            self._records,
            self._stays,
            words(says("exports-plain"), "small"),
            row(self.save, None),
            ground="soft",
            gap=8,
        )
        self._stand()

    def _stand(self) -> None:
        says = self.texts
        for form in _FORMS:
            self.forms.addItem(says(f"exports-form-{form}"), form)
        for kind in _KINDS:
            self.kinds.addItem(says(f"entity-{kind}".replace("_", "-")), kind)
        self.card(
            "exports-title",
            words(says("exports-help"), "muted"),
            labelled(says("exports-purpose"), self.purposes),
            self.receiver,
            labelled(says("exports-reason"), self.reasons, says("exports-reason-help")),
            labelled(says("exports-form"), self.forms),
            self._kinds,
            self.identity,
            row(self.look, None),
            self.progress,
            self._error,
            self._result,
        )
        self.years = YearsExport(self.session)
        self.body.addWidget(self.years)
        into = Button(says("exports-into"), icon="upload")
        into.on(lambda: self.session.go("imports"))
        self.card("exports-into-title", words(says("exports-into-help"), "muted"), row(into, None))  # fmt: skip
        self.end()
        self._result.hide()
        self._error.hide()
        for one in (self.purposes, self.reasons, self.forms, self.kinds):
            one.currentIndexChanged.connect(lambda _at: self._on_changed())
        self.receiver.edited.connect(self._on_changed)
        self.identity.toggled.connect(lambda _on: self._on_changed())
        self._on_changed()

    @override
    def arrive(self) -> None:
        """Ask why records may leave."""
        self.session.ask(
            lambda desk, _progress: (desk.exports.purposes(), desk.exports.reasons()),
            self._on_offer,
            by=self,
            slot="offer",
        )

    def _on_offer(self, offer: "Offer") -> None:
        purposes, reasons = offer
        if self.purposes.count():
            return
        self._offered = {one.code: one for one in purposes}
        for one in purposes:
            self.purposes.addItem(self.texts(one.text_id), one.code)
        for code, label in reasons:
            self.reasons.addItem(label, code)
        self.reasons.setCurrentIndex(max(self.reasons.findData("EXPORT"), 0))
        self._on_changed()

    def _plan(self) -> "ExportPlan":
        from intake.desk.views.interchange import ExportPlan  # noqa: PLC0415 - loads the core

        return ExportPlan(
            purpose=str(self.purposes.currentData() or ""),
            form=str(self.forms.currentData()),
            what=str(self.kinds.currentData()),
            receiver=self.receiver.text() if not self.receiver.isHidden() else "",
            reason=str(self.reasons.currentData() or ""),
            identity=self.identity.isChecked() and not self.identity.isHidden(),
        )

    def _on_changed(self) -> None:
        """What was looked at before is not true any more."""
        offered = self._offered.get(str(self.purposes.currentData()))
        self.receiver.setVisible(bool(offered and offered.needs_receiver))
        self.identity.setVisible(bool(offered and offered.may_carry_identity))
        self._kinds.setVisible(self.forms.currentData() == "csv")
        self._result.hide()
        self.look.show()
        self.look.setEnabled(offered is not None)
        say(self._error, "")

    def on_look(self) -> None:
        """Show what would leave; nothing is written."""
        plan = self._plan()
        self.look.setEnabled(False)
        job = self.session.ask(
            lambda desk, progress: desk.exports.preview(plan, progress),
            self._on_seen,
            by=self,
            slot="look",
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._free,
        )
        self.progress.begin(self.texts("exports-looking"), job.cancel)

    def _on_seen(self, seen: "ExportPreview") -> None:
        self._free()
        texts = self.texts
        self.look.hide()
        none = texts("exports-none")
        self._cases.setText(
            texts("exports-cases", cases=seen.cases) if seen.cases else none
        )
        kinds = ", ".join(
            f"{texts(label)} {texts.number(n)}" for label, n in seen.records
        )
        say(self._records, texts("exports-records", kinds=kinds) if kinds else "")
        stays = [f"{texts(why)} {n}" for why, n in seen.left_out]
        said = texts("exports-stays", cases=seen.staying) + " · " + ", ".join(stays)
        say(self._stays, said if stays else "")
        self.save.setVisible(seen.cases > 0)
        self._result.show()
        (self.save if seen.cases else self.purposes).setFocus()

    def on_save(self) -> None:
        """Ask where the file goes, then write it there."""
        plan = self._plan()
        chosen, _ = QFileDialog.getSaveFileName(self, "", f"ieum-records.{plan.form}")
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, file: Path) -> None:
        """Write the file, and note what left."""
        plan = self._plan()
        self.save.setEnabled(False)
        job = self.session.do(
            lambda desk, progress: desk.exports.save(plan, file, progress),
            lambda _file: self._on_made(),
            by=self,
            lane=Lane.CARRY,
            otherwise=self._on_refused,
            watch=self.progress.step,
            stopped=self._free,
        )
        self.progress.begin(self.texts("progress-writing"), job.cancel)

    def _on_made(self) -> None:
        self._free()
        self._on_changed()
        self.session.toast(self.texts("exports-saved"))

    def _on_refused(self, error: IntakeError) -> None:
        self._free()
        said = self.texts.error(error)
        say(self._error, f"{said.sentence}\n{said.remedy}", "danger")

    def _free(self) -> None:
        self.progress.end()
        self.look.setEnabled(True)
        self.save.setEnabled(True)
