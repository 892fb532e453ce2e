"""不予受理决定书重新送达: what was no service lets the days to sue run anew (ARL 34; CPL 88)."""

from datetime import timedelta
from uuid import UUID

import pytest

from services.reconsideration.domain import aftermath_acts, lawful_after, serving
from services.reconsideration.domain.serving import Serving
from services.reconsideration.papers.reached import days_served
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import ApplicationDeclined, Condition, Standing
from shared.contracts.reconsideration.aftermath import ServedAgain
from shared.contracts.reconsideration.refusal import RefusalCorrected, RefusalSuitPeriodOver
from shared.contracts.service import Manner
from shared.law.article import ALL, ARL, RULES
from shared.law.calendar import CALENDAR
from shared.law.procedure import Refused
from tests.reconsideration.checking import found
from tests.reconsideration.following import Following
from tests.reconsideration.makers import ANNA, BERT, PAPER, Walk, day
from tests.reconsideration.papered import made_of
from tests.reconsideration.particulars import registered
from tests.reconsideration.test_drafting_doors import CLERK, clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_papers_doors import FOR_WORK
from tests.reconsideration.test_refusal import article, declined, refused, serve, to
from tests.reconsideration.test_routes import OFFICER, OTHER_PARTY, PARTY, Door

WHY = {"reason": "签收的是邻居，不是同住的成年家属，申请人没有收到。"}


def again(walk: Walk, file: Following, person: UUID, on: str) -> ServedAgain:
    said = Serving(
        standing=Standing.APPLICANT, person_id=person, manner=Manner.DIRECT, shown_on=day(on)
    )
    done = serving.service(walk.case, said, PAPER, CALENDAR, today=day(on) + timedelta(days=90))
    return aftermath_acts.serve_again(
        file.file, file.head(on), done, PAPER, CALENDAR, case=walk.case
    )


def served_on_both() -> tuple[Walk, Following]:
    walk, file = declined(compulsory=True)
    file.record(serve(walk, file, ANNA, "2026-07-10"))
    return walk, file.record(serve(walk, file, BERT, "2026-07-13"))


def test_the_days_to_sue_run_from_the_service_that_was_one() -> None:
    """自收到决定书之日起十五日：前一次不成其为送达的，自重新送达起算，原来的不再算 (ARL 34)."""
    walk, file = served_on_both()
    fact = again(walk, file, ANNA, "2026-07-20")
    assert (fact.sue_until, fact.sue_article, fact.first_served_on) == (
        *(day("2026-08-04"), "ARL 34", day("2026-07-13")),
    )
    row = file.file.procedure.by_name["sue_refusal"]
    assert (row.is_closed_by(fact), row.subject_of(fact)) == (True, str(ANNA))
    lawful_after.suit_runs_anew(file.file, fact)
    short = fact.model_copy(update={"sue_until": day("2026-08-03")})
    with pytest.raises(Refused) as few:
        lawful_after.suit_runs_anew(file.file, short)
    assert article(few) == ALL[45]
    assert file.record(fact).last_day("sue_refusal") == "2026-08-04"
    each = [(one.person_id, one.served_on) for one in file.file.refusals]
    assert each == [(ANNA, day("2026-07-20")), (BERT, day("2026-07-13"))]


def test_the_days_that_were_told_to_be_over_run_again() -> None:
    """已经记载起诉期限届满的，也自重新送达起重新计算 (ARL 34)."""
    walk, file = served_on_both()
    file.lapse("sue_refusal", "2026-07-27", str(ANNA))
    assert isinstance(file.facts[-1], RefusalSuitPeriodOver)
    assert (
        file.record(again(walk, file, ANNA, "2026-08-10")).last_day("sue_refusal") == "2026-08-25"
    )


def test_only_what_was_served_is_served_again_and_while_it_stands() -> None:
    """没有送达过的不是重新送达，不早于前一次；已经纠正的不再送达 (ARL 34; RULES 132)."""
    walk, file = declined()
    file.record(serve(walk, file, ANNA, "2026-07-10"))
    with pytest.raises(Refused) as never:
        again(walk, file, BERT, "2026-07-20")
    with pytest.raises(Refused) as early:
        again(walk, file, ANNA, "2026-07-09")
    file.then(RefusalCorrected, "2026-07-15")
    with pytest.raises(Refused) as corrected:
        again(walk, file, ANNA, "2026-07-20")
    assert [article(one) for one in (never, early, corrected)] == [ARL[34], ARL[34], RULES[132]]


RUNS = """
SELECT started_on::text, ended IS NULL AS runs FROM hub.deadline
WHERE name = 'sue_refusal' AND subject = $1 ORDER BY opened
"""


async def test_an_officer_serves_a_refusal_again_and_says_why(door: Door) -> None:  # noqa: F811
    """重新送达不予受理决定书写明理由，本人的起诉期限自此起算；没有理由的不予记载 (ARL 34, 88)."""
    file = await refused(door, compulsory=True)
    door.on("2026-03-09")
    sent = await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))
    assert sent.status_code == 201, sent.text
    twice = await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-09"))
    assert "写明理由，记载重新送达" in twice.json()["detail"]
    said = {**to(ANNA, "2026-03-09"), "standing": "applicant"}
    assert (await door.post(f"{file}/service", CLERK, **said)).status_code == 422
    done = await door.post(f"{file}/service", CLERK, **said, **WHY)
    assert done.status_code == 201, done.text
    told = (await door.get(file, OFFICER)).json()
    assert [one["served_on"] for one in told["refusals"]] == ["2026-03-09"]
    assert told["refusal_for"] == [str(BERT)]
    rows = [tuple(row) for row in await door.hub.pool.fetch(RUNS, str(ANNA))]
    assert rows == [("2026-03-06", False), ("2026-03-09", True)]
    assert await found(door.hub) == {}


async def test_a_refusal_that_was_served_again_and_its_receipt_are_printed(door: Door) -> None:  # noqa: F811
    """重新送达以后，决定书和送达回证照样制作，本人照样下载 (ARL 34, 88; CPL 87)."""
    for who in (ANNA, BERT):
        await registered(door, who)
    file = await refused(door, compulsory=True)
    told = (await door.get(file, OFFICER)).json()
    case = f"/reconsiderations/{told['about']}"
    said = {**to(ANNA, "2026-03-09"), "standing": "applicant", **WHY}
    door.on("2026-03-09")
    for path, body in (("refusal-service", to(ANNA, "2026-03-06")), ("service", said)):
        answer = await door.post(f"{file}/{path}", CLERK, **body)
        assert answer.status_code == 201, answer.text
    for sort in ("declination", "declination-receipt"):
        printed = await door.get(f"{case}/papers/made/{sort}.pdf{FOR_WORK}", OFFICER)
        assert (printed.status_code, printed.content[:4]) == (200, b"%PDF"), printed.text
    own = f"{case}/paper-service/declination/{told['refusal_page']}.pdf"
    assert [(await door.get(own, who)).status_code for who in (PARTY, OTHER_PARTY)] == [200, 404]


def test_the_receipt_says_where_it_was_served_again() -> None:
    """送达回证的送达地点依重新送达之日，前一次不成其为送达 (ARL 34, 88; CPL 87)."""
    walk, file = served_on_both()
    file.record(again(walk, file, ANNA, "2026-07-20"))
    why = {"missing": Condition.INTEREST, "reason_id": PAPER}
    papers = made_of(ApplicationDeclined, "2026-07-08", **why)
    days = days_served(SORTS["declination"], papers, file.facts)
    assert days == {ANNA: day("2026-07-20"), BERT: day("2026-07-13")}
