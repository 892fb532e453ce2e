"""住址、送达地址、负责人: what an application says of who applies beside the name (ARR2026 27)."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import FileOut
from shared.contracts.intake import Side
from shared.contracts.reconsideration.people import Power
from shared.frame import Form
from shared.party.agencies import agencies
from shared.party.deed import Ask, Deed
from shared.party.papers import About, ids_in, participants_of
from shared.party.session import PartyPage

BASICS: Final = (
    Ask("address", "您的住址（单位的住所）", help="登记的时候写过、没有变的，可以不填"),
    Ask("service_address", "送达地址：复议文书送到哪里？", help="写详细，能收到；没有变的可以不填"),
    Ask("head_name", "单位申请的：法定代表人或者主要负责人叫什么？", help="公民自己申请的不填"),
    Ask("head_post", "单位申请的：他是什么职务？", help="公民自己申请的不填"),
)
"""性别 is read off the number of the identity card, and so not asked."""


def basics_of(form: Form, persons: Iterable[UUID]) -> list[dict[str, Any]]:
    """What was said of who applies, as a door takes it; nothing where nothing was said."""
    said = form.body(*(ask.name for ask in BASICS))
    return [{"person_id": str(one), **said} for one in sorted(persons)] if said else []


async def of_oneself(party: PartyPage, file: FileOut) -> About | None:
    """本人: of whom this party says where papers reach it; itself, else whose agent it is."""
    persons = party.session.persons
    there = await participants_of(party, file)
    third = {UUID(one["person_id"]) for one in there.get("third_persons", ())}
    own = persons & (ids_in(file, "applicants") | third)
    may = (
        UUID(one["principal_id"])
        for one in agencies(party, there)
        if one["principal_id"] and (one["sort"] is None or Power.RECEIVE in one["powers"])
    )
    about = sorted(own or set(may))
    return {"persons": [str(one) for one in about]} if about else None


STATE_BASICS: Final = Deed(
    title="写明、更改住址和送达地址",
    says="申请书要写明您的住址和送达地址（复议文书送到哪里）；单位申请的，还要写明法定代表人或者主要负责人的姓名、职务。"
    "没有写的在这里补上；搬了家、换了收文书的地方，也在这里告诉复议机构，只填变了的。",
    button="交上",
    done="您写的情况已经收到",
    body=lambda form, _: form.body(*(ask.name for ask in BASICS)),
    asks=BASICS,
    sides=frozenset({Side.APPLICANT, Side.THIRD}),
    whole=False,
    about=of_oneself,
)
"""What a party does itself once its application is in, or it takes part as a third person."""
