"""依生效决定直接作出决定: others who apply, and the decision that is named (ARR2026 65)."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from services.reconsideration.books.relied import unfounded
from services.reconsideration.commands import aftermath, deciding_anew
from services.reconsideration.domain import drafting
from services.reconsideration.domain.aftermath import Aftermath
from services.reconsideration.domain.case import Case
from services.reconsideration.domain.joint import Joint
from services.reconsideration.domain.ordinary import State
from services.reconsideration.store import aftermath_of
from shared.contracts.reconsideration import DecisionDelivered, Outcome
from shared.contracts.reconsideration.assigning import ReviewersAssigned
from shared.contracts.reconsideration.judged import Disposition, Finding, FindingsRecorded
from shared.contracts.reconsideration.proving import EvidenceSubmitted
from shared.law.article import ARL, ARR2026, Article
from shared.law.procedure import Refused
from shared.office import Broken
from shared.work import Act, Work
from tests.reconsideration.deciding import HANDED, Draft, decide, road
from tests.reconsideration.following import service
from tests.reconsideration.makers import BERT, OTHER, PAPER, RESPONDENT, Walk, day, examined
from tests.reconsideration.test_drafting_doors import (
    CLERK,
    Door,
    clock,
    door,
    go,
)
from tests.reconsideration.test_drafting_doors import examined as examined_at

__all__ = ("clock", "door")

OLD, NEW = "2026-06-30", "2026-07-06"
NUMBER = "甘政复决字〔2026〕1号"
NAMED: Mapping[str, Any] = {
    "effective_decision": "revoked",
    "effective_number": NUMBER,
    "evidence_submitted": True,
}


def earlier(*, delivered: bool = True, **other: object) -> Case:
    """What was decided for another applicant against the same organ."""
    walk = decide(examined(), Draft(outcome=Outcome.REVOKED))
    if delivered:
        walk.then(DecisionDelivered, "2026-04-20")
    return walk.but(**{"applicants": (BERT,), **other})


def found(
    said: Mapping[str, Any], known: Case | Sequence[Case] | None, on: str = NEW, **own: object
) -> Walk:
    """A later case in which it was found that a decision in force has judged the act.

    What is `known` is the file of that decision, or several of a joint one.
    """
    walk = examined().then(ReviewersAssigned, on)
    walk.case = walk.but(**own)
    finding = Finding.model_validate({"text_id": PAPER, **said})
    files = (known,) if isinstance(known, Case) else known
    effective = {NUMBER: files} if files else {}
    return walk.record(drafting.record_findings(walk.case, walk.head(on), (finding,), effective))


def refused(said: Mapping[str, Any], known: Case | None, on: str = NEW) -> Article:
    """The article by which the finding is refused."""
    with pytest.raises(Refused) as refusal:
        found(said, known, on)
    return refusal.value.article


def drafts(walk: Walk, outcome: Outcome) -> Walk:
    said = Draft(outcome=outcome).drafted
    return walk.record(drafting.draft(walk.case, walk.head(NEW), said, PAPER))


def test_others_who_apply_get_what_was_decided_for_the_first() -> None:
    """申请人以外的人就同样行政行为申请的，可以依生效决定直接作出决定 (ARR2026 65)."""
    drafted = drafts(found(NAMED, earlier()), Outcome.REVOKED).case.drafted
    assert drafted is not None
    assert drafted.draft.dispositions == (Disposition(outcome=Outcome.REVOKED),)


@pytest.mark.parametrize(
    ("said", "known", "article"),
    [
        pytest.param(
            {"effective_decision": "revoked"}, earlier(), ARR2026[65].par(1), id="no number"
        ),
        pytest.param({"effective_number": NUMBER}, earlier(), ARR2026[65].par(1), id="no kind"),
        pytest.param(NAMED, None, ARR2026[65].par(1), id="no such decision"),
        pytest.param(
            NAMED, earlier(delivered=False), ARR2026[65].par(1), id="a decision not delivered yet"
        ),
        pytest.param(
            *(NAMED, earlier(applicants=examined().case.applicants), ARR2026[65].par(1)),
            id="the applicant's own",
        ),
        pytest.param(
            NAMED,
            earlier(respondent="GS-62-01-OTHER"),
            ARR2026[65].par(2),
            id="another organ's act",
        ),
        pytest.param(
            {**NAMED, "effective_decision": "upheld"},
            earlier(),
            ARR2026[65].par(1),
            id="it says else",
        ),
    ],
)
def test_the_decision_that_is_named_is_there_in_force_and_was_anothers(
    said: Mapping[str, Any], known: Case | None, article: Article
) -> None:
    """应当写明字号；该决定已经送达、对他人作出、同一机关的行为、种类相符 (ARR2026 65; ARL 75)."""
    assert refused(said, known) == article


def test_a_decision_is_in_force_with_its_first_service() -> None:
    """决定书一经送达即发生法律效力，不等送达每一方 (ARL 75; ARR2026 65)."""
    one = earlier(delivered=False, services=(service("2026-04-20", BERT),))
    assert found(NAMED, one).case.findings[0].effective_number == NUMBER


def test_a_joint_decision_is_looked_up_in_all_its_files_in_whatever_order() -> None:
    """合并作出的决定，任一案送达且种类相符即可；各案的申请人都不是申请人以外的人 (ARR2026 65)."""
    told = earlier()
    beside = earlier(delivered=False, respondent=OTHER, outcome=Outcome.UPHELD, drafted=None)
    for files in permutations((told, beside)):
        assert found(NAMED, files).case.findings[0].effective_number == NUMBER
        with pytest.raises(Refused, match="决定的不是所填的种类"):
            found({**NAMED, "effective_decision": "upheld"}, files)
    own = earlier(applicants=examined().case.applicants)
    for files in permutations((own, earlier(respondent=OTHER))):
        with pytest.raises(Refused, match="不是申请人以外的人") as refusal:
            found(NAMED, files)
        assert refusal.value.article == ARR2026[65].par(1)


def test_joint_respondents_are_the_same_in_whatever_order_they_are_named() -> None:
    """共同被申请人相同的，是同一行政机关的行为；只列其中一个的不是 (ARL 19; ARR2026 65)."""
    both = earlier(respondent=OTHER, joint=(Joint(organ=RESPONDENT),))
    walk = found(NAMED, both, joint=(Joint(organ=OTHER),))
    assert walk.case.findings[0].effective_number == NUMBER
    for known, own in ((both, ()), (earlier(), (Joint(organ=OTHER),))):
        with pytest.raises(Refused, match="不是同一或者同样行政行为"):
            found(NAMED, known, joint=own)


def test_before_july_2026_no_decision_in_force_could_be_named() -> None:
    """2026年6月30日以前，应当另行审理 (ARL 61)."""
    assert refused(NAMED, earlier(), OLD) == ARL[61].par(1)


UNEXAMINED = examined().then(EvidenceSubmitted, "2026-03-20").case.evidence


@pytest.mark.parametrize(
    ("said", "own", "article"),
    [
        pytest.param(NAMED, {"evidence": UNEXAMINED}, None, id="nothing rests upon evidence"),
        pytest.param(
            {"procedure": "violated"}, {"evidence": UNEXAMINED}, ARL[43].par(2), id="own findings"
        ),
        pytest.param(NAMED, {"state": State.REPLYING}, ARL[48], id="the reply is awaited"),
        pytest.param(NAMED, {"applicant_heard": False}, ARL[49], id="nobody was heard"),
    ],
)
def test_to_decide_directly_spares_the_findings_and_none_of_the_duties_under_the_law(
    said: Mapping[str, Any], own: Mapping[str, Any], article: Article | None
) -> None:
    """直接作出决定的，不以本案证据为根据；副本、答复、听取意见照常 (ARL 43, 48, 49; ARR2026 65)."""
    walk = found(said, earlier(), **own)
    if article is None:
        assert drafts(walk, Outcome.REVOKED).case.drafted is not None
        return
    with pytest.raises(Refused) as refusal:
        drafts(walk, Outcome.REVOKED)
    assert refusal.value.article == article


def test_an_act_that_is_not_the_same_is_judged_for_itself() -> None:
    """不是同一或者同样行政行为的，不得直接作出决定 (ARR2026 65)."""
    walk = found({**NAMED, "same_act": False}, earlier())
    with pytest.raises(Refused) as refusal:
        drafts(walk, Outcome.REVOKED)
    assert refusal.value.article == ARR2026[65].par(2)


def test_a_finding_of_old_that_names_no_number_is_made_anew() -> None:
    """以前没有写明字号的认定，重新认定以后才据此决定 (ARR2026 65)."""
    old = Finding.model_validate({"text_id": PAPER, "effective_decision": "revoked"})
    walk = examined().then(ReviewersAssigned, NEW).then(FindingsRecorded, NEW, findings=(old,))
    with pytest.raises(Refused) as refusal:
        drafts(walk, Outcome.REVOKED)
    assert refusal.value.article == ARR2026[65].par(1)


def test_what_is_in_force_makes_no_change_for_the_worse() -> None:
    """依生效决定变更的，也不得对申请人更为不利 (ARL 63; ARR2026 65)."""
    changed = earlier(outcome=Outcome.CHANGED)
    walk = found({**NAMED, "effective_decision": "changed", "worse": True}, changed)
    with pytest.raises(Refused) as refusal:
        drafts(walk, Outcome.CHANGED)
    assert refusal.value.article == ARL[63].par(2)


async def test_the_hub_looks_the_decision_up_by_its_number(door: Door) -> None:
    """按字号查到已经送达的决定，没有的不予认定 (ARR2026 65)."""
    first, second = await examined_at(door), await examined_at(door, BERT)
    made = await go(door, first, road("revoked"))
    door.on(NEW)
    finding = {"text": "同样行政行为。", **NAMED, "effective_number": made["document_number"]}
    early = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert (early.status_code, early.json()["article"]["code"]) == (409, "ARR2026 65(1)")
    served = await door.post(f"{first}/delivery", CLERK, served_on="2026-07-06", **HANDED)
    assert served.status_code == 201, served.text
    unknown = {**finding, "effective_number": "甘政复决字〔2026〕9号"}
    other = await door.post(f"{second}/findings", CLERK, findings=[unknown])
    assert "没有字号为甘政复决字〔2026〕9号的" in other.json()["detail"]
    steps = road("revoked", found={**NAMED, "effective_number": made["document_number"]})
    decided = await go(door, second, steps)
    assert (decided["outcome"], UUID(decided["case_id"])) == ("revoked", UUID(second.split("/")[2]))


async def served_elsewhere(door: Door) -> tuple[str, str, dict[str, Any]]:
    """The file of a decision of another authority; the later case, and its finding."""
    first, second = await examined_at(door), await examined_at(door, BERT)
    made = await go(door, first, road("revoked"))
    door.on(NEW)
    served = await door.post(f"{first}/delivery", CLERK, served_on="2026-07-06", **HANDED)
    assert served.status_code == 201, served.text
    case_id = first.split("/")[2]
    await door.hub.pool.execute(ELSEWHERE, UUID(case_id))
    number = made["document_number"]
    return case_id, second, {"text": "同样行政行为。", **NAMED, "effective_number": number}


ELSEWHERE = """
UPDATE hub.file SET labels = labels || '{"authority": "620725-government", "county": "620725"}'
WHERE case_id = $1
"""


async def test_a_decision_of_another_authority_is_found_without_acting_in_its_file(
    door: Door,
) -> None:
    """其他行政复议机关作出的生效决定同样可以引用 (ARR2026 65)."""
    _, second, finding = await served_elsewhere(door)
    answer = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert answer.status_code == 201, answer.text


async def test_a_decision_that_was_set_aside_from_above_is_not_in_force(door: Door) -> None:
    """已被上级撤销的决定不是生效的决定 (ARR2026 65; RULES 92)."""
    case_id, second, finding = await served_elsewhere(door)
    about = UUID(case_id)

    def annulled(work: Work) -> Aftermath:
        file = aftermath.open_file(work, about, on=day(NEW))
        above = "620700-government"
        return deciding_anew.record_annulment(
            work, file.case_id, above, text="撤销。", by="officer-7"
        )

    files = (about, aftermath_of(about))
    await door.hub.act(Act(do=annulled, files=files, name="tests.annulled"))
    answer = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert (answer.status_code, answer.json()["article"]["code"]) == (409, "ARR2026 65(1)")
    assert "已被上级撤销" in answer.json()["detail"]


async def relied(door: Door) -> Broken:
    async with door.hub.pool.acquire() as conn, conn.transaction():
        return await unfounded(conn)


@pytest.mark.parametrize(
    "spoiled",
    [
        pytest.param(("effective_number", "甘政复决字〔2026〕9号"), id="another number"),
        pytest.param(("effective_decision", "upheld"), id="another kind"),
    ],
)
async def test_the_books_find_a_finding_whose_decision_is_another(
    door: Door, spoiled: tuple[str, str]
) -> None:
    """核对：据以直接作出决定的字号、种类，与生效决定一致 (ARR2026 65)."""
    _, second, finding = await served_elsewhere(door)
    answer = await door.post(f"{second}/findings", CLERK, findings=[finding])
    assert answer.status_code == 201, answer.text
    assert (await relied(door)).count == 0
    name, said = spoiled
    await door.hub.pool.execute(
        "UPDATE hub.outbox SET body = jsonb_set(body::jsonb, $1, to_jsonb($2::text))::text"
        " WHERE kind = 'reconsideration.found.v1' AND body::jsonb #>> $1 <> ''",
        ["findings", "0", name],
        said,
    )
    assert (await relied(door)).samples == (second.removeprefix("/reconsiderations/"),)
