"""The road from a draft to the seal: nobody skips a step, and what changed is seen (ARL 61, 75)."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from services.reconsideration.domain import decision, drafting, numbering
from services.reconsideration.domain.numbering import NUMBERING, Numbers
from services.reconsideration.domain.ordinary import ORDINARY, State
from shared.contracts.fact import Fact
from shared.contracts.reconsideration import (
    ApplicationWithdrawn,
    Approval,
    ConsultationGround,
    ConsultationRequested,
    DecisionMade,
    OpinionRecorded,
    Outcome,
)
from shared.contracts.reconsideration.assigning import ComplexityFound, RecusalRequested
from shared.contracts.reconsideration.drafting import DecisionReturned
from shared.contracts.reconsideration.enforcing import PartyDuty
from shared.contracts.reconsideration.hearing_held import (
    HearingDropped,
    HearingHeld,
    HearingPutOff,
    HearingSet,
)
from shared.contracts.reconsideration.higher import ElevationAsked, ElevationDenied
from shared.contracts.reconsideration.judged import FindingsRecorded
from shared.contracts.reconsideration.numbering import Series
from shared.contracts.reconsideration.people import ThirdPersonJoined
from shared.contracts.reconsideration.settling import (
    MediationBegun,
    MediationBroken,
    WithdrawalRefused,
)
from shared.law.article import ARL, ARR2007, ARR2026, RULES, Article
from shared.law.procedure import Refused
from tests.reconsideration.deciding import Draft, approved, decide, drafted, submitted
from tests.reconsideration.makers import (
    ANNA,
    AUTHORITY,
    BERT,
    FILE,
    PAPER,
    Walk,
    day,
    examined,
    head,
)

REVOKE = Draft(outcome=Outcome.REVOKED)
NUMBER = "甘政复决字〔2026〕1号"


def refused(act: Callable[..., Fact], *args: object) -> Article:
    """The article that refuses an act."""
    with pytest.raises(Refused) as refusal:
        act(*args)
    return refusal.value.article


def submit(walk: Walk, on: str = "2026-04-18") -> Fact:
    return drafting.submit(walk.case, walk.head(on), adopted=None, departure_id=None)


def approve(walk: Walk, on: str = "2026-04-18") -> Fact:
    return drafting.approve(walk.case, walk.head(on), Approval.HEAD, None)


def seal(walk: Walk, on: str = "2026-04-18") -> Fact:
    return drafting.seal(walk.case, walk.head(on), NUMBER)


def send_back(walk: Walk, on: str = "2026-04-18") -> Fact:
    return drafting.send_back(walk.case, walk.head(on), PAPER)


def test_no_step_comes_before_the_one_that_it_rests_upon() -> None:
    """先拟稿，后送审，经同意，才用印 (ARL 61)."""
    bare, draft, sent = examined(), drafted(examined(), REVOKE), submitted(examined(), REVOKE)
    for walk, act in (
        *((bare, one) for one in (submit, approve, send_back, seal)),
        *((draft, one) for one in (approve, send_back, seal)),
        (sent, seal),
    ):
        assert refused(act, walk) == ARL[61].par(1), act.__name__


def test_nothing_is_done_twice() -> None:
    """已经送审的不再送审，已经同意的不再同意 (ARL 61)."""
    assert refused(submit, submitted(examined(), REVOKE)) == ARL[61].par(1)
    assert refused(approve, approved(examined(), REVOKE)) == ARL[61].par(1)


def test_what_was_submitted_is_not_changed_behind_the_heads_back() -> None:
    """送审以后，退回以前，不得另行认定、拟稿 (ARL 61)."""
    for walk in (submitted(examined(), REVOKE), approved(examined(), REVOKE)):
        on, said = walk.head("2026-04-18"), (REVOKE.finding,)
        assert refused(drafting.draft, walk.case, on, REVOKE.drafted, PAPER) == ARL[61].par(1)
        assert refused(drafting.record_findings, walk.case, on, said) == ARL[61].par(1)


def test_a_draft_that_is_sent_back_is_drafted_anew() -> None:
    """退回的，重新拟稿、送审，直至用印以前都可以退回 (ARL 61)."""
    for walk in (submitted(examined(), REVOKE), approved(examined(), REVOKE)):
        walk.record(send_back(walk))
        assert walk.case.drafted is None
        assert refused(approve, walk) == ARL[61].par(1)
        assert decide(walk, REVOKE, "2026-04-20").case.state is State.DECIDED


def test_other_findings_take_the_draft_away_that_rested_on_the_earlier_ones() -> None:
    """重新认定的，原拟稿不再有效 (ARL 61)."""
    walk = drafted(examined(), REVOKE).then(FindingsRecorded, "2026-04-18")
    assert walk.case.drafted is None


def test_no_step_is_dated_before_the_one_that_it_rests_upon() -> None:
    """送审不早于拟稿，同意不早于送审，用印不早于同意 (ARL 61)."""
    early = "2026-04-16"
    assert refused(submit, drafted(examined(), REVOKE), early) == ARL[61].par(1)
    assert refused(approve, submitted(examined(), REVOKE), early) == ARL[61].par(1)
    assert refused(send_back, submitted(examined(), REVOKE), early) == ARL[61].par(1)
    assert refused(seal, approved(examined(), REVOKE), early) == ARL[61].par(1)


def test_nothing_is_drafted_by_nobody() -> None:
    """尚未指定行政复议人员的，不得拟稿；人数按作出之日的版本 (ARR2007 32; ARR2026 39)."""
    walk = examined().then(FindingsRecorded, "2026-04-17")
    for on, article in (("2026-04-17", ARR2007[32]), ("2026-07-06", ARR2026[39])):
        assert refused(drafting.draft, walk.case, walk.head(on), REVOKE.drafted, PAPER) == article


@pytest.mark.parametrize("step", [approve, seal])
def test_what_came_up_after_the_draft_bars_it_still(step: Callable[[Walk], Fact]) -> None:
    """送审后认定重大、申请回避的，先听证、先决定回避 (ARL 50; RULES 47)."""
    until = submitted if step is approve else approved
    grave = until(examined(), REVOKE).then(ComplexityFound, "2026-04-18")
    assert refused(step, grave) == ARL[50].par(1)
    challenged = until(examined(), REVOKE).then(RecusalRequested, "2026-04-18")
    assert refused(step, challenged) == RULES[47]


def test_the_edition_of_the_day_of_the_seal_governs_the_decision() -> None:
    """六月同意、七月用印的，七月起应当说明咨询意见的采纳情况，退回补正 (ARR2026 52, 77)."""
    walk = examined().then(ConsultationRequested, "2026-03-12").then(OpinionRecorded, "2026-04-01")
    approved(walk, REVOKE, "2026-06-30")
    assert refused(seal, walk, "2026-07-01") == ARR2026[52]
    walk.record(send_back(walk, "2026-07-01"))
    adopted = Draft(outcome=Outcome.REVOKED, opinion_adopted=True)
    assert decide(walk, adopted, "2026-07-02").case.state is State.DECIDED


@pytest.mark.parametrize("until", [drafted, submitted, approved])
def test_the_committee_may_be_shown_a_draft_and_nothing_goes_up_without_its_opinion(
    until: Callable[[Walk, Draft], Walk],
) -> None:
    """应当提请咨询的可以先拟稿，没有咨询意见的不得送审、审批、用印 (ARL 52, 61; ARR2026 52)."""
    walk = until(examined(), REVOKE)
    page = walk.head("2026-04-17")
    asked = decision.request_opinion(walk.case, page, ConsultationGround.TECHNICAL, FILE)
    assert asked.draft_id == PAPER
    walk.record(asked)
    step = {drafted: submit, submitted: approve, approved: seal}[until]
    assert refused(step, walk) == ARL[52].par(2)
    walk.then(OpinionRecorded, "2026-04-18")
    if until is drafted:
        walk.record(submit(walk))
        assert walk.case.drafted is not None


def test_a_case_that_waits_for_the_committee_is_drafted() -> None:
    """已提请咨询、尚无咨询意见的，可以拟稿；没有拟稿的，提请不附 (ARL 52, 61)."""
    walk = examined()
    page = walk.head("2026-03-12")
    asked = decision.request_opinion(walk.case, page, ConsultationGround.TECHNICAL, FILE)
    assert asked.draft_id is None
    walk.record(asked)
    assert drafted(walk, REVOKE).case.drafted is not None
    assert refused(submit, walk) == ARL[52].par(2)


def test_the_opinion_goes_up_with_the_draft() -> None:
    """报请签发时附具咨询意见 (ARR2026 52)."""
    walk = examined().then(ConsultationRequested, "2026-03-12").then(OpinionRecorded, "2026-04-01")
    submitted(walk, REVOKE)
    assert walk.facts[-1].opinion_id == PAPER  # type: ignore[attr-defined]
    assert submitted(examined(), REVOKE).facts[-1].opinion_id is None  # type: ignore[attr-defined]


def test_the_decision_is_made_by_the_seal_and_its_period_ends_that_day() -> None:
    """用印之日是作出决定之日，审理期限至此为止，送达期限由此开始 (ARL 62, 75)."""
    walk = approved(examined(), REVOKE, "2026-04-17")
    assert walk.case.state is State.EXAMINING
    assert not any(one.name == "decide" for fact in walk.facts[1:] for one in ORDINARY.closes(fact))
    made = seal(walk, "2026-04-20")
    assert {one.name for one in ORDINARY.closes(made)} >= {"decide"}
    assert walk.record(made).case.decided_on == day("2026-04-20")
    assert walk.case.document_number == NUMBER


def test_how_it_was_agreed_to_stands_on_the_decision() -> None:
    """集体讨论通过的，决定写明 (ARL 61)."""
    walk = approved(examined(), Draft(outcome=Outcome.REVOKED, approval=Approval.COLLECTIVE))
    assert walk.record(seal(walk)).facts[-1].approval is Approval.COLLECTIVE  # type: ignore[attr-defined]


def test_nothing_is_sent_back_once_it_is_sealed() -> None:
    """用印以后不得退回，更正另有途径 (ARL 61)."""
    with pytest.raises(Refused):
        decide(examined(), REVOKE).then(DecisionReturned, "2026-04-18")


def test_a_decision_of_an_earlier_day_reads_without_number_and_items() -> None:
    """此前作出的决定没有逐项和字号，照样可读 (ARL 61)."""
    made = examined().then(DecisionMade, "2026-04-17").case
    assert (made.document_number, made.outcome) == ("", Outcome.REVOKED)


class Register:
    """A register, number after number."""

    def __init__(self) -> None:
        self.numbers = Numbers(procedure=NUMBERING, dispute_id=FILE, case_id=FILE)

    def give(self, on: str, series: Series = Series.DECISION) -> str:
        fact = numbering.give(
            self.numbers,
            head(self.numbers, on),  # type: ignore[arg-type]
            authority=AUTHORITY,
            word="甘政",
            kind=numbering.OF_DECISIONS[series],
            case_id=FILE,
        )
        self.numbers = self.numbers.after(fact)
        return fact.document_number


def test_numbers_run_from_one_in_every_year_and_for_each_kind() -> None:
    """每个机关每类每年从一号起连续编号 (RULES 69)."""
    register = Register()
    days = ("2026-03-02", "2026-12-31", "2027-01-04")
    assert [register.give(on) for on in days] == [
        "甘政复决字〔2026〕1号",
        "甘政复决字〔2026〕2号",
        "甘政复决字〔2027〕1号",
    ]
    assert register.give("2026-12-31", Series.DISMISSAL) == "甘政复驳字〔2026〕1号"


def test_a_dismissal_of_the_application_is_numbered_in_a_series_of_its_own() -> None:
    """驳回行政复议申请决定书另编 (ARL 33; RULES 69)."""
    dismissed = approved(examined(), Draft(outcome=Outcome.APPLICATION_DISMISSED))
    assert drafting.series_of(dismissed.case) is Series.DISMISSAL
    assert drafting.series_of(approved(examined(), REVOKE).case) is Series.DECISION


@pytest.mark.parametrize(
    ("opens", "ends", "article"),
    [
        (ElevationAsked, ElevationDenied, ARL[38].par(2)),
        (ApplicationWithdrawn, WithdrawalRefused, ARL[41].par(item=1)),
        (MediationBegun, MediationBroken, ARL[73].par(2)),
        (HearingSet, HearingHeld, ARL[51].par(1)),
        (HearingPutOff, HearingDropped, ARL[51].par(1)),
    ],
)
def test_nothing_is_sealed_while_something_is_open_with_the_parties(
    opens: type[Fact], ends: type[Fact], article: Article
) -> None:
    """撤回、调解、听证、报请提级尚未了结的，不得作出决定 (ARL 38, 41, 51, 73)."""
    walk = approved(examined(), REVOKE).then(opens, "2026-04-17")
    assert refused(seal, walk) == article
    assert isinstance(seal(walk.then(ends, "2026-04-18")), DecisionMade)


@pytest.mark.parametrize("step", [approve, seal])
def test_a_draft_that_names_who_left_or_not_who_joined_is_drafted_anew(
    step: Callable[[Walk], Fact],
) -> None:
    """拟稿写明应当履行的人已经退出，或者没有写明此后参加的第三人，退回重拟 (ARL 78)."""
    until = submitted if step is approve else approved
    walk = until(examined(), Draft(outcome=Outcome.UPHELD))
    assert step(walk) is not None
    drafted = walk.case.drafted
    assert drafted is not None

    def owing(*persons: UUID, joined: tuple[UUID, ...] = ()) -> Walk:
        duties = tuple(PartyDuty(person_id=one) for one in persons)
        said = replace(drafted, draft=replace(drafted.draft, duties=duties), joined_since=joined)
        return Walk.of(walk.but(drafted=said))

    assert step(owing(ANNA)) is not None
    assert refused(step, owing(BERT)) == ARL[78]
    assert refused(step, owing(ANNA, joined=(BERT,))) == ARL[78]
    later = owing(ANNA).then(ThirdPersonJoined, "2026-04-18").case.drafted
    assert later is not None
    assert later.joined_since == (BERT,)
