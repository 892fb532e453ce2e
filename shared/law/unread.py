"""未读到原文的文件: statutes that must be cited while no text of theirs is at hand.

How many articles they have is not known here, so any number may be cited; whoever reads the
citation is told that it was not compared with the text, and why.
"""

from datetime import date
from typing import Final

from shared.law.citing import Statute

_QUOTED: Final = "只读过引用它的文书，没有原文"
_RECALLED: Final = "内容和施行日期凭记忆，没有原文"
_NAMED: Final = "名称和施行日期已经核对，没有原文"

PATENT_DISPUTES: Final = Statute(
    *("PATENT_DISPUTES", "专利纠纷行政裁决和调解办法", "国家知识产权局令第81号", None),
    since=date(2025, 2, 1),
    unread=_NAMED,
)
"""Measures on adjudicating and mediating patent disputes, Order 81."""

COMPLAINTS2026: Final = Statute(
    *("COMPLAINTS2026", "市场监督管理投诉举报处理办法", "市场监管总局令第121号", None),
    since=date(2026, 4, 15),
    unread=_QUOTED,
)
"""Measures on complaints to market regulation, Order 121, which replaces COMPLAINTS."""

ENFORCEMENT_SUPERVISION: Final = Statute(
    *("ENFORCEMENT_SUPERVISION", "行政执法监督条例", "2025", None),
    since=date(2026, 2, 1),
    unread=_QUOTED,
)
"""Regulation on the supervision of administrative enforcement 行政执法监督条例."""

MINERALS_LAW: Final = Statute(
    "MINERALS_LAW", "矿产资源法", "2024", None, since=date(2025, 7, 1), unread=_NAMED
)
"""Mineral Resources Law 矿产资源法, 2024 revision; MINERALS is the regulation under it."""

INVITED_MEDIATION: Final = Statute(
    *("INVITED_MEDIATION", "最高人民法院关于人民法院特邀调解的规定", "2016", None),
    since=date(2016, 7, 1),
    unread=_QUOTED,
)
"""Provisions on mediation by those whom a people's court invites 特邀调解."""

LABOUR_RULES: Final = Statute(
    *("LABOUR_RULES", "劳动人事争议仲裁办案规则", "2017", None),
    since=date(2017, 7, 1),
    unread=_RECALLED,
)
"""Rules of procedure of labour arbitration 仲裁办案规则."""

ADJUDICATION_POLICY: Final = Statute(
    *("ADJUDICATION_POLICY", "关于健全行政裁决制度加强行政裁决工作的意见"),
    *("中办发〔2018〕75号", None),
    since=date(2018, 12, 31),
    unread=_RECALLED,
)
"""Policy on adjudication 行政裁决: mediate first, tell the right and the remedies."""

FOREST_DISPUTES: Final = Statute(
    *("FOREST_DISPUTES", "林木林地权属争议处理办法", "1996", None),
    since=date(1996, 10, 14),
    unread=_RECALLED,
)
"""Measures on disputes over trees and forest land 林木林地权属争议."""

CIVIL_DISPUTES: Final = Statute(
    *("CIVIL_DISPUTES", "民间纠纷处理办法", "司法部令第8号", None),
    since=date(1990, 4, 19),
    unread=_RECALLED,
)
"""Measures on civil disputes handled by township governments 民间纠纷."""

DRUG_PATENTS: Final = Statute(
    *("DRUG_PATENTS", "药品专利纠纷早期解决机制行政裁决办法", "2021", None),
    since=date(2021, 7, 5),
    unread=_RECALLED,
)
"""Measures on adjudicating the early settlement of drug patent disputes."""

STATE_COMPENSATION: Final = Statute(
    *("STATE_COMPENSATION", "国家赔偿法", "2012", None),
    since=date(2013, 1, 1),
    unread=_RECALLED,
)
"""State Compensation Law 国家赔偿法."""

ENVIRONMENT: Final = Statute(
    *("ENVIRONMENT", "环境保护法", "2014", None),
    since=date(2015, 1, 1),
    until=date(2026, 8, 14),
    unread=_RECALLED,
)
"""Environmental Protection Law 环境保护法, until the Code (ECOLOGY 1242)."""

LAL_RULES: Final = Statute(
    "LAL_RULES", "土地管理法实施条例", "2021", None, since=date(2021, 9, 1), unread=_NAMED
)
"""Regulation for the implementation of the Land Administration Law, without adjudication."""

PEACEFUL_GANSU: Final = Statute(
    "PEACEFUL_GANSU", "甘肃省平安建设条例", "2023", None, since=date(2023, 12, 1), unread=_QUOTED
)
"""Regulation of the province on building a peaceful Gansu 平安建设."""

SHENZHEN: Final = Statute(
    *("SHENZHEN", "深圳经济特区矛盾纠纷多元化解条例", "2022", None),
    since=date(2022, 5, 1),
    unread=_QUOTED,
)
"""Regulation of another place, followed as a model and in force in none of this city."""

UNREAD: Final = (
    *(PATENT_DISPUTES, COMPLAINTS2026, ENFORCEMENT_SUPERVISION, MINERALS_LAW, INVITED_MEDIATION),
    *(LABOUR_RULES, ADJUDICATION_POLICY, FOREST_DISPUTES, CIVIL_DISPUTES, DRUG_PATENTS),
    *(STATE_COMPENSATION, ENVIRONMENT, LAL_RULES, PEACEFUL_GANSU, SHENZHEN),
)
"""All of them."""
