"""法律登记, the register of every statute that is cited, each edition by itself.

How a citation is written and read stands in `shared.law.citing`. `articles` is the number of
articles in the text of that very edition. Those of which no text is at hand stand in
`shared.law.unread`.
"""

from datetime import date
from typing import Final

from shared.law.citing import STATUTES, Article, Statute
from shared.law.unread import UNREAD

__all__ = ["STATUTES", "Article", "NotYetInForce", "Statute", "arr", "governing"]

ARL: Final = Statute("ARL", "行政复议法", "2023", 90, since=date(2024, 1, 1))
"""Administrative Reconsideration Law 行政复议法, 2023 revision."""

ARR2007: Final = Statute(
    "ARR2007", "行政复议法实施条例", "2007", 66, since=date(2007, 8, 1), until=date(2026, 6, 30)
)
"""Regulation for its implementation 行政复议法实施条例, as first made."""

ARR2026: Final = Statute("ARR2026", "行政复议法实施条例", "2026", 77, since=date(2026, 7, 1))
"""Regulation for its implementation 行政复议法实施条例, 2026 revision."""

ALL: Final = Statute("ALL", "行政诉讼法", "2017", 103, since=date(2017, 7, 1))
"""Administrative Litigation Law 行政诉讼法."""

ALI: Final = Statute(
    "ALI", "最高人民法院关于适用〈行政诉讼法〉的解释", "2018", 163, since=date(2018, 2, 8)
)
"""Interpretation 司法解释 of the Administrative Litigation Law."""

CPL: Final = Statute("CPL", "民事诉讼法", "2023", 306, since=date(2024, 1, 1))
"""Civil Procedure Law 民事诉讼法; periods and service (ARL 88 refers to it)."""

CCL: Final = Statute("CCL", "民法典", "2020", 1260, since=date(2021, 1, 1))
"""Civil Code 民法典; how months and years end (CCL 202)."""

PML: Final = Statute("PML", "人民调解法", "2010", 35, since=date(2011, 1, 1))
"""People's Mediation Law 人民调解法."""

JCR: Final = Statute(
    "JCR", "最高人民法院关于人民调解协议司法确认程序的若干规定", "2011", 13, since=date(2011, 3, 30)
)
"""Rules on the judicial confirmation 司法确认 of mediation agreements."""

APL: Final = Statute("APL", "行政处罚法", "2021", 86, since=date(2021, 7, 15))
"""Administrative Penalties Law 行政处罚法."""

COERCION: Final = Statute("COERCION", "行政强制法", "2011", 71, since=date(2012, 1, 1))
"""Administrative Coercion Law 行政强制法."""

PSPL: Final = Statute("PSPL", "治安管理处罚法", "2025", 144, since=date(2026, 1, 1))
"""Public Security Administration Penalties Law 治安管理处罚法, 2025 revision."""

LDMA: Final = Statute("LDMA", "劳动争议调解仲裁法", "2007", 54, since=date(2008, 5, 1))
"""Labour Dispute Mediation and Arbitration Law 劳动争议调解仲裁法."""

RLCD: Final = Statute("RLCD", "农村土地承包经营纠纷调解仲裁法", "2009", 53, since=date(2010, 1, 1))
"""Rural Land Contract Dispute Mediation and Arbitration Law 农村土地承包经营纠纷调解仲裁法."""

PETITION: Final = Statute("PETITION", "信访工作条例", "2022", 50, since=date(2022, 5, 1))
"""Regulation on petitions 信访工作条例."""

OGI: Final = Statute("OGI", "政府信息公开条例", "2019", 56, since=date(2019, 5, 15))
"""Regulation on Open Government Information 政府信息公开条例."""

LAL: Final = Statute("LAL", "土地管理法", "2019", 87, since=date(2020, 1, 1))
"""Land Administration Law 土地管理法."""

FOREST: Final = Statute("FOREST", "森林法", "2019", 84, since=date(2020, 7, 1))
"""Forest Law 森林法."""

GRASS: Final = Statute("GRASS", "草原法", "2021", 75, since=date(2021, 4, 29))
"""Grassland Law 草原法."""

WATER: Final = Statute("WATER", "水法", "2016", 82, since=date(2016, 7, 2))
"""Water Law 水法."""

PATENT: Final = Statute("PATENT", "专利法", "2020", 82, since=date(2021, 6, 1))
"""Patent Law 专利法."""

PATENT_RULES: Final = Statute(
    "PATENT_RULES", "专利法实施细则", "2023", 149, since=date(2024, 1, 20)
)
"""Rules for the implementation of the Patent Law 专利法实施细则."""

ENTERPRISE_NAME: Final = Statute(
    "ENTERPRISE_NAME", "企业名称登记管理规定", "2020", 26, since=date(2021, 3, 1)
)
"""Provisions on the registration of enterprise names 企业名称登记管理规定."""

GPL: Final = Statute("GPL", "政府采购法", "2014", 88, since=date(2014, 8, 31))
"""Government Procurement Law 政府采购法."""

GPR: Final = Statute("GPR", "政府采购法实施条例", "2015", 79, since=date(2015, 3, 1))
"""Regulation for its implementation 政府采购法实施条例."""

MEDICAL: Final = Statute("MEDICAL", "医疗纠纷预防和处理条例", "2018", 56, since=date(2018, 10, 1))
"""Regulation on medical disputes 医疗纠纷预防和处理条例."""

CONSUMER: Final = Statute("CONSUMER", "消费者权益保护法", "2013", 63, since=date(2014, 3, 15))
"""Consumer Protection Law 消费者权益保护法."""

ROAD: Final = Statute("ROAD", "道路交通安全法", "2021", 124, since=date(2021, 4, 29))
"""Road Traffic Safety Law 道路交通安全法."""

ROAD_RULES: Final = Statute(
    "ROAD_RULES", "道路交通安全法实施条例", "2017", 115, since=date(2017, 10, 7)
)
"""Regulation for its implementation 道路交通安全法实施条例."""

LAND_DISPUTES: Final = Statute(
    "LAND_DISPUTES", "土地权属争议调查处理办法", "2010", 36, since=date(2010, 11, 30)
)
"""Measures on investigating and handling disputes over land 土地权属争议调查处理办法."""

PROCUREMENT_COMPLAINTS: Final = Statute(
    "PROCUREMENT_COMPLAINTS", "政府采购质疑和投诉办法", "2017", 45, since=date(2018, 3, 1)
)
"""Measures on queries and complaints in government procurement 政府采购质疑和投诉办法."""

MINERALS: Final = Statute("MINERALS", "矿产资源法实施条例", "2026", 79, since=date(2026, 6, 15))
"""Regulation for the implementation of the Mineral Resources Law 矿产资源法实施条例."""

SEED: Final = Statute("SEED", "种子法", "2021", 92, since=date(2022, 3, 1))
"""Seed Law 种子法, which also protects new plant varieties."""

PSPL2012: Final = Statute(
    "PSPL2012", "治安管理处罚法", "2012", 119, since=date(2013, 1, 1), until=date(2025, 12, 31)
)
"""Public Security Administration Penalties Law 治安管理处罚法, before its 2025 revision."""

CONSUMER_RULES: Final = Statute(
    "CONSUMER_RULES", "消费者权益保护法实施条例", "2024", 53, since=date(2024, 7, 1)
)
"""Regulation for the implementation of the Consumer Protection Law."""

COMPLAINTS: Final = Statute(
    "COMPLAINTS",
    "市场监督管理投诉举报处理暂行办法",
    "2022",
    40,
    since=date(2022, 11, 1),
    until=date(2026, 4, 14),
)
"""Measures on complaints to market regulation 投诉举报办法, which Order 121 has replaced."""

COMMERCIAL_MEDIATION: Final = Statute(
    "COMMERCIAL_MEDIATION", "商事调解条例", "2025", 33, since=date(2026, 5, 1)
)
"""Regulation on commercial mediation 商事调解条例."""

ECOLOGY: Final = Statute("ECOLOGY", "生态环境法典", "2026", 1242, since=date(2026, 8, 15))
"""Ecological and Environmental Code 生态环境法典."""

WATER_POLLUTION: Final = Statute(
    "WATER_POLLUTION", "水污染防治法", "2017", 103, since=date(2018, 1, 1), until=date(2026, 8, 14)
)
"""Water Pollution Prevention Law 水污染防治法, until the Code (ECOLOGY 1242)."""

NOISE: Final = Statute(
    "NOISE", "噪声污染防治法", "2021", 90, since=date(2022, 6, 5), until=date(2026, 8, 14)
)
"""Noise Pollution Prevention Law 噪声污染防治法, until the Code (ECOLOGY 1242)."""

ACCIDENTS: Final = Statute(
    "ACCIDENTS", "道路交通事故处理程序规定", "2017", 114, since=date(2018, 5, 1)
)
"""Procedure for handling road accidents 道路交通事故处理程序规定."""

POLICE_CASES: Final = Statute(
    "POLICE_CASES", "公安机关办理行政案件程序规定", "2020", 266, since=date(2020, 8, 6)
)
"""Procedure for the administrative cases of public security organs."""

VARIETIES2014: Final = Statute(
    "VARIETIES2014",
    "植物新品种保护条例",
    "2014",
    46,
    since=date(2014, 7, 29),
    until=date(2025, 5, 31),
)
"""Regulation on new plant varieties 植物新品种保护条例, before its 2025 revision."""

VARIETIES: Final = Statute("VARIETIES", "植物新品种保护条例", "2025", 49, since=date(2025, 6, 1))
"""Regulation on new plant varieties 植物新品种保护条例, 2025 revision."""

LAYOUTS: Final = Statute("LAYOUTS", "集成电路布图设计保护条例", "2001", 36, since=date(2001, 10, 1))
"""Regulation on the layout-designs of integrated circuits."""

CHINESE_MEDICINE: Final = Statute(
    "CHINESE_MEDICINE", "中药品种保护条例", "2018", 26, since=date(2018, 9, 18)
)
"""Regulation on protected varieties of Chinese medicine 中药品种保护条例."""

TRADEMARK2019: Final = Statute(
    "TRADEMARK2019", "商标法", "2019", 73, since=date(2019, 11, 1), until=date(2026, 12, 31)
)
"""Trademark Law 商标法, until its 2026 revision is in force."""

TRADEMARK: Final = Statute("TRADEMARK", "商标法", "2026", 87, since=date(2027, 1, 1))
"""Trademark Law 商标法, 2026 revision."""

MINERALS1994: Final = Statute(
    "MINERALS1994",
    "矿产资源法实施细则",
    "1994",
    46,
    since=date(1994, 3, 26),
    until=date(2026, 6, 14),
)
"""Rules for the implementation of the Mineral Resources Law, until MINERALS 79."""

HOUSE_EXPROPRIATION: Final = Statute(
    "HOUSE_EXPROPRIATION", "国有土地上房屋征收与补偿条例", "2011", 35, since=date(2011, 1, 21)
)
"""Regulation on the expropriation of houses on State-owned land."""

LIMITATION: Final = Statute(
    "LIMITATION",
    "最高人民法院关于审理民事案件适用诉讼时效制度若干问题的规定",
    "2020",
    21,
    since=date(2021, 1, 1),
)
"""Interpretation 司法解释 on limitation of civil actions."""

CPI: Final = Statute(
    "CPI", "最高人民法院关于适用〈民事诉讼法〉的解释", "2022", 550, since=date(2022, 4, 10)
)
"""Interpretation 司法解释 of the Civil Procedure Law."""

ONLINE_MEDIATION: Final = Statute(
    "ONLINE_MEDIATION", "人民法院在线调解规则", "2021", 30, since=date(2022, 1, 1)
)
"""Rules on online mediation by the people's courts."""

RULES: Final = Statute("RULES", "枢纽办理规则", "2026", 175, since=date(2026, 1, 1))
"""The hub's own rules 枢纽办理规则; their texts stand in `shared.law.rules`."""

PLAN: Final = Statute(
    "PLAN",
    "张掖市法治政府建设实施方案",
    "市委发〔2022〕7号",
    39,
    since=date(2022, 3, 10),
    unit="项",
)
"""The city's plan for government under the law 法治政府建设实施方案, cited by item."""

_ALL: Final = (
    *(ARL, ARR2007, ARR2026, ALL, ALI, CPL, CCL, PML, JCR, APL, COERCION, PSPL, LDMA, RLCD),
    *(PETITION, OGI, LAL, FOREST, GRASS, WATER, PATENT, PATENT_RULES, ENTERPRISE_NAME, GPL, GPR),
    *(MEDICAL, CONSUMER, ROAD, ROAD_RULES, LAND_DISPUTES, PROCUREMENT_COMPLAINTS, MINERALS, SEED),
    *(PSPL2012, CONSUMER_RULES, COMPLAINTS, COMMERCIAL_MEDIATION, ECOLOGY, WATER_POLLUTION, NOISE),
    *(ACCIDENTS, POLICE_CASES, VARIETIES2014, VARIETIES, LAYOUTS, CHINESE_MEDICINE, TRADEMARK2019),
    *(TRADEMARK, MINERALS1994, HOUSE_EXPROPRIATION, LIMITATION, CPI, ONLINE_MEDIATION),
    *(RULES, PLAN),
    *UNREAD,
)
STATUTES.update({statute.key: statute for statute in _ALL})


class NotYetInForce(LookupError):
    """尚未施行: there was no edition yet on the day that is asked about; said in Chinese."""


def governing(statute: Statute, day: date) -> Statute:
    """施行版本, the edition of the statute with this title that governs a step taken on `day`.

    Raises:
        NotYetInForce: No edition that is known was in force on that day.
    """
    for edition in _ALL:
        if edition.title == statute.title and edition.in_force(day):
            return edition
    raise NotYetInForce(f"{day}时《{statute.title}》尚未施行")


def arr(day: date) -> Statute:
    """行政复议法实施条例, the edition that governs a step taken on `day` (ARR2026 77).

    Raises:
        LookupError: No edition was in force on that day.
    """
    return governing(ARR2026, day)
