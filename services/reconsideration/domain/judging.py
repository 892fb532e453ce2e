"""决定种类: from what was found about an act to the kind of decision (ARL 33, 63 to 70).

The order in which the questions are asked is a reading, for the law puts its articles side by side:
conditions first, silence, invalidity, then what must fall, what can be mended, and what stands [D].
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Basis, Breach, Duty, Hopeless, Procedure
from shared.law.article import ARL, ARR2026, Article


@dataclass(frozen=True, slots=True)
class Judgment:
    """The kind of decision, or None where what was found does not decide it, and why."""

    outcome: Outcome | None
    because: str
    article: Article
    leaves: tuple[Outcome, ...] = ()
    """Other kinds that a person may choose: the article allows it, or names no kind at all [D]."""


KINDS: Final = {
    Outcome.CHANGED: "变更该行政行为",
    Outcome.REVOKED: "撤销该行政行为",
    Outcome.REVOKED_IN_PART: "部分撤销该行政行为",
    Outcome.CONFIRMED_ILLEGAL: "确认该行政行为违法",
    Outcome.PERFORMANCE_ORDERED: "责令被申请人在一定期限内履行",
    Outcome.CONFIRMED_INVALID: "确认该行政行为无效",
    Outcome.UPHELD: "维持该行政行为",
    Outcome.REQUEST_DISMISSED: "驳回行政复议请求",
    Outcome.APPLICATION_DISMISSED: "驳回行政复议申请",
    Outcome.AGREEMENT_ENFORCED: "责令被申请人承担协议责任",
    Outcome.AGREEMENT_COMPENSATED: "责令被申请人给予合理补偿",
    Outcome.AGREEMENT_ENDED: "撤销、解除行政协议",
}
"""What each kind of decision does, in words."""


def presumed_baseless(*, forfeited: bool, third_party_evidence: bool) -> bool:
    """视为没有证据、依据: no reply, and no evidence of a third person affected (ARL 70)."""
    return forfeited and not third_party_evidence


def judge(found: Findings) -> Judgment:
    """The kind of decision that the findings call for."""
    if not found.qualifies:
        because = "受理后发现不符合受理条件，驳回申请"
        return Judgment(Outcome.APPLICATION_DISMISSED, because, ARL[33])
    if found.hopeless and ARR2026.in_force(found.on):
        return _hopeless(found.hopeless)
    if found.breach is not None:
        return _agreement(found)
    if found.duty is not None:
        return _omission(found, found.duty)
    baseless = presumed_baseless(
        forfeited=not found.replied, third_party_evidence=found.third_party_evidence
    )
    return _silent(found) if baseless else _act(found)


_HOPELESS: Final = {
    Hopeless.GROUNDLESS: "请求明显缺乏事实和法律依据，经释明仍坚持申请",
    Hopeless.BEYOND_ORGAN: "请求履行的职责或者给付义务明显不属于该机关权限",
    Hopeless.CONFIRMED: "行为的法律效力已经被人民法院生效裁判、调解书确认",
}


def _hopeless(why: Hopeless) -> Judgment:
    """驳回申请 of what need not be tried on (ARR2026 37)."""
    item = list(Hopeless).index(why) + 1
    return Judgment(Outcome.APPLICATION_DISMISSED, _HOPELESS[why], ARR2026[37].par(1, item))


_DUTIES: Final = {
    Duty.NONE: (Outcome.REQUEST_DISMISSED, "被申请人没有相应的法定职责", ARL[69]),
    Duty.DONE_BEFORE: (Outcome.REQUEST_DISMISSED, "受理前已经履行法定职责", ARL[69]),
    Duty.POINTLESS: (
        *(Outcome.CONFIRMED_ILLEGAL, "不履行或者拖延履行，责令履行没有意义", ARL[65].par(2, 3)),
    ),
    Duty.OPEN: (Outcome.PERFORMANCE_ORDERED, "应当责令在一定期限内履行", ARL[66]),
}


def _omission(found: Findings, duty: Duty) -> Judgment:
    if duty is not Duty.PREVENTED:
        return Judgment(*_DUTIES[duty])
    because = "因不可抗力等正当事由客观上无法履行"
    if ARR2026.in_force(found.on):
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 2))
    because += "，2026年6月30日以前没有明文"
    return Judgment(None, because, ARL[69], (Outcome.REQUEST_DISMISSED,))


def _voidable(*, new: bool) -> Judgment:
    """An agreement to be undone, which no article named before 2026 (ARR2026 62)."""
    because = "撤销、解除行政协议"
    if new:
        return Judgment(Outcome.AGREEMENT_ENDED, because, ARR2026[62].par(item=4))
    because += "，2026年6月30日以前没有明文"
    return Judgment(None, because, ARL[71], (Outcome.AGREEMENT_ENDED,))


_BREACHES: Final = {
    Breach.NOT_CONCLUDED: (Outcome.AGREEMENT_ENFORCED, "责令依法订立", 1),
    Breach.NOT_PERFORMED: (Outcome.AGREEMENT_ENFORCED, "责令继续履行、补救或者赔偿", 1),
    Breach.LAWFUL_CHANGE_UNPAID: (Outcome.AGREEMENT_COMPENSATED, "责令给予合理补偿", 2),
}


def _agreement(found: Findings) -> Judgment:
    assert found.breach is not None  # noqa: S101 - its caller has looked
    if found.breach in _BREACHES:
        outcome, because, paragraph = _BREACHES[found.breach]
        return Judgment(outcome, because, ARL[71].par(paragraph))
    new = ARR2026.in_force(found.on)
    if found.breach is Breach.NONE:
        because = "没有违反行政协议义务的情形，本表没有列明的决定种类"
        return Judgment(None, because, ARL[71], (Outcome.REQUEST_DISMISSED,))
    if found.breach is Breach.VOIDABLE:
        return _voidable(new=new)
    if not new:
        because = "违法变更、解除的，继续履行、补救或者赔偿"
        return Judgment(Outcome.AGREEMENT_ENFORCED, because, ARL[71].par(1))
    if found.nothing_to_revoke:
        because = "确认变更、解除协议的行为违法"
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, ARR2026[62].par(item=3))
    return Judgment(Outcome.REVOKED, "撤销变更、解除协议的行为", ARR2026[62].par(item=3))


def _silent(found: Findings) -> Judgment:
    """Without evidence: what it can only be, by whether anything is left to revoke (ARL 70)."""
    because = "被申请人没有答复举证，视为没有证据、依据"
    if found.grave and found.asks_invalid:
        return Judgment(Outcome.CONFIRMED_INVALID, because, ARL[70])
    if found.harms_public or found.nothing_to_revoke or found.respondent_changed:
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, ARL[70])
    outcome = Outcome.REVOKED_IN_PART if found.partly else Outcome.REVOKED
    return Judgment(outcome, because, ARL[70])


def _act(found: Findings) -> Judgment:
    if found.asks_invalid and found.grave:
        return Judgment(Outcome.CONFIRMED_INVALID, "重大且明显违法，确认无效", ARL[67])
    if found.asks_invalid and found.insists_invalid and ARR2026.in_force(found.on):
        because = "不属于无效情形，经释明拒绝变更请求"
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 1))
    if found.repeats:
        return _repeated(found)
    faults = revocable(found)
    if faults:
        return _fallen(found, faults[0])
    if found.procedure is Procedure.SLIGHT:
        because = "程序轻微违法，对申请人权利不产生实际影响"
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, ARL[65].par(1, 2))
    return _mended(found) or _standing(found)


def revocable(found: Findings) -> list[Point]:
    """应予撤销的情形 that were found, each by its item (ARL 64).

    What is void without anybody asking for that falls as done without power [D]. A basis that could
    be replaced by a lawful one falls, too, until the Regulation allowed to change the act.
    """
    unclear = found.facts_clear is False and not found.cleared
    replaceable = found.basis is Basis.UNLAWFUL_REPLACEABLE and not ARR2026.in_force(found.on)
    rows = (
        (unclear, "主要事实不清、证据不足"),
        (found.procedure is Procedure.VIOLATED, "违反法定程序"),
        (found.basis is Basis.UNLAWFUL or replaceable, "适用的依据不合法"),
        (bool(found.beyond_powers or found.grave), "超越职权或者滥用职权"),
    )
    return [
        Point(text, ARL[64].par(1, item), met=True)
        for item, (there, text) in enumerate(rows, start=1)
        if there
    ]


def _repeated(found: Findings) -> Judgment:
    """重作相同的行为 is revoked again, and a new one ordered (ARL 64; ARR2026 58)."""
    outcome = Outcome.REVOKED_IN_PART if found.partly else Outcome.REVOKED
    because = "以同一事实和理由重作相同或者基本相同的行为，再次撤销"
    if ARR2026.in_force(found.on):
        return Judgment(outcome, f"{because}，并责令在一定期限内重作", ARR2026[58].par(3))
    return Judgment(outcome, because, ARL[64].par(2))


def _fallen(found: Findings, fault: Point) -> Judgment:
    """What deserves to be revoked: whether it is, or only found illegal (ARL 64, 65)."""
    first, second = ARL[65].par(1, 1), ARL[65].par(2)
    changed = "被申请人已经改变，申请人仍要求撤销或者确认违法"
    harms = "应予撤销，但是会给国家利益、社会公共利益造成重大损害"
    rows = (
        (found.nothing_to_revoke, "违法，但是不具有可撤销内容", second.par(2, 1)),
        (found.respondent_changed, changed, second.par(2, 2)),
        (found.harms_public, harms, first),
    )
    for there, because, article in rows:
        if there:
            return Judgment(Outcome.CONFIRMED_ILLEGAL, because, article)
    outcome = Outcome.REVOKED_IN_PART if found.partly else Outcome.REVOKED
    return Judgment(outcome, fault.text, fault.article or ARL[64])


def _mended(found: Findings) -> Judgment | None:
    """变更 (ARL 63; ARR2026 57), never for the worse unless a third person asked (ARL 63)."""
    change = _change(found)
    if change is None or not found.worse or found.opposite_request:
        return change
    because = "应予变更，但是变更对申请人更为不利，第三人也没有提出相反请求"
    if ARR2026.in_force(found.on):
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 3))
    because += "；不得变更，决定种类没有明文"
    return Judgment(None, because, ARL[63].par(2), (Outcome.REQUEST_DISMISSED,))


def _change(found: Findings) -> Judgment | None:
    if found.basis is Basis.UNLAWFUL_REPLACEABLE:
        because = "依据不合法，但是有合法依据可以适用"
        falls = Outcome.REVOKED_IN_PART if found.partly else Outcome.REVOKED
        return Judgment(Outcome.CHANGED, because, ARR2026[57].par(2), (falls,))  # it may change
    if found.basis is Basis.MISAPPLIED:
        return Judgment(Outcome.CHANGED, "未正确适用依据", ARL[63].par(1, 2))
    if found.facts_clear is False and found.cleared:
        because = "原来事实不清，机关已经查清事实和证据"
        return Judgment(Outcome.CHANGED, because, ARL[63].par(1, 3))
    if found.sum_wrong:
        wrong = sum_is_wrong(found.on)
        return Judgment(Outcome.CHANGED, wrong.text, wrong.article or ARL[63])
    if found.proper is False:
        return Judgment(Outcome.CHANGED, "内容不适当", ARL[63].par(1, 1))
    return None


def sum_is_wrong(on: date) -> Point:
    """赔偿决定确定的数额确有错误 is put right by a change (ARR2026 63)."""
    text = "行政赔偿决定确定的数额确有错误，可以变更"
    if ARR2026.in_force(on):
        return Point(text, ARR2026[63].par(2), met=True)
    says = f"{text}；2026年6月30日以前没有明文，按内容不适当变更"
    return Point(says, ARL[63].par(1, 1), met=True)


def _standing(found: Findings) -> Judgment:
    asked = (found.facts_clear, found.basis, found.procedure, found.proper, found.beyond_powers)
    if any(each is None for each in asked):
        return Judgment(None, "还有事项没有认定，不能判定决定种类", ARL[61].par(1))
    because = "事实清楚，证据确凿，依据正确，程序合法，内容适当"
    return Judgment(Outcome.UPHELD, because, ARL[68])
