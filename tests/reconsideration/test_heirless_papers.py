"""没有承受人: refusals, corrections and other papers wait for nobody (RULES 91, 130, 145)."""

from dataclasses import replace

import pytest

from services.reconsideration.domain import (
    aftermath_acts,
    clerical,
    heirless,
    lawful_after,
)
from services.reconsideration.domain.ordinary import State
from services.reconsideration.papers.outgoing import outgoing
from shared.contracts.reconsideration import (
    DecisionExtended,
    Standing,
)
from shared.contracts.reconsideration.aftermath import ClericalErrorsCorrected
from shared.contracts.reconsideration.heirless import AddresseeGone
from shared.contracts.reconsideration.people import (
    ApplicantSucceeded,
    ThirdPersonJoined,
)
from shared.law.article import ARL, RULES
from shared.law.procedure import Refused
from tests.reconsideration.afterwards import (  # noqa: F401 - fixtures
    HEAD,
    LABELS,
    case,
    done,
    follows,
    held,
    served,
    to,
)
from tests.reconsideration.following import following, service
from tests.reconsideration.heirs import HEIR, lost, third_decided
from tests.reconsideration.makers import ANNA, BERT, PAPER
from tests.reconsideration.test_drafting_doors import clock, door, examined  # noqa: F401 - fixtures
from tests.reconsideration.test_papers_served import FILE, TO_ANNA, TO_BERT, _then, made_of
from tests.reconsideration.test_refusal import article, declined
from tests.reconsideration.test_refusal import serve as serve_refusal


def test_a_refusal_waits_for_nobody_who_is_no_more() -> None:
    """不予受理决定书同样不再送达，撤销记载的，期限另算 (ARL 34; RULES 145)."""
    walk, file = declined()
    gone = lost(on="2026-07-09")
    said = (file.file, walk.case, file.head("2026-07-10"))
    fact = heirless.record_after(*said, gone, PAPER)
    row = file.file.procedure.by_name["serve_refusal"]
    assert (fact.unserved, row.is_closed_by(fact)) == ((ANNA,), False)
    file.record(fact).record(serve_refusal(walk, file, ANNA, "2026-07-10"))
    assert (file.file.refusal_for, file.file.heirless) == ((), (BERT,))
    back = (file.file, walk.case, file.head("2026-07-13"))
    found = heirless.find_after(*back, BERT, PAPER)
    assert (found.refusal_for, file.record(found).file.refusal_for) == ((BERT,), (BERT,))
    assert file.last_day("serve_refusal") == "2026-07-20"
    with pytest.raises(Refused) as has_it:
        heirless.record_after(
            *(file.file, walk.case, file.head("2026-07-14")), lost(ANNA, "2026-07-13"), PAPER
        )
    assert article(has_it) == ARL[34]


def test_a_correction_is_served_on_those_who_are_left() -> None:
    """补正通知书不再向没有承受人的人送达 (RULES 91, 145)."""
    walk, file = declined()
    file.then(AddresseeGone, "2026-07-10", person_id=BERT, unserved=(ANNA,))
    file.then(ClericalErrorsCorrected, "2026-07-13")
    assert clerical.served_with(file.file, walk.case) == (ANNA,)


def test_a_correction_ends_once_who_waited_last_for_it_is_no_more() -> None:
    """其他人均已送达的，补正的送达随之完毕；还有人未送达的，期限继续 (RULES 91, 145)."""
    walk, file = declined()
    file.then(ClericalErrorsCorrected, "2026-07-13")
    for person, on in ((ANNA, "2026-07-14"), (BERT, "2026-07-15")):
        head = file.head(on)
        assert clerical.left_to_nobody(file.file, walk.case, head) is None
        if person == ANNA:
            one = clerical.serve_correction(file.file, walk.case, head, [service(on, ANNA)])
            file.record(one)
    file.record(heirless.record_after(file.file, walk.case, head, lost(on="2026-07-14"), PAPER))
    last = clerical.left_to_nobody(file.file, walk.case, file.head("2026-07-15"))
    assert last is not None
    assert file.file.procedure.by_name["serve_correction"].is_closed_by(last)
    assert lawful_after.correction_served_on_all(file.file, last) is None
    assert file.record(last).file.corrected_on is None


def test_a_wrong_entry_of_the_case_is_taken_back_after_the_end() -> None:
    """结案前误记的，结案以后也可以撤销，此后的文书照常向其送达 (RULES 91, 145)."""
    walk = third_decided().then(AddresseeGone, "2026-04-20")
    closed = replace(walk.case, state=State.DELIVERED)
    page = aftermath_acts.open_file(closed, walk.head("2026-04-21"), departments=())
    file = following(heirless=page.heirless)
    back = (file.file, closed, file.head("2026-07-21"))
    with pytest.raises(Refused) as twice:
        heirless.record_after(*back, lost(), PAPER)
    assert (article(twice), file.file.heirless) == (RULES[145], (BERT,))
    assert clerical.served_with(file.file, closed) == (None, ANNA)
    file.record(heirless.find_after(*back, BERT, PAPER))
    file.then(ClericalErrorsCorrected, "2026-07-22")
    assert clerical.served_with(file.file, closed) == (None, ANNA, BERT)
    matter = made_of(DecisionExtended)
    matter = _then(matter, (ThirdPersonJoined, "officer-7", {"third_person": BERT}))
    matter = _then(matter, (AddresseeGone, "officer-7", {}))
    assert (matter.third_ids, replace(matter, own=file.facts).third_ids) == ((), (BERT,))
    said = (file.file, closed, file.head("2026-07-23"))
    assert heirless.record_after(*said, lost(), PAPER).person_id == BERT, "it may die after all"


def test_no_paper_waits_for_who_is_no_more() -> None:
    """其他文书也不再等其送达 (RULES 130, 145)."""
    matter = made_of(DecisionExtended, applicants=(ANNA, BERT))
    [paper] = [one for one in outgoing(FILE, matter, heirless={BERT}) if one.sort == "extension"]
    assert [one.heirless for one in paper.to] == [False, True, False]
    assert (paper.to[0], paper.to[1].person_id) == (TO_ANNA, TO_BERT.person_id)
    third = _then(
        made_of(DecisionExtended),
        (ThirdPersonJoined, "officer-7", {"third_person": BERT}),
        (ApplicantSucceeded, "officer-7", {"applicant": BERT, "standing": Standing.THIRD,
                                           "successors": (HEIR,)}),
    )  # fmt: skip
    assert third.third_ids == (HEIR,)
    assert _then(third, (AddresseeGone, "officer-7", {"person_id": HEIR})).third_ids == ()
