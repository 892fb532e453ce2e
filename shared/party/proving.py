"""交证据、看案卷: what a party does about the evidence of a reconsideration (ARL 43, 47)."""

from collections.abc import Mapping
from typing import Any, Final

from shared.contracts.intake import Side
from shared.contracts.reconsideration.people import Power
from shared.contracts.reconsideration.proving import EvidenceKind, Proving
from shared.contracts.reconsideration.request import Sought
from shared.frame import Form
from shared.party.admitting import of_third, which_third
from shared.party.deed import FILES, Ask, Deed, files_of, texts
from shared.party.papers import as_side, for_applicants
from shared.party.session import PartySession

EVIDENCE: Final = (
    (EvidenceKind.DOCUMENT.value, "写在纸上的（合同、单据、文件）"),
    (EvidenceKind.OBJECT.value, "实物"),
    (EvidenceKind.RECORDING.value, "录音、录像"),
    (EvidenceKind.ELECTRONIC.value, "电子数据（聊天记录、电子邮件、照片文件）"),
    (EvidenceKind.WITNESS.value, "证人的话"),
    (EvidenceKind.STATEMENT.value, "自己的陈述"),
    (EvidenceKind.APPRAISAL.value, "鉴定意见"),
    (EvidenceKind.RECORD.value, "勘验笔录、现场笔录"),
)

PROVING: Final = (
    (Proving.LEGALITY.value, "原来的处理对不对"),
    (Proving.REQUEST.value, "我要求过对方机关去办"),
    (Proving.DAMAGE.value, "我受了什么损失"),
    (Proving.STATUTORY.value, "法律规定要我证明的别的事"),
)

SOUGHT: Final = (
    ("", "请选一项"),
    (Sought.REVOKED.value, "撤销或者改变原来的处理"),
    (Sought.CONFIRMED_ILLEGAL.value, "认定原来的处理违法"),
    (Sought.CONFIRMED_INVALID.value, "认定原来的处理无效"),
    (Sought.PERFORMED.value, "让对方机关把该办的事办了"),
    (Sought.AGREEMENT.value, "让对方机关照和我签的协议办"),
    (Sought.OTHERWISE.value, "别的要求"),
)
"""请求的种类, the main one; what is asked beside it stands in the words."""


def _piece(form: Form, _: PartySession) -> dict[str, Any]:
    return {"pieces": [{**form.body("evidence_kind", "proving", "shows"), **files_of(form)}]}


DEEDS: Final[Mapping[tuple[str, str], Deed]] = {
    ("reconsideration", "evidence"): Deed(
        title="交证据",
        says="把能证明您说法的东西写清楚：是什么、能证明什么。单据、现场拍清楚，或者扫描好传上来，一件一件交；原件留好，复议机构可能要核对。"
        "法律没有规定您交证据的最后一天，但要在作出决定以前交。",
        button="交上",
        done="您的证据已经编进证据目录",
        body=_piece,
        asks=(
            Ask("evidence_kind", "是哪一种？", "select", required=True, options=EVIDENCE),
            Ask("proving", "用来证明什么？", "select", required=True, options=PROVING),
            Ask("shows", "是什么，能证明什么？", "textarea", required=True),
            FILES,
        ),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
    ),
    ("reconsideration", "compensation-claim"): Deed(
        title="一并请求赔偿",
        says="那个决定让您受了损失的，可以在这里一并请求赔偿，和那个决定一起审、一起答复，不用另外打官司。"
        "写清要多少、受了什么损失；能证明损失的单据，再用“交证据”交上来。",
        button="交上请求",
        done="您的赔偿请求已经收到",
        body=texts("text"),
        asks=(Ask("text", "要求赔多少？受了什么损失？", "textarea", required=True),),
        whole=False,
        about=for_applicants(Power.ACT),
    ),
    ("reconsideration", "request"): Deed(
        title="改复议的要求（变更请求）",
        says="您的要求变了，或者复议机构告诉您原来的要求办不到、可以改的，在这里改。请把现在的全部要求写清楚："
        "交上以后，只按新的要求审、按新的要求答复，原来的要求不再审。作出决定以前都可以改。",
        button="改成这样",
        done="您新的复议请求已经收到",
        body=lambda form, _: {**form.body("text"), "sought": form.all("sought")},
        asks=(
            Ask("sought", "现在要求什么？", "select", required=True, options=SOUGHT),
            Ask("text", "把现在的全部要求和理由写清楚", "textarea", required=True),
        ),
        whole=False,
        about=for_applicants(Power.CHANGE),
    ),
    ("reconsideration", "third-request-admission"): Deed(
        title="承认第三人的请求",
        says="参加进来的第三人提了要求，您认为对的，可以在这里承认。写清楚承认哪一项、承认全部还是一部分。"
        "交上以后只算您自己承认，会告诉各方；原来的处理照样审查。作出决定以前都可以办。",
        button="承认",
        done="您承认第三人的请求，已经记下",
        body=lambda form, _: form.body("person_id", "text"),
        asks=(Ask("text", "承认哪一项请求，承认多少？", "textarea", required=True),),
        whole=False,
        about=of_third,
        which=which_third,
    ),
    ("reconsideration", "file-access-request"): Deed(
        title="申请看、复印案卷材料（查阅）",
        says="您可以看、复印对方机关交来的书面答复、证据和依据。涉及国家秘密、商业秘密、个人隐私，"
        "或者可能危及安全稳定的，法律不让看，会遮住或者不给看；别的都应当让您看。",
        button="交上申请",
        done="您看案卷材料的申请已经收到",
        body=texts("text"),
        asks=(Ask("text", "想看、想复印哪些材料？", "textarea", required=True),),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
    ),
    ("reconsideration", "appraisal-request"): Deed(
        title="申请鉴定",
        says="有专门的问题要请鉴定机构看的，比如签名是不是您写的，可以申请鉴定。鉴定费由当事人承担；"
        "同意鉴定的，鉴定用的时间不算在审理期限里。同不同意由复议机构决定，不同意的会告诉您理由。",
        button="交上申请",
        done="您的鉴定申请已经收到",
        body=texts("text"),
        asks=(Ask("text", "要鉴定什么，为什么？", "textarea", required=True),),
        sides=frozenset({Side.APPLICANT, Side.THIRD}),
        whole=False,
        about=as_side,
    ),
}
"""By office and the last word of the door."""
