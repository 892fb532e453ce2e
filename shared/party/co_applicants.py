"""共同申请 as a party reads it: what is asked of who names, and of who is named (ARL 22)."""

from collections.abc import Mapping
from typing import Final

from shared.casepage.answers import FileOut
from shared.party.deed import APPLICANT, Ask, Deed, truths
from shared.party.papers import About, ids_in
from shared.party.session import PartyPage


async def of_applicant(party: PartyPage, file: FileOut) -> About | None:
    """由申请人写明: an agent or a third person names nobody (ARL 14)."""
    return None if party.session.persons.isdisjoint(ids_in(file, "applicants")) else {}


_HIS_PHONE: Final = (
    "他凭这个电话确认；写他自己的，不要写您的。一个电话只能确认一个人："
    "合用一个电话的，第二个人不填，写确认书"
)

NAME: Final = Deed(
    title="还有人和我一起申请（共同申请）",
    says="和您一起申请的人，一个一个写在这里。写了还不算他申请：他要用自己的手机，凭纠纷编号和您写的电话，"
    "看了申请书自己确认，确认的那天算他申请的日子，所以不要拖过期限。没有手机的，电话不填，"
    "由他本人签名、盖章或者按指印写一份确认书，交到窗口或者复议机构。他确认以前，只看得到申请书和已经申请的人的姓名。",
    button="写上他",
    done="已经写上，等他本人确认",
    body=lambda form, _: {"person": form.body("name", "id_number", "phone", "address")},
    asks=(
        Ask("name", "他叫什么名字？", required=True),
        Ask("phone", "他的手机号", "tel", help=_HIS_PHONE),
        Ask("id_number", "他的身份证号码", help="知道的填写"),
        Ask("address", "他的住址", help="知道的填写"),
    ),
    sides=APPLICANT,
    whole=False,
    about=of_applicant,
)

ANSWER: Final = Deed(
    title="您要不要一起申请行政复议？",
    says="{applicants}对{respondent}申请行政复议，把您（{name}）也写成了申请人。下面是申请书，请看清楚；"
    "您不是{name}本人的，不要替他答复。"
    "您一起申请的，今天就是您申请的日子，以后案卷您也能看。您没有答复以前，不算您申请，别人写了也不算；不一起申请的，"
    "您自己另外申请的权利不受影响。",
    button="交上我的答复",
    done="您的确认已经收到，今天起您也是申请人",
    body=lambda form, session: {**truths("agrees")(form, session), **form.body("text")},
    asks=(
        Ask(
            "agrees",
            "您一起申请吗？",
            "choice",
            required=True,
            options=(("true", "我一起申请"), ("false", "我不申请")),
        ),
        Ask("text", "写一句：我一起申请，或者我不申请", "textarea", required=True),
    ),
    whole=False,
)

DEEDS: Final[Mapping[tuple[str, str], Deed]] = {("reconsideration", "co-applicant"): NAME}
"""By office and the last word of the door."""
