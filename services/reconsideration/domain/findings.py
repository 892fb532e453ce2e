"""认定的事实: what was found about an act, an omission or an agreement (ARL 63 to 71)."""

from dataclasses import dataclass
from datetime import date

from shared.contracts.reconsideration.judged import Basis, Breach, Duty, Hopeless, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """认定的事实; None where it was not found either way."""

    on: date
    duty: Duty | None = None
    """Of an application about inaction; None about an act."""
    breach: Breach | None = None
    """Of an application about an agreement."""
    applicant_shows: bool = False
    """申请人自己的材料证明受理前已经履行."""
    qualifies: bool = True
    hopeless: Hopeless | None = None
    replied: bool = True
    third_party_evidence: bool = False
    facts_clear: bool | None = None
    cleared: bool = False
    """机关已经查清事实和证据."""
    basis: Basis | None = None
    procedure: Procedure | None = None
    beyond_powers: bool | None = None
    proper: bool | None = None
    partly: bool = False
    grave: bool = False
    """重大且明显违法."""
    asks_invalid: bool = False
    insists_invalid: bool | None = None
    """经释明拒绝变更请求."""
    harms_public: bool = False
    nothing_to_revoke: bool = False
    respondent_changed: bool = False
    """被申请人改变原违法行为，申请人仍要求撤销或者确认违法."""
    worse: bool = False
    opposite_request: bool = False
    """第三人提出相反请求."""
    sum_wrong: bool = False
    """被申请的是行政赔偿决定，其数额确有错误."""
    repeats: bool = False
    """原行为被撤销后，以同一事实和理由重作的相同行为."""
