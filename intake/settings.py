"""One descriptor per setting (설정): device-local, never in the ledger, never about a case.

>>> SETTINGS["lock_minutes"].check(10)
10
"""

from dataclasses import dataclass
from typing import TypeAlias

from intake.errors import InvalidInput

Value: TypeAlias = str | int | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What one setting is called, may be, and is until somebody changes it."""

    name: str
    default: Value
    choices: tuple[Value, ...] = ()
    low: int = 0
    high: int = 0

    @property
    def label_id(self) -> str:
        """The text id of its name on the settings page."""
        return "setting-" + self.name.replace("_", "-")

    def check(self, value: Value) -> Value:
        """Return the value if it may stand.

        Raises:
            InvalidInput: of another type, not among the choices, or out of bounds.
        """
        fits = type(value) is type(self.default)
        fits = fits and (not self.choices or value in self.choices)
        if fits and self.high and isinstance(value, int):
            fits = self.low <= value <= self.high
        if not fits:
            raise InvalidInput(what="setting", name=self.name)
        return value

    def read(self, text: str | None) -> Value:
        """Return the value kept as text; anything that cannot stand gives the default."""
        if text is None:
            return self.default
        try:
            return self.check(self._typed(text))
        except (InvalidInput, ValueError):
            return self.default

    def _typed(self, text: str) -> Value:
        if isinstance(self.default, bool):
            return text == "true"
        return int(text) if isinstance(self.default, int) else text


def written(value: Value) -> str:
    """Return a value as the text that ``Setting.read`` understands."""
    return str(value).lower() if isinstance(value, bool) else str(value)


_ALL = (
    Setting("language", "ko", choices=("ko", "en")),
    Setting("theme", "system", choices=("system", "light", "dark")),
    Setting("scale", 100, choices=(100, 125, 150)),
    Setting("lock_minutes", 10, low=1, high=30),
    Setting("alone_at_screen", default=False),  # 화면을 혼자 봅니다
    Setting("mailbox_kind", "none", choices=("none", "folder")),
    Setting("mailbox_place", ""),
    Setting("sync_minutes", 30, high=1440),  # 자동 보내기·받기; 0: 누를 때만
    Setting("sync_metered", default=False),  # 데이터 요금이 드는 연결에서도
    Setting("backup_place", ""),
    Setting("backup_keep", 7, low=2, high=60),
    Setting("bundle_suffix", "age", choices=("age", "bin")),
    Setting("own_cases_only", default=False),  # 담당 사건만 봅니다
    Setting(
        "recheck_days", "1, 3, 7, 14, 30"
    ),  # 재점검 달력: 그 뒤로는 recheck_every 일마다
    Setting("recheck_every", 30, low=7, high=366),
    Setting("center_phone", ""),  # 삭제요청서에 적히는 센터의 연락처
    Setting("center_email", ""),
    Setting("center_address", ""),
    Setting("center_number", ""),  # 고유번호(사업자등록번호)
    Setting("send_counts", default=False),  # 중앙에 보낼 때 센터별 집계를 함께 보냅니다
    Setting("log_years", 3, low=2, high=30),  # 접속기록 보관 (고시 8조①: 2년 이상)
    Setting(
        "duty_to_report",
        "NONE",
        choices=("NONE", "ART34_COUNSEL", "ART34_OTHER", "ART9_MINORS"),
    ),
)
SETTINGS = {setting.name: setting for setting in _ALL}
