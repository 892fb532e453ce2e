"""不予受理决定书: its service on each applicant and the days to sue over it (ARL 34; ALL 45)."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration import agents
from services.reconsideration.books import RULES
from services.reconsideration.domain import aftermath_acts, lawful_after, refusing, serving
from services.reconsideration.domain.acceptance import decline
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.papers_served import Outgoing
from services.reconsideration.domain.serving import Serving
from services.reconsideration.queries.following import Sieve, beside_cases
from services.reconsideration.store import aftermath_of
from shared.auth import Role
from shared.contracts.intake import ActKind
from shared.contracts.reconsideration import ApplicationDeclined, Condition, Standing
from shared.contracts.reconsideration.admissibility import ConditionsFound
from shared.contracts.reconsideration.aftermath import Conclusion
from shared.contracts.reconsideration.refusal import RefusalServed, RefusalSuitPeriodOver
from shared.contracts.routing import Compulsory
from shared.contracts.service import Manner
from shared.frame.sorting import Order
from shared.law.article import ALL, ARL, ARR2026, Article
from shared.law.calendar import CALENDAR
from shared.law.period import CITY, day_of_expiry
from shared.law.procedure import Refused
from shared.sweep import Sweep
from tests.desks.visitor import building
from tests.reconsideration.following import Following
from tests.reconsideration.makers import ANNA, AUTHORITY, BERT, FILE, PAPER, Walk, day, received
from tests.reconsideration.test_drafting_doors import CLERK, clock, door  # noqa: F401 - fixtures
from tests.reconsideration.test_routes import (
    APPLICATION,
    OFFICER,
    OTHER_PARTY,
    PARTY,
    STRANGER,
    Door,
    hear,
)

NUMBER = "甘政复不字〔2026〕1号"


def declined(*, compulsory: bool | None = None, on: str = "2026-07-08") -> tuple[Walk, Following]:
    """Two applicants, declined on a Wednesday; the case and what follows it."""
    walk = received("2026-07-06", applicants=(ANNA, BERT))
    fact = decline(
        *(walk.case, walk.head(on), Condition.INTEREST, PAPER),
        calendar=CALENDAR,
        compulsory=compulsory,
    )
    walk.record(fact)
    opened = aftermath_acts.open_file(walk.case, walk.head(on), departments=(), refusal=fact)
    return walk, Following().record(opened)


def refusal(file: Following, number: str) -> Outgoing:
    on = file.file.opened_on or day("2026-07-08")
    said = {"sort": "declination", "term": "不予受理决定书", "page": 2, "authority": AUTHORITY}
    return Outgoing(about=FILE, on=on, number=number, **said)  # type: ignore[arg-type] - its fields


def serve(
    walk: Walk,
    file: Following,
    person: UUID | None,
    on: str,
    number: str = NUMBER,
    **said: Any,  # noqa: ANN401 - its fields
) -> RefusalServed:
    whom: dict[str, Any] = {
        "standing": Standing.APPLICANT,
        "person_id": person,
        "manner": Manner.DIRECT,
        "shown_on": day(on),
        **said,
    }
    done = serving.service(
        walk.case, Serving(**whom), PAPER, CALENDAR, today=day(on) + timedelta(days=90)
    )
    head = file.head(done.served_on.isoformat())
    return refusing.serve(file.file, head, done, CALENDAR, refusal(file, number))


def article(refusal: pytest.ExceptionInfo[Refused]) -> Article:
    return refusal.value.article


def test_a_refusal_is_to_be_served_on_each_applicant_within_five_working_days() -> None:
    """决定不予受理的，案卷办结，五个工作日内向每一名申请人送达决定书 (ARL 34; RULES 121)."""
    walk, file = declined()
    assert walk.case.is_closed
    assert (file.file.conclusion, file.file.refusal_for) == (Conclusion.DECLINED, (ANNA, BERT))
    assert file.last_day("serve_refusal") == "2026-07-15"
    first = serve(walk, file, BERT, "2026-07-09")
    row = file.file.procedure.by_name["serve_refusal"]
    assert (first.unserved, row.is_closed_by(first)) == ((ANNA,), False)
    last = serve(walk, file.record(first), ANNA, "2026-07-10")
    assert (last.unserved, row.is_closed_by(last)) == ((), True)


def test_each_applicant_may_sue_within_fifteen_days_of_its_own_receipt() -> None:
    """自收到决定书之日起十五日，各自计算；末日遇休息日顺延 (ARL 34; CPL 85)."""
    walk, file = declined(compulsory=True)
    first = serve(walk, file, ANNA, "2026-07-10")
    assert (first.sue_until, first.sue_article) == (day("2026-07-27"), "ARL 34")  # 25 July: Sat.
    file.record(first)
    [runs] = [one for one in file.file.procedure.opens(first) if one.name == "sue_refusal"]
    assert runs.subject_of(first) == str(ANNA)
    assert (runs.article_of(first), file.last_day("sue_refusal")) == (ARL[34], "2026-07-27")
    second = serve(walk, file, BERT, "2026-07-13")
    assert (second.sue_until, second.first_served_on) == (day("2026-07-28"), day("2026-07-10"))


def test_where_reconsideration_is_free_the_fifteen_days_are_those_of_the_litigation_law() -> None:
    """不是前置的，依行政诉讼法第四十五条，日数相同 (ALL 45; ALI 56)."""
    for said in (False, None):
        walk, file = declined(compulsory=said)
        fact = serve(walk, file, ANNA, "2026-07-10")
        assert (fact.sue_article, fact.sue_until) == ("ALL 45", day("2026-07-27"))


def test_a_public_notice_serves_a_refusal_as_its_thirty_days_are_over() -> None:
    """公告送达的，公告期满之日为收到之日，起诉期限自此起算 (CPL 95; ARL 34)."""
    walk, file = declined(compulsory=True)
    fact = serve(walk, file, ANNA, "2026-07-09", manner=Manner.NOTICE, condition_met=True)
    assert (fact.served_on, fact.sue_until) == (day("2026-08-10"), day("2026-08-25"))


def test_a_refusal_is_served_once_on_an_applicant_after_it_was_made() -> None:
    """不予受理决定书送达申请人，不早于决定之日，各一次 (ARL 34)."""
    walk, file = declined()
    with pytest.raises(Refused) as early:
        serve(walk, file, ANNA, "2026-07-07")
    with pytest.raises(Refused) as respondent:
        serve(walk, file, None, "2026-07-09", standing=Standing.RESPONDENT)
    file.record(serve(walk, file, ANNA, "2026-07-09"))
    with pytest.raises(Refused) as twice:
        serve(walk, file, ANNA, "2026-07-10")
    assert [article(one) for one in (early, respondent, twice)] == [ARL[34]] * 3


def test_the_end_of_the_days_to_sue_is_only_told() -> None:
    """起诉期限届满由时钟记载，案卷不变 (ARL 34)."""
    walk, file = declined()
    file.record(serve(walk, file, ANNA, "2026-07-10"))
    before: Aftermath = file.file
    file.lapse("sue_refusal", "2026-07-27", str(ANNA))
    assert isinstance(file.facts[-1], RefusalSuitPeriodOver)
    assert (file.facts[-1].person_id, file.file.refusal_for) == (ANNA, before.refusal_for)


def test_silence_of_an_organ_always_puts_reconsideration_first() -> None:
    """未履行法定职责的，应当先申请行政复议，不能写作不是前置 (ARL 23; ARR2026 30)."""
    asked = {"act": ActKind.LICENCE, "omission": True, "requested_on": day("2026-03-02")}
    walk = received("2026-07-06", **asked)
    said = (walk.case, walk.head("2026-07-08"), Condition.INTEREST, PAPER)
    assert decline(*said, calendar=CALENDAR).compulsory is True
    with pytest.raises(Refused) as refusal:
        decline(*said, calendar=CALENDAR, compulsory=False)
    assert article(refusal) == ARR2026[30].par(1)


@pytest.mark.parametrize(
    ("found", "said", "kept"),
    [
        (Compulsory.REQUIRED, None, True),
        (Compulsory.FREE, None, False),
        (Compulsory.CONDITIONAL, None, None),
        (Compulsory.CONDITIONAL, True, True),
    ],
)
def test_a_refusal_says_what_was_found_of_coming_first(
    found: Compulsory,
    said: bool | None,  # noqa: FBT001 - told or not
    kept: bool | None,  # noqa: FBT001 - told or not
) -> None:
    """是否前置，依审查认定，没有认定的由作出决定的人写明 (ARL 23, 34)."""
    walk = received("2026-07-06").then(ConditionsFound, "2026-07-07", compulsory=found)
    fact = decline(
        *(walk.case, walk.head("2026-07-08"), Condition.INTEREST, PAPER),
        calendar=CALENDAR,
        compulsory=said,
        departure_id=PAPER,
    )
    assert fact.compulsory is kept


def test_what_was_found_to_come_first_is_not_declined_as_free() -> None:
    """审查认定为前置的，不能写作不是前置 (ARL 23)."""
    found = {"compulsory": Compulsory.REQUIRED}
    walk = received("2026-07-06").then(ConditionsFound, "2026-07-07", **found)
    with pytest.raises(Refused) as refusal:
        decline(
            *(walk.case, walk.head("2026-07-08"), Condition.INTEREST, PAPER),
            calendar=CALENDAR,
            compulsory=False,
            departure_id=PAPER,
        )
    assert article(refusal) == ARL[23].par(1)


def to(person: object, on: str, **said: object) -> dict[str, Any]:
    base = {"manner": "direct", "receipt": "本人签收。"}
    return {**base, "person_id": str(person), "shown_on": on, **said}


async def refused(
    door: Door,  # noqa: F811 - a fixture
    *,
    numbered: bool = True,
    **said: object,
) -> str:
    """Two applicants, declined on 4 March, with its number; the path of what follows."""
    body = {**APPLICATION, "manner": "in_person", "applicants": [str(ANNA), str(BERT)]}
    taken = await door.post("/reconsiderations", OFFICER, **body)
    case = f"/reconsiderations/{taken.json()['case_id']}"
    door.on("2026-03-04")
    why = {"missing": "interest", "reason": "没有利害关系。", **said}
    answer = await door.post(f"{case}/declination", OFFICER, **why)
    assert (answer.status_code, answer.json()["state"]) == (201, "declined"), answer.text
    labels = {"authority": "620702-government", "county": "620702"}
    await hear(door, ApplicationDeclined, agents.LISTENS, labels)
    if numbered:
        given = await door.post(f"{case}/papers/numbers/declination", OFFICER)
        assert given.status_code == 201, given.text
    return f"/aftermaths/{aftermath_of(UUID(taken.json()['case_id']))}"


async def test_an_officer_records_each_service_with_its_manner_and_day(door: Door) -> None:  # noqa: F811
    """逐一记载送达方式、日期，起诉期限各自列入 (ARL 34, 88; CPL 87)."""
    file = await refused(door, compulsory=True)
    owed = (await door.get(file, OFFICER)).json()
    assert (owed["conclusion"], owed["compulsory"]) == ("declined", True)
    assert owed["refusal_for"] == [str(ANNA), str(BERT)]
    door.on("2026-03-09")
    sent = await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))
    assert sent.status_code == 201, sent.text
    assert [one["served_on"] for one in sent.json()["refusals"]] == ["2026-03-06"]
    again = await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))
    assert (again.status_code, again.json()["article"]["code"]) == (409, "ARL 34")
    runs = await door.hub.pool.fetchrow(
        "SELECT subject, article, until FROM hub.deadline WHERE name = 'sue_refusal'"
    )
    assert (runs["subject"], runs["article"]) == (str(ANNA), "ARL 34")
    assert day_of_expiry(runs["until"].astimezone(CITY)) == day("2026-03-23")  # 21 March: Saturday


async def test_a_refusal_is_served_by_neither_door_before_it_has_its_number(door: Door) -> None:  # noqa: F811
    """编号以后才送达：没有编号的是稿，经办人不能记载送达，申请人不能网上签收 (RULES 130)."""
    file = await refused(door, numbered=False)
    door.on("2026-03-06")
    sent = await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))
    taken = await door.post(f"{file}/refusal-receipt", PARTY)
    for no in (sent, taken):
        assert (no.status_code, no.json()["article"]["code"]) == (409, "RULES 130")
    owed = (await door.get(file, OFFICER)).json()
    assert (owed["refusals"], owed["refusal_number"]) == ([], "")
    case = f"/reconsiderations/{owed['about']}"
    made = f"{case}/paper-service/declination/{owed['refusal_page']}.pdf"
    assert (await door.get(made, PARTY)).status_code == 404
    given = await door.post(f"{case}/papers/numbers/declination", OFFICER)
    told = (await door.get(file, OFFICER)).json()
    assert told["refusal_number"] == given.json()["document_number"]
    assert (await door.get(made, PARTY)).status_code == 404, "it is not served yet"
    assert (await door.post(f"{file}/refusal-receipt", PARTY)).status_code == 201
    assert (await door.get(made, OTHER_PARTY)).status_code == 404


async def test_an_applicant_takes_the_refusal_online_for_itself_alone(door: Door) -> None:  # noqa: F811
    """申请人同意电子送达的，在网上签收，当天为送达日期，只及于本人 (CPL 90; ARL 34)."""
    file = await refused(door)
    door.on("2026-03-06")
    path = f"{file}/refusal-receipt"
    assert (await door.post(path, STRANGER)).status_code == 403
    earlier = await door.post(path, PARTY, on="2026-03-05")
    assert (earlier.status_code, earlier.json()["article"]["code"]) == (409, "CPL 90(2)")
    taken = await door.post(path, PARTY)
    assert taken.status_code == 201, taken.text
    [one] = taken.json()["refusals"]
    assert (one["person_id"], one["manner"]) == (str(ANNA), "electronic")
    assert (one["served_on"], taken.json()["refusal_for"]) == ("2026-03-06", [str(BERT)])
    twice = await door.post(path, PARTY)
    assert (twice.status_code, twice.json()["article"]["code"]) == (409, "CPL 90(1)")
    assert (await door.post(path, OTHER_PARTY)).json()["refusal_for"] == []


async def test_the_case_page_says_who_waits_for_the_refusal_and_offers_only_them(
    door: Door,  # noqa: F811 - a fixture
) -> None:
    """有数名申请人的，逐名列出送达了没有；点进去只能选还没有送达的，不问地位 (ARL 34, 88)."""
    file = await refused(door)
    door.on("2026-03-06")
    assert (await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-06"))).is_success
    third = {**to(BERT, "2026-03-06"), "standing": "third"}
    assert (await door.post(f"{file}/refusal-service", CLERK, **third)).status_code == 422
    about = (await door.get(file, OFFICER)).json()["about"]
    async with building(door.hub) as house:
        officer = house.visitor(Role.RECONSIDERATION, organ="620702-government")
        page = unescape((await officer.get(f"/desk/reconsideration/files/{about}")).text)
        [(link, person)] = re.findall(
            r'href="(/desk[^"]+/refusal-service\?person_id=([^&"]+)[^"]*)"', page
        )
        assert person == str(BERT)
        assert "申请人第1名：2026年3月6日本人签收" in page
        form = (await officer.get(link)).text
        assert f'value="{BERT}" selected' in form
        assert f'value="{ANNA}"' not in form


async def test_the_desk_lists_a_refusal_until_it_is_served_on_all(door: Door) -> None:  # noqa: F811
    """尚未送达的列在“后续和附带审查”，逾期的仍列，送达完毕即不列 (RULES 13, 121)."""

    async def listed() -> list[tuple[str | None, bool]]:
        sieve = Sieve("every", "aftermath", "")
        rows, _ = await beside_cases(
            *(door.hub, "620702-government", "fuyi-07", sieve, Order.of("", "due")), limit=9
        )
        return [(one.duty, one.overdue) for one in rows]

    file = await refused(door)
    assert await listed() == [("serve_refusal", False)]
    door.on("2026-03-13")
    await Sweep(door.hub).once()
    await door.post(f"{file}/refusal-service", CLERK, **to(ANNA, "2026-03-12"))
    assert await listed() == [("serve_refusal", True)]
    await door.post(f"{file}/refusal-service", CLERK, **to(BERT, "2026-03-12"))
    assert await listed() == []
    async with door.hub.pool.acquire() as conn, conn.transaction():
        assert not any([(await rule.check(conn)).count for rule in RULES])


def test_the_books_ask_that_the_refused_were_served_in_order() -> None:
    """核对：向尚未送达的申请人送达，起诉期限自收到起不少于十五日 (ARL 34; ALL 45)."""
    walk, file = declined()
    fact = serve(walk, file, ANNA, "2026-07-10")
    lawful_after.refusal_served_in_order(file.file, fact)
    short = fact.model_copy(update={"sue_until": day("2026-07-24")})
    with pytest.raises(Refused) as few:
        lawful_after.refusal_served_in_order(file.file, short)
    with pytest.raises(Refused) as twice:
        lawful_after.refusal_served_in_order(file.record(fact).file, fact)
    assert [article(one) for one in (few, twice)] == [ALL[45], ARL[34]]
