"""原因: why something did not go out, in words; what the other side said stands behind it."""

import re
from typing import Final

from services.notification.sending.addresses import GATEWAY, MAIL

NETWORK: Final = {
    "gaierror": "找不到服务器，请核对服务器地址和网络",
    "ConnectionRefusedError": "连接不上，服务器没有运行或者端口不对",
    "ConnectError": "连接不上，服务器没有运行或者网络不通",
    "ConnectTimeout": "连接超时，网络不通或者服务器没有应答",
    "ReadTimeout": "没有按时答复",
    "TimeoutError": "没有按时答复",
    "SMTPServerDisconnected": "对方中断了连接",
    "ReadError": "对方中断了连接",
    "RemoteProtocolError": "对方的答复读不出",
    "SSLCertVerificationError": "对方的证书核验不过",
    "SMTPNotSupportedError": "邮件服务器不支持所设置的加密或者登录方式",
}
"""What the network says, by the name of the error."""

CODES: Final = (
    (MAIL, r"4\d\d", "邮件服务器暂时不收"),
    (MAIL, r"53[0-9]", "邮件服务器不认可登录，请核对 HUB_SMTP"),
    (MAIL, r"550|551|553", "没有这个邮箱或者不收，请核对登记的地址"),
    (MAIL, r"552", "对方邮箱已满"),
    (MAIL, r"5\d\d", "邮件服务器拒收"),
    (GATEWAY, r"40[13]", "消息网关不认可签名，请核对 HUB_GATEWAY_SECRET"),
    (GATEWAY, r"404", "消息网关没有这个地址，请核对 HUB_GATEWAY"),
    (GATEWAY, r"3\d\d", "消息网关改了地址，请核对 HUB_GATEWAY"),
    (GATEWAY, r"408|425|429|5\d\d", "消息网关暂时不收"),
    (GATEWAY, r"4\d\d", "消息网关拒收，请核对登记的收件代号"),
    (GATEWAY, r"2\d\d .*", "消息网关答复成功而正文写明失败"),
)
"""What the other side answers, the first that fits."""


def reason(channel: str, said: str) -> str:
    """The words for an answer, with the answer itself in brackets; empty for none."""
    if not said:
        return ""
    words = NETWORK.get(said) or next(
        (says for way, code, says in CODES if way == channel and re.fullmatch(code, said)), ""
    )
    return f"{words}（{said}）" if words else said
