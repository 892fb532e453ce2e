"""配置有误: how settings can be wrong or contradict each other."""

from ipaddress import ip_network
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from pydantic import SecretStr

if TYPE_CHECKING:
    from shared.settings.model import Settings

PREFIX: Final = "HUB_"
SHORTEST_SECRET: Final = 32
"""Characters of `HUB_SECRET` at least: HS256 and the keyed hashes stand on it."""


def faults_of(said: "Settings") -> list[str]:
    """What in these settings is wrong or contradicts another, each in Chinese and English."""
    faults = [*_production_faults(said), *_address_faults(said), *_outgoing_faults(said)]
    if bool(said.oidc_issuer) != bool(said.oidc_audience):
        faults.append(
            "HUB_OIDC_ISSUER 与 HUB_OIDC_AUDIENCE 须同时设置 / set both or neither of them"
        )
    if said.secret and len(said.secret.get_secret_value()) < SHORTEST_SECRET:
        faults.append(f"HUB_SECRET 至少 {SHORTEST_SECRET} 个字符 / is shorter than that")
    if said.directory and not said.directory.is_file():
        faults.append("HUB_DIRECTORY 指向的文件不存在 / there is no such file")
    faults += [
        f"{PREFIX}{name.upper()} 指向的目录不存在 / there is no such folder"
        for name in ("front", "papers", "fonts")
        if (folder := getattr(said, name)) and not folder.is_dir()
    ]
    if said.model and not said.model.is_file():
        faults.append("HUB_MODEL 指向的文件不存在 / there is no such file")
    return faults


def _production_faults(said: "Settings") -> list[str]:
    if not said.production:
        return []
    needed = ("database_url", "kafka", "secret", "oidc_issuer")
    faults = [
        f"生产模式下必须设置 {PREFIX}{name.upper()} / production mode requires it"
        for name in needed
        if not getattr(said, name)
    ]
    if said.oidc_issuer and not said.oidc_issuer.startswith("https://"):
        faults.append("生产模式下 HUB_OIDC_ISSUER 须为 https 地址 / must be https in production")
    return faults


def _address_faults(said: "Settings") -> list[str]:
    url = said.database_url.get_secret_value() if said.database_url else "postgresql://"
    faults = [
        f"{PREFIX}{name.upper()} 须为 http(s) 地址 / must be an http(s) URL"
        for name in ("oidc_issuer", "otlp", "gateway", "public_url")
        if not (getattr(said, name) or "http://").startswith(("http://", "https://"))
    ]
    if not url.startswith(("postgresql://", "postgres://")):
        faults.append("HUB_DATABASE_URL 须以 postgresql:// 开头 / must be a PostgreSQL address")
    if said.kafka and not all(map(_is_host_and_port, said.kafka.split(","))):
        faults.append("HUB_KAFKA 须为 主机:端口，多个以逗号分隔 / must be host:port,host:port")
    if said.proxies and not all(map(_is_network, said.proxies.split(","))):
        faults.append("HUB_PROXIES 须为 IP 地址或者网段，多个以逗号分隔 / must be IP networks")
    return faults


def _outgoing_faults(said: "Settings") -> list[str]:
    faults = []
    smtp = said.smtp.get_secret_value() if said.smtp else "smtp://"
    if not smtp.startswith(("smtp://", "smtps://", "smtp+starttls://")):
        faults.append("HUB_SMTP 须以 smtp://、smtps:// 或者 smtp+starttls:// 开头 / unknown scheme")
    if said.smtp and "@" not in said.smtp_from:
        faults.append("设置 HUB_SMTP 时须设置 HUB_SMTP_FROM / a sender is needed")
    if said.gateway and len(_revealed(said.gateway_secret)) < SHORTEST_SECRET:
        faults.append(
            f"设置 HUB_GATEWAY 时须设置 HUB_GATEWAY_SECRET，至少 {SHORTEST_SECRET} 个字符"
            " / a secret of that length is needed"
        )
    if said.production and (said.gateway or "https://").startswith("http://"):
        faults.append("生产模式下 HUB_GATEWAY 须为 https 地址 / must be https in production")
    if said.addresses and not said.addresses.is_file():
        faults.append("HUB_ADDRESSES 指向的文件不存在 / there is no such file")
    return faults


def _revealed(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _is_host_and_port(text: str) -> bool:
    try:
        parts = urlsplit(f"//{text.strip()}")
        return bool(parts.hostname and parts.port)
    except ValueError:
        return False


def _is_network(text: str) -> bool:
    try:
        ip_network(text.strip())
    except ValueError:
        return False
    return True
