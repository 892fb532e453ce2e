"""本人的纠纷: the page of a dispute, and the receipt of what a party has done in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from starlette.responses import Response

from shared.casepage.answers import DisputeOut, FileOut
from shared.casepage.desk.show import chapter, openings, today_of
from shared.casepage.reading import read_page
from shared.errors import Unknown
from shared.frame import page_router
from shared.party.access import readable_files
from shared.party.asked_along import HERE as ALONG
from shared.party.asked_along import asked_along
from shared.party.blanks import blanks_of
from shared.party.co_applicants import ANSWER
from shared.party.deed import Deed
from shared.party.deeds import DEEDS
from shared.party.handing import own_files
from shared.party.papers import paper_on, papers_of
from shared.party.session import PartyDep, PartyPage
from shared.party.standing import says_of, told
from shared.party.suing import own_suit
from shared.party.words import STEPS
from shared.people import sides_of
from shared.sessions.posts import titles_of

router = page_router()


FIRST: Final = (
    "申请行政复议",
    "不服行政机关的处罚、决定，或者它该办不办，可以请上级机关重新看。不收钱。",
)
AGAIN: Final = (
    "再申请一次行政复议",
    (
        "对另一个决定不服；上次没有受理、受理前撤回了；机关自己改正或者没有转交，您仍不服；"
        "或者有了新的事实。不收钱。"
    ),
)
"""What a new application is called where there is one already: of another act, or anew."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that this party may do now."""

    path: str
    title: str
    says: str = ""


@router.get("/party/case")
async def case(party: PartyDep) -> Response:
    """办理情况: where it stands, who has it, what runs until when, what can be done now."""
    along = [f"{ALONG}/{one}" for one in await asked_along(party)]
    try:
        dispute = await dispute_of(party)
    except Unknown:  # whoever is asked whether it applies, too, and is no party of the dispute
        if not along:
            raise
        return party.go(along[0])
    offers, together = await _offers(party, dispute)
    offers[:0] = [Offer(path, ANSWER.title) for path in along]
    suit = await own_suit(party, dispute)
    shown = told(dispute, party.page.hub, party.session, suit)
    codes = {code for one in shown.standings for code in one.handlers}
    return party.show(
        "party/case.html",
        title="办理情况",
        case=shown,
        titles=await titles_of(party.page.hub.pool, codes),
        offers=offers,
        together=together,
        papers=await papers_of(party, dispute),
        blanks=await blanks_of(party, dispute),
        files=await readable_files(party, dispute),
        own=await own_files(party, dispute),
    )


@router.get("/party/receipt/{case_id}/{version}")
async def receipt(case_id: UUID, version: int, party: PartyDep) -> Response:
    """回执: what the party did, when it arrived, and what runs now."""
    dispute = await dispute_of(party)
    file = file_in(dispute, case_id)
    own = [one for one in file.pages if one.version <= version and one.by == party.who.code]
    if not own:
        raise Unknown("没有这份回执")
    page = next(one for one in own if one.at == own[-1].at)  # what followed from it stands behind
    shown = dispute.model_copy(update={"files": [file]})
    return party.show(
        "party/receipt.html",
        title="回执",
        did=page,
        says=says_of(page, STEPS.get(page.kind, page.term), party.page.hub.directory),
        case=told(shown, party.page.hub, party.session),
        number=dispute.number,
        paper=await paper_on(party, file, page.version),
    )


async def dispute_of(party: PartyPage) -> DisputeOut:
    """The party's dispute, as far as it may see it."""
    dispute, _ = await read_page(party.page.hub, party.who, str(party.session.dispute_id))
    assert dispute is not None  # noqa: S101 - a reader who says nothing has nothing
    return dispute


def file_in(dispute: DisputeOut, case_id: UUID) -> FileOut:
    """A file of the dispute that the party may see.

    Raises:
        Unknown: There is none.
    """
    for file in dispute.files:
        if file.case_id == case_id:
            return file
    raise Unknown("没有这份案卷")


async def _offers(party: PartyPage, dispute: DisputeOut) -> tuple[list[Offer], list[str]]:
    """What this party may do now, and what those on its side do together at a window."""
    whole = party.session.side in await sides_of(
        party.page.hub.pool, party.session.dispute_id, party.session.persons
    )
    deeds = await _deeds(party, dispute)
    together = [deed.title for _, deed in deeds if deed.whole and not whole]
    alone = [(path, deed) for path, deed in deeds if whole or not deed.whole]
    asked = [Offer(path, deed.title) for path, deed in alone if deed.is_asked]
    others = [Offer(path, deed.title) for path, deed in alone if not deed.is_asked]
    return [*asked, *_opened(party, dispute), *others], together


async def _deeds(party: PartyPage, dispute: DisputeOut) -> list[tuple[str, Deed]]:
    today = await today_of(party.page)
    found: dict[tuple[str, str], tuple[str, Deed]] = {}
    for file in dispute.files:
        if not party.session.whole and "applicants" not in file.labels:
            continue  # how the dispute came in, which those read who take part in one file of it
        for doing in chapter(party.page, file, party.who, today, dispute).now:
            key = (file.office, doing.door.slug)
            deed = DEEDS.get(key)
            if deed is None or party.session.side not in deed.sides:
                continue
            if await deed.about(party, file) is not None:
                found[key] = f"/party/act/{file.case_id}/{doing.door.slug}", deed
    return [found[key] for key in DEEDS if key in found]


def _opened(party: PartyPage, dispute: DisputeOut) -> Iterator[Offer]:
    """New files that only the party's own application opens."""
    if not party.session.whole:
        return
    free = {door.office for door in openings(party.page, party.who, dispute)}
    if "reconsideration" in free:
        again = any(one.office == "reconsideration" for one in dispute.files)
        yield Offer("/party/reconsideration", *(AGAIN if again else FIRST))
    if "mediation" in free:
        yield Offer(
            "/party/mediation", "申请人民调解", "请调解员帮双方说和。不收钱，双方都愿意才调解。"
        )
    if any(one.office == "adjudication" and one.state == "notified" for one in dispute.files):
        yield Offer("/party/adjudication", "申请行政裁决", "请有权的行政机关判定谁对谁错。")
