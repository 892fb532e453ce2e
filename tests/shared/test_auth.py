from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import jwt
import pytest

from shared.auth import (
    PARTICIPANTS,
    Forbidden,
    Identity,
    LocalTokens,
    Role,
    Unauthenticated,
    may_act,
    may_see,
    token_book,
    visible_files,
)
from shared.auth.held import HeldToken, HeldTokens, Span
from shared.clock import CITY, StillClock
from shared.settings import BadSettings, Settings

DISPUTE = UUID(int=7)
PERSON = UUID(int=9)
LABELS = {
    "county": "620702",
    "window": "620721-window-1",
    "authority": "620702-government",
    "departments": "620702-gongan 620702-minzheng",
}
START = datetime(2026, 11, 23, 9, tzinfo=CITY)


def _who(role: Role, organ: str = "", county: str = "", *disputes: UUID) -> Identity:
    return Identity.of("o-1", [role], organ=organ, county=county, disputes=disputes)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (_who(Role.ADMINISTRATOR), True),
        (_who(Role.SUPERVISOR, county="620700"), True),
        (_who(Role.SUPERVISOR, county="620702"), True),
        (_who(Role.SUPERVISOR, county="620721"), False),
        (_who(Role.SUPERVISOR), False),
        (_who(Role.WINDOW, "620702-window-3"), True),  # its county
        (_who(Role.WINDOW, "620721-window-1"), True),  # 首问负责: it took it
        (_who(Role.WINDOW, "620721-window-2"), False),
        (_who(Role.DEPARTMENT, "620702-gongan"), True),
        (_who(Role.DEPARTMENT, "620702-gong"), False),
        (_who(Role.DEPARTMENT), False),
        (_who(Role.RECONSIDERATION, "620702-government"), True),
        (_who(Role.RECONSIDERATION_HEAD, "620702-government"), True),
        (_who(Role.RECONSIDERATION, "620721-government"), False),
        (_who(Role.ADJUDICATOR, "620702-gongan"), False),
        (_who(Role.MEDIATOR, "620702-mediation"), False),
        (_who(Role.COMMITTEE, "620702-committee"), False),  # no consultation
        (_who(Role.COMMITTEE, "620702-government"), False),
        (_who(Role.SECRETARY, "620702-committee"), False),
        (_who(Role.PARTY, "", "", DISPUTE), True),
        (_who(Role.PARTY, "620702-government", "620702", UUID(int=8)), False),
    ],
)
def test_a_role_sees_what_the_table_says(who: Identity, sees: bool) -> None:  # noqa: FBT001
    assert may_see(who, DISPUTE, LABELS) is sees


BESIDE = {"authority": "620700-government", "authorities": "620702-government 620721-government"}


@pytest.mark.parametrize(
    ("who", "sees", "acts"),
    [
        (_who(Role.RECONSIDERATION, "620700-government"), True, True),
        (_who(Role.RECONSIDERATION, "620702-government"), True, False),  # handled it before
        (_who(Role.RECONSIDERATION_HEAD, "620721-government"), True, False),
        (_who(Role.RECONSIDERATION, "620722-government"), False, False),
        (_who(Role.ADJUDICATOR, "620702-government"), False, False),  # another office of it
        (_who(Role.DEPARTMENT, "620702-government"), False, False),
        (_who(Role.RECONSIDERATION), False, False),
    ],
)
def test_an_authority_named_beside_the_one_that_handles_a_case_reads_and_does_nothing(
    who: Identity,
    sees: bool,  # noqa: FBT001
    acts: bool,  # noqa: FBT001
) -> None:
    """提级以前的复议机关、被报请的上级可以查阅，不能办理 (ARL 38; ARR2026 40)."""
    assert (may_see(who, DISPUTE, BESIDE), may_act(who, DISPUTE, BESIDE)) == (sees, acts)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (_who(Role.RECONSIDERATION_HEAD, "620700-government"), True),
        (_who(Role.RECONSIDERATION_HEAD, "620000-government"), True),
        (_who(Role.RECONSIDERATION, "620700-government"), False),
        (_who(Role.RECONSIDERATION_HEAD, "620721-government"), False),
        (_who(Role.ADJUDICATOR, "620700-government"), False),
    ],
)
def test_the_heads_above_read_what_is_handled_below_and_do_nothing_else(
    who: Identity,
    sees: bool,  # noqa: FBT001
) -> None:
    """上级行政复议机构的负责人查阅下级的案件，以便提级、责令恢复审理 (ARL 38, 40)."""
    below = {"authority": "620702-government", "above": "620700-government 620000-government"}
    assert (may_see(who, DISPUTE, below), may_act(who, DISPUTE, below)) == (sees, False)


def test_a_file_without_labels_is_nobodys_but_the_citys() -> None:
    for role in set(Role) - {Role.ADMINISTRATOR}:
        assert not may_see(_who(role), DISPUTE, {})


def test_a_secretary_sees_consultations_of_their_place() -> None:
    """委员会办事机构办理本地行政复议机关提请的咨询 (ARL 52)."""
    secretary = _who(Role.SECRETARY, "620702-committee")
    assert may_see(secretary, DISPUTE, LABELS | {"office": "consultation"})
    elsewhere = {"office": "consultation", "authority": "620721-government"}
    assert not may_see(secretary, DISPUTE, elsewhere)


def test_a_committee_member_sees_consultations_in_which_they_sit_and_the_roster() -> None:
    """委员参加的咨询才可以查看，名册都可以查看 (ARL 52; RULES 72)."""
    member = _who(Role.COMMITTEE, "620702-committee")
    asked = LABELS | {"office": "consultation"}
    assert not may_see(member, DISPUTE, asked)
    assert may_see(member, DISPUTE, asked | {"panel": "o-2 o-1"})
    assert not may_see(member, DISPUTE, asked | {"panel": "o-2 o-11"})
    assert not may_see(_who(Role.COMMITTEE, "620702-government"), DISPUTE, asked)
    nobody = replace(member, code="")  # no more than whoever directs a committee without a director
    assert not may_see(nobody, DISPUTE, asked | {"panel": "", "director": ""})
    roster = {"office": "consultation", "authority": "620702-committee", "county": "620702"}
    assert may_see(member, DISPUTE, roster)
    assert not may_see(_who(Role.COMMITTEE, "620721-committee"), DISPUTE, roster)


def test_a_panel_reads_the_file_that_asks_and_no_other_reconsideration() -> None:
    """委员查阅提请咨询的案卷，以便提出意见；回避以后都不能查阅 (ARL 52; RULES 72)."""
    asking, other, room = uuid4(), uuid4(), uuid4()
    of_authority = {"authority": "620702-government", "office": "reconsideration"}
    files = {
        asking: of_authority,
        other: of_authority,
        room: of_authority | {"office": "consultation", "panel": "o-1", "request": str(asking)},
    }
    member = _who(Role.COMMITTEE, "620702-committee")
    assert visible_files(member, DISPUTE, files) == {asking, room}
    assert not may_see(member, DISPUTE, files[asking])
    files[room] |= {"panel": "o-2"}
    assert visible_files(member, DISPUTE, files) == set()


def test_what_is_consulted_stays_between_the_authority_and_its_committee() -> None:
    """咨询由行政复议机关和委员会进行，窗口、被申请人和当事人不能查看委员的意见 (ARL 52)."""
    asked = LABELS | {"office": "consultation", "panel": "o-1"}
    for role in (Role.WINDOW, Role.DEPARTMENT, Role.GRID, Role.MEDIATOR, Role.ADJUDICATOR):
        for organ in ("620702-window-1", "620702-gongan", "620702-government"):
            assert not may_see(_who(role, organ), DISPUTE, asked), role
    assert not may_see(_who(Role.PARTY, "", "", DISPUTE), DISPUTE, asked)
    assert may_see(_who(Role.RECONSIDERATION, "620702-government"), DISPUTE, asked)
    assert may_see(_who(Role.SUPERVISOR, county="620702"), DISPUTE, asked)


def test_a_third_person_or_an_agent_sees_the_file_that_names_it_and_how_that_came_in() -> None:
    """第三人、代理人只看到参加的案卷 (ARL 16, 17, 47; PML 15)."""
    intake, mediation, review, other = (uuid4() for _ in range(4))
    files = {
        intake: {"office": "intake"},
        mediation: {"office": "mediation", "authority": "620702-mediation"},
        review: {
            "office": "reconsideration",
            "applicants": str(UUID(int=1)),
            PARTICIPANTS: f"{UUID(int=2)} {PERSON}",
        },
        other: {"office": "reconsideration", "applicants": str(UUID(int=1))},
    }
    third = Identity.of("p-1", [Role.PARTY], persons=[PERSON])
    assert visible_files(third, DISPUTE, files) == {intake, review}
    assert visible_files(_who(Role.PARTY, "", "", DISPUTE), DISPUTE, files) == {intake, mediation}


def test_whoever_went_apart_reads_the_road_of_its_own_application_and_no_other() -> None:
    """分案以后各看各的途径；办理该案的看得到，对方看不到 (RULES 136)."""
    stayed, severed, other = UUID(int=1), PERSON, UUID(int=2)
    intake, road, apart, case, own = (uuid4() for _ in range(5))
    of_body = {"office": "reconsideration", "authority": "620702-government"}
    files = {
        intake: {"office": "intake"},
        road: {"office": "routing", "severed": str(severed)},
        apart: {"office": "routing", "applicants": str(severed), "application": str(own)},
        case: of_body | {"applicants": str(stayed)},
        own: of_body | {"applicants": str(severed)},
    }

    def reads(*persons: UUID) -> frozenset[UUID]:
        who = Identity.of("p-1", [Role.PARTY], disputes=[DISPUTE], persons=persons)
        seen = visible_files(who, DISPUTE, files)
        alone = {one for one in seen if may_see(who, DISPUTE, files[one])}
        assert alone == seen, "a file that is listed opens by itself, too"
        return seen

    assert reads(stayed) == {intake, road, case}
    assert reads(severed) == {intake, apart, own}
    assert reads(other) == {intake, road}
    assert reads(stayed, severed) == set(files), "who acts for both reads of both"
    assert visible_files(_who(Role.RECONSIDERATION, "620702-government"), DISPUTE, files) == set(
        files
    )


def test_one_file_opens_how_it_came_in_but_no_mediation() -> None:
    """调解中知悉的情况不向他人公开 (PML 15)."""
    intake, routing, mediation, review = (uuid4() for _ in range(4))
    files = {
        intake: {"office": "intake", "county": "620702"},
        routing: {"office": "routing", "county": "620702"},
        mediation: {"office": "mediation", "authority": "620702-mediation"},
        review: {"office": "reconsideration", "authority": "620702-government"},
    }
    officer = _who(Role.RECONSIDERATION, "620702-government")
    assert visible_files(officer, DISPUTE, files) == {intake, routing, review}
    assert visible_files(_who(Role.DEPARTMENT, "620702-shuiwu"), DISPUTE, files) == frozenset()


def test_a_right_one_lacks_is_named_in_chinese() -> None:
    with pytest.raises(Forbidden, match="行政复议机构负责人、监督人员"):
        _who(Role.WINDOW).require([Role.SUPERVISOR, Role.RECONSIDERATION_HEAD])
    _who(Role.SUPERVISOR).require([Role.SUPERVISOR, Role.RECONSIDERATION_HEAD])


@pytest.mark.parametrize(
    "code", ["", "clock", "张三", "11010519491231002X", "13912345678", "8613912345678", "a b"]
)
def test_a_code_that_may_not_stand_in_a_fact_is_nobody(code: str) -> None:
    with pytest.raises(Unauthenticated):
        Identity.of(code, [Role.WINDOW])


def test_a_party_acts_for_itself_and_an_officer_for_whoever_comes_to_the_desk() -> None:
    party = Identity.of("p-1", [Role.PARTY], persons=[PERSON])
    clerk = Identity.of("p-1", [Role.PARTY, Role.WINDOW], persons=[PERSON])
    assert (party.acts_for, clerk.acts_for) == (frozenset({PERSON}), None)
    assert Identity.of("p-1", [Role.PARTY]).acts_for == frozenset()


async def test_a_token_of_the_hub_tells_who_it_is() -> None:
    book = LocalTokens(b"k" * 32, StillClock(START))
    token = book.issue(
        "o-7",
        [Role.WINDOW, Role.PARTY],
        organ="620702-window-1",
        disputes=[DISPUTE],
        persons=[PERSON],
    )
    who = await book.verify(token)
    assert who == Identity(
        "o-7",
        frozenset({Role.WINDOW, Role.PARTY}),
        "620702-window-1",
        "620702",
        frozenset({DISPUTE}),
        frozenset({PERSON}),
    )


async def test_a_token_ends_with_its_time() -> None:
    clock = StillClock(START)
    book = LocalTokens(b"k" * 32, clock)
    token = book.issue("o-7", [Role.WINDOW], lasting=timedelta(hours=1))
    clock.forward(timedelta(hours=1))
    assert (await book.verify(token)).code == "o-7"
    clock.forward(timedelta(minutes=1))
    with pytest.raises(Unauthenticated, match="已过期"):
        await book.verify(token)


async def test_a_token_is_verified_once_and_its_time_is_asked_at_each_showing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = StillClock(START)
    book = LocalTokens(b"k" * 32, clock)
    token = book.issue("o-7", [Role.WINDOW], lasting=timedelta(hours=1))
    who = await book.verify(token)
    monkeypatch.setattr(jwt, "decode", None)
    assert await book.verify(token) is who
    clock.forward(timedelta(hours=1, minutes=1))
    with pytest.raises(Unauthenticated, match="已过期"):
        await book.verify(token)


def test_whoever_has_not_shown_a_token_for_longest_is_let_go_first() -> None:
    held = HeldTokens(most=2)
    one = HeldToken(_who(Role.WINDOW), Span(0, START.timestamp()))
    for token in ("a", "b"):
        held.keep(token, one)
    assert held.find("a", START)
    held.keep("c", one)
    assert [bool(held.find(token, START)) for token in ("a", "b", "c")] == [True, False, True]


async def test_a_token_of_another_key_or_a_mended_one_does_not_hold() -> None:
    clock = StillClock(START)
    token = LocalTokens(b"k" * 32, clock).issue("o-7", [Role.WINDOW])
    with pytest.raises(Unauthenticated):
        await LocalTokens(b"j" * 32, clock).verify(token)
    header, claims, _ = token.split(".")
    with pytest.raises(Unauthenticated):
        await LocalTokens(b"k" * 32, clock).verify(f"{header}.{claims}.")


def test_production_signs_no_tokens() -> None:
    told = Settings.model_construct(production=True, oidc_issuer=None)
    with pytest.raises(BadSettings):
        token_book(told)
