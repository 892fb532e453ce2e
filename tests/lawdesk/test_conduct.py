"""办案事项 (ARL 15 to 60): the frame, what an application says, joining, the yardstick."""

import pytest
from pydantic import ValidationError

from services.reconsideration.domain.conduct.applying import Entry
from services.reconsideration.lawdesk.conduct_facts import ConductFacts
from services.reconsideration.lawdesk.conduct_topics import ASKS, TERMS, Topic
from tests.lawdesk.conducting import NEW, OLD, conduct, dated, found, says
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("on", [OLD, NEW])
def test_every_matter_is_answered_in_both_editions_and_tells_what_is_missing(
    topic: Topic, on: str
) -> None:
    """没有说明的事实一一指出，所引条文都在当日施行 (ARR2026 77)."""
    answer = conduct(topic.value, on)
    assert {each.field for each in answer.assumed} == set(ASKS[topic])
    assert all(each.changes for each in answer.assumed)
    assert all(each.statute.in_force(_day(on)) for each in answer.articles)


def _day(on: str) -> object:
    return ConductFacts.model_validate({"topic": "fees", "on": on}).on


def test_every_fact_of_the_form_decides_some_matter() -> None:
    """所问事实都有用处."""
    asked = {field for fields in ASKS.values() for field in fields}
    assert asked == set(ConductFacts.model_fields) - {"topic", "on"}


def test_a_fact_on_which_a_matter_does_not_turn_is_refused() -> None:
    """与事项无关的事实，指出而不忽略."""
    with pytest.raises(ValidationError, match="回避不问hosts、officers；它问的是：tie"):
        conduct("recusal", hosts=1, officers=2)


def test_a_matter_may_be_named_in_chinese() -> None:
    """事项可以写名称 (ARL 87)."""
    assert set(TERMS) == set(Topic)
    assert conduct("收费").values == {"topic": "fees", "term": "收费"}


def test_a_step_that_follows_does_not_come_before() -> None:
    """提交答复不早于收到副本 (ARL 48)."""
    with pytest.raises(ValidationError, match="submitted_on不得早于copied_on"):
        conduct("reply", copied_on="2026-09-22", submitted_on="2026-09-21")


@pytest.mark.parametrize(
    ("ground", "item"),
    [
        pytest.param("several_organs", 1, id="several organs acted on one fact"),
        pytest.param("several_parties", 2, id="one organ acted on one fact against several"),
        pytest.param("new_act", 3, id="the respondent acted anew during the case"),
        pytest.param("other", 4, id="another case that the authority finds fit"),
    ],
)
def test_cases_of_four_kinds_may_be_joined_since_july_2026(ground: str, item: int) -> None:
    """合并审理的四种情形，可以合并作出决定 (ARR2026 43)."""
    answer = conduct("joinder", joinder=ground, same_authority=True)
    assert answer.result == "may"
    assert found(answer, f"ARR2026 43(1)({item})") == [True]
    assert "ARR2026 43(2)" in cited(answer)


def test_cases_before_two_authorities_are_not_joined() -> None:
    """须向同一行政复议机关申请 (ARR2026 43)."""
    facts = {"joinder": "several_parties"}
    assert conduct("joinder", **facts, same_authority=False).result == "barred"
    assert conduct("joinder", **facts).result == "unclear"


def test_the_regulation_of_2007_does_not_speak_of_joining() -> None:
    """2026年6月30日以前没有合并审理的规定；一行为一申请 (ARL 22)."""
    answer = conduct("joinder", OLD, joinder="new_act", same_authority=True)
    assert answer.result == "silent"
    assert cited(answer) == ["ARL 22(4)"]


def test_authorities_that_received_one_application_at_once_consult_ten_days() -> None:
    """同时收到的，十日内协商，再十日内指定 (ARR2007 30), over the Dragon Boat Festival 2026."""
    facts = {"same_day": True, "received_on": "2026-06-10", "failed_on": "2026-06-15"}
    answer = conduct("receivers", OLD, **facts)
    assert answer.result == "must"
    assert dated(answer) == {
        "协商确定受理机关期限": "2026-06-22",
        "指定受理机关期限": "2026-06-25",
    }


def test_of_two_authorities_whoever_accepted_first_goes_on_since_july_2026() -> None:
    """已经受理的，其他机关不再受理 (ARL 30); 协商、指定的规定已经取消."""
    assert conduct("receivers", NEW, same_day=True).result == "silent"
    assert "最先收到" in conduct("receivers", OLD, same_day=False).says


WHOLE_2007 = ["basics", "old_basics", "respondent", "request", "date", "mark"]
WHOLE_2026 = [
    *("basics", "delivery", "contact", "respondent", "request", "date", "mark", "identity"),
]


@pytest.mark.parametrize(
    ("on", "facts", "needed", "article"),
    [
        pytest.param(OLD, {}, WHOLE_2007, "ARR2007 19", id="a citizen until June 2026"),
        pytest.param(NEW, {}, WHOLE_2026, "ARR2026 27(1)", id="a citizen since July"),
        pytest.param(
            *(NEW, {"organisation": True, "by_agent": True}),
            *([*WHOLE_2026, "head", "credit_code", "agent"], "ARR2026 27(1)"),
            id="a company by its agent",
        ),
    ],
)
def test_what_an_application_says(
    on: str, facts: dict[str, bool], needed: list[str], article: str
) -> None:
    """申请书应当载明的事项 (ARR2026 27; ARR2007 19)."""
    answer = conduct("application", on, **facts)
    assert set(answer.values["needed"]) == set(needed)
    assert article in cited(answer)


def test_proof_that_comes_with_an_application() -> None:
    """证明材料和代理材料 (ARR2007 21; ARR2026 27; ARL 44)."""
    before, now = (conduct("application", on, by_agent=True) for on in (OLD, NEW))
    assert ("ARR2007 21" in cited(before), "ARR2026 27(2)" in cited(before)) == (True, False)
    assert {"ARR2026 27(2)", "ARL 44(2)"} <= set(cited(now))


def test_a_step_before_2024_is_answered_with_a_warning() -> None:
    """2024年以前适用修订前的法律 (ARL 90)."""
    assert "ARL 90" in cited(conduct("fees", "2023-12-31"))
    assert "ARL 90" not in cited(conduct("fees", "2024-01-01"))


@pytest.mark.parametrize(
    ("on", "organisation", "listed", "absent"),
    [
        pytest.param(NEW, False, "姓名、性别、身份证号码、住所", "信用代码", id="a citizen"),
        pytest.param(NEW, True, "名称、住所；法定代表人", "身份证号码", id="an organisation"),
        pytest.param(OLD, False, "年龄、工作单位、邮政编码", "送达地址", id="a citizen until June"),
        pytest.param(OLD, True, "邮政编码", "年龄", id="an organisation has no age"),
    ],
)
def test_citizens_and_organisations_say_different_things_of_themselves(
    on: str,
    organisation: bool,  # noqa: FBT001 - a column
    listed: str,
    absent: str,
) -> None:
    """公民写明姓名、性别、身份证号码，组织写明名称 (ARR2026 27; ARR2007 19)."""
    told = says(conduct("application", on, organisation=organisation))
    assert (listed in told, absent in told) == (True, False)


def test_what_an_application_lacks_is_asked_for_once() -> None:
    """缺少送达地址的，2026年7月1日起通知补正 (ARL 31; ARR2026 27)."""
    given = [each.value for each in Entry if each not in {Entry.DELIVERY, Entry.CONTACT}]
    now, before = (conduct("application", on, given=given) for on in (NEW, OLD))
    assert now.values["missing"] == ["delivery", "contact"]
    assert "ARL 31(1)" in cited(now)
    assert before.values["missing"] == []


def test_what_came_online_need_not_come_on_paper() -> None:
    """网上申请不得要求另行提供纸质材料 (ARR2026 28)."""
    now, before = (conduct("application", on, form="online") for on in (NEW, OLD))
    assert {"ARR2026 28(1)", "ARR2026 28(2)", "ARR2026 8(2)"} <= set(cited(now))
    assert "ARR2007 18(2)" in cited(before)


def test_an_act_served_online_gives_a_channel_to_apply_by() -> None:
    """通过互联网送达的，应当提供网上申请渠道 (ARL 22)."""
    asked = conduct("application", served_online=True)
    assert "互联网渠道送达决定书" in says(asked)
    assert "互联网渠道送达决定书" not in says(conduct("application", served_online=False))


def test_who_finds_writing_hard_applies_orally_and_is_written_down_at_once() -> None:
    """口头申请当场记录 (ARL 22; ARR2007 20)."""
    before = conduct("application", OLD, form="oral", writing_hard=True)
    assert found(before, "ARL 22(1)") == [True]
    assert {"ARL 22(3)", "ARR2007 20"} <= set(cited(before))
    assert "ARR2007 20" not in cited(conduct("application", form="oral"))


@pytest.mark.parametrize(
    ("on", "ground", "result", "article"),
    [
        pytest.param(OLD, "adverse", "must", "ARR2007 17", id="an adverse act until June 2026"),
        pytest.param(NEW, "adverse", "must", "ARR2026 25", id="an adverse act since July"),
        pytest.param(NEW, "compulsory", "must", "ARL 23(2)", id="that reconsideration is first"),
        pytest.param(NEW, "favourable", "barred", "ARR2026 25", id="nothing of a mere favour"),
    ],
)
def test_what_an_organ_must_tell_with_its_act(
    on: str, ground: str, result: str, article: str
) -> None:
    """告知申请复议的权利、机关和期限 (ARR2026 25; ARR2007 17; ARL 23)."""
    answer = conduct("telling", on, ground=ground)
    assert (answer.result, article in cited(answer)) == (result, True)


def test_a_national_autonomous_area_has_its_own_norms_beside_the_others() -> None:
    """民族自治地方同时依照自治条例和单行条例 (ARL 37), as in 肃南裕固族自治县."""
    assert found(conduct("yardstick", autonomous=True), "ARL 37(2)") == [True]
    assert "ARL 37(2)" not in cited(conduct("yardstick", autonomous=False))


def test_legality_and_propriety_are_reviewed_in_full() -> None:
    """合法性、适当性全面审查；参照指导性案例 (ARR2026 2, 76; ARL 44)."""
    assert {"ARR2026 2", "ARR2026 76"} <= set(cited(conduct("yardstick", NEW)))
    assert "ARL 44(1)" in cited(conduct("yardstick", OLD))
