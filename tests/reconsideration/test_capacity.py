"""申请人身份: who may act for an applicant, and what shows it (ARL 14; ARR2026 12 to 16, 27)."""

from datetime import datetime, time

import pytest

from services.reconsideration.domain.acceptance import accept
from services.reconsideration.domain.admissibility import Examined, find
from services.reconsideration.domain.capacity import of_stated, state, ways
from services.reconsideration.domain.conditions import Finding
from services.reconsideration.domain.ordinary import ORDINARY
from services.reconsideration.domain.ordinary_2007 import ORDINARY_2007
from services.reconsideration.domain.stated import Share, Stated
from shared.clock import StillClock
from shared.contracts.reconsideration.admissibility import Verdict
from shared.contracts.reconsideration.capacity import Applicant, CapacityStated, Paper, Through
from shared.law.article import ARL, ARR2007, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY
from shared.law.procedure import Refused
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, PAPER, Walk, day, received
from tests.reconsideration.test_routes import APPLICATION, OFFICER, OTHER_PARTY, PARTY, Door

A, P, T = Applicant, Paper, Through
NOW, BEFORE = day("2026-09-01"), day("2026-06-01")
WHOLE = Share(applying=6, total=9, area_percent=60.0)


def found(sort: Applicant, through: Through | None, *papers: Paper, applicants: int = 1) -> Finding:
    stated = Stated(sort=sort, through=through, papers=papers)
    return of_stated(stated, NOW, WHOLE, applicants=applicants)


@pytest.mark.parametrize(
    ("sort", "through", "papers", "cited"),
    [
        (A.SELF_EMPLOYED, T.OPERATOR, (P.LICENCE,), ARR2026[12].par(1)),
        (A.HOUSEHOLD, T.CERTIFIED, (P.CERTIFICATE,), ARR2026[12].par(2)),
        (A.HOUSEHOLD, T.SIGNATORY, (P.CONTRACT,), ARR2026[12].par(2)),
        (A.HOUSEHOLD, T.ELECTED, (P.ELECTION,), ARR2026[12].par(2)),
        (A.PARTNERSHIP, T.EXECUTIVE_PARTNER, (P.LICENCE,), ARR2026[13].par(1)),
        (A.UNINCORPORATED, T.HEAD, (P.APPOINTMENT,), ARR2026[13].par(2)),
        (A.UNINCORPORATED, T.ELECTED, (P.ELECTION, P.NO_HEAD), ARR2026[13].par(2)),
        (A.BOARD, T.SHAREHOLDERS, (P.RESOLUTION,), ARR2026[14]),
        (A.BOARD, T.DIRECTORS, (P.RESOLUTION,), ARR2026[14]),
        (A.COLLECTIVE, T.HEAD, (P.APPOINTMENT,), ARR2026[15].par(1)),
        (A.MEMBERS, T.THEMSELVES, (P.ROSTER, P.ABSTENTION), ARR2026[15].par(2)),
        (A.OWNERS_COMMITTEE, T.HEAD, (P.REGISTRATION,), ARR2026[16].par(1)),
        (A.OWNERS, T.THEMSELVES, (P.ROSTER, P.ABSTENTION), ARR2026[16].par(2)),
        (A.GUARDED, T.GUARDIAN, (P.GUARDIANSHIP,), ARL[14].par(3)),
    ],
)
def test_each_kind_of_applicant_acts_through_whom_its_article_names_and_shows_it(
    sort: Applicant, through: Through, papers: tuple[Paper, ...], cited: Article
) -> None:
    """由条文写明的人代表，并交相应的证明；没有交的，应当补正 (ARR2026 12 to 16, 27)."""
    whole = found(sort, through, *papers)
    assert (whole.met, whole.article) == (True, cited)
    lacking = found(sort, through)
    assert (lacking.met, lacking.article) == (None, cited)
    assert "应当通知补正" in lacking.because


@pytest.mark.parametrize(
    ("sort", "through", "cited"),
    [
        (A.PARTNERSHIP, T.HEAD, ARR2026[13].par(1)),
        (A.PARTNERSHIP, T.ALL_PARTNERS, ARR2026[13].par(1)),
        (A.UNINCORPORATED, T.ALL_PARTNERS, ARR2026[13].par(2)),
        (A.BOARD, T.DELEGATES, ARR2026[14]),
        (A.COLLECTIVE, T.THEMSELVES, ARR2026[15].par(1)),
        (A.OWNERS, T.HEAD, ARR2026[16].par(2)),
    ],
)
def test_another_one_does_not_act_for_it(sort: Applicant, through: Through, cited: Article) -> None:
    """条文没有写明的人不能代表 (ARR2026 13 to 16)."""
    wrong = found(sort, through, *P)
    assert (wrong.met, wrong.article) == (False, cited)


@pytest.mark.parametrize(
    ("sort", "through", "paper"),
    [
        (A.SELF_EMPLOYED, T.ONESELF, P.LICENCE),
        (A.PARTNERSHIP, T.ONESELF, P.LICENCE),
        (A.SUCCESSOR, T.ONESELF, P.SUCCESSION),
        (A.RELATIVE, T.ONESELF, P.KINSHIP),
        (A.RELATIVE, None, P.KINSHIP),
    ],
)
def test_who_says_it_is_himself_is_whom_the_article_names_and_shows_it(
    sort: Applicant, through: Through | None, paper: Paper
) -> None:
    """“就是我”：条文只写明一种人的，就是那个人；证明照样要交 (ARL 14; ARR2026 12, 13)."""
    lacking = of_stated(Stated(sort=sort, through=through), NOW, Share(), applicants=1)
    assert (lacking.met, "没有提交" in lacking.because) == (None, True)
    shown = Stated(sort=sort, through=through, papers=(paper,))
    assert of_stated(shown, NOW, Share(), applicants=1).met


def test_of_several_who_may_act_oneself_does_not_say_which() -> None:
    """承包经营户有三种人可以代表，只说“就是我”的，补正写明 (ARR2026 12; ARL 31)."""
    unsaid = of_stated(Stated(sort=A.HOUSEHOLD, through=T.ONESELF), NOW, Share(), applicants=1)
    assert (unsaid.met, "没有写明" in unsaid.because) == (None, True)


def test_partners_without_a_registered_firm_apply_all_together() -> None:
    """其他合伙组织由全体合伙人共同申请 (ARR2026 13)."""
    stated = Stated(sort=A.PARTNERS, through=T.ALL_PARTNERS, papers=(P.PARTNERSHIP,))
    said = [(1, Share()), (2, Share()), (2, Share(total=3)), (3, Share(total=3))]
    assert [of_stated(stated, NOW, share, applicants=n).met for n, share in said] == [
        False,
        True,
        False,
        True,
    ]


def test_members_and_owners_apply_only_where_the_organisation_does_not() -> None:
    """集体经济组织、业主委员会不申请的，成员、业主才可以申请 (ARR2026 15, 16)."""
    for sort in (A.MEMBERS, A.OWNERS):
        lacking = found(sort, T.THEMSELVES, P.ROSTER)
        assert (lacking.met, "组织不申请" in lacking.because) == (None, True)


def test_one_is_elected_only_where_an_organisation_has_no_head() -> None:
    """没有主要负责人的，才由共同推选的成员代表，这一点也要证明 (ARR2026 13(2))."""
    lacking = found(A.UNINCORPORATED, T.ELECTED, P.ELECTION)
    assert (lacking.met, "没有主要负责人" in lacking.because) == (None, True)


def test_until_june_2026_the_older_articles_name_whom_they_name() -> None:
    """2007年条例：股东代表大会也可以；没有专条的类别不另作要求 (ARR2007 6, 7)."""
    of_delegates = Stated(sort=A.BOARD, through=T.DELEGATES, papers=(P.RESOLUTION,))
    old = of_stated(of_delegates, BEFORE, Share(), applicants=1)
    assert (old.met, old.article) == (True, ARR2007[7])
    firm = of_stated(Stated(sort=A.PARTNERSHIP, through=T.HEAD), BEFORE, Share(), applicants=1)
    assert (firm.met, firm.article) == (False, ARR2007[6].par(1))
    assert ways(A.HOUSEHOLD, BEFORE) == {}
    assert of_stated(Stated(sort=A.HOUSEHOLD), BEFORE, Share(), applicants=1).met


def stating(
    walk: Walk, on: str, sort: Applicant, through: Through | None = None, *papers: Paper
) -> Walk:
    stated = Stated(sort=sort, through=through, papers=papers)
    return walk.record(state(walk.head(on), stated, PAPER))


def accepting(walk: Walk, on: str) -> object:
    return accept(walk.case, walk.head(on), calendar=CALENDAR, competent=(AUTHORITY,))


def test_what_was_not_shown_keeps_an_application_from_being_accepted_until_it_is() -> None:
    """证明没有交齐的，不得受理；补交以后受理 (ARR2026 13; ARL 30, 31)."""
    walk = stating(received("2026-09-01"), "2026-09-01", A.PARTNERSHIP, T.EXECUTIVE_PARTNER)
    with pytest.raises(Refused) as refusal:
        accepting(walk, "2026-09-02")
    assert refusal.value.article == ARR2026[13].par(1)
    stating(walk, "2026-09-03", A.PARTNERSHIP, None, P.LICENCE)
    assert walk.case.participants.stated == Stated(
        sort=A.PARTNERSHIP, through=T.EXECUTIVE_PARTNER, papers=(P.LICENCE,)
    )
    assert accepting(walk, "2026-09-03")


def test_what_a_person_found_goes_before_what_the_application_states() -> None:
    """经审查认定的，依认定 (ARL 30)."""
    walk = stating(received("2026-09-01"), "2026-09-01", A.PARTNERSHIP, T.EXECUTIVE_PARTNER)
    seen = Examined(papers=(P.LICENCE,))
    fact = find(walk.case, walk.head("2026-09-02"), seen, PAPER, calendar=CALENDAR)
    assert fact.conditions[0].verdict is Verdict.MET
    walk.record(fact)
    assert accepting(walk, "2026-09-02")
    wrong = Examined(through=T.HEAD)
    again = find(walk.case, walk.head("2026-09-02"), wrong, PAPER, calendar=CALENDAR)
    assert again.conditions[0].verdict is Verdict.UNMET
    assert again.conditions[0].article == ARR2026[13].par(1).code


@pytest.mark.parametrize(
    ("sort", "enough", "short"),
    [
        (A.MEMBERS, Share(applying=5, total=10), Share(applying=4, total=10)),
        (A.OWNERS, Share(applying=6, total=10), Share(5, 10, 50.0)),
    ],
)
def test_members_and_owners_are_accepted_by_the_numbers_that_they_state(
    sort: Applicant, enough: Share, short: Share
) -> None:
    """写明半数以上成员、过半数业主申请的，受理；不足的不受理，没有写明的补正 (ARR2026 15, 16)."""
    papers = (P.ROSTER, P.ABSTENTION)
    for share in (enough, short, Share()):
        stated = Stated(sort=sort, through=T.ONESELF, papers=papers, share=share)
        walk = received("2026-09-01")
        walk.record(state(walk.head("2026-09-01"), stated, PAPER))
        if share is enough:
            assert accepting(walk, "2026-09-02")
            continue
        with pytest.raises(Refused, match="人数、户数或者面积"):
            accepting(walk, "2026-09-02")
        later = Stated(sort=sort, share=enough)
        walk.record(state(walk.head("2026-09-03"), later, PAPER))
        assert walk.case.participants.stated == Stated(
            sort=sort, through=T.ONESELF, papers=papers, share=enough.over(share)
        )
        assert accepting(walk, "2026-09-03")


def test_an_officer_need_not_repeat_the_numbers_that_were_stated() -> None:
    """申请写明的人数，审查时不必再填 (ARR2026 15; ARL 30)."""
    walk = received("2026-09-01")
    papers = (P.ROSTER, P.ABSTENTION)
    share = Share(applying=5, total=10)
    stated = Stated(sort=A.MEMBERS, through=T.THEMSELVES, papers=papers, share=share)
    walk.record(state(walk.head("2026-09-01"), stated, PAPER))
    fact = find(walk.case, walk.head("2026-09-02"), Examined(), PAPER, calendar=CALENDAR)
    assert fact.conditions[0].verdict is Verdict.MET


def test_an_application_that_states_nothing_is_accepted_as_before() -> None:
    """没有写明的，按公民本人申请 (ARL 14)."""
    assert accepting(received("2026-09-01"), "2026-09-02")


def test_each_edition_cites_its_own_provision() -> None:
    """申请书载明的事项 (ARR2026 27; ARR2007 19)."""
    cited = [
        {move.article for move in table.moves if move.on is CapacityStated}
        for table in (ORDINARY, ORDINARY_2007)
    ]
    assert cited == [{ARR2026[27].par(1)}, {ARR2007[19]}]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.combine(NOW, time(9), CITY))


async def test_a_firm_applies_online_and_supplies_what_shows_who_acts_for_it(door: Door) -> None:
    """合伙企业网上申请，执行合伙事务的合伙人代表；营业执照补交以后受理 (ARR2026 13, 27; ARL 31)."""
    firm = {"sort": "partnership", "through": "executive_partner"}
    days = {"received_on": "2026-09-01", "learnt_on": "2026-08-20"}
    taken = await door.post("/reconsiderations", PARTY, **{**APPLICATION, **days}, capacity=firm)
    assert taken.status_code == 201, taken.text
    assert taken.json()["participants"]["stated"] == {**firm, "papers": []}
    path = f"/reconsiderations/{taken.json()['case_id']}"
    no = await door.post(f"{path}/acceptance", OFFICER)
    assert (no.status_code, no.json()["article"]["code"]) == (409, "ARR2026 13(1)")
    more = {**firm, "papers": ["licence"], "text": "营业执照一份"}
    assert (await door.post(f"{path}/capacity", OTHER_PARTY, **more)).status_code in {404, 409}
    stated = await door.post(f"{path}/capacity", PARTY, **more)
    assert stated.status_code == 201, stated.text
    accepted = await door.post(f"{path}/acceptance", OFFICER)
    assert accepted.status_code == 201, accepted.text


async def test_partners_are_refused_where_one_of_them_applies_alone(door: Door) -> None:
    """一名合伙人单独以其他合伙组织申请的，不符合规定 (ARR2026 13)."""
    partners = {"sort": "partners", "through": "all_partners", "papers": ["partnership"]}
    days = {"received_on": "2026-09-01", "learnt_on": "2026-08-20", "manner": "in_person"}
    for applicants, status in (([ANNA], 409), ([ANNA, BERT], 201)):
        said = {**APPLICATION, **days, "applicants": [str(one) for one in applicants]}
        taken = await door.post("/reconsiderations", OFFICER, **said, capacity=partners)
        assert taken.status_code == 201, taken.text
        path = f"/reconsiderations/{taken.json()['case_id']}"
        assert (await door.post(f"{path}/acceptance", OFFICER)).status_code == status


def test_papers_of_another_kind_of_applicant_are_not_taken_over() -> None:
    """改写申请人类别的，从前的证明不算在内."""
    walk = stating(received("2026-09-01"), "2026-09-01", A.BOARD, T.DIRECTORS, P.RESOLUTION)
    stating(walk, "2026-09-02", A.PARTNERSHIP, T.EXECUTIVE_PARTNER)
    assert walk.case.participants.stated == Stated(sort=A.PARTNERSHIP, through=T.EXECUTIVE_PARTNER)
