"""顺延期限: a party that was kept from supplementing asks for its days anew (CPL 86)."""

from typing import Final

from shared.contracts.reconsideration.deferring import Hindrance
from shared.contracts.reconsideration.people import Power
from shared.party.deed import Ask, Deed, texts
from shared.party.papers import for_applicants

_WHY: Final = (
    ("", "请选一类"),
    (Hindrance.FORCE_MAJEURE.value, "洪水、地震、疫情封控等不可抗拒的事"),
    (Hindrance.JUSTIFIED.value, "住院等别的正当理由"),
)

DEFER_SUPPLEMENT: Final = Deed(
    title="请求把耽误的补材料期限补回来（顺延期限）",
    says="因为生病住院、遇上灾害等没有办法按期补材料，被当作放弃申请的，可以在事情过去以后的十日内请求顺延期限，"
    "并说明拿什么证明。复议机关同意的，耽误了几天就补几天，您的申请接着办。",
    button="交上请求",
    done="您顺延期限的请求已经收到",
    body=texts("hindrance", "hindered_on", "removed_on", "text", "proof"),
    asks=(
        Ask("hindrance", "是什么事耽误的？", "select", required=True, options=_WHY),
        Ask("hindered_on", "从哪天开始耽误的？", "date", required=True),
        Ask("removed_on", "到哪天事情过去的？", "date", required=True),
        Ask("text", "把经过和请求写清楚", "textarea", required=True),
        Ask(
            "proof",
            "拿什么证明？",
            "textarea",
            help="例如住院病历、受灾证明，写明原件在哪里，复议机关会要来看",
            required=True,
        ),
    ),
    whole=False,
    about=for_applicants(Power.ACT),
)
