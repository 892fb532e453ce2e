"""当事人用的文书样式: papers that a party signs, with gaps that it fills in by hand (ARL 22).

One table says which there are; what each says stands in a template beside it. Of a case they have
what the case knows; before there is one, some are had empty. They bear no number and no seal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived, CopySent, Standing
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.errors import Unknown
from shared.law.article import ARL, ARR2026, Article
from shared.office import Printed

THIRD: Final = "-third"
"""What the name of one ends in that a third person 第三人 signs."""

PATH: Final = "/reconsiderations/{case_id}/blanks/{sort}.{form}"


@dataclass(frozen=True, slots=True)
class Blank:
    """One sort of paper that a party signs."""

    name: str
    term: str
    article: Article
    """Where the law speaks of it."""
    by: tuple[Standing, ...] = (Standing.APPLICANT,)
    """As what one may sign it."""
    of_outsider: bool = False
    """Whether whoever signs it does not take part yet, so that nobody stands in it by name."""
    before: bool = False
    """Whether there are empty ones before there is a case."""
    each: bool = False
    """Whether it is one organisation's alone, so that each has its own."""
    retells: bool = False
    """Whether it repeats the request, the facts and the reasons of the application."""


_BOTH: Final = (Standing.APPLICANT, Standing.THIRD)
_RESPONDENT: Final = (Standing.RESPONDENT,)

_ALL: Final = (
    Blank("blank-application", "行政复议申请书", ARL[22].par(2), before=True, retells=True),
    Blank("blank-entrustment", "授权委托书", ARL[17].par(2), _BOTH, before=True),
    Blank(
        "blank-head",
        "法定代表人身份证明",
        ARR2026[27].par(1, 1),
        _BOTH,
        before=True,
        each=True,
    ),
    Blank("blank-election", "代表人推选书", ARR2026[17].par(2), _BOTH, before=True),
    Blank("blank-attached", "附带审查申请书", ARL[13].par(1)),
    Blank("blank-request", "变更行政复议请求书", ARL[15].par(2)),
    Blank("blank-stay", "停止执行申请书", ARL[42].par(1, 3), _BOTH),
    Blank("blank-file-access", "查阅、复制案卷材料申请书", ARL[47], _BOTH),
    Blank("blank-hearing", "听证申请书", ARL[50].par(2)),
    Blank("blank-settlement", "和解协议", ARL[74].par(1), _BOTH),
    Blank("blank-withdrawal", "撤回行政复议申请书", ARL[74].par(2)),
    Blank(
        *("blank-joining", "参加行政复议申请书", ARL[16].par(1), (Standing.THIRD,)),
        of_outsider=True,
        before=True,
    ),
    Blank("blank-reply", "行政复议答复书", ARL[48], _RESPONDENT),
    Blank("blank-reply-evidence", "证据、依据目录", ARL[48], _RESPONDENT),
    Blank("blank-staff", "被申请人授权委托书", ARR2026[18].par(2), _RESPONDENT),
    Blank("blank-further-evidence", "补充证据申请书", ARL[46].par(2), _RESPONDENT),
    Blank("blank-absence", "负责人不能参加听证的说明", ARL[51].par(3), _RESPONDENT),
)

BLANKS: Final[Mapping[str, Blank]] = {one.name: one for one in _ALL}
"""By name, in the order of a case."""

EMPTY: Final = tuple(one for one in _ALL if one.before)
"""Those that are had before there is a case."""

_AFTER: Final[Mapping[Standing, type[Fact]]] = {
    Standing.APPLICANT: ApplicationReceived,
    Standing.THIRD: ThirdPersonJoined,
    Standing.RESPONDENT: CopySent,
}
"""From which page on somebody takes part as what it signs."""


def called(blank: Blank, standing: Standing) -> tuple[str, str]:
    """By which name its door knows it, and what it is called."""
    if standing is blank.by[0]:
        return blank.name, blank.term
    return f"{blank.name}{THIRD}", f"{blank.term}（第三人）"


PRINTED_BLANKS: Final = tuple(
    Printed(
        sort=called(blank, standing)[0],
        term=f"{called(blank, standing)[1]}样式，供当事人填写",
        on=(ApplicationReceived if blank.of_outsider else _AFTER[standing],),
        path=PATH,
        is_list=True,
        of_departments=standing is Standing.RESPONDENT,
    )
    for standing in _AFTER
    for blank in _ALL
    if standing in blank.by
)
"""The same for the case page: those of a third person and a respondent once there is one."""


def blank_of(name: str) -> tuple[Blank, Standing]:
    """One by the name of its door, and as what it is signed.

    Raises:
        Unknown: There is none of that name.
    """
    found = BLANKS.get(name.removesuffix(THIRD))
    if found is None or (name.endswith(THIRD) and Standing.THIRD not in found.by[1:]):
        raise Unknown("没有这种文书样式")
    return found, Standing.THIRD if name.endswith(THIRD) else found.by[0]
