"""以谁的名义申请: what an applicant that is no citizen alone is asked (ARR2026 12 to 16, 27)."""

from typing import Any, Final

from shared.contracts.reconsideration.capacity import Applicant, Paper, Through
from shared.frame import Form
from shared.frame.meanings import meanings
from shared.party.deed import Ask

BY_AGENT: Final = "by_agent"
"""A citizen's agent fills it in, with the receipt that the citizen handed over (ARL 17)."""

SORTS: Final[tuple[tuple[str, str], ...]] = (
    ("", "我自己（公民）"),
    (BY_AGENT, "我是代理人，替一个公民申请"),
    (Applicant.SELF_EMPLOYED.value, "个体工商户"),
    (Applicant.HOUSEHOLD.value, "农村承包经营户"),
    (Applicant.LEGAL.value, "公司等法人单位"),
    (Applicant.PARTNERSHIP.value, "登记了的合伙企业"),
    (Applicant.PARTNERS.value, "没有登记成企业的合伙"),
    (Applicant.UNINCORPORATED.value, "别的没有法人资格的组织"),
    (Applicant.BOARD.value, "公司的股东会、董事会，替公司申请"),
    (Applicant.COLLECTIVE.value, "农村集体经济组织、村委会、村民小组"),
    (Applicant.MEMBERS.value, "半数以上的集体经济组织成员"),
    (Applicant.OWNERS_COMMITTEE.value, "业主委员会"),
    (Applicant.OWNERS.value, "过半数的业主"),
    (Applicant.RELATIVE.value, "去世的人的近亲属"),
    (Applicant.SUCCESSOR.value, "终止了的单位的承受人"),
    (Applicant.GUARDED.value, "由法定代理人（比如监护人）替我申请"),
)

PAPERS: Final = (
    Paper.MANDATE,
    Paper.APPOINTMENT,
    Paper.LICENCE,
    Paper.PARTNERSHIP,
    Paper.ELECTION,
    Paper.NO_HEAD,
    Paper.CERTIFICATE,
    Paper.CONTRACT,
    Paper.RESOLUTION,
    Paper.ROSTER,
    Paper.ABSTENTION,
    Paper.REGISTRATION,
    Paper.KINSHIP,
    Paper.SUCCESSION,
    Paper.GUARDIANSHIP,
)
"""In the order in which a party is likely to have them."""

CAPACITY: Final = (
    Ask(
        "sort",
        "以谁的名义申请？",
        "select",
        help="您是代理人的，要交授权委托书；交上以后，在“请人代办”里写明您的姓名、权限和期限。"
        "不是自己一个人申请的，后面几项也要填。没有登记成企业的合伙，"
        "要全体合伙人一起到窗口申请",
        options=tuple(one for one in SORTS if one[0] != Applicant.PARTNERS.value),
    ),
    Ask(
        "through",
        "由谁出面办（代表）？",
        "select",
        help="合伙企业由执行合伙事务的合伙人出面；别的合伙由全体合伙人一起申请；"
        "组织由负责人出面，没有负责人的推选一个成员",
        options=(
            (Through.ONESELF.value, "没有别人，就是我"),
            *(one for one in meanings(Through).items() if one[0] != Through.ONESELF),
        ),
        after="sort",
    ),
    *(
        Ask(
            f"paper_{nth}",
            "有什么证明？（照片、扫描件在下面传）" if nth == 1 else "还有别的证明吗？",
            "select",
            help="现在没有的可以以后补，补齐了才能受理",
            options=(("", "没有"), *((one.value, meanings(Paper)[one.value]) for one in PAPERS)),
            after="sort",
        )
        for nth in (1, 2)
    ),
    Ask(
        "applying",
        "集体成员、业主申请的：一共多少人、多少户申请？",
        "number",
        help="成员要半数以上，业主要户数或者面积过半数；别的不用填",
        after="sort",
    ),
    Ask("total", "上面填了的：全部有多少人、多少户？", "number", after="sort"),
    Ask(
        "area_percent",
        "业主申请的：申请的业主占总面积的百分之几？",
        "number",
        help="只填数字",
        after="sort",
    ),
)
"""In whose name, through whom, by which papers; nobody needs more than two (ARR2026 12 to 16)."""

AS_BEFORE: Final = ("", "和以前写的一样")
"""Who acts, of who said it before and hands in what was lacking."""


def capacity_of(form: Form) -> dict[str, Any]:
    """What was said of it, as a door takes it; nothing where a citizen applies for himself."""
    papers = [value for nth in (1, 2) if (value := form.get(f"paper_{nth}"))]
    said = form.body("sort", "through", "applying", "total", "area_percent")
    if said.get("sort") == BY_AGENT:
        said |= {"sort": Applicant.PERSON.value, "through": Through.AGENT.value}
    if said.keys() <= {"through"} and said.get("through") in (None, Through.ONESELF) and not papers:
        return {}
    return {"sort": Applicant.PERSON.value, **said, "papers": list(dict.fromkeys(papers))}
