"""共同作出行政复议决定: other authorities are called in, and sign, too (ARR2026 32; RULES 155)."""

from contextlib import suppress
from datetime import date
from uuid import UUID

from services.reconsideration.commands.drafting import Consent, check_agreed, keep_agreed
from services.reconsideration.commands.higher import let_read, let_read_no_more
from services.reconsideration.commands.pages import paper, turn
from services.reconsideration.commands.together import on_all
from services.reconsideration.domain import co_deciding as acts
from services.reconsideration.domain.case import Case
from shared.auth.labels import AUTHORITIES, CO_AUTHORITIES
from shared.contracts.fact import Fact, Head
from shared.contracts.reconsideration import Approval
from shared.contracts.reconsideration.co_deciding import (
    CoAuthorityCalled,
    CoAuthorityReleased,
    Countersign,
    Countersigned,
    CountersignRefused,
)
from shared.errors import Malformed
from shared.work import Work


def call(
    work: Work, case_id: UUID, organ: str, *, text: str, by: str, on: date | None = None
) -> Case:
    """通知共同办理: from here on it reads the file, if it has a desk in the hub (ARR2026 32)."""
    case, head = turn(work, case_id, by, on, CoAuthorityCalled)
    letter_id = paper(work, case, "co_authority_letter", text)
    fact = acts.call(case, head, organ, letter_id, work.directory)
    with suppress(LookupError):  # one that is known by name alone has no desk
        let_read(work, case, work.directory.organ(organ).code)
    return _named(work, work.record(case, fact))


def release(
    work: Work, case_id: UUID, organ: str, *, reason: str, by: str, on: date | None = None
) -> Case:
    """不再共同办理: it reads the file no more (RULES 155)."""
    case, head = turn(work, case_id, by, on, CoAuthorityReleased)
    reason_id = paper(work, case, "co_authority_release", reason)
    fact = acts.release(case, head, organ, reason_id, work.directory)
    let_read_no_more(work, case, organ)
    return _named(work, work.record(case, fact))


def _named(work: Work, case: Case) -> Case:
    """The case, whose label says which of its readers decide it, too."""
    readers = work.labels_of(case.case_id).get(AUTHORITIES, "").split()
    called = " ".join(one for one in case.co_authorities if one in readers)
    work.label(case.case_id, **{CO_AUTHORITIES: called})
    return case


def countersign(
    work: Work,
    case_id: UUID,
    what: Countersign,
    organ: str,
    approval: Approval = Approval.HEAD,
    *,
    acting: str,
    minutes: str | None = None,
    consent: Consent | None = None,
    letter: str | None = None,
    by: str,
    on: date | None = None,
) -> Case:
    """会签同意, of a joint draft on every file that it decides (ARR2026 32, 43; ARL 61).

    Args:
        work: The unit of work.
        case_id: The file.
        what: The decision, or a mediation document.
        organ: The authority that agrees.
        approval: Whether its head did, or its collective discussion.
        acting: Whose officer puts it on file.
        minutes: The record of that discussion.
        consent: What the head signed.
        letter: 会签的复函, where the authority that handles the case puts it on file.
        by: Who does it.
        on: The day; today if not said.

    Raises:
        Malformed: As `check_agreed`, or the letter is missing, or there although nobody needs it.
    """
    check_agreed(approval, minutes, consent)
    if (acting == organ) is bool(letter):
        raise Malformed(
            "由办理本案的机关记载的，附会签机关的复函；会签机关自己会签的不附", "letter"
        )

    def signed(case: Case, head: Head) -> Fact:
        kept = keep_agreed(work, case, head, minutes, consent)
        letter_id = paper(work, case, "countersign_letter", letter) if letter else None
        agreed = acts.Agreed(approval=approval, letter_id=letter_id, **kept)
        return acts.countersign(case, head, what, organ, agreed, acting=acting)

    if what is Countersign.MEDIATION:
        case, head = turn(work, case_id, by, on, Countersigned)
        return work.record(case, signed(case, head))
    return on_all(work, case_id, by, on, signed)


def oppose(
    work: Work,
    case_id: UUID,
    what: Countersign,
    organ: str,
    *,
    acting: str,
    reason: str,
    by: str,
    on: date | None = None,
) -> Case:
    """会签不同意, of a joint draft on every file that it decides (RULES 155)."""

    def opposed(case: Case, head: Head) -> Fact:
        reason_id = paper(work, case, "countersign_refusal", reason)
        return acts.oppose(case, head, what, organ, reason_id, acting=acting)

    if what is Countersign.MEDIATION:
        case, head = turn(work, case_id, by, on, CountersignRefused)
        return work.record(case, opposed(case, head))
    return on_all(work, case_id, by, on, opposed)
