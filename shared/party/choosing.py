"""推选代表人 as a party does it: each of the applicants chooses by itself (ARL 15; RULES 173)."""

from collections.abc import Collection, Mapping
from typing import Any, Final
from uuid import UUID

from shared.casepage.answers import FileOut
from shared.party.deed import APPLICANT, Ask, Deed
from shared.party.papers import About, ids_in
from shared.party.session import PartyPage
from shared.people import read_people

PURPOSE: Final = "当事人从申请人中推选代表人"
"""为什么查阅: the names of those among whom a party chooses."""

_SEVERAL: Final = 2


async def of_several(party: PartyPage, file: FileOut) -> About | None:
    """由申请人本人推选, or by who acts for it by law, and by nobody who is alone (ARL 14, 15)."""
    applicants = ids_in(file, "applicants")
    if len(applicants) < _SEVERAL:
        return None
    own = not party.session.persons.isdisjoint(applicants)
    return {} if own or await _acts_by_law(party, file, applicants) else None


async def _acts_by_law(party: PartyPage, file: FileOut, applicants: Collection[UUID]) -> bool:
    """法定代理人: it signs as they would (ARL 14)."""
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    agents = answer.body["participants"]["agents"] if answer.ok else ()
    by_law = (one for one in agents if one["sort"] is None and one["principal_id"])
    return any(
        UUID(one["principal_id"]) in applicants and UUID(one["agent_id"]) in party.session.persons
        for one in by_law
    )


async def whom(party: PartyPage, file: FileOut) -> Ask:
    """The question with the names of the applicants, and whom others have chosen so far."""
    applicants = sorted(ids_in(file, "applicants"))
    names = await _names(party, applicants)
    answer = await party.get(f"/reconsiderations/{file.case_id}")
    choices = answer.body["participants"]["choices"] if answer.ok else ()
    said = [text for one in choices if (text := _said(one, names))]
    return Ask(
        "representatives",
        "您选谁做代表人？（可以选几个）",
        "several",
        required=True,
        help=f"已经选了的：{'；'.join(said)}" if said else "还没有人选",
        options=tuple((str(one), names[one]) for one in applicants if one in names),
    )


def _said(one: Mapping[str, Any], names: Mapping[UUID, str]) -> str:
    """Who chose whom; nothing of whoever is no applicant."""
    who = names.get(UUID(one["person_id"]))
    chosen = "、".join(names.get(UUID(each), "") for each in one["representatives"])
    return f"{who}选{chosen}" if who else ""


async def _names(party: PartyPage, ids: Collection[UUID]) -> dict[UUID, str]:
    hub, reader = party.page.hub, party.who.code
    async with hub.pool.acquire() as conn, conn.transaction():
        at = hub.clock.now()
        people = await read_people(conn, ids, reader=reader, purpose=PURPOSE, at=at)
    return {one: person.name for one, person in people.items()}


CHOOSE: Final = Deed(
    title="推选代表人",
    says="一起申请的人多的，推选几个人替大家参加复议（超过十人的，推选二至五名）。每个人在这里自己选，"
    "别人不能替您选；大家选的都一样，代表人就算推选出来，没有一样以前不算。想改的重新选，以最后一次为准。"
    "代表人办的事对大家都算数；变更请求、撤回申请、承认第三人的请求，还要大家同意。"
    "不会上网的，写好推选书，签名、盖章或者按指印，交给复议机构或者窗口，也可以邮寄。",
    button="交上我的推选",
    done="您的推选已经收到",
    body=lambda form, _: {
        "representatives": form.all("representatives"),
        **form.body("text"),
    },
    asks=(Ask("text", "写一句：我推选谁做代表人", "textarea", required=True),),
    sides=APPLICANT,
    whole=False,
    about=of_several,
    which=whom,
)

DEEDS: Final[Mapping[tuple[str, str], Deed]] = {
    ("reconsideration", "representatives-choice"): CHOOSE
}
"""By office and the last word of the door."""
