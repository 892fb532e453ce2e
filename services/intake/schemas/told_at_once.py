"""一次告知: what a form lacks beside its shape, so that all of it can be told at once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from shared.contracts.intake import ActKind, Side
from shared.directory import Directory
from shared.law.reconsidering.omission import Said, Slip, article_on, slips

Fault = dict[str, Any]
"""A fault in the form in which pydantic tells its own."""

_DAYS: Final = {
    "happened_on": "发生日期",
    "learnt_on": "知道日期",
    "requested_on": "行政机关收到履职申请之日",
    "on": "收到日期",
}


def faults(form: Mapping[str, Any], directory: Directory, today: date) -> list[Fault]:
    """What is wrong with a form, raw or valid; a field of the wrong shape is passed over."""
    return [
        *_unknown(form, "place", directory.find_place, "不是本市的区划，请填写区划代码或者地址"),
        *_unknown(form, "matter", directory.matters.get, "不在纠纷类型目录中"),
        *_unknown(form, "respondent", _organ(directory), "不在组织名录中"),
        *_without_organ(form),
        *_without_applicant(form),
        *_wrong_days(form, today),
        *_undated(form, today),
    ]


def _fault(field: str, says: str) -> Fault:
    return {"type": "value_error", "loc": ("body", field), "msg": says, "ctx": {"error": says}}


def _organ(directory: Directory) -> Callable[[str], object]:
    def find(code: str) -> object:
        try:
            return directory.organ(code)
        except LookupError:
            return None

    return find


def _unknown(
    form: Mapping[str, Any], field: str, find: Callable[[str], object], says: str
) -> Iterator[Fault]:
    value = form.get(field)
    if isinstance(value, str) and value.strip() and find(value) is None:
        yield _fault(field, f"“{value[:40]}”{says}")


def _without_organ(form: Mapping[str, Any]) -> Iterator[Fault]:
    if form.get("act") and not form.get("respondent"):
        yield _fault("respondent", "对行政行为不服的，须写明作出行为的机关")


def _without_applicant(form: Mapping[str, Any]) -> Iterator[Fault]:
    parties = form.get("parties")
    if not isinstance(parties, list) or not parties:
        return
    if not any(isinstance(p, Mapping) and p.get("side") == Side.APPLICANT for p in parties):
        yield _fault("parties", "当事人中至少应有一名申请一方")


def _wrong_days(form: Mapping[str, Any], today: date) -> Iterator[Fault]:
    days = {field: day for field in _DAYS if (day := _day(form.get(field)))}
    for field, day in days.items():
        if day > today:
            yield _fault(field, f"{_DAYS[field]}不得晚于今天")
    happened, learnt = days.get("happened_on"), days.get("learnt_on")
    if happened and learnt and learnt < happened:
        yield _fault("learnt_on", "知道日期不得早于发生日期")


def _undated(form: Mapping[str, Any], today: date) -> Iterator[Fault]:
    """机关没有处理的: from when its time ran, or when it was over (ARR2026 24)."""
    act, omission = form.get("act"), form.get("omission")
    said = Said(
        act=ActKind(act) if act in tuple(ActKind) else None,
        learnt_on=_day(form.get("learnt_on")),
        omission=omission if isinstance(omission, bool) else None,
        requested_on=_day(form.get("requested_on")),
    )
    if slips(said).get("requested_on") is Slip.UNDATED:
        text = "行政机关没有处理的，须写明它收到申请之日，或者它应当办完之日（填在知道日期）"
        yield _fault("requested_on", f"{text}（{article_on(today)}）")


def _day(value: object) -> date | None:
    if isinstance(value, date) or not isinstance(value, str):
        return value if isinstance(value, date) else None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
