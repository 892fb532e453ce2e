"""The table of notices 通知一览, held against the offices and against itself."""

import re
from collections import Counter
from typing import Any
from uuid import uuid4

import pytest

from deploy.compose import make_hub, offices
from services.notification.agents import LISTENS, sees
from services.notification.domain.making import notices
from services.notification.domain.recipients import EXPLAIN
from services.notification.domain.table import TABLE
from services.notification.domain.told import Desk, Recipient, Telling, Told, Weight
from services.notification.domain.wording import article_of
from services.notification.office import OFFICE
from services.notification.store import desks_of
from shared.auth import Identity, Role
from shared.clock import StillClock
from shared.contracts.clock import DeadlineWarned
from shared.contracts.consultation import PanelConvened
from shared.contracts.fact import Fact
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.basics import Basic, BasicsStated
from shared.contracts.routing import DepartmentCalled, RoadNotified
from shared.contracts.supervision import AlertLevel, AlertRaised
from shared.law.article import Article
from tests.conftest import MORNING
from tests.routing.cases import DIRECTORY, head

LABELS = {
    "county": "620702",
    "window": "620702-window-1",
    "authority": "620702-centre",
    "departments": "620702-sifa 620702-zhujian",
    "number": "620702-20261123-0000001-5",
    "matter": "linli",
}

TOLD = (*TABLE, *(row.otherwise for row in TABLE if row.otherwise))

every_row = pytest.mark.parametrize(
    "row", TOLD, ids=lambda row: row.kind.__name__ + ("" if row in TABLE else "Otherwise")
)


def of(fact: Fact, **labels: str) -> Told:
    """A fact of a file with these labels."""
    terms = make_hub(None, clock=StillClock(MORNING), secret=b"x" * 40).deadline_terms
    return Told(fact, {**LABELS, **labels}, DIRECTORY, terms)


def called(check_in: str = "1wd") -> DepartmentCalled:
    return DepartmentCalled.model_validate(
        {"head": head(2), "department": "620702-sifa", "role": "lead", "check_in": check_in}
    )


def warned(**said: Any) -> DeadlineWarned:  # noqa: ANN401 - fields of the fact
    return DeadlineWarned.model_validate(
        {
            "head": head(1),
            "office_name": "routing",
            "of_case_id": uuid4(),
            "deadline": "check_in",
            "subject": "620702-sifa",
            "opened": 2,
            "warning": "last_workday",
            "until": MORNING,
            "provisional": False,
            **said,
        }
    )


def alert(level: AlertLevel) -> AlertRaised:
    return AlertRaised.model_validate(
        {
            "head": head(1),
            "level": level,
            "heard": "routing.check_in_lapsed.v1",
            "about": uuid4(),
            "page": 3,
            "organ": "620702-sifa",
        }
    )


def test_a_kind_of_fact_stands_in_the_table_once() -> None:
    """一种事实只有一行."""
    assert not [kind for kind, n in Counter(row.kind for row in TABLE).items() if n > 1]
    assert set(LISTENS) == {row.kind for row in TABLE}


def test_what_is_told_otherwise_is_told_of_the_same_fact() -> None:
    """另行告知的是同一种事实，期限和各自的内容不变."""
    both = [(row, row.otherwise) for row in TABLE if row.otherwise]
    assert both
    for row, other in both:
        assert (other.kind, other.until, other.otherwise) == (row.kind, row.until, None)


@every_row
def test_every_row_cites_a_provision_that_there_is(row: Telling) -> None:
    """每条通知都有依据."""
    assert Article.parse(article_of(row.kind)).code == article_of(row.kind)


@every_row
def test_what_a_row_says_is_what_the_fact_knows_and_no_person_among_it(row: Telling) -> None:
    """通知只用事实的代码、日期和期限，不含个人信息和文书内容."""
    named = {*re.findall(r"\{(\w+)\}", row.says), *([row.until] if row.until else [])}
    assert named <= row.kind.model_fields.keys()
    assert not [one for one in named if one.endswith("_id") or one in ("parties", "applicants")]


def test_every_desk_is_a_role_of_the_door() -> None:
    """收件岗位都是系统的角色."""
    assert {str(desk) for desk in Desk} == set(Role) - {Role.PARTY, Role.ADMINISTRATOR}


def test_whatever_a_clock_says_is_heard_on_the_topics_of_all_offices_with_periods() -> None:
    """有期限的机构的时钟卷都听得到."""
    with_periods = {
        one.name
        for one in offices()
        for shelf in one.shelves
        if any(each.deadlines for each in shelf.editions)
    }
    assert with_periods <= OFFICE.hears
    assert "clock" not in OFFICE.hears


def test_a_road_that_has_no_end_is_told_without_until_when() -> None:
    """告知途径：有期限的写明可以申请至哪一天，没有期限的不写半句话 (RULES 7)."""
    said = {"head": head(2), "road": "petition", "article": "RULES 7"}
    for until, ends in (("2026-12-31", "；可以申请至2026年12月31日"), (None, "请告知当事人")):
        fact = RoadNotified.model_validate({**said, "open_until": until})
        [notice] = notices(of(fact))
        assert notice.says.endswith(ends), notice.says


def test_a_department_is_told_of_its_call_with_matter_period_and_provision() -> None:
    """召集通知写明事项、报到和反馈期限、依据 (RULES 9)."""
    [notice] = notices(of(called()))
    assert notice.recipient == Recipient(Desk.DEPARTMENT, "620702-sifa")
    assert notice.says == "召集甘州区司法局，1个工作日内报到，2个工作日内反馈"
    assert (notice.matter, notice.article) == (DIRECTORY.matter("linli").name, "RULES 9")
    assert notice.number == LABELS["number"]


@pytest.mark.parametrize(
    ("check_in", "weight"),
    [("1wd", Weight.OWED), ("2h", Weight.URGENT), ("30min", Weight.URGENT)],
)
def test_a_call_by_the_hour_is_urgent(check_in: str, weight: Weight) -> None:
    """按小时、分钟报到的为紧急 (RULES 9)."""
    [notice] = notices(of(called(check_in)))
    assert notice.weight is weight


def test_a_warning_goes_to_whose_period_it_is() -> None:
    """期限预警告知期限所属的部门；属于全案的告知办理机构 (RULES 16)."""
    [own] = notices(of(warned()))
    assert own.recipient == Recipient(Desk.DEPARTMENT, "620702-sifa")
    assert own.says == "报到期限将满（期限内最后一个工作日）"
    assert own.weight is Weight.URGENT
    whole = notices(of(warned(subject="", deadline="close", warning="share_80")))
    assert {(n.recipient.role, n.recipient.organ, n.says, n.weight) for n in whole} == {
        (desk, "620702-centre", "办结期限将满（期限已过80%）", Weight.OWED)
        for desk in (Desk.WINDOW, Desk.GRID)
    }


@pytest.mark.parametrize(
    ("office", "authority", "desk", "organ"),
    [
        ("reconsideration", "620702-government", Desk.RECONSIDERATION, "620702-government"),
        ("mediation", "620702-mediation", Desk.MEDIATOR, "620702-mediation"),
        ("adjudication", "620702-ziran", Desk.ADJUDICATOR, "620702-ziran"),
        ("consultation", "620702-government", Desk.SECRETARY, "620702-committee"),
        ("supervision", "620702-government", Desk.RECONSIDERATION, "620702-government"),
    ],
)
def test_a_warning_of_an_office_goes_to_who_handles_its_files(
    office: str, authority: str, desk: Desk, organ: str
) -> None:
    """各机构的期限预警告知该机构的经办岗位 (RULES 16)."""
    told = of(warned(office_name=office, subject="", deadline="decide"), authority=authority)
    [notice] = notices(told)
    assert notice.recipient == Recipient(desk, organ)
    assert sees(notice.recipient, told)


@pytest.mark.parametrize("authority", ["620702-mediation", "620702-centre", ""])
def test_a_period_to_explain_goes_to_supervisors_and_of_a_department_to_it(authority: str) -> None:
    """督办中的说明期限，部门的告知部门，其他机构的告知要求说明的监督人员 (RULES 16, 65)."""
    asked = {"office_name": "supervision", "deadline": "explain"}
    told = of(warned(**asked, subject=authority or "620702-window-1"), authority=authority)
    [notice] = notices(told)
    assert notice.recipient == Recipient(Desk.SUPERVISOR, "620702")
    assert sees(notice.recipient, told)
    [own] = notices(of(warned(**asked), authority=authority))
    assert own.recipient == Recipient(Desk.DEPARTMENT, "620702-sifa")


def test_the_period_to_explain_is_called_what_the_table_of_the_press_calls_it() -> None:
    """说明期限就是督办程序的期限 (RULES 65)."""
    terms = make_hub(None, clock=StillClock(MORNING), secret=b"x" * 40).deadline_terms
    assert terms["supervision", EXPLAIN] == "说明期限"


def test_an_alert_is_told_upwards_as_it_climbs() -> None:
    """预警逐级：先到县区监督，报分管领导时并告部门和综治中心，报督查时并告市级 (RULES 14, 30)."""
    climbs = {
        level: {(one.recipient.role, one.recipient.organ) for one in notices(of(alert(level)))}
        for level in AlertLevel
    }
    county = {(Desk.SUPERVISOR, "620702")}
    late = {
        (Desk.DEPARTMENT, "620702-sifa"),
        (Desk.WINDOW, "620702-centre"),
        (Desk.GRID, "620702-centre"),
    }
    assert climbs == {
        AlertLevel.HEAD: county,
        AlertLevel.LEADER: county | late,
        AlertLevel.INSPECTION: county | late | {(Desk.SUPERVISOR, "620700")},
    }


def test_who_may_not_see_the_file_is_not_told() -> None:
    """看不到案卷的岗位不收通知."""
    told = of(called())
    assert sees(Recipient(Desk.DEPARTMENT, "620702-sifa"), told)
    assert not sees(Recipient(Desk.DEPARTMENT, "620702-gongan"), told)
    assert not sees(Recipient(Desk.SUPERVISOR, "620722"), told)


def test_nobody_is_told_of_history() -> None:
    """历史台账不通知."""
    assert not [*notices(of(called(), history="1"))]


def test_a_window_is_told_what_its_window_and_its_centre_are_told() -> None:
    """窗口人员看到本窗口和所在综治中心的通知，市级监督人员看到市级的."""
    window = Identity.of("w-1", [Role.WINDOW], organ="620702-window-1")
    assert desks_of(window) == [("window", "620702-window-1"), ("window", "620702-centre")]
    member = Identity.of("c-1", [Role.COMMITTEE], organ="620702-committee")
    assert desks_of(member) == [("committee", "c-1")]
    secretary = Identity.of("s-1", [Role.SECRETARY], organ="620702-government")
    assert desks_of(secretary) == [("secretary", "620702-committee")]
    city = Identity.of("s-1", [Role.SUPERVISOR], county="620700")
    assert desks_of(city) == [("supervisor", "620700")]
    assert desks_of(Identity.of("a-1", [Role.ADMINISTRATOR], organ="620700-centre")) == []


def test_a_reviewer_is_told_that_the_case_is_theirs_and_nobody_else_is() -> None:
    """被指定的行政复议人员本人收到通知，负责人办案的也收到 (ARL 36)."""
    fact = ReviewersAssigned(head=head(1), reviewers=("fuyi-07", "fuyi-08"))
    told = of(fact, authority="620702-government")
    found = [*notices(told)]
    assert [(one.recipient.role, one.recipient.organ) for one in found] == [
        (Desk.RECONSIDERATION, "fuyi-07"),
        (Desk.RECONSIDERATION, "fuyi-08"),
    ]
    assert all(sees(one.recipient, told) for one in found)
    for role in (Role.RECONSIDERATION, Role.RECONSIDERATION_HEAD):
        reviewer = Identity.of("fuyi-07", [role], organ="620702-government")
        assert ("reconsideration", "fuyi-07") in desks_of(reviewer)
        assert ("reconsideration", "fuyi-08") not in desks_of(reviewer)


def test_a_member_is_told_that_they_sit_and_no_other_member_is() -> None:
    """列入咨询小组的告知委员本人，到本人的通知里 (RULES 71)."""
    fact = PanelConvened(
        head=head(1), request_case_id=uuid4(), members=("c-1", "c-2", "c-3"), speak_within="5wd"
    )
    told = of(fact, authority="620702-government", panel="c-1 c-2 c-3")
    found = [*notices(told)]
    assert [one.recipient for one in found] == [
        Recipient(Desk.COMMITTEE, code) for code in ("c-1", "c-2", "c-3")
    ]
    assert {one.says for one in found} == {
        "您已列入咨询小组，有利害关系的请申报回避；小组应在5个工作日内提出咨询意见"
    }
    assert all(sees(one.recipient, told) for one in found)
    assert not sees(Recipient(Desk.COMMITTEE, "c-4"), told)


@pytest.mark.parametrize(
    ("said", "told"),
    [((Basic.SIGNATURE, Basic.IDENTITY), 0), ((Basic.IDENTITY, Basic.ADDRESS), 1)],
)
def test_a_signature_that_is_handed_in_changes_no_address(
    said: tuple[Basic, ...], told: int
) -> None:
    """只交来签名、身份证明的，不通知核对送达地址 (ARR2026 27)."""
    fact = BasicsStated(head=head(2), persons=(uuid4(),), basics=said)
    [row] = [one for one in TABLE if one.kind is BasicsStated]
    assert row.when(of(fact)) is bool(told)
