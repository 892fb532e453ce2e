"""不作为和行政协议的决定种类: of what was not done or not kept (ARL 65, 66, 69 to 71; ARR2026 62).

Whose reply was forfeited has proved nothing: what would free the respondent, but that it has no
such duty at all, is then not taken as found (ARL 70). That it acted before is, where the papers of
the applicant say so.
"""

from dataclasses import replace
from typing import Final

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.judgment import Judgment, unrevoked, void
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Breach, Duty
from shared.law.article import ARL, ARR2026

_DUTIES: Final = {
    Duty.NONE: (Outcome.REQUEST_DISMISSED, "被申请人没有相应的法定职责", ARL[69]),
    Duty.DONE_BEFORE: (Outcome.REQUEST_DISMISSED, "受理前已经履行法定职责", ARL[69]),
    Duty.POINTLESS: (
        *(Outcome.CONFIRMED_ILLEGAL, "不履行或者拖延履行，责令履行没有意义", ARL[65].par(2, 3)),
    ),
    Duty.OPEN: (Outcome.PERFORMANCE_ORDERED, "应当责令在一定期限内履行", ARL[66]),
}
_UNPROVEN: Final = {
    Duty.DONE_BEFORE: "受理前已经履行法定职责",
    Duty.PREVENTED: "因正当事由客观上无法履行",
}
"""What the respondent has to prove."""


def omission(found: Findings, duty: Duty, *, baseless: bool) -> Judgment:
    """不履行法定职责 (ARL 65, 66, 69, 70; ARR2026 61)."""
    shown = duty is Duty.DONE_BEFORE and found.applicant_shows
    if baseless and duty in _UNPROVEN and not shown:
        because = f"被申请人没有依法答复、举证，“{_UNPROVEN[duty]}”视为没有证据，不得据此驳回请求"
        return Judgment(Outcome.PERFORMANCE_ORDERED, because, ARL[70], (Outcome.CONFIRMED_ILLEGAL,))
    if duty is not Duty.PREVENTED:
        return Judgment(*_DUTIES[duty])
    because = "因不可抗力等正当事由客观上无法履行"
    if ARR2026.in_force(found.on):
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 2))
    because += "，2026年6月30日以前没有明文"
    return Judgment(None, because, ARL[69], (Outcome.REQUEST_DISMISSED,))


_BREACHES: Final = {
    Breach.NOT_CONCLUDED: (Outcome.AGREEMENT_ENFORCED, "责令依法订立", 1),
    Breach.NOT_PERFORMED: (Outcome.AGREEMENT_ENFORCED, "责令继续履行、补救或者赔偿", 1),
    Breach.LAWFUL_CHANGE_UNPAID: (Outcome.AGREEMENT_COMPENSATED, "责令给予合理补偿", 2),
}


def agreement(found: Findings, breach: Breach, *, baseless: bool) -> Judgment:
    """行政协议 (ARL 70, 71; ARR2026 62)."""
    unproven = baseless and breach is Breach.LAWFUL_CHANGE_UNPAID
    if breach in _BREACHES and not unproven:
        outcome, because, paragraph = _BREACHES[breach]
        return Judgment(outcome, because, ARL[71].par(paragraph))
    if found.asks_invalid and found.grave:
        return void()
    if breach is Breach.NONE:
        return _kept(baseless=baseless)
    if unproven:
        return _unproven(found)
    new = ARR2026.in_force(found.on)
    return _voidable(new=new) if breach is Breach.VOIDABLE else _changed(found, new=new)


def _kept(*, baseless: bool) -> Judgment:
    """No breach was found: nothing to decide by, unless nobody proved that there was none."""
    if not baseless:
        because = "没有违反行政协议义务的情形，本表没有列明的决定种类"
        return Judgment(None, because, ARL[71], (Outcome.REQUEST_DISMISSED,))
    because = "被申请人没有依法答复、举证，依法、依约履行视为没有证据，不得驳回请求"
    kinds = (Outcome.AGREEMENT_ENFORCED, Outcome.REVOKED, Outcome.CONFIRMED_ILLEGAL)
    return Judgment(None, because, ARL[70], kinds)


def _unproven(found: Findings) -> Judgment:
    """变更、解除合法 that nobody proved: by the Law itself it falls as an unlawful one (ARL 70)."""
    because = "被申请人没有依法答复、举证，变更、解除协议合法视为没有证据、依据，不得只决定补偿"
    return replace(_changed(found, new=True), because=because, article=ARL[70])


def _voidable(*, new: bool) -> Judgment:
    """An agreement to be undone, which no article named before 2026 (ARR2026 62)."""
    because = "撤销、解除行政协议"
    if new:
        return Judgment(Outcome.AGREEMENT_ENDED, because, ARR2026[62].par(item=4))
    because += "，2026年6月30日以前没有明文"
    return Judgment(None, because, ARL[71], (Outcome.AGREEMENT_ENDED,))


def _changed(found: Findings, *, new: bool) -> Judgment:
    """违法变更、解除: the act is undone, or the respondent is held to the agreement (ARL 71).

    The Regulation names the first beside the second: what the Law gives it cannot take. It names
    确认违法 beside 撤销, too, but not when: that is as of any other act (ARL 65).
    """
    enforced = (Outcome.AGREEMENT_ENFORCED,)
    if not new:
        because = "违法变更、解除的，继续履行、补救或者赔偿"
        return Judgment(*enforced, because, ARL[71].par(1))
    article = ARR2026[62].par(item=3)
    if kept := unrevoked(found):
        because = f"确认变更、解除协议的行为违法：{kept.text}"
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, article, enforced)
    return Judgment(Outcome.REVOKED, "撤销变更、解除协议的行为", article, enforced)
