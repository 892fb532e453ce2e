"""条件的说法: what conditions and roads are called in Chinese, for whoever reads an explanation."""

from collections.abc import Iterable, Mapping
from typing import Final

from services.routing.domain.condition import ANY, GIVEN, NONE, Condition, Field
from shared.contracts.intake import (
    ActKind,
    Channel,
    PersonKind,
    Risk,
    Side,
    Tried,
    Urgency,
    Willingness,
)
from shared.contracts.routing import Road
from shared.directory import Directory
from shared.directory.model import Nature

ROADS: Final[Mapping[str, str]] = {
    Road.PEOPLES_MEDIATION: "人民调解",
    Road.ADMINISTRATIVE_MEDIATION: "行政调解",
    Road.ADJUDICATION: "行政裁决",
    Road.RECONSIDERATION: "行政复议",
    Road.LABOUR_ARBITRATION: "劳动争议仲裁",
    Road.LAND_CONTRACT_ARBITRATION: "农村土地承包仲裁",
    Road.PETITION: "信访",
    Road.DISCLOSURE: "政府信息公开",
    Road.COURT: "诉讼",
    Road.POLICE: "公安机关即时处置",
}
"""途径 in Chinese."""

_SIDES: Final = {Side.APPLICANT: "申请一方", Side.OPPONENT: "对方", Side.THIRD: "第三人"}
_KINDS: Final = {PersonKind.NATURAL: "自然人", PersonKind.LEGAL: "单位"}

_WORDS: Final[Mapping[Field, Mapping[str, str]]] = {
    Field.NATURE: {
        Nature.CIVIL: "民间纠纷",
        Nature.DEPARTMENT: "主管部门职责事项",
        Nature.ADJUDICATION: "法定裁决事项",
        Nature.LABOUR: "劳动争议",
        Nature.LAND_CONTRACT: "土地承包",
        Nature.ACT: "不服行政行为",
        Nature.PETITION: "信访事项",
    },
    Field.ACT: {
        NONE: "没有",
        ANY: "任何一种",
        ActKind.PENALTY: "行政处罚",
        ActKind.COMPULSION: "行政强制",
        ActKind.LICENCE: "行政许可",
        ActKind.RESOURCE_TITLE: "自然资源确权",
        ActKind.EXPROPRIATION: "征收征用",
        ActKind.COMPENSATION: "行政赔偿",
        ActKind.WORK_INJURY: "工伤认定",
        ActKind.AUTONOMY: "经营自主权",
        ActKind.COMPETITION: "排除限制竞争",
        ActKind.BURDEN: "违法要求履行义务",
        ActKind.INACTION: "不履行保护职责",
        ActKind.BENEFIT: "抚恤、社保、低保",
        ActKind.AGREEMENT: "行政协议",
        ActKind.DISCLOSURE: "政府信息公开",
        ActKind.OTHER: "其他行政行为",
    },
    Field.WILLINGNESS: {
        Willingness.BOTH: "双方同意",
        Willingness.UNKNOWN: "尚未征询",
        Willingness.REFUSED: "一方明确拒绝",
    },
    Field.URGENCY: {
        Urgency.ORDINARY: "一般",
        Urgency.URGENT: "紧急",
        Urgency.EMERGENCY: "应急",
    },
    Field.RISK: {Risk.BLUE: "蓝色", Risk.YELLOW: "黄色", Risk.RED: "红色"},
    Field.RESPONDENT: {NONE: "没有", GIVEN: "有"},
    Field.CHANNEL: {
        Channel.WINDOW: "窗口",
        Channel.HOTLINE: "热线",
        Channel.ONLINE: "网上",
        Channel.GRID: "网格",
        Channel.LETTER: "来信",
        Channel.HANDOVER: "移送",
    },
    Field.TRIED: {
        NONE: "没有",
        Tried.NEGOTIATED: "协商未成",
        Tried.MEDIATED: "调解未成",
        Tried.IN_PETITION: "信访正在办理",
        Tried.IN_ARBITRATION: "仲裁已经受理",
        Tried.IN_RECONSIDERATION: "复议已经受理",
        Tried.IN_COURT: "法院已经受理或者裁判",
    },
    Field.PARTIES: {
        f"{side}_{kind}": _SIDES[side] + _KINDS[kind] for side in Side for kind in PersonKind
    },
}


def word_of(field: Field, value: str, directory: Directory) -> str:
    """What a value is called; the code where the directory no longer knows it."""
    try:
        match field:
            case Field.MATTER:
                return directory.matter(value).name
            case Field.PLACE:
                return directory.place(value).name
            case _:
                return _WORDS[field][value]
    except LookupError:
        return value


def words_of(field: Field, values: Iterable[str], directory: Directory) -> str:
    """Several of them, any of which will do."""
    return "、".join(word_of(field, value, directory) for value in sorted(values)) or "没有登记"


def said_of(condition: Condition, directory: Directory) -> str:
    """A condition in words, as “调解意愿：双方同意”."""
    return f"{condition.field.term}：{words_of(condition.field, condition.among, directory)}"


def read_code(code: str) -> Condition:
    """The condition that a page keeps as `willingness=both`."""
    field, _, values = code.partition("=")
    return Condition(Field(field), frozenset(values.split("|")))
