"""自己申请: mediation and adjudication, opened by a party's application (PML 17, PLAN 24)."""

from typing import Any, Final

from starlette.responses import Response

from shared.casepage.answers import DisputeOut
from shared.casepage.registered import registered
from shared.contracts.intake import Side
from shared.directory import Kind
from shared.errors import Unknown
from shared.frame import page_router
from shared.party.acting import receipt_of, shown
from shared.party.deed import Ask, Deed
from shared.party.session import PartyDep, PartyPage
from shared.party.show import dispute_of
from shared.people import persons_on

router = page_router()

MEDIATION: Final = "/party/mediation"
ADJUDICATION: Final = "/party/adjudication"

MEDIATE: Final = Deed(
    title="申请人民调解",
    says="调解员帮双方说和，不收钱。对方也愿意，调解才开始；不愿意的，您可以走别的路。调解不耽误法律规定的期限，期限照算。",
    button="交上申请",
    done="您的调解申请已经收到",
    body=lambda form, session: {
        "dispute_id": str(session.dispute_id),
        "side": session.side.value,
        **form.body("committee", "text"),
    },
)
ADJUDICATE: Final = Deed(
    title="申请行政裁决",
    says="请有权的行政机关判定谁对谁错。对裁决不服的，还可以申请复议或者起诉。",
    button="交上申请",
    done="您的裁决申请已经收到",
    body=lambda form, session: {
        "dispute_id": str(session.dispute_id),
        "applicants": sorted(map(str, session.persons)),
        **form.body("matter", "authority", "text"),
    },
    asks=(Ask("text", "您要求怎么办？事情是怎么回事？", "textarea", required=True),),
)


@router.get(MEDIATION)
async def mediation_form(party: PartyDep) -> Response:
    """申请人民调解 (PML 17)."""
    return shown(party, _mediate(party, await dispute_of(party)), MEDIATION, typed=party.typed)


@router.post(MEDIATION)
async def mediate(party: PartyDep) -> Response:
    """递交调解申请 (PML 17)."""
    form = await party.form()
    deed = _mediate(party, await dispute_of(party))
    answer = await party.post("/mediations", deed.body(form, party.session))
    if not answer.ok:
        return shown(party, deed, MEDIATION, typed=form, problem=answer.problem)
    return receipt_of(party, answer, deed.done)


@router.get(ADJUDICATION)
async def adjudication_form(party: PartyDep) -> Response:
    """申请行政裁决 (PLAN 24)."""
    _right(await dispute_of(party))
    return shown(party, ADJUDICATE, ADJUDICATION, typed=party.typed)


@router.post(ADJUDICATION)
async def adjudicate(party: PartyDep) -> Response:
    """递交裁决申请 (PLAN 24)."""
    form = await party.form()
    session = party.session
    other = Side.OPPONENT if session.side is not Side.OPPONENT else Side.APPLICANT
    others = await persons_on(party.page.hub.pool, session.dispute_id, other)
    body = {
        **ADJUDICATE.body(form, session),
        **_right(await dispute_of(party)),
        "respondents": sorted(map(str, others)),
    }
    answer = await party.post("/adjudications", body)
    if not answer.ok:
        return shown(party, ADJUDICATE, ADJUDICATION, typed=form, problem=answer.problem)
    return receipt_of(party, answer, ADJUDICATE.done)


def _mediate(party: PartyPage, dispute: DisputeOut) -> Deed:
    """The form, with the committees of the county; that of the place stands first."""
    known = registered(dispute)
    directory = party.page.hub.directory
    here = str(known.get("place", ""))
    county = str(known.get("county", ""))
    committees = [
        one for one in directory.organs() if one.kind is Kind.MEDIATION and one.place[:6] == county
    ]
    committees.sort(key=lambda one: (not one.place.startswith(here), one.code))
    choices = tuple((one.code, one.name) for one in committees)
    asks = (
        Ask(
            "committee",
            "请哪个调解委员会？",
            "select",
            help="一般选事情发生地的",
            required=True,
            options=choices,
        ),
        Ask("text", "您想要什么结果？事情是怎么回事？", "textarea", required=True),
    )
    return Deed(MEDIATE.title, MEDIATE.says, MEDIATE.button, MEDIATE.done, MEDIATE.body, asks)


def _right(dispute: DisputeOut) -> dict[str, Any]:
    """What may be ruled on and by whom, as the party was told.

    Raises:
        Unknown: It was told no such right.
    """
    for file in dispute.files:
        for page in file.pages:
            if page.kind == "adjudication.right_notified.v1":
                return {name: page.findings[name] for name in ("matter", "authority")}
    raise Unknown("这件事没有可以申请的行政裁决")
