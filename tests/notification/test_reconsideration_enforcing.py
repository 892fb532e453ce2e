"""强制执行的通知: whoever is to enforce a decision, or may ask the court, is told (ARL 78)."""

from services.notification.agents import sees
from services.notification.domain.making import notices
from services.notification.domain.told import Desk, Recipient, Weight
from shared.contracts.reconsideration.enforcing import (
    EnforcementAwaited,
    EnforcementDue,
    UrgingUnheeded,
)
from tests.notification.test_table import of
from tests.reconsideration.following import FIELDS
from tests.reconsideration.makers import AUTHORITY, OTHER, PAPER, RESPONDENT, day
from tests.routing.cases import head


def test_whoever_asked_the_court_too_early_takes_it_back() -> None:
    """重新送达的，已经申请强制执行的机关撤回申请或者告知人民法院 (ARL 75, 78)."""
    anew = EnforcementAwaited.model_validate({**FIELDS[EnforcementAwaited], "head": head(9)})
    labels = {"authority": AUTHORITY}
    assert list(notices(of(anew, **labels))) == []
    asked = anew.model_copy(update={"court_asked": True})
    made = list(notices(of(asked, **labels)))
    assert [one.recipient for one in made] == [
        Recipient(Desk.DEPARTMENT, anew.organ),
        Recipient(Desk.RECONSIDERATION, AUTHORITY),
    ]
    assert {one.weight for one in made} == {Weight.URGENT}
    assert "撤回强制执行申请" in made[0].says
    assert "起诉" not in made[0].says, "of what is final there is no day to sue (ARL 10)"


def test_where_nobody_said_what_is_to_be_performed_whoever_enforces_is_told_to_find_out() -> None:
    """维持的决定没有载明当事人履行内容、期限的，告知强制执行的机关，期限尚未起算 (ARL 78)."""
    said = {**FIELDS[EnforcementAwaited], "head": head(9), "timed": False}
    fact = EnforcementAwaited.model_validate(said)
    seen = of(fact, authority=AUTHORITY, departments=fact.organ)
    made = list(notices(seen))
    assert [one.recipient for one in made] == [
        Recipient(Desk.DEPARTMENT, fact.organ),
        Recipient(Desk.RECONSIDERATION, AUTHORITY),
    ]
    assert all(sees(one.recipient, seen) for one in made)
    assert {one.weight for one in made} == {Weight.OWED}
    assert "没有起算" in made[0].says
    asked = fact.model_copy(update={"court_asked": True})
    assert {one.weight for one in notices(of(asked, authority=AUTHORITY))} == {Weight.URGENT}


def unheeded(**said: object) -> set[tuple[Desk, str]]:
    fact = UrgingUnheeded.model_validate({"head": head(3), "person_id": PAPER, **said})
    seen = of(fact, authority=AUTHORITY, departments=f"{RESPONDENT} {OTHER}")
    return {(one.recipient.role, one.recipient.organ) for one in notices(seen)}


def test_that_nobody_heeds_is_told_to_whoever_may_ask_the_court() -> None:
    """催告期满的，告知负责强制执行的机关；以前的记载没有写明的，告知案卷上的部门 (ARL 19, 78)."""
    body = (Desk.RECONSIDERATION, AUTHORITY)
    of_department = {(Desk.DEPARTMENT, RESPONDENT), (Desk.DEPARTMENT, OTHER)}
    assert unheeded() == {body, *of_department}
    assert unheeded(organ=RESPONDENT, joint=(OTHER,)) == {body, *of_department}
    assert (Desk.DEPARTMENT, RESPONDENT) not in unheeded(organ=AUTHORITY)


def test_each_of_several_organs_that_may_enforce_is_told_by_its_own_name() -> None:
    """共同作出的行政机关各自收到本机关可以强制执行的通知 (ARL 19, 78)."""
    said = {"organ": RESPONDENT, "joint": (OTHER,), "counts_from": day("2026-08-04")}
    fact = EnforcementDue.model_validate({"head": head(3), "person_id": PAPER, **said})
    seen = of(fact, authority=AUTHORITY, departments=f"{RESPONDENT} {OTHER}")
    to = {one.recipient.organ: one.says for one in notices(seen)}
    assert to[RESPONDENT] != to[OTHER]
    assert "起诉" not in to[RESPONDENT], "nobody sues over what is final, or was mediated (ARL 78)"
