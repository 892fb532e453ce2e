"""分流规则 (RULES 6)."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.routing.domain import road
from services.routing.domain.condition import Situation
from services.routing.domain.road import notified
from services.routing.domain.triage import Choice, article_of
from services.routing.domain.triage import decide as decide_rule
from shared.contracts.intake import ActKind, DisputeRegistered, Risk, Urgency, Willingness
from shared.contracts.routing import Compulsory, DisputeRouted, Road
from shared.directory.model import Nature
from shared.law.article import Article
from shared.law.calendar import CALENDAR
from tests.routing.cases import BOOK, DIRECTORY, day, head, registered


def choose(dispute: DisputeRegistered) -> Choice:
    return road.choose(dispute, DIRECTORY, BOOK)


def routed(dispute: DisputeRegistered) -> DisputeRouted:
    return road.routed(dispute, choose(dispute), DIRECTORY, BOOK, head())


CASES: list[tuple[str, dict[str, Any], Road, bool, Road | None]] = [
    ("civil", {"matter": "linli"}, Road.PEOPLES_MEDIATION, True, None),
    (
        "civil_refused",
        {"matter": "linli", "willingness": Willingness.REFUSED},
        Road.COURT,
        False,
        Road.COURT,
    ),
    ("department", {"matter": "wuye"}, Road.ADMINISTRATIVE_MEDIATION, True, None),
    (
        "department_refused",
        {"matter": "wuye", "willingness": Willingness.REFUSED},
        Road.COURT,
        True,
        Road.COURT,
    ),
    ("adjudication", {"matter": "tudi"}, Road.ADJUDICATION, False, Road.ADJUDICATION),
    (
        "labour_arbitration",
        {"matter": "laodong"},
        Road.LABOUR_ARBITRATION,
        False,
        Road.LABOUR_ARBITRATION,
    ),
    (
        "labour_mediation",
        {"matter": "laodong", "willingness": Willingness.BOTH},
        Road.PEOPLES_MEDIATION,
        True,
        Road.LABOUR_ARBITRATION,
    ),
    (
        "land_contract_arbitration",
        {"matter": "chengbao"},
        Road.LAND_CONTRACT_ARBITRATION,
        False,
        Road.LAND_CONTRACT_ARBITRATION,
    ),
    (
        "land_contract_mediation",
        {"matter": "chengbao", "willingness": Willingness.BOTH},
        Road.PEOPLES_MEDIATION,
        True,
        Road.LAND_CONTRACT_ARBITRATION,
    ),
    ("act", {"matter": "chufa"}, Road.RECONSIDERATION, False, Road.RECONSIDERATION),
    ("in_court", {"matter": "linli", "tried": ("in_court",)}, Road.COURT, False, Road.COURT),
    ("petition", {"matter": "xinfang"}, Road.PETITION, False, Road.PETITION),
    ("disclosure_request", {"matter": "gongkai"}, Road.DISCLOSURE, False, Road.DISCLOSURE),
    ("duty_request", {"matter": "lvzhi"}, Road.PETITION, False, Road.PETITION),
    (
        "danger",
        {"matter": "linli", "risk": Risk.RED, "urgency": Urgency.EMERGENCY},
        Road.POLICE,
        True,
        None,
    ),
]


@pytest.mark.parametrize(("rule", "dispute", "taken", "blows", "told"), CASES, ids=str)
def test_each_rule_fires_for_its_own_kind_of_dispute(
    rule: str, dispute: dict[str, Any], taken: Road, blows: object, told: Road | None
) -> None:
    choice = choose(registered(**dispute))
    assert (choice.taken.name, choice.taken.road, choice.blows) == (rule, taken, blows)
    assert (choice.told.road if choice.told else None) is told


def test_no_rule_of_the_ladder_is_out_of_reach() -> None:
    assert {case[0] for case in CASES} == {rule.name for rule in BOOK.rules}


def test_who_complains_of_an_act_is_shown_reconsideration_whatever_the_matter() -> None:
    """对行政行为不服的，告知行政复议 (ARL 11)."""
    dispute = registered("wuye", act=ActKind.PENALTY, respondent="620702-chengguan")
    page = routed(dispute)
    assert (page.road, page.article) == (Road.RECONSIDERATION, "ARL 11 item 1")
    assert (page.organ, page.competence) == ("620702-government", "ARL 24(1)(1)")


def test_a_refusal_to_disclose_is_reconsidered_but_a_request_to_disclose_is_a_request() -> None:
    """不予公开可以复议；申请公开不是复议 (ARL 23, OGI 27)."""
    refused = registered("gongkai", act=ActKind.DISCLOSURE, respondent="620702-ziran")
    asked = registered("gongkai", respondent="620702-ziran")
    assert choose(refused).taken.road is Road.RECONSIDERATION
    page = routed(asked)
    assert (page.road, page.organ) == (Road.DISCLOSURE, "620702-ziran")


def test_danger_goes_to_the_police_and_the_statutory_road_is_still_told() -> None:
    """可能激化的立即报公安，法定途径照样告知 (PML 25)."""
    dispute = registered(
        "chufa", act=ActKind.PENALTY, risk=Risk.RED, urgency=Urgency.EMERGENCY, place="620702"
    )
    choice = choose(dispute)
    assert choice.taken.road is Road.POLICE
    assert choice.told is not None
    assert choice.told.road is Road.RECONSIDERATION
    assert routed(dispute).organ == "620702-gongan"


def test_labour_mediation_does_not_hide_the_year_for_arbitration() -> None:
    """调解不停止仲裁时效的告知 (LDMA 27)."""
    dispute = registered(
        "laodong", willingness=Willingness.BOTH, learnt_on=day("2026-03-02"), place="620702"
    )
    told = choose(dispute).told
    assert told is not None
    page = notified(dispute, told, DIRECTORY, CALENDAR, head())
    assert (page.road, page.period, page.open_until) == (
        Road.LABOUR_ARBITRATION,
        "1y",
        day("2027-03-02"),
    )
    assert page.organs == ("620702-laodong-zhongcai",)
    assert page.compulsory is Compulsory.FREE


SAMPLE = registered()
SITUATIONS = st.builds(
    registered,
    matter=st.sampled_from(sorted(DIRECTORY.matters)),
    willingness=st.sampled_from(Willingness),
    risk=st.sampled_from(Risk),
    urgency=st.sampled_from(Urgency),
    act=st.none() | st.sampled_from(ActKind),
    respondent=st.none() | st.sampled_from(["620702-ziran", "620702-shuishou", "620702-centre"]),
    place=st.sampled_from(sorted(DIRECTORY.places)),
    learnt_on=st.none() | st.dates(day("2020-01-01"), day("2026-11-23")),
    happened_on=st.none() | st.dates(day("2016-01-01"), day("2026-11-23")),
    told_remedies=st.booleans(),
)


@given(SITUATIONS)
def test_every_dispute_has_a_road_with_a_citation_that_can_be_read_back(
    dispute: DisputeRegistered,
) -> None:
    choice = choose(dispute)
    page = routed(dispute)
    for code in (page.article, page.competence, page.compulsory_article):
        assert code is None or Article.parse(code).code == code
    if choice.told:
        told = notified(dispute, choice.told, DIRECTORY, CALENDAR, head(2))
        assert told.open_until is None or told.starts_on is not None


@given(SITUATIONS)
def test_a_dispute_refused_by_one_side_is_never_sent_to_peoples_mediation(
    dispute: DisputeRegistered,
) -> None:
    """一方明确拒绝调解的，不得调解 (PML 17)."""
    if dispute.willingness is Willingness.REFUSED:
        assert choose(dispute).taken.road is not Road.PEOPLES_MEDIATION


@given(SITUATIONS)
def test_what_only_an_application_opens_is_told_and_not_whistled_for(
    dispute: DisputeRegistered,
) -> None:
    """吹哨不是申请，分流也不是申请 (RULES 7)."""
    choice = choose(dispute)
    if choice.taken.told and choice.taken.road is not Road.COURT:
        assert choice.told is choice.taken
        assert not choice.blows


def test_a_rule_cites_the_head_of_the_act_complained_of() -> None:
    rule = choose(registered("chufa")).taken
    assert article_of(rule, ActKind.DISCLOSURE).code == "ARL 11 item 14"
    assert article_of(rule, None).code == "ARL 11"


def test_what_a_court_has_taken_up_is_told_and_nobody_is_called() -> None:
    """法院已经受理的，告知在诉讼中解决，不派单 (RULES 7)."""
    for matter in ("wuye", "laodong", "tudi"):
        choice = choose(registered(matter, tried=("negotiated", "in_court")))
        assert (choice.taken.name, choice.taken.road, choice.blows) == ("in_court", "court", False)
    danger = {"risk": Risk.RED, "urgency": Urgency.EMERGENCY, "tried": ("in_court",)}
    assert choose(registered("wuye", **danger)).taken.name == "danger"


def test_what_was_tried_elsewhere_leaves_the_usual_road() -> None:
    assert choose(registered("wuye", tried=("mediated",))).taken.name == "department"


# -- what came near


def test_a_page_keeps_the_rules_that_nearly_fired_and_what_they_lacked() -> None:
    """相近规则，只差一项条件 (RULES 54)."""
    page = routed(registered("linli"))
    assert [(near.rule, near.lacked) for near in page.nearly] == [
        ("civil_refused", "willingness=refused"),
    ]
    assert (page.rules, page.reason) == ("2026-01-01", "民间纠纷，由人民调解委员会调解")


def test_a_circumstance_that_was_lacking_comes_before_another_kind_of_trouble() -> None:
    page = routed(registered("laodong", urgency=Urgency.EMERGENCY))
    assert page.rule == "labour_arbitration"
    assert [(near.rule, near.lacked) for near in page.nearly] == [
        ("labour_mediation", "willingness=both"),
        ("danger", "risk=red"),
    ]
    urgent = routed(registered("linli", urgency=Urgency.URGENT))
    assert [near.lacked for near in urgent.nearly] == ["willingness=refused", "matter=zhian"]


def test_a_rule_that_has_nothing_in_common_with_a_dispute_did_not_come_near() -> None:
    """只列一项条件的规则，与不符的纠纷毫无相近之处 (RULES 54)."""
    named = {near.rule for near in routed(registered("tudi")).nearly}
    assert named.isdisjoint({"act", "petition", "disclosure_request"})


@given(SITUATIONS)
def test_what_came_near_lacks_one_condition_and_would_hold_with_it(
    dispute: DisputeRegistered,
) -> None:
    situation = Situation.of(dispute, DIRECTORY.matter(dispute.matter))
    choice = choose(dispute)
    assert len(choice.nearly) <= 3
    for near in choice.nearly:
        assert not near.rule.holds(situation)
        assert not near.lacked.holds(situation)
        with_it = {**situation.said, near.lacked.field: near.lacked.among}
        assert near.rule.holds(Situation(with_it))
        assert near.rule is not choice.taken


# -- the rules as they were told in Python before they became data


def _danger(fact: DisputeRegistered) -> bool:
    grave = fact.risk is Risk.RED and fact.urgency is Urgency.EMERGENCY
    return grave or (fact.matter == "zhian" and fact.urgency is not Urgency.ORDINARY)


def told_in_python(fact: DisputeRegistered) -> str:  # noqa: PLR0911 - one line a rule
    """The list of rules that the hub had before, each in its own words."""
    nature = DIRECTORY.matter(fact.matter).nature
    both = fact.willingness is Willingness.BOTH
    refused = fact.willingness is Willingness.REFUSED
    if _danger(fact):
        return "danger"
    if fact.matter == "gongkai" and fact.act is None:
        return "disclosure_request"
    if fact.matter == "lvzhi" and fact.act is None:
        return "duty_request"
    if fact.act is not None or nature is Nature.ACT:
        return "act"
    if nature in (Nature.LABOUR, Nature.LAND_CONTRACT):
        return f"{nature}_{'mediation' if both else 'arbitration'}"
    if nature in (Nature.ADJUDICATION, Nature.PETITION):
        return str(nature)
    if nature is Nature.DEPARTMENT:
        return "department_refused" if refused else "department"
    return "civil_refused" if refused else "civil"


@given(SITUATIONS)
def test_the_rules_as_data_give_the_road_that_they_gave_as_code(
    dispute: DisputeRegistered,
) -> None:
    """规则簿的分流规则与原有规则一致 (RULES 6)."""
    assert choose(dispute).taken.name == told_in_python(dispute)


def test_they_do_so_for_every_matter_willingness_risk_urgency_and_act() -> None:
    for matter, willing, risk, urgency, act in product(
        DIRECTORY.matters, Willingness, Risk, Urgency, (None, ActKind.PENALTY)
    ):
        dispute = SAMPLE.model_copy(
            update={
                "matter": matter,
                "willingness": willing,
                "risk": risk,
                "urgency": urgency,
                "act": act,
            }
        )
        situation = Situation.of(dispute, DIRECTORY.matter(matter))
        assert decide_rule(BOOK.rules, situation).taken.name == told_in_python(dispute)
