"""Which column of a ledger means what: names that offices use, or a mapping file of one's own."""

import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from services.intake.ledger.row import EXTRA, Field, LedgerError

NAMES: Final = {
    # 序号 is not among them: it begins anew in every ledger and would make rows one dispute.
    Field.SOURCE_NUMBER: "留言编号 编号 工单编号 工单号 信访编号 信访件编号 受理编号 登记编号 "
    "案件编号 诉求编号 来源编号 纠纷编号",
    Field.SUBJECT: "留言主题 主题 标题 留言标题 诉求标题 工单标题 纠纷名称 事项名称 案由 事由",
    Field.TEXT: "留言详情 详情 内容 留言内容 诉求内容 工单内容 反映内容 来电内容 问题描述 "
    "主要内容 具体内容 简要情况 纠纷简要情况 纠纷情况 主要诉求",
    Field.SENDER: "留言用户 用户 留言人 姓名 来电人 来访人 信访人 反映人 申请人 当事人 投诉人 "
    "诉求人 联系人 来电人姓名 信访人姓名 当事人姓名",
    Field.RECEIVED: "留言时间 留言日期 时间 日期 登记时间 登记日期 受理时间 受理日期 "
    "来电时间 来访时间 来访日期 收到时间 收到日期 接收时间 创建时间 诉求时间 反映时间 信访日期",
    Field.HAPPENED: "发生时间 发生日期 事发时间 事发日期",
    Field.LEARNT: "知道日期 知道时间 知晓日期 得知日期 知悉日期",
    Field.PLACE: "县区 区县 所属区县 所属县区 乡镇 乡镇街道 所属乡镇 属地 问题属地 地址 地点 "
    "事发地 事发地址 事发地点 发生地 发生地点 区域 区划",
    Field.PHONE: "联系电话 电话 电话号码 手机 手机号 手机号码 来电号码 联系方式",
    Field.ID_NUMBER: "身份证号 身份证号码 身份证 公民身份号码 证件号 证件号码",
    Field.CHANNEL: "来源 渠道 来源渠道 诉求渠道 受理渠道 诉求来源 信访方式",
    Field.MATTER: "纠纷类型 纠纷类别 类别 问题类别 问题类型 诉求类型 诉求类别 事项类别 一级分类",
    # Not 承办单位 or 责任单位: who handles a matter is not whom it is against.
    Field.ORGAN: "被申请人 被申请机关 被反映单位 被投诉单位 涉及单位 涉事单位 行政机关",
    Field.ACT: "行政行为 行政行为类别 行政行为种类",
    # 履行期限 and 紧急情况 alone are not among these: ledgers mean other things by them.
    Field.OMISSION: "没有处理履职申请 行政机关没有处理履职申请 未履行法定职责",
    Field.REQUESTED: "收到履职申请日期 收到履职申请之日 行政机关收到履职申请之日",
    Field.DUTY_WITHIN: "规定的履行期限",
    Field.URGENT: "紧急情况下请求保护",
}
ALIASES: Final = {name: field for field, names in NAMES.items() for name in names.split()}
BESIDE: Final = re.compile(r"[(\[【].*?[)\]】]|[\s*:：\u200b\ufeff]+")
FEWEST: Final = 2
IGNORED: Final = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """表头: the ledger's columns by name, and where each field stands."""

    names: tuple[str, ...]
    width: int
    """Columns of the ledger itself, without those that a rejects file adds."""
    at: dict[Field, int]
    places: tuple[int, ...]
    mended: bool = False
    """Whether the rejects file's own columns stand behind."""

    def name(self, field: Field) -> str:
        """The name that the ledger gives a field."""
        return self.names[self.at[field]] if field in self.at else ""


def plain(name: object) -> str:
    """A column's name without spaces, marks and remarks in brackets."""
    return BESIDE.sub("", unicodedata.normalize("NFKC", str(name or "")))


def read_columns(cells: Sequence[object], mapping: Mapping[str, str]) -> Columns | None:
    """表头, if these cells are one: at least two of them have a known name."""
    names = [plain(cell) for cell in cells]
    while names and not names[-1]:
        names.pop()
    width = len(names) - len(EXTRA) if tuple(names[-len(EXTRA) :]) == EXTRA else len(names)
    known = [(mapping.get(name, ALIASES.get(name, IGNORED)), at) for at, name in enumerate(names)]
    fields = [(Field(named), at) for named, at in known[:width] if named != IGNORED]
    if len(fields) < FEWEST:
        return None
    places = tuple(at for field, at in fields if field is Field.PLACE)
    at = dict(reversed(fields))
    return Columns(tuple(names[:width]), width, at, places, mended=width < len(names))


def load_mapping(path: Path) -> dict[str, str]:
    """栏目对照: column name to field, from JSON or TOML; "" leaves a column out.

    Raises:
        LedgerError: The file cannot be read, or names a field that there is not.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        pairs = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except FileNotFoundError as error:
        raise LedgerError(f"找不到栏目对照文件 {path}") from error
    except ValueError as error:
        raise LedgerError(f"{path.name}：写法有误，{error}") from error
    if not isinstance(pairs, dict):
        raise LedgerError(f"{path.name}：应为“栏目名 = 含义”的对照")
    for name, field in pairs.items():
        if field not in [*Field, IGNORED]:
            raise LedgerError(f"{path.name}：“{name}”的含义“{field}”应为 {'、'.join(Field)} 之一")
    return {plain(name): field for name, field in pairs.items()}
