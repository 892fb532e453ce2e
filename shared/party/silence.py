"""不作为: what a party says of an organ that did nothing on what was asked of it (ARR2026 24)."""

from datetime import date
from typing import Final

from shared.contracts.intake import ActKind
from shared.frame import Form
from shared.law.period import parse_period
from shared.law.reconsidering.omission import Said, Slip, slips
from shared.law.written import code_of

SILENCE: Final = ("requested_on", "duty_within", "urgent")
"""What is told only where the organ did nothing on what was asked of it."""


def of_silence(form: Form) -> dict[str, str]:
    """不作为: there is no act, nor its day, of an organ that did nothing (ARR2026 24)."""
    kind = form.get("act")
    said = Said(
        act=ActKind(kind) if kind in tuple(ActKind) else None,
        done_on=_day(form.get("act_done_on")),
        learnt_on=_day(form.get("learnt_on")),
        omission={"true": True, "false": False}.get(form.get("omission")),
        requested_on=_day(form.get("requested_on")),
        duty_within=form.get("duty_within") or None,
        urgent=form.get("urgent") == "true",
    )
    wrong = slips(said) if said.act else {}
    found = {_ASKED.get(at, at): _SLIPS[slip] for at, slip in wrong.items() if slip in _SLIPS}
    within = said.duty_within or ""
    if within and "duty_within" not in found and not _is_period(within):
        found["duty_within"] = "写成几个工作日、几日或者几个月，比如：20个工作日"
    return found


_ASKED: Final = {"done_on": "act_done_on"}
_SLIPS: Final = {
    Slip.UNSAID: "这一类要选一项：机关作了决定，还是一直没有办",
    Slip.NOTHING_ASKED: "这一类是机关作了决定，选“不是”；机关一直没有办的，改上面的类别",
    Slip.ACTED: "机关一直没有办的，没有决定书，这里不填；作了决定的，上面选“不是”",
    Slip.ANSWERED: "机关一直没有办的才填，这里不填",
    Slip.NOT_URGENT: "只有请求保护人身、财产的才选“是”，这里选“不是”",
}
"""What a party reads of each; a day that it does not know the authority finds out."""


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _is_period(said: str) -> bool:
    try:
        return bool(parse_period(str(code_of(said))))
    except ValueError:
        return False
