"""重作的相同行为: under which decision an act was not to be made again (ARL 64; ARR2026 58)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pytest

from services.reconsideration.books.relied import unbarred
from services.reconsideration.domain import drafting
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint import Joint
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.judged import Finding
from shared.law.article import ARL
from shared.law.procedure import Refused
from tests.reconsideration.deciding import FOUND, HANDED, RIGHT, Draft, decide, road
from tests.reconsideration.following import service
from tests.reconsideration.makers import BERT, OTHER, PAPER, RESPONDENT, Walk, day, examined
from tests.reconsideration.test_drafting_doors import CLERK, Door, clock, door, go
from tests.reconsideration.test_drafting_doors import examined as examined_at

__all__ = ("clock", "door")

NEW, NUMBER = "2026-09-01", "甘政复决字〔2026〕1号"
SAME: Mapping[str, Any] = {**RIGHT, "repeats": True, "repeated_number": NUMBER}


def earlier(
    found: Mapping[str, Any], *, redo: bool = True, delivered: bool = True, **own: object
) -> Case:
    """A revocation of April, by what was found then."""
    walk = decide(examined(), Draft(outcome=Outcome.REVOKED, redo=redo, found=found))
    if delivered:
        walk.then(DecisionDelivered, "2026-04-20")
    return walk.but(**own)


UNCLEAR: Mapping[str, Any] = {"procedure": None, "facts_clear": False}
CLEARED_NOT: Mapping[str, Any] = {**FOUND[Outcome.REVOKED], **UNCLEAR}


def found(
    said: Mapping[str, Any],
    known: Case | Sequence[Case] | None,
    heirs: Mapping[str, str] = MappingProxyType({}),
    **own: object,
) -> Walk:
    """The finding about the new act; what is `known` is the file of the decision it names."""
    walk = examined().then(ReviewersAssigned, NEW)
    walk.case = walk.but(**{"act_done_on": day("2026-08-28"), **own})
    files = (known,) if isinstance(known, Case) else known
    decided = {} if files is None else {NUMBER: files}
    finding = Finding.model_validate({"text_id": PAPER, **said})
    said_of = (walk.case, walk.head(NEW), (finding,), decided)
    return walk.record(drafting.record_findings(*said_of, heir=lambda one: heirs.get(one, one)))


def test_what_was_revoked_for_its_facts_is_not_made_again() -> None:
    """主要事实不清而撤销并责令重作的，不得重作相同的行为 (ARL 64)."""
    assert found(SAME, earlier(UNCLEAR)).case.findings[0].repeats
    beside = earlier({"procedure": "violated", "facts_clear": False})  # not for procedure alone
    assert found(SAME, beside).case.findings[0].repeated_number == NUMBER


def test_what_nobody_proved_fell_for_want_of_evidence_and_not_for_procedure() -> None:
    """没有举证的，撤销的理由是视为没有证据，不是违反法定程序 (ARL 64, 70)."""
    silent = earlier({"procedure": "violated", "evidence_submitted": False})
    assert found(SAME, silent).case.findings[0].repeats


@pytest.mark.parametrize(
    ("said", "known", "own", "says"),
    [
        pytest.param(
            SAME, earlier({"procedure": "violated"}), {}, "可以再作相同的行为", id="for procedure"
        ),
        pytest.param(SAME, earlier(UNCLEAR, redo=False), {}, "没有责令", id="no new act ordered"),
        pytest.param(SAME, earlier(UNCLEAR, delivered=False), {}, "尚未送达", id="not delivered"),
        pytest.param(SAME, earlier(UNCLEAR), {"respondent": OTHER}, "被申请人不是", id="others"),
        pytest.param(
            SAME, earlier(UNCLEAR), {"act_done_on": day("2026-04-16")}, "作出在", id="earlier act"
        ),
        pytest.param(SAME, None, {}, "没有字号为", id="unknown"),
        pytest.param({**SAME, "repeated_outside": True}, (), {}, "已被上级撤销", id="annulled"),
        pytest.param({**RIGHT, "repeats": True}, None, {}, "应当写明", id="no number"),
        pytest.param({**SAME, "repeats": False}, earlier(UNCLEAR), {}, "应当写明", id="no finding"),
    ],
)
def test_only_a_decision_that_barred_it_makes_an_act_one_made_again(
    said: Mapping[str, Any], known: Case | Sequence[Case] | None, own: dict[str, Any], says: str
) -> None:
    """已经送达、同一被申请人、责令重作，且不是以违反法定程序为由撤销的，才不得重作 (ARL 64)."""
    with pytest.raises(Refused, match=says) as refusal:
        found(said, known, **own)
    assert refusal.value.article == ARL[64].par(2)


def test_the_bar_binds_each_of_several_and_whoever_took_over_the_powers() -> None:
    """共同作出的其中一个机关、继续行使职权的机关重作的，同样是重作的相同行为 (ARL 19, 64)."""
    both = earlier(UNCLEAR, joint=(Joint(organ=OTHER),))
    assert found(SAME, both).case.findings[0].repeats
    assert found(SAME, both, respondent=OTHER).case.findings[0].repeats
    heirs = {RESPONDENT: "620702-zonghe", OTHER: "620702-zonghe"}
    for before, now in ((RESPONDENT, "620702-zonghe"), (OTHER, RESPONDENT)):
        old = earlier(UNCLEAR, respondent=before)
        taken = found(SAME, old, heirs, respondent=now)
        assert taken.case.findings[0].repeats
        with pytest.raises(Refused, match="被申请人不是本案的被申请人"):
            found(SAME, old, respondent=now)


def test_the_bar_speaks_from_the_service_on_the_respondent() -> None:
    """决定书送达被申请人即不得重作，不等送达其他人；只送达申请人的还不能 (ARL 64, 75)."""
    for whom, binds in ((None, True), (BERT, False)):
        one = earlier(UNCLEAR, delivered=False, services=(service("2026-04-20", whom),))
        if binds:
            assert found(SAME, one).case.findings[0].repeats
            continue
        with pytest.raises(Refused, match="尚未送达被申请人") as refusal:
            found(SAME, one)
        assert refusal.value.article == ARL[64].par(2)


def test_a_decision_from_elsewhere_is_named_and_told_of() -> None:
    """枢纽以外的原决定，写明字号，内容写在认定里；枢纽知道的照样核对 (ARL 64)."""
    elsewhere = {**SAME, "repeated_outside": True}
    assert found(elsewhere, None).case.findings[0].repeated_outside
    with pytest.raises(Refused, match="可以再作相同的行为"):
        found(elsewhere, earlier({"procedure": "violated"}))


async def test_the_hub_holds_the_decision_that_is_named_against_the_new_act(door: Door) -> None:
    """按字号查到原决定：以违反法定程序为由撤销的，可以再作相同的行为，照常审理 (ARL 64, 68)."""
    first, second = await examined_at(door), await examined_at(door, BERT)
    made = await go(door, first, road("revoked", redo=True))
    served = await door.post(f"{first}/delivery", CLERK, served_on="2026-03-05", **HANDED)
    assert served.status_code == 201, served.text
    finding = {"text": "同一事实和理由。", **SAME, "repeated_number": made["document_number"]}
    again = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert (again.status_code, again.json()["article"]["code"]) == (409, "ARL 64(2)")
    assert "可以再作相同的行为" in again.json()["detail"]
    assert (await go(door, second, road("upheld")))["outcome"] == "upheld"


async def broken(door: Door) -> tuple[str, ...]:
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return (await unbarred(conn)).samples


SPOIL = """
UPDATE hub.outbox SET body = jsonb_set(body::jsonb, $1, $2::jsonb)::text
WHERE kind = 'reconsideration.found.v1' AND body::jsonb #>> '{findings,0,repeated_number}' <> ''
"""


NO_NEW_ACT = """
UPDATE hub.outbox SET body = regexp_replace(body, '"redo":\\s*true', '"redo":false', 'g')
WHERE kind = 'reconsideration.decided.v1'
"""


@pytest.mark.parametrize(
    ("name", "said", "wrong"),
    [
        pytest.param("repeated_number", '"甘政复决字〔2026〕9号"', 1, id="unknown"),
        pytest.param("repeats", "false", 1, id="no finding"),
        pytest.param("repeated_outside", "true", 0, id="known all the same"),
    ],
)
async def test_the_books_find_an_act_made_again_under_a_decision_that_is_none(
    door: Door,
    name: str,
    said: str,
    wrong: int,
) -> None:
    """核对：重作的相同行为所依的原决定，有这一字号、责令重作、已经送达 (ARL 64)."""
    first, second = await examined_at(door), await examined_at(door, BERT)
    made = await go(door, first, road("revoked", redo=True, found=CLEARED_NOT))
    served = await door.post(f"{first}/delivery", CLERK, served_on="2026-03-05", **HANDED)
    assert served.status_code == 201, served.text
    finding = {"text": "同一事实和理由。", **SAME, "repeated_number": made["document_number"]}
    answer = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert answer.status_code == 201, answer.text
    assert await broken(door) == ()
    await door.hub.pool.execute(SPOIL, ["findings", "0", name], said)
    assert await broken(door) == (second.removeprefix("/reconsiderations/"),)[:wrong]


async def test_the_books_find_an_act_made_again_though_no_new_one_was_ordered(door: Door) -> None:
    """核对：原决定没有责令重新作出行政行为的，不是重作的相同行为 (ARL 64)."""
    first, second = await examined_at(door), await examined_at(door, BERT)
    made = await go(door, first, road("revoked", redo=True, found=CLEARED_NOT))
    await door.post(f"{first}/delivery", CLERK, served_on="2026-03-05", **HANDED)
    finding = {"text": "同一事实和理由。", **SAME, "repeated_number": made["document_number"]}
    await door.post(f"{second}/findings", CLERK, findings=[finding])
    await door.hub.pool.execute(NO_NEW_ACT)
    assert await broken(door) == (second.removeprefix("/reconsiderations/"),)
