"""送达, how a paper reached one on whom it is served, in the words that facts tell it in."""

from enum import StrEnum


class Manner(StrEnum):
    """送达方式, how a paper reached whom it is for."""

    ON_THE_SPOT = "on_the_spot"  # 当场交付
    DIRECT = "direct"  # 本人签收
    FAMILY = "family"  # 同住成年家属签收
    RECEIVER = "receiver"  # 法定代表人、主要负责人或者负责收件的人签收
    AGENT = "agent"  # 代理人签收
    NAMED_RECEIVER = "named_receiver"  # 指定的代收人签收
    REFUSED = "refused"  # 拒绝签收，留置送达
    POST = "post"  # 邮寄送达
    ELECTRONIC = "electronic"  # 电子送达
    NOTICE = "notice"  # 公告送达
    LATER = "later"  # 事后补充告知
    ENTRUSTED = "entrusted"  # 委托送达
    PASSED_ON = "passed_on"  # 转交送达
