"""督办、要求说明和批注: what a supervisor may press on, who must explain, and what silence does."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import uuid4

import pytest

from services.routing.domain.whistle import WHISTLE
from services.routing.domain.whistle import State as Whistle
from services.supervision.domain import press
from services.supervision.domain.press import PRESS, Press, Pressed, State
from shared.contracts.fact import Head
from shared.contracts.supervision import ExplanationGiven, ExplanationLapsed
from shared.law.calendar import CALENDAR
from shared.law.casefile import CaseFile
from shared.law.period import CITY
from shared.law.procedure import Refused

DISPUTE, CASE, PRESS_ID, PAPER = uuid4(), uuid4(), uuid4(), uuid4()
GONGAN, SIFA = "620702-gongan", "620702-sifa"


def on(state: Whistle = Whistle.BLOWN) -> Pressed:
    case = CaseFile(procedure=WHISTLE, dispute_id=DISPUTE, case_id=CASE, state=state, version=2)
    return Pressed(file=case, organs=frozenset({GONGAN}))


@dataclass
class Book:
    """The file of presses, as pages are put into it."""

    file: Press = field(
        default_factory=lambda: Press(procedure=PRESS, dispute_id=DISPUTE, case_id=PRESS_ID)
    )

    def head(self, day: int = 23) -> Head:
        at = datetime(2026, 11, day, 9, tzinfo=CITY)
        return self.file.head(by="supervisor-1", on=at.date(), at=at)

    def ask(self, day: int = 23, within: str = "3wd") -> None:
        self.file = self.file.after(press.ask(on(), GONGAN, within, PAPER, head=self.head(day)))

    def urge(self) -> None:
        self.file = self.file.after(press.urge(on(), GONGAN, PAPER, head=self.head()))

    def explain(self, organ: str = GONGAN) -> None:
        self.file = self.file.after(press.explain(organ, PAPER, head=self.head()))


def test_three_working_days_to_explain_or_as_many_as_were_set() -> None:
    """说明期限为三个工作日，要求时另定的从其规定 (RULES 65)."""
    [row] = PRESS.deadlines
    asked = press.ask(on(), GONGAN, "3wd", PAPER, head=Book().head(27))  # a Friday
    until = row.until(asked, CALENDAR)
    assert until is not None
    assert until.date() == date(2026, 12, 3)  # over at the end of Wednesday the second
    longer = press.ask(on(), GONGAN, "5d", PAPER, head=Book().head(27))
    until = row.until(longer, CALENDAR)
    assert until is not None
    assert until.date() == date(2026, 12, 3)


def test_a_case_that_is_closed_is_not_urged_but_may_be_asked_about() -> None:
    """已经办结的案卷不再督办，可以要求说明和批注 (RULES 64, 65)."""
    closed = on(Whistle.CLOSED)
    with pytest.raises(Refused, match="已经办结"):
        press.urge(closed, GONGAN, PAPER, head=Book().head())
    assert press.ask(closed, GONGAN, "3wd", PAPER, head=Book().head()).about == CASE
    assert press.note(closed, PAPER, head=Book().head()).about == CASE


def test_only_an_organ_that_handles_the_case_is_pressed() -> None:
    """督办和要求说明只对承办机构 (RULES 64, 65)."""
    for act in (press.urge, lambda *a, **k: press.ask(a[0], a[1], "3wd", a[2], **k)):
        with pytest.raises(Refused, match="不是本案卷的承办机构"):
            act(on(), SIFA, PAPER, head=Book().head())


def test_what_supervision_keeps_beside_a_case_is_not_pressed_on() -> None:
    """督办卷本身不再督办 (RULES 64)."""
    beside = Pressed(file=Book().file, organs=frozenset({GONGAN}))
    with pytest.raises(Refused, match="没有承办机构"):
        press.note(beside, PAPER, head=Book().head())


def test_an_organ_that_was_asked_is_not_asked_again_before_it_explained_or_fell_silent() -> None:
    """说明之前不重复要求，逾期的可以再次要求 (RULES 65)."""
    book = Book()
    book.ask()
    with pytest.raises(Refused):
        book.ask()
    book.file = book.file.after(ExplanationLapsed(head=book.head(), organ=GONGAN))
    assert book.file.tracks == {GONGAN: State.SILENT}
    book.ask(24)
    assert (book.file.tracks, book.file.requests) == ({GONGAN: State.ASKED}, 2)


def test_who_fell_silent_still_explains_and_who_was_not_asked_does_not() -> None:
    """逾期的说明义务不因此免除；未被要求的不说明 (RULES 65)."""
    book = Book()
    book.ask()
    with pytest.raises(Refused):
        book.explain(SIFA)
    book.file = book.file.after(ExplanationLapsed(head=book.head(), organ=GONGAN))
    book.explain()
    assert book.file.tracks == {GONGAN: State.EXPLAINED}
    with pytest.raises(Refused):
        book.file.after(ExplanationGiven(head=book.head(), organ=GONGAN, text_id=PAPER))


def test_urging_takes_nothing_from_what_an_organ_has_to_explain() -> None:
    """督办不改变说明的期限和义务 (RULES 64)."""
    book = Book()
    book.urge()
    assert book.file.tracks == {GONGAN: State.URGED}
    book.ask()
    book.urge()
    assert (book.file.tracks, book.file.urges) == ({GONGAN: State.ASKED}, 2)


def test_a_department_that_was_addressed_reads_on_and_a_respondent_reads_only_then() -> None:
    """被督办过的部门，不再承办以后仍看得到；复议案卷的被申请人，未被督办的看不到 (RULES 65)."""
    called = {"departments": f"{GONGAN} {SIFA}"}
    assert press.told_beside(called, "routing", ()) == called["departments"]
    assert press.told_beside(called, "reconsideration", {SIFA}) == SIFA
    assert (
        press.told_beside({"departments": SIFA}, "routing", {GONGAN}, GONGAN) == f"{SIFA} {GONGAN}"
    )
    assert press.told_beside({}, "routing", {GONGAN}, f"{GONGAN} {SIFA}") == GONGAN


def test_about_a_consultation_the_authority_alone_is_asked() -> None:
    """就咨询卷督办的，只向复议机关提出：窗口和被申请人看不到咨询 (ARL 52)."""
    labels = {"departments": GONGAN, "window": "620702-window-1", "authority": SIFA}
    assert press.organs_of(labels, "consultation") == (SIFA,)
    assert press.organs_of(labels, "reconsideration") == (GONGAN, SIFA, "620702-window-1")
