"""决定种类: from what was found about an act to the kind of decision (ARL 33, 63 to 70).

The order in which the questions are asked is a reading, for the law puts its articles side by side:
conditions first, silence, invalidity, then what must fall, what is gone, what can be mended, and
what stands [D].
"""

from dataclasses import replace
from datetime import date
from typing import Final

from services.reconsideration.domain.findings import Findings
from services.reconsideration.domain.judgment import (
    Judgment,
    gone,
    presumed_baseless,
    unrevoked,
    void,
)
from services.reconsideration.domain.omitting import agreement, omission
from services.reconsideration.domain.saying import Point
from shared.contracts.reconsideration import Outcome
from shared.contracts.reconsideration.judged import Basis, Hopeless, Procedure
from shared.law.article import ARL, ARR2007, ARR2026, Article

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


def judge(found: Findings) -> Judgment:
    """The kind of decision that the findings call for."""
    return _never_worse(found, _judge(found))


def _judge(found: Findings) -> Judgment:
    if not found.qualifies:
        because = "受理后发现不符合受理条件，驳回申请"
        return Judgment(Outcome.APPLICATION_DISMISSED, because, ARL[33])
    if found.hopeless and ARR2026.in_force(found.on):
        return _hopeless(found.hopeless)
    baseless = presumed_baseless(
        forfeited=not found.replied, third_party_evidence=found.third_party_evidence
    )
    if found.breach is not None:
        return agreement(found, found.breach, baseless=baseless)
    if found.duty is not None:
        return omission(found, found.duty, baseless=baseless)
    return _silent(found) if baseless else _act(found)


def unexplained(found: Findings) -> bool:
    """应当先释明: what is asked to be found void is not, and nobody said what became of it.

    The applicant may change the request once that was explained (ARR2026 61).
    """
    asked = found.asks_invalid and found.insists_invalid is None and not found.grave
    tried = found.qualifies and not found.hopeless
    as_act = found.breach is None and found.duty is None
    baseless = presumed_baseless(
        forfeited=not found.replied, third_party_evidence=found.third_party_evidence
    )
    return asked and tried and as_act and not baseless and ARR2026.in_force(found.on)


_NOT_WORSE: Final = (
    *(Outcome.CONFIRMED_ILLEGAL, Outcome.UPHELD),
    *(Outcome.REQUEST_DISMISSED, Outcome.APPLICATION_DISMISSED),
)
"""Decisions that leave the applicant where the act has put him."""


def _never_worse(found: Findings, judgment: Judgment) -> Judgment:
    """Until June 2026 a decision of no kind was to be worse for the applicant (ARR2007 51).

    A change is left to the Law itself, which lets a third person ask for it (ARL 63).
    """
    if not found.worse or ARR2026.in_force(found.on):
        return judgment
    kept = tuple(each for each in judgment.open_to if each in (*_NOT_WORSE, Outcome.CHANGED))
    if kept == judgment.open_to:
        return judgment
    if judgment.outcome in kept:
        return replace(judgment, leaves=kept[1:])
    because = f"{judgment.because}，但是该决定对申请人更为不利，不得作出；决定种类没有明文"
    open_to = dict.fromkeys((*kept, Outcome.CONFIRMED_ILLEGAL, Outcome.REQUEST_DISMISSED))
    return Judgment(None, because, ARR2007[51], tuple(open_to))


_HOPELESS: Final = {
    Hopeless.GROUNDLESS: "请求明显缺乏事实和法律依据，经释明仍坚持申请",
    Hopeless.BEYOND_ORGAN: "请求履行的职责或者给付义务明显不属于该机关权限",
    Hopeless.CONFIRMED: "行为的法律效力已经被人民法院生效裁判、调解书确认",
}


def _hopeless(why: Hopeless) -> Judgment:
    """驳回申请 of what need not be tried on (ARR2026 37)."""
    item = list(Hopeless).index(why) + 1
    return Judgment(Outcome.APPLICATION_DISMISSED, _HOPELESS[why], ARR2026[37].par(1, item))


def _revoked(found: Findings) -> Outcome:
    """撤销, or only what is wrong of it 部分撤销 (ARL 64)."""
    return Outcome.REVOKED_IN_PART if found.partly else Outcome.REVOKED


def _silent(found: Findings) -> Judgment:
    """Without evidence: what it can only be, by whether anything is left to revoke (ARL 70)."""
    because = "被申请人没有依法答复、举证，视为没有证据、依据"
    if found.grave and found.asks_invalid:
        return Judgment(Outcome.CONFIRMED_INVALID, because, ARL[70])
    if unrevoked(found):
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, ARL[70])
    return Judgment(_revoked(found), because, ARL[70])


def _act(found: Findings) -> Judgment:
    if found.asks_invalid and found.grave:
        return void()
    if found.asks_invalid and found.insists_invalid and ARR2026.in_force(found.on):
        because = "不属于无效情形，经释明拒绝变更请求"
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 1))
    if found.repeats:
        return _illegal(unrevoked(found)) or _repeated(found)
    if faults := revocable(found):
        return _fallen(found, faults[0])
    if change := _change(found):
        return _illegal(gone(found)) or _mended(found, change)
    return _standing(found)


def revocable(found: Findings) -> list[Point]:
    """应予撤销的情形 that were found, each by its item (ARL 64).

    What is void without anybody asking for that falls as done without power [D]. A basis that could
    be replaced by a lawful one falls, too, until the Regulation allowed to change the act, where
    the change would be for the worse, and where nobody found what else a change presumes: it may
    be made only as the Law has it (ARR2026 57).
    """
    unclear = found.facts_clear is False and not found.cleared
    changeable = ARR2026.in_force(found.on) and not _worse(found)
    presumed = found.cleared or not _left_open(found, ARR2026[57].par(2))
    replaceable = found.basis is Basis.UNLAWFUL_REPLACEABLE and not (changeable and presumed)
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


def by_procedure(found: Findings) -> bool:
    """以违反法定程序为由 alone: then the same act may be made again (ARL 64)."""
    violated = ARL[64].par(1, 2)
    return judge(found).article == violated and len(revocable(found)) == 1


def _repeated(found: Findings) -> Judgment:
    """重作相同的行为 is revoked again, and a new one ordered (ARL 64; ARR2026 58).

    Where the Law itself does not let an act be revoked, neither does the Regulation (ARL 65).
    """
    because = "以同一事实和理由重作相同或者基本相同的行为，再次撤销"
    if ARR2026.in_force(found.on):
        because = f"{because}，并责令在一定期限内重作"
        return Judgment(_revoked(found), because, ARR2026[58].par(3))
    return Judgment(_revoked(found), because, ARL[64].par(2))


def _fallen(found: Findings, fault: Point) -> Judgment:
    """What deserves to be revoked: whether it is, or only found illegal (ARL 64, 65)."""
    return _illegal(unrevoked(found)) or Judgment(
        _revoked(found), fault.text, fault.article or ARL[64]
    )


def _illegal(why: Point | None) -> Judgment | None:
    """确认违法, where there is a reason not to revoke (ARL 65)."""
    return Judgment(Outcome.CONFIRMED_ILLEGAL, why.text, why.article or ARL[65]) if why else None


def _worse(found: Findings) -> bool:
    """Whether no change may be made: for the worse, and no third person asked for it (ARL 63)."""
    return found.worse and not found.opposite_request


_SLIGHT: Final = "程序轻微违法，对申请人权利不产生实际影响"
_OF_SOUND_PROCEDURE: Final = (ARL[63].par(1, 1), ARL[63].par(1, 2))
"""变更 that presumes 程序合法; of facts cleared and of a basis replaced the law does not say so."""
_SOUND: Final = ("facts_clear", "procedure", "beyond_powers")
"""事实清楚，证据确凿，程序合法; and that nothing was done without power, for that is revoked."""
_PRESUMED: Final = {
    ARL[63].par(1, 1): (*_SOUND, "basis"),
    ARL[63].par(1, 2): _SOUND,
    ARR2026[57].par(2): _SOUND,
    ARL[68]: (*_SOUND, "basis", "proper"),
}
"""What must have been found either way before a decision rests upon this provision."""


def _left_open(found: Findings, article: Article) -> bool:
    """还有事项没有认定 of what this provision presumes."""
    return any(getattr(found, each) is None for each in _PRESUMED.get(article, ()))


_OPEN: Final = Judgment(None, "还有事项没有认定，不能判定决定种类", ARL[61].par(1))


def _mended(found: Findings, change: Judgment) -> Judgment:
    """变更 (ARL 63; ARR2026 57), never for the worse unless a third person asked (ARL 63).

    An improper content or a misapplied basis changes an act that is sound otherwise: while nobody
    found that it is, nothing is decided, and no request dismissed either (ARL 63; ARR2026 61).

    A slight slip 程序轻微违法 beside an improper content or a misapplied basis has no article of
    its own: a person chooses whether the act is changed, revoked or found unlawful [D].
    """
    if change.article in _OF_SOUND_PROCEDURE and _left_open(found, change.article):
        return _OPEN
    slight = found.procedure is Procedure.SLIGHT
    if _worse(found):
        return _unchanged(found, slight=slight)
    if slight and change.article in _OF_SOUND_PROCEDURE:
        because = f"{change.because}，同时程序轻微违法，决定种类没有明文"
        kinds = (Outcome.CHANGED, _revoked(found), Outcome.CONFIRMED_ILLEGAL)
        return Judgment(None, because, change.article, kinds)
    return change


def _unchanged(found: Findings, *, slight: bool) -> Judgment:
    """What could only be changed for the worse (ARL 63; ARR2026 61); a slip is still found."""
    if slight:
        because = f"{_SLIGHT}；应予变更，但是变更对申请人更为不利，不得变更"
        dismissed = (Outcome.REQUEST_DISMISSED,)
        return Judgment(Outcome.CONFIRMED_ILLEGAL, because, ARL[65].par(1, 2), dismissed)
    because = "应予变更，但是变更对申请人更为不利，第三人也没有提出相反请求"
    if ARR2026.in_force(found.on):
        return Judgment(Outcome.REQUEST_DISMISSED, because, ARR2026[61].par(1, 3))
    because += "；不得变更，决定种类没有明文"
    return Judgment(None, because, ARL[63].par(2), (Outcome.REQUEST_DISMISSED,))


def _change(found: Findings) -> Judgment | None:
    if found.basis is Basis.UNLAWFUL_REPLACEABLE:
        because = "依据不合法，但是有合法依据可以适用"
        falls = (_revoked(found),)  # it may change
        return Judgment(Outcome.CHANGED, because, ARR2026[57].par(2), falls)
    if found.facts_clear is False and found.cleared:
        because = "原来事实不清，机关已经查清事实和证据"
        return Judgment(Outcome.CHANGED, because, ARL[63].par(1, 3))
    if found.basis is Basis.MISAPPLIED:
        return Judgment(Outcome.CHANGED, "未正确适用依据", ARL[63].par(1, 2))
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
    """What is sound but perhaps for a slip 程序轻微违法, once all of it was found (ARL 65, 68)."""
    if _left_open(found, ARL[68]):
        return _OPEN
    if found.procedure is Procedure.SLIGHT:
        return Judgment(Outcome.CONFIRMED_ILLEGAL, _SLIGHT, ARL[65].par(1, 2))
    because = "事实清楚，证据确凿，依据正确，程序合法，内容适当"
    return Judgment(Outcome.UPHELD, because, ARL[68])
