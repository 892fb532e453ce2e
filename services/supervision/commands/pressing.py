"""督办: how a case is pressed on, and what the pressed organ says (RULES 64, 65)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from services.supervision.domain import press as presses
from services.supervision.domain.press import OWED, Press, Pressed
from services.supervision.store import PRESSES, press_of
from shared.auth import PARTICIPANTS
from shared.auth.labels import ASKED, BESIDE, SUPERIORS
from shared.work import HISTORY, Work


def urge(work: Work, about: UUID, organ: str, text: str, *, by: str) -> Press:
    """督办 (RULES 64)."""
    file, on = _press(work, about, organ)
    paper = work.document(file.case_id, file.dispute_id, "urging", text)
    return work.record(file, presses.urge(on, organ, paper, head=work.head(file, by=by)))


def note(work: Work, about: UUID, text: str, *, by: str) -> Press:
    """批注 (RULES 64)."""
    file, on = _press(work, about)
    paper = work.document(file.case_id, file.dispute_id, "note", text)
    return work.record(file, presses.note(on, paper, head=work.head(file, by=by)))


def ask(
    work: Work, about: UUID, organ: str, within: str, text: str, *, by: str, place: str
) -> Press:
    """要求说明, within the period of this code; `place` is that of the supervisor (RULES 65).

    The file is labelled with every place that asked, for those are told what comes of it, and with
    every organ that was asked, as a department or else as whose the case is: it answers for that
    also where the case goes to another.
    """
    file, on = _press(work, about, organ)
    said = work.labels_of(file.case_id)
    named = {"askers": place}
    if organ not in said.get("departments", "").split():
        named[ASKED] = organ
    work.label(file.case_id, **{label: _with(said, label, one) for label, one in named.items()})
    paper = work.document(file.case_id, file.dispute_id, "explanation request", text)
    return work.record(file, presses.ask(on, organ, within, paper, head=work.head(file, by=by)))


def explain(work: Work, case_id: UUID, organs: Sequence[str], text: str, *, by: str) -> Press:
    """说明情况, for the one of these organs that owes it (RULES 65)."""
    file = work.take(PRESSES, case_id)
    organ = next((one for one in organs if file.tracks.get(one) in OWED), organs[0])
    paper = work.document(case_id, file.dispute_id, "explanation", text)
    return work.record(file, presses.explain(organ, paper, head=work.head(file, by=by)))


def _with(labels: Mapping[str, str], label: str, one: str) -> str:
    return " ".join(dict.fromkeys((*labels.get(label, "").split(), one)))


def _press(work: Work, about: UUID, organ: str = "") -> tuple[Press, Pressed]:
    """The file beside a case, and the case as it stands; whoever handles the case sees both.

    Parties do not: what supervision asks of officials is told to officials; whoever is above a
    respondent is asked nothing. `organ` is the one
    that is addressed now.
    """
    case, labels, office = work.look(about), work.labels_of(about), work.office_of(about)
    untold = {"applicants": "", PARTICIPANTS: "", SUPERIORS: "", BESIDE: office}
    kept = {name: said for name, said in labels.items() if name != HISTORY} | untold
    known = work.labels_of(press_of(about)).get("departments", "")
    file = work.open(PRESSES, press_of(about), case.dispute_id, labels=kept)
    told = presses.told_beside(labels, office, {*file.tracks, organ}, known)
    if told or "departments" in labels:
        kept["departments"] = told
    work.label(file.case_id, **kept)
    return file, Pressed(file=case, organs=frozenset(presses.organs_of(labels, office)))
