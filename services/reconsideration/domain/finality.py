"""最终裁决: by which law a decision is final, over which then nobody sues (ARL 10; ALL 13)."""

import re
from typing import TYPE_CHECKING, Final

from services.reconsideration.domain.drafted import Draft
from shared.contracts.reconsideration import Outcome
from shared.law.article import ALI, ALL, ARL
from shared.law.procedure import Refused

if TYPE_CHECKING:
    from services.reconsideration.domain.case import Case

_NTH: Final = r"第[零〇一二三四五六七八九十百千\d]+"
_CITED: Final = re.compile(
    rf"《([^《》]+)》{_NTH}条(之[一二三四五六七八九十])?({_NTH}款)?({_NTH}项)?"
)
"""A law with its article, as a decision prints it."""

_NO_LAW: Final = ("实施条例", "细则", "办法", "规则", "通知", "意见", "解释")
"""What is called so is no 法律 of the National People's Congress or its Standing Committee."""


def is_final(case: "Case") -> bool:
    """最终裁决: whether its draft names a law by which nobody may sue over it (ARL 10)."""
    return case.drafted is not None and case.drafted.draft.final_law_id is not None


def must_name_law(said: str) -> None:
    """规定复议决定为最终裁决的法律和条款: as the decision is to print it (ARL 10).

    Raises:
        Refused: It is not one law with its article, it is a regulation or what is below one
            (ALI 2), or it is this law, whose only 最终裁决 is the State Council's (ARL 26).
    """
    cited = _CITED.fullmatch(said)
    if cited is None:
        text = "只写规定行政复议决定为最终裁决的一部法律的名称和条、款，如“《…法》第…条第…款”"
        raise Refused(text, ARL[10])
    if cited[1].endswith(_NO_LAW):
        text = "全国人民代表大会及其常务委员会制定的法律才可以规定最终裁决，法规、规章等不可以"
        raise Refused(text, ALI[2].par(4))
    if cited[1].endswith("行政复议法"):
        text = "行政复议法没有规定行政复议决定为最终裁决，第二十六条写的是国务院的裁决"
        raise Refused(text, ARL[26])


def check_final(draft: Draft) -> None:
    """最终裁决 is of an act: who dismisses the application rules on none [D] (ARL 33; ALL 13).

    One paper is final as a whole or not at all.

    Raises:
        Refused: A decision is said to be final that dismisses it, of one act or of all.
    """
    if draft.final_law_id and Outcome.APPLICATION_DISMISSED in draft.outcomes:
        text = "驳回行政复议申请的，没有对行政行为作出裁决，不是最终裁决，照常告知起诉"
        raise Refused(text, ALL[13].par(item=4))
