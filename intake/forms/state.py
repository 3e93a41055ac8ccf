"""How an answer stands; three ways of not knowing are not the same blank."""

from enum import StrEnum


class AnswerState(StrEnum):
    """How an answer stands (응답 상태)."""

    OK = "OK"  # 응답
    UNK = "UNK"  # 미상
    NOTASKED = "NOTASKED"  # 미입력
    DECLINED = "DECLINED"  # 응답 거부


SILENT = frozenset({AnswerState.UNK, AnswerState.DECLINED})
