"""基本情况 of who applies, as an application or its record prints them (ARL 22; ARR2026 27)."""

from typing import Final

from shared.contracts.intake import PersonKind
from shared.people import Person, sex_of

GAP: Final = "\u200b".join("…" * 8)
"""Where a word is written by hand; it may be broken between any two of its dots."""


def basics_of(as_what: str, one: Person) -> str:
    """姓名、性别、身份证号码…, or 名称、统一社会信用代码…, with gaps for what is not known.

    性别 is read off the 公民身份号码; it is asked nowhere.
    """
    where = (
        f"住所{one.address or GAP}，送达地址{one.service_address or GAP}，"
        f"联系方式{one.phone or GAP}"
    )
    number, name = one.id_number or GAP, one.name or GAP
    if one.kind is PersonKind.NATURAL:
        sex = sex_of(one.id_number) or "……"
        return f"{as_what}：{name}，性别{sex}，身份证号码{number}，{where}。"
    head = f"法定代表人或者主要负责人{one.head_name or GAP}，职务{one.head_post or GAP}"
    return f"{as_what}：{name}，统一社会信用代码{number}，{where}，{head}。"
