"""令牌: `hub token` signs tokens for demonstrations, with the key of the data folder."""

from collections.abc import Callable
from typing import Annotated, Final
from uuid import UUID

import typer

from deploy.cli.say import AsJson, say
from shared.auth import LocalTokens, Role
from shared.clock import WallClock
from shared.directory import Directory, Kind, load
from shared.settings import BadSettings, Settings, settings

_STANDS: Final[dict[Role, Callable[[Directory, str], str]]] = {
    Role.WINDOW: lambda known, _: known.windows()[0].code,
    Role.GRID: lambda known, _: known.organs(Kind.CENTRE)[2].code,
    Role.DEPARTMENT: lambda known, city: known.organs(Kind.DEPARTMENT, city)[0].code,
    Role.MEDIATOR: lambda known, _: known.mediators_of(known.counties()[0].code)[0].code,
    Role.ADJUDICATOR: lambda known, city: known.government_of(city).code,
    Role.RECONSIDERATION: lambda known, city: known.government_of(city).code,
    Role.RECONSIDERATION_HEAD: lambda known, city: known.government_of(city).code,
    Role.COMMITTEE: lambda known, city: known.committee_of(city).code,
    Role.SECRETARY: lambda known, city: known.committee_of(city).code,
    Role.SUPERVISOR: lambda known, city: known.centre_of(city).code,
    Role.ADMINISTRATOR: lambda known, city: known.centre_of(city).code,
    Role.PARTY: lambda _known, _city: "",
}
"""Where somebody of a role stands unless told otherwise: at the city, or at its first place."""


def sign(
    told: Settings,
    role: Role,
    *,
    organ: str | None = None,
    county: str = "",
    code: str | None = None,
    disputes: tuple[UUID, ...] = (),
    persons: tuple[UUID, ...] = (),
) -> tuple[str, str, str]:
    """A token of this role, with the code and the organ that it names.

    Raises:
        BadSettings: Tokens are not signed here.
    """
    if told.production or told.oidc_issuer:
        raise BadSettings("令牌由身份提供方签发，此处不签发 / the issuer signs tokens, not the hub")
    known = load(told.directory)
    place = _STANDS[role](known, known.city.code) if organ is None else organ
    who = code or f"{role}-1"
    tokens = LocalTokens(told.key(), WallClock())
    signed = tokens.issue(
        who, [role], organ=place, county=county, disputes=disputes, persons=persons
    )
    return signed, who, place


def token(
    role: Annotated[Role, typer.Option("--as", help="角色")],
    organ: Annotated[str | None, typer.Option(help="机构代码，不填则按角色取一个演示机构")] = None,
    county: Annotated[str, typer.Option(help="县区代码，六位，不填则按机构")] = "",
    code: Annotated[str | None, typer.Option(help="人员代码，不得使用证件号码或者手机号")] = None,
    dispute: Annotated[list[UUID] | None, typer.Option(help="当事人本人的纠纷标识，可多次")] = None,
    *,
    person: Annotated[
        list[UUID] | None, typer.Option(help="当事人本人在纠纷中的标识，可多次")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """签发演示令牌 / sign a token, valid for twelve hours; never in production mode.

    例如: `curl -H "Authorization: Bearer $(hub token --as window)" http://127.0.0.1:8000/disputes`
    """
    signed, who, place = sign(
        settings(),
        role,
        organ=organ,
        county=county,
        code=code,
        disputes=tuple(dispute or ()),
        persons=tuple(person or ()),
    )
    facts = {"token": signed, "code": who, "role": str(role), "organ": place}
    say(facts, signed, as_json=as_json)
