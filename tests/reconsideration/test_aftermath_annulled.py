"""A decision that is set aside from above or by a court (ALL 70, 77; RULES 92)."""

import pytest

from services.reconsideration.domain import aftermath_acts as acts
from services.reconsideration.domain import annulling
from services.reconsideration.domain.aftermath_table import AFTERMATH, State
from shared.contracts.reconsideration import (
    DecisionDelivered,
)
from shared.contracts.reconsideration.aftermath import (
    AftermathBegun,
    ClericalErrorsCorrected,
    DecisionAnnulled,
    DecisionCopied,
    DecisionPublished,
)
from shared.contracts.reconsideration.served import DecisionServed
from shared.law.article import ALL, RULES
from shared.law.procedure import Refused
from shared.law.terms import zh
from tests.reconsideration.closing import CITY, annul, article, copy
from tests.reconsideration.following import Following, following
from tests.reconsideration.makers import (
    PAPER,
    day,
    decided,
    examined,
)


def test_only_from_above_is_a_served_decision_withdrawn() -> None:
    """上级行政机关撤销已经送达的复议决定 (RULES 92)."""
    file = following()
    with pytest.raises(Refused) as refusal:
        annul(file, organ="620725-government")
    assert article(refusal) == RULES[92]
    with pytest.raises(Refused):
        annul(file, anew="2026-08-03")
    file.record(annul(file, anew="2026-09-30"))
    for kind in (DecisionCopied, DecisionPublished, ClericalErrorsCorrected):
        with pytest.raises(Refused):
            file.then(kind, "2026-08-04")


def test_what_took_effect_is_set_aside_before_all_have_it_and_nothing_more_follows() -> None:
    """一经送达即生效，也即可被撤销；其后送达每一方的，不再抄告、公开 (ARL 75; RULES 92)."""
    walk = decided().then(DecisionServed, "2026-07-14")
    departments = walk.case.respondents
    with pytest.raises(Refused, match="没有送达的行政复议决定书"):
        annul(Following().then(AftermathBegun, "2026-07-14"))
    effect = acts.take_effect(walk.case, walk.head("2026-07-14"), departments=departments)
    file = Following().record(effect)
    file.record(annul(file, anew="2026-09-30"))
    assert file.file.state is State.ANNULLED
    walk.then(DecisionDelivered, "2026-08-20")
    said = (walk.case, walk.head("2026-08-20"))
    end = acts.open_file(*said, departments=departments, effective=True, annulled=True)
    assert (end.copies, end.publishes, end.annulled) == (False, False, True)
    file.record(end)
    assert (file.file.state, file.file.opened_on, file.file.anew_by) == (
        *(State.ANNULLED, day("2026-08-20"), day("2026-09-30")),
    )
    with pytest.raises(Refused):
        file.record(copy(file))


def test_what_is_to_be_decided_anew_has_its_day_until_it_is_recorded() -> None:
    """责令重新作出决定的，期限届满之日是上级写明的；新的案卷办结以后才记载 (RULES 92)."""
    file = following()
    file.record(annul(file, anew="2026-09-30"))
    assert (file.file.anew_by, file.last_day("decide_anew")) == (day("2026-09-30"), "2026-09-30")
    head = file.head("2026-09-20")
    for new in (None, examined().case):
        with pytest.raises(Refused) as refusal:
            annulling.decided_anew(file.file, new, head)
        assert article(refusal) == RULES[92]
    file.record(annulling.decided_anew(file.file, decided().case, head))
    assert file.file.anew_by is None
    with pytest.raises(Refused):
        annulling.decided_anew(file.file, decided().case, file.head("2026-09-21"))
    ended = following()
    ended.record(annul(ended))
    assert not ended.file.owes_decision, "nothing was ordered"


def test_what_is_to_be_decided_anew_without_a_day_is_owed_until_it_is_recorded() -> None:
    """判决重新作出决定，可以不写明期限；记载以前仍应作出 (ALL 70)."""
    file = following()
    judgment = annulling.annul(
        *(file.file, file.head("2026-08-03"), "", PAPER),
        above=(),
        decide_anew_by=None,
        decide_anew=True,
        by_court=True,
    )
    file.record(judgment)
    assert (file.file.owes_decision, file.file.anew_by) == (True, None)
    file.record(annulling.decided_anew(file.file, decided().case, file.head("2026-09-20")))
    assert not file.file.owes_decision
    old = following().then(DecisionAnnulled, "2026-08-03", decide_anew_by=day("2026-09-30"))
    assert old.file.owes_decision, "pages of old say the day alone"


def test_a_judgment_annuls_a_decision_as_the_government_above_does() -> None:
    """人民法院生效裁判撤销、变更复议决定，可以判决重新作出 (ALL 70, 77; RULES 92)."""
    file = following()
    court = "620700-fayuan"

    def judged(organ: str, anew: str | None = None) -> DecisionAnnulled:
        return annulling.annul(
            *(file.file, file.head("2026-08-03"), organ, PAPER),
            above={court},
            decide_anew_by=day(anew) if anew else None,
            by_court=True,
        )

    for refused in (lambda: judged(CITY), lambda: judged(court, "2026-08-03")):
        with pytest.raises(Refused) as refusal:
            refused()
        assert article(refusal) == ALL[70]
    assert judged("").organ == "", "a court elsewhere"
    fact = judged(court, "2026-10-09")
    assert (fact.by_court, fact.organ) == (True, court)
    assert file.record(fact).file.anew_by == day("2026-10-09")
    [move] = [one for one in AFTERMATH.moves if one.on is DecisionAnnulled]
    assert zh(move.by) == "上级行政机关或者人民法院"
