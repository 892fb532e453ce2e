"""赔偿请求是谁的: which of those who apply together with one telephone claims (ARL 72)."""

from dataclasses import replace
from typing import Any, Final

from shared.frame import Form
from shared.party.deed import Ask
from shared.party.session import PartyPage
from shared.people import read_people

PURPOSE: Final = "当事人写明赔偿请求是哪一申请人的"
"""为什么查阅: the names of those among whom a party chooses."""

WHOSE: Final = Ask(
    "claimants",
    "请求赔偿的，是谁的赔偿？",
    "select",
    help="上面没有请求赔偿的，不用选；其他人自己的损失，申请以后可以再提",
    options=(("", "我们一起请求的"),),
)


async def which_claimant(party: PartyPage) -> Ask | None:
    """The question with their names; None where one alone applies."""
    persons = party.session.persons
    if len(persons) == 1:
        return None
    hub = party.page.hub
    async with hub.pool.acquire() as conn, conn.transaction():
        people = await read_people(
            conn, persons, reader=party.who.code, purpose=PURPOSE, at=hub.clock.now()
        )
    each = ((str(one), people[one].name) for one in sorted(persons) if one in people)
    return replace(WHOSE, options=(*WHOSE.options, *each))


def claimants_of(form: Form) -> dict[str, Any]:
    """Whose claim it is, as the door takes it; nothing where all claim or nobody does."""
    named = form.get(WHOSE.name) if form.get("compensation") else ""
    return {WHOSE.name: [named]} if named else {}
