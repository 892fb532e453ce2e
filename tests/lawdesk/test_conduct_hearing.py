"""办案事项: hearing opinions, the hearing, the committee (ARL 49 to 52, 54, 61)."""

import pytest

from tests.lawdesk.conducting import NEW, OLD, conduct, dated, found
from tests.lawdesk.reconsidering import cited


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        pytest.param({"means": "phone", "recorded": True}, "must", id="by telephone, on record"),
        pytest.param({"means": "paper"}, "barred", id="on paper it is not heard"),
        pytest.param({"means": "face", "recorded": False}, "barred", id="unrecorded is not enough"),
        pytest.param({"prevented": True}, "may", id="the party's own cause allows paper"),
        pytest.param({"track": "simplified"}, "may", id="a simplified case may go on paper"),
    ],
)
def test_opinions_are_heard_before_an_ordinary_decision(
    facts: dict[str, object], result: str
) -> None:
    """听取意见 (ARL 49, 54)."""
    assert conduct("opinions", **facts).result == result


@pytest.mark.parametrize(
    ("facts", "result", "article"),
    [
        pytest.param({"grave": True}, "must", "ARL 50(1)", id="a grave case must be heard"),
        pytest.param({"asked": True}, "may", "ARL 50(2)", id="one asked for may be"),
        pytest.param({"needed": True}, "may", "ARL 50(2)", id="or one that the body finds fit"),
        pytest.param({"grave": False}, "unclear", "ARL 50(1)", id="else it hangs on these"),
    ],
)
def test_when_a_hearing_is_held(facts: dict[str, bool], result: str, article: str) -> None:
    """应当听证和可以听证 (ARL 50)."""
    answer = conduct("hearing", **facts)
    assert (answer.result, article in cited(answer)) == (result, True)


@pytest.mark.parametrize(
    ("hearing_on", "latest"),
    [
        pytest.param("2026-10-12", "2026-09-29", id="over National Day, its Saturday worked"),
        pytest.param("2026-02-25", "2026-02-11", id="over the Spring Festival"),
        pytest.param("2026-10-11", "2026-09-28", id="a hearing on a Sunday"),
    ],
)
def test_the_latest_day_to_give_notice(hearing_on: str, latest: str) -> None:
    """举行听证五日前通知，五日为工作日 (ARL 51, 88)."""
    answer = conduct("hearing", grave=True, hearing_on=hearing_on, notified_on=latest)
    assert answer.values["latest_notice"] == latest
    assert found(answer, "ARL 51(1)") == [True]


def test_notice_a_day_later_is_too_late_and_its_proof_shows_why() -> None:
    """通知迟一日，最早只能在第五个工作日举行 (ARL 51)."""
    facts = {"hearing_on": "2026-10-12", "notified_on": "2026-09-30"}
    answer = conduct("hearing", grave=True, **facts)
    assert found(answer, "ARL 51(1)") == [False]
    assert answer.values["flawed"] is True
    assert dated(answer) == {"听证通知期限": "2026-10-12", "听证最早之日": "2026-10-13"}


def test_the_earliest_day_of_a_hearing_after_its_notice() -> None:
    """收到通知后最早举行之日 (ARL 51, 88), over the Dragon Boat Festival 2026."""
    answer = conduct("hearing", OLD, asked=True, notified_on="2026-06-17")
    assert answer.values["earliest_hearing"] == "2026-06-25"


@pytest.mark.parametrize(
    ("hosts", "officers", "recorders", "lawful"),
    [
        pytest.param(1, 2, 1, True, id="one host, two officers, one recorder"),
        pytest.param(1, 3, 1, True, id="more officers do"),
        pytest.param(1, 1, 1, False, id="one officer does not"),
        pytest.param(2, 2, 1, False, id="two hosts do not"),
        pytest.param(1, 2, 0, False, id="nor nobody to record"),
    ],
)
def test_who_sits_at_a_hearing(hosts: int, officers: int, recorders: int, lawful: object) -> None:
    """一名主持人、两名以上听证员、一名记录员 (ARL 50)."""
    facts = {"hosts": hosts, "officers": officers, "recorders": recorders}
    assert found(conduct("hearing", grave=True, **facts), "ARL 50(3)") == [lawful]


def test_an_applicant_who_stays_away_without_reason_waives_the_hearing() -> None:
    """无正当理由拒不参加的，视为放弃听证权利 (ARL 51)."""
    waived = conduct("hearing", grave=True, absent=True, excused=False)
    excused = conduct("hearing", grave=True, absent=True, excused=True)
    assert (waived.values["waived"], excused.values["waived"]) == (True, False)
    assert (found(waived, "ARL 51(2)"), found(excused, "ARL 51(2)")) == ([True], [None])


@pytest.mark.parametrize(
    ("facts", "met"),
    [
        pytest.param({"head_attends": True}, True, id="the head comes"),
        pytest.param(
            *({"head_attends": False, "explained": True, "staff_sent": True}, True),
            id="or says why not and sends staff",
        ),
        pytest.param(
            *({"head_attends": False, "explained": True, "staff_sent": False}, False),
            id="reasons alone do not do",
        ),
        pytest.param({"head_attends": False, "explained": False}, False, id="nor silence"),
    ],
)
def test_the_head_of_the_respondent_attends(facts: dict[str, bool], met: object) -> None:
    """被申请人的负责人应当参加听证 (ARL 51)."""
    assert found(conduct("hearing", grave=True, **facts), "ARL 51(3)") == [met]


def test_what_was_heard_is_decided_by_its_record() -> None:
    """根据听证笔录作出决定 (ARL 61); 条例（2007）“可以听证”已由法律改为应当 (ARR2007 33)."""
    before, now = (conduct("hearing", on, grave=True) for on in (OLD, NEW))
    assert before.result == now.result == "must"
    assert ("ARR2007 33" in cited(before), "ARR2007 33" in cited(now)) == (True, False)
    assert "ARL 61(2)" in cited(now)


def test_an_opinion_of_the_committee_that_is_not_followed_is_answered_with_reasons() -> None:
    """咨询意见的采纳情况 (ARL 52, 61; ARR2026 50, 51, 52)."""
    assert conduct("committee", NEW, adopted=False, reasoned=False).result == "barred"
    assert conduct("committee", NEW, adopted=False, reasoned=True).result == "must"
    before = conduct("committee", OLD, adopted=False, reasoned=False)
    assert (before.result, "ARR2026 52" in cited(before)) == ("must", False)


def test_asking_the_committee_does_not_stop_the_period_for_deciding() -> None:
    """提请咨询不是中止的情形 (ARL 39, 52)."""
    told = [r.text for r in conduct("committee").reasons if r.article and r.article.number == 39]
    assert told == ["提请咨询不是中止的情形，咨询的时间计入审理期限"]
