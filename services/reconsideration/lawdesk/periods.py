"""不设时钟的期限, which the questions about reconsideration reckon and no table runs."""

from typing import Final

from services.reconsideration.domain import direct, missed, remedying
from services.reconsideration.domain.conduct.joining import CONSULT, NAME
from services.reconsideration.domain.first import EXIT
from services.reconsideration.domain.handling import NOTICE as HEARING_NOTICE
from services.reconsideration.domain.ordering import REDO
from shared.law import suing
from shared.law.prescribed import Group, Prescribed
from shared.law.reconsidering import filing
from shared.law.reconsidering.knowing import PERFORM
from shared.law.service import NOTICE

_DIRECT: Final = (
    *(suing.SUE_ACT, suing.ACT_UNTOLD, direct.LEARNT, suing.SUE_STOP, suing.SUE_ESTATE_STOP),
    *(suing.PERFORM_DUTY, suing.SUE_OMISSION, direct.LATE),
)

_ROWS: Final[tuple[tuple[str, str, str, tuple[Prescribed, ...]], ...]] = (
    ("filing", "申请期限", "filing", (*filing.PERIODS, *PERFORM, NOTICE)),
    ("no_decision", "复议前置而没有决定", "compulsory-first", (EXIT,)),
    ("hearing", "听证", "conduct", (HEARING_NOTICE,)),
    ("missed", "顺延期限", "missed-day", (missed.ASK,)),
    ("receivers", "多个机关收到申请", "conduct", (CONSULT, NAME)),
    ("decision", "决定", "decision", REDO),
    *(
        (
            *("remedy", "对复议决定的救济", "remedy"),
            (suing.SUE_DECISION, remedying.UNTOLD, remedying.LEARNT),
        ),
    ),
    ("direct", "直接起诉", "remedy", _DIRECT),
    ("enforcement", "强制执行", "remedy", (suing.URGE, suing.ENFORCE)),
)

GROUPS: Final = tuple(
    Group(name=name, term=term, question=question, periods=periods)
    for name, term, question, periods in _ROWS
)
"""Every period that only a question reckons."""
