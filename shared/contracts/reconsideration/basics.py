"""基本情况: what must be known of who takes part, to be named and to be reached (ARR2026 27)."""

from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

from shared.contracts.fact import Fact


class Basic(StrEnum):
    """What an application says of who applies 基本情况, and what comes with it (ARR2026 27)."""

    NUMBER = "number"  # 身份证号码或者统一社会信用代码
    ADDRESS = "address"  # 住所
    SERVICE_ADDRESS = "service_address"  # 送达地址
    CONTACT = "contact"  # 联系方式
    HEAD = "head"  # 法定代表人或者主要负责人的姓名、职务
    SIGNATURE = "signature"  # 签名、盖章或者按指印
    IDENTITY = "identity"  # 身份证明材料


FORMAL: Final = (Basic.SIGNATURE, Basic.IDENTITY)
"""What is handed in, and not said."""


class BasicsStated(Fact):
    """写明基本情况: what an application left out of who applies, or what has changed (ARR2026 27).

    What was said is kept with the parties and stands on no page.
    """

    kind: Literal["reconsideration.basics_stated.v1"] = "reconsideration.basics_stated.v1"
    persons: tuple[UUID, ...]
    """Of whom."""
    basics: tuple[Basic, ...]
    """What of them was said, or was handed in: signature and proof of identity."""
