"""复议统计: how many applications came, how they were handled, in time or late, and how decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from services.reconsideration.domain.ordinary import NOT_YET_ACCEPTED, ON_HAND, State
from services.reconsideration.tables import SUED
from shared.contracts.reconsideration import Outcome
from shared.db import Pool


def _in(states: Sequence[State]) -> str:
    return f"state IN ({', '.join(repr(str(state)) for state in states)})"


def of_outcome(outcome: Outcome) -> str:
    """The name of a count of decisions, as `outcome_upheld`."""
    return f"outcome_{outcome}"


MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "received": ("收到申请", "true"),
    "reviewing": ("受理前审查、补正", _in(NOT_YET_ACCEPTED)),
    "declined": ("不予受理", _in((State.DECLINED,))),
    "dropped": ("视为放弃、受理前撤回", _in((State.ABANDONED, State.WITHDRAWN))),
    "accepted": ("受理（含视为受理）", "accepted_on IS NOT NULL"),
    "on_hand": ("审理中", _in(ON_HAND)),
    "decided": ("作出决定", "decided_on IS NOT NULL"),
    "in_time": ("按期作出决定", "decided_on IS NOT NULL AND overdue_on IS NULL"),
    "late": ("逾期作出决定", "decided_on IS NOT NULL AND overdue_on IS NOT NULL"),
    "overdue": ("逾期尚未决定", f"overdue_on IS NOT NULL AND {_in(ON_HAND)}"),
    "extended": ("经延长期限", "extended_days > 0"),
    "terminated": ("终止", _in((State.TERMINATED,))),
    "mediated": ("调解结案", _in((State.MEDIATED,))),
    **{of_outcome(one): ("", f"outcome = '{one}'") for one in Outcome},
}
"""What is counted: what it is called, and in the words of the rows."""

CORRECTED: Final = (
    *(Outcome.CHANGED, Outcome.REVOKED, Outcome.REVOKED_IN_PART, Outcome.CONFIRMED_ILLEGAL),
    *(Outcome.CONFIRMED_INVALID, Outcome.PERFORMANCE_ORDERED),
)
"""被纠错: kinds of decision that count as putting the organ right."""

_DECIDED: Final = "decided_on IS NOT NULL"
_ENDED: Final = f"({_DECIDED} OR {_in((State.MEDIATED, State.TERMINATED))})"

_CORRECTED: Final = f"outcome IN ({', '.join(repr(str(one)) for one in CORRECTED)})"


def _found(of_a_finding: str) -> str:
    """A decision that put the organ right, upon a finding of which this is true."""
    return f"{_CORRECTED} AND jsonb_path_exists(findings, '$[*] ? ({of_a_finding})')"


GROUNDS: Final[Mapping[str, tuple[str, str]]] = {
    "for_facts": (
        "主要事实不清、证据不足",
        _found("@.facts_clear == false && !(@.cleared == true)"),
    ),
    "for_procedure": ("违反法定程序", _found('@.procedure == "violated"')),
    "for_slight": ("程序轻微违法", _found('@.procedure == "slight"')),
    "for_basis": ("适用的依据不合法", _found('@.basis starts with "unlawful"')),
    "for_misapplied": ("未正确适用依据", _found('@.basis == "misapplied"')),
    "for_powers": ("超越职权或者滥用职权", _found("@.beyond_powers == true")),
    "for_grave": ("重大且明显违法", _found("@.grave == true")),
    "for_improper": ("内容不适当", _found("@.proper == false")),
    "for_duty": (
        "不履行法定职责",
        _found('@.duty == "open" || @.duty == "pointless"'),
    ),
    "for_silence": ("没有依法答复、举证", _found("@.evidence_submitted == false")),
}
"""被纠错的理由, as it was found of the acts; a case may have several (ARL 63 to 70)."""


def _followed(says: str) -> str:
    """A case of whose file of what follows this is true."""
    return f"case_id IN (SELECT about FROM reconsideration.aftermath WHERE {says})"  # noqa: S608 - our own words


AFTER: Final[Mapping[str, tuple[str, str]]] = {
    "ordered_above": (
        "上级责令纠正、直接受理",
        """case_id IN (SELECT of_case_id FROM reconsideration.correction
          WHERE correct_by IS NOT NULL OR state = 'directly_accepted')""",
    ),
    "annulled": (
        "决定被上级机关撤销、被人民法院判决撤销或者变更",
        _followed("state = 'annulled'"),
    ),
}
"""What others said of what the authority did (ARL 35; RULES 92; ALL 70, 77)."""

AT_COURT: Final[Mapping[str, tuple[str, str]]] = {
    "sued": ("决定以后被起诉", f"{_DECIDED} AND {_followed(SUED)}"),
    "overturned": ("判决撤销、变更", f"{_DECIDED} AND {_followed('by_court')}"),
    "not_overturned": (
        "起诉以后没有撤销、变更判决",
        f"{_DECIDED} AND {_followed(f'{SUED} AND NOT by_court')}",
    ),
}
"""决定以后的诉讼, as far as the file of what follows knows of it (ALL 45, 70, 77)."""

RESULTS: Final[Mapping[str, tuple[str, str]]] = {
    "closed": ("审结", _ENDED),
    "closed_not_ended": ("审结减终止", f"({_DECIDED} OR {_in((State.MEDIATED,))})"),
    "on_merits": ("实体决定", f"{_DECIDED} AND outcome <> '{Outcome.APPLICATION_DISMISSED}'"),
    "corrected": ("纠错", _CORRECTED),
    "by_settlement": ("和解撤回", f"settled AND {_in((State.TERMINATED,))}"),
    "simplified": ("适用简易程序", "accepted_on IS NOT NULL AND track = 'simplified'"),
    "heard_out": ("审结前举行听证", f"hearing_held AND {_ENDED}"),
    "consulted": ("审结前有咨询意见", f"stance IS NOT NULL AND {_ENDED}"),
    **GROUNDS,
    **AFTER,
    **AT_COURT,
}
"""What the results of cases are told by, beside some of `MEASURES`, and in the same way."""

LISTABLE: Final[Mapping[str, tuple[str, str]]] = {**MEASURES, **RESULTS}
"""Every measure whose cases can be listed."""

DECIDE: Final = ("in_time", "late", "overdue")
"""What 按期决定率 is of (ARL 62): decided in time, decided late, and late without a decision."""

COUNTED_FROM: Final = "行政复议案卷，按收到申请之日归入期间，截至此刻"
"""What is counted, wherever the numbers are told."""

HOW: Final[Mapping[str, str]] = {
    "按期决定率": "按期作出决定的件数除以应当已经作出决定的件数；经批准延长的以延长后的期限计",
    "受理": "已经受理的，包括期限届满视为受理的",
    "决定种类": "期间内收到的申请中已经作出的决定，每件一种",
    "其他各项": "期间内收到的申请中，现在处于该阶段的件数",
}
"""怎么算的, on the boards and in a work report alike."""

HOW_RESULTS: Final[Mapping[str, str]] = {
    "纠错": "变更、撤销、部分撤销、确认违法、确认无效、责令履行的，每件一种；行政协议的决定不计入",
    "审结": "作出决定、调解书结案和终止的",
    "纠错率": "纠错的件数除以分母，默认为审结减终止；各地公布的分母不一，使用时一并写明",
    "调撤率": "调解书结案和达成和解后撤回申请而终止的，除以审结",
    "简易程序率": "适用简易程序的除以受理，转为普通程序的不计入",
    "听证率、咨询率": "审结以前举行过听证、有咨询意见的，除以审结",
    "纠错的理由": "纠错的决定所依据的审理认定，一件可以有几项理由；此前没有记载认定的不计入",
    "决定以后的纠正": "上级依反映责令纠正或者直接受理的；决定被上级撤销、被法院判决撤销或者变更的",
    "决定以后的诉讼": "决定发生效力以后、起诉期限以内起诉，或者有判决撤销、变更的，一件只计一次；"
    "起诉没有写明对哪一件决定的，该纠纷的各件都计；驳回诉讼请求的判决没有记载，与尚在审理的合并列",
    "平均办理天数": "作出决定的案件自受理之日至决定之日的日历天数的平均，中止、延长的日子也在内",
    "被申请人": "共同被申请人逐个各计一件，所以各行相加可以多于合计；合计每件只计一次",
    "季度": "收到申请之日所在的季度",
}
"""怎么算的 of the results."""

NO_ACT: Final = "unsaid"
"""Of a case whose kind of act nobody told 未写明."""

_FROM: Final = f"""
FROM reconsideration.ordinary
WHERE received_on BETWEEN $1 AND $2 AND ($3 = '' OR county = $3) AND ($4 = '' OR authority = $4)
  AND ($5 = '' OR respondent = $5
    OR joint @> jsonb_build_array(jsonb_build_object('organ', $5::text)))
  AND ($6 = '' OR coalesce(act, '{NO_ACT}') = $6)
"""

COUNTED: Final = f"""
SELECT authority,
  {", ".join(f"count(*) FILTER (WHERE {says}) AS {name}" for name, (_, says) in MEASURES.items())}
{_FROM} GROUP BY authority ORDER BY authority
"""

DAYS: Final = "days"
"""办理天数: calendar days from acceptance to decision, of all that were decided together."""

_ORGANS: Final = """array_prepend(respondent, CASE WHEN joint <> '[]'
  THEN ARRAY(SELECT one ->> 'organ' FROM jsonb_array_elements(joint) AS one) END)"""
"""被申请人 all of them, the one named first in the first place (ARL 19).

Few cases have several: the others are not looked through.
"""

_COUNTS: Final = ", ".join(
    f"count(*) FILTER (WHERE {says}) AS {name}" for name, (_, says) in LISTABLE.items()
)
_SUMS: Final = ", ".join(f"sum({name})::int AS {name}" for name in (*LISTABLE, DAYS))

RESULTED: Final = f"""
WITH fine AS (
  SELECT authority, {_ORGANS} AS organs, coalesce(act, '{NO_ACT}') AS act,
    date_trunc('quarter', received_on)::date AS quarter,
    {_COUNTS},
    coalesce(sum(decided_on - coalesce(accepted_on, received_on)), 0) AS days
  {_FROM} GROUP BY 1, 2, 3, 4
)
SELECT authority, NULL AS respondent, act, quarter, {_SUMS}
FROM fine GROUP BY GROUPING SETS ((authority), (act), (quarter))
UNION ALL
SELECT NULL, organ, NULL, NULL, {_SUMS} FROM fine, unnest(organs) AS organ GROUP BY organ
ORDER BY authority, respondent, quarter, act
"""  # noqa: S608 - our own words
"""Every measure by each of four, and 办理天数 of what was decided, all together.

Put together finely first, so that each case is read once; it is of each of its respondents.
"""

LISTED: Final = f"""
SELECT case_id, dispute_id, authority, {_ORGANS} AS respondents, state, received_on,
       accepted_on, decided_on, overdue_on, outcome, number
FROM (
  SELECT o.*, (SELECT f.labels ->> 'number' FROM hub.file f WHERE f.case_id = o.case_id) AS number
  FROM (SELECT * {_FROM} AND {{measure}}) o
) found
WHERE (received_on, case_id) {{sign}} ($7::date, $8::uuid)
ORDER BY received_on {{order}}, case_id {{order}} LIMIT $9
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Applications received on these days, in a county or all, by an authority or any.

    Likewise against an organ or any, and an act of one kind or any.
    """

    start: date
    until: date
    """The last day, counted in."""
    county: str = ""
    authority: str = ""
    respondent: str = ""
    act: str = ""

    @property
    def said(self) -> tuple[object, ...]:
        """In the order of the statements."""
        narrowed = (self.county, self.authority, self.respondent, self.act)
        return (self.start, self.until, *narrowed)


async def counted(pool: Pool, asked: Asked) -> Mapping[str, Mapping[str, int]]:
    """Every measure, by authority 行政复议机关."""
    rows = await pool.fetch(COUNTED, *asked.said)
    return {row["authority"]: {name: row[name] for name in MEASURES} for row in rows}


@dataclass(frozen=True, slots=True)
class Results:
    """办理结果: what came of the cases, by every measure, put apart in four ways."""

    by_authority: Mapping[str, Mapping[str, int]]
    by_respondent: Mapping[str, Mapping[str, int]]
    by_act: Mapping[str, Mapping[str, int]]
    by_quarter: Mapping[date, Mapping[str, int]]
    """By the first day of each."""


async def resulted(pool: Pool, asked: Asked) -> Results:
    """What became of the cases: in time, corrected, settled, and in which procedure."""
    rows = await pool.fetch(RESULTED, *asked.said)

    def by(column: str) -> dict[Any, Mapping[str, int]]:
        mine = (row for row in rows if row[column] is not None)
        return {row[column]: {name: row[name] for name in (*LISTABLE, DAYS)} for row in mine}

    return Results(by("authority"), by("respondent"), by("act"), by("quarter"))


async def listed(
    pool: Pool,
    asked: Asked,
    *measures: str,
    after: tuple[date, UUID] | None,
    limit: int,
    newest: bool = False,
) -> Sequence[Any]:
    """The files of which one of these is true, by day of receipt; one more than asked."""
    sign, order = ("<", "DESC") if newest else (">", "ASC")
    first, last = (date.min, UUID(int=0)), (date.max, UUID(int=2**128 - 1))
    begin = after or (last if newest else first)
    which = " OR ".join(f"({LISTABLE[one][1]})" for one in measures)
    sql = LISTED.format(measure=f"({which})", sign=sign, order=order)
    found: Sequence[Any] = await pool.fetch(sql, *asked.said, *begin, limit + 1)
    return found
