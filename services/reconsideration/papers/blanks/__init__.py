"""当事人用的文书样式: papers that a party signs, with gaps that it fills in by hand (ARL 22).

One table says which there are; what each says stands in a template beside it. Of a case they have
what the case knows; before there is one, some are had empty. They bear no number and no seal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shared.contracts.fact import Fact
from shared.contracts.reconsideration import ApplicationReceived, Standing
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
    of_third: bool = False
    """Whether a third person may sign one, too."""
    before: bool = False
    """Whether there are empty ones before there is a case."""
    each: bool = False
    """Whether it is one organisation's alone, so that each has its own."""
    retells: bool = False
    """Whether it repeats the request, the facts and the reasons of the application."""


_ALL: Final = (
    Blank("blank-application", "行政复议申请书", ARL[22].par(2), before=True, retells=True),
    Blank("blank-entrustment", "授权委托书", ARL[17].par(2), of_third=True, before=True),
    Blank(
        "blank-head",
        "法定代表人身份证明",
        ARR2026[27].par(1, 1),
        of_third=True,
        before=True,
        each=True,
    ),
    Blank("blank-election", "代表人推选书", ARR2026[17].par(2), of_third=True, before=True),
    Blank("blank-attached", "附带审查申请书", ARL[13].par(1)),
    Blank("blank-stay", "停止执行申请书", ARL[42].par(1, 3), of_third=True),
    Blank("blank-file-access", "查阅、复制案卷材料申请书", ARL[47], of_third=True),
    Blank("blank-hearing", "听证申请书", ARL[50].par(2)),
    Blank("blank-settlement", "和解协议", ARL[74].par(1), of_third=True),
    Blank("blank-withdrawal", "撤回行政复议申请书", ARL[74].par(2)),
)

BLANKS: Final[Mapping[str, Blank]] = {one.name: one for one in _ALL}
"""By name, in the order of a case."""

EMPTY: Final = tuple(one for one in _ALL if one.before)
"""Those that are had before there is a case."""

_BY: Final[Mapping[Standing, tuple[str, type[Fact]]]] = {
    Standing.APPLICANT: ("", ApplicationReceived),
    Standing.THIRD: (THIRD, ThirdPersonJoined),
}


def standings_of(blank: Blank) -> tuple[Standing, ...]:
    """As what one may sign it."""
    return (Standing.APPLICANT, *((Standing.THIRD,) if blank.of_third else ()))


def called(blank: Blank, standing: Standing) -> tuple[str, str]:
    """By which name its door knows it, and what it is called."""
    more = "（第三人）" if standing is Standing.THIRD else ""
    return f"{blank.name}{_BY[standing][0]}", f"{blank.term}{more}"


PRINTED_BLANKS: Final = tuple(
    Printed(
        sort=called(blank, standing)[0],
        term=f"{called(blank, standing)[1]}样式，供当事人填写",
        on=(_BY[standing][1],),
        path=PATH,
        is_list=True,
    )
    for standing in _BY
    for blank in _ALL
    if standing in standings_of(blank)
)
"""The same for the case page: those of a third person once there is one."""


def blank_of(name: str) -> tuple[Blank, Standing]:
    """One by the name of its door, and as what it is signed.

    Raises:
        Unknown: There is none of that name.
    """
    standing = Standing.THIRD if name.endswith(THIRD) else Standing.APPLICANT
    found = BLANKS.get(name.removesuffix(THIRD))
    if found is None or standing not in standings_of(found):
        raise Unknown("没有这种文书样式")
    return found, standing
