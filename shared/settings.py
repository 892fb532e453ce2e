"""设置: what the hub is told by its environment, read once.

Every setting is an environment variable that begins with `HUB_`. Left alone, the hub runs on one
machine with a database and a broker of its own; `explained` lists them all for the documents.
"""

import difflib
import os
import secrets
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX: Final = "HUB_"
SHORTEST_SECRET: Final = 32
"""Characters of `HUB_SECRET` at least: HS256 and the keyed hashes stand on it."""


class BadSettings(ValueError):
    """配置有误: settings that are wrong or contradict each other, told in Chinese and English."""


class Settings(BaseSettings):
    """What the environment says."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, use_attribute_docstrings=True, env_ignore_empty=True
    )

    data: Path = Path(".hub")
    """数据目录: folder for databases, topics, keys and `run.json` of the embedded servers."""

    host: str = "127.0.0.1"
    """监听地址: address on which the web part listens."""

    port: int = Field(default=8000, ge=1, le=65535)
    """端口: port on which the web part listens."""

    database_url: SecretStr | None = None
    """数据库: `postgresql://user:password@host:port/name`; empty: the hub starts its own."""

    kafka: str | None = None
    """消息代理: `host:port`, several separated by commas; empty: the hub starts its own."""

    production: bool = False
    """生产模式: asks for servers, an issuer and a secret of one's own; signs no tokens, moves no
    clock."""

    secret: SecretStr | None = None
    """密钥: key of the keyed hashes and of local tokens, 32 characters or more; empty: made once in
    the data folder. Whoever changes it no longer recognises repeats among older disputes."""

    topic_prefix: str = Field(default="hub", pattern=r"^[a-z][a-z0-9-]{0,30}$")
    """主题前缀: what the names of topics and consumers begin with."""

    partitions: int = Field(default=4, ge=1, le=256)
    """分区数: partitions of each topic; fixed when the topics are made."""

    directory: Path | None = None
    """组织名录: file with the city's organs; empty: the one that comes with the hub."""

    explain_within: str = Field(default="3wd", pattern=r"^[1-9]\d?(wd|d)$")
    """说明期限: how long an organ has to explain itself when asked, `3wd` or `5d` (RULES 65)."""

    model: Path | None = None
    """建议模型: file that `hub routing train` wrote; empty: nothing is suggested."""

    front: Path | None = None
    """前端包: folder with the packages that pages load (`htmx.org`, `echarts`); empty: the one that
    `make install` fetched."""

    papers: Path | None = None
    """文书模板: folder with the city's own templates of papers, in it one for each
    office; empty: those that come with the hub, which also stand in for one that is not in it."""

    fonts: Path | None = None
    """字体: folder with the city's own fonts for PDF, as 仿宋 and 小标宋; empty: those of the
    machine, and where it has none, those that come with the hub."""

    oidc_issuer: str | None = None
    """身份提供方: address of the OIDC issuer; empty: the hub signs its own tokens."""

    oidc_audience: str | None = None
    """受众: the `aud` that its tokens must carry."""

    oidc_code_claim: str = "sub"
    """人员代码: claim that holds the code of the officer or party."""

    oidc_roles_claim: str = "roles"
    """角色: claim that holds the roles, a list or words; a dot goes into an inner object."""

    oidc_organ_claim: str = "organ"
    """机构: claim that holds the code of the organ."""

    oidc_county_claim: str = "county"
    """县区: claim that holds the six digits of the county."""

    oidc_disputes_claim: str = "disputes"
    """本人纠纷: claim that holds the ids of a party's own disputes."""

    oidc_persons_claim: str = "persons"
    """本人标识: claim that holds a party's own ids in those disputes, as `people` keeps them."""

    oidc_role_names: dict[str, str] = Field(default_factory=dict)
    """角色对照: JSON object from the issuer's names of roles to the hub's."""

    oidc_client_id: str | None = None
    """客户端标识: under which the issuer knows the hub's desks; empty: nobody signs in there."""

    oidc_client_secret: SecretStr | None = None
    """客户端密钥: with which the desks show the issuer who they are; empty: a public client."""

    oidc_scopes: str = "openid"
    """授权范围: what is asked of the issuer when somebody signs in, words with blanks."""

    session_idle_minutes: int = Field(default=30, ge=1, le=24 * 60)
    """会话空闲时限: minutes after which a session ends that nobody uses."""

    session_longest_hours: int = Field(default=12, ge=1, le=7 * 24)
    """会话最长时限: hours after which a session ends however busy it is."""

    addresses: Path | None = None
    """外发地址: file with the addresses of organs to which notices go out; empty: none go out."""

    smtp: SecretStr | None = None
    """邮件服务器: `smtp://user:password@host:port`, or with `smtps` or `smtp+starttls`; empty: none
    is mailed."""

    smtp_from: str = ""
    """发件地址: from which notices are mailed."""

    gateway: str | None = None
    """消息网关: address to which notices are posted; empty: none are."""

    gateway_secret: SecretStr | None = None
    """消息网关密钥: key by which what is posted is signed, 32 characters or more."""

    public_url: str = ""
    """对外地址: address under which officers reach the hub, for links in mails and messages and the
    way back from the issuer; empty: as the browser asks."""

    proxies: str = ""
    """前置代理: addresses or networks of proxies, separated by commas, believed on who asks and
    whether over TLS; empty: none is, and all who come through one count as one address."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """日志级别: the least important lines that are still written."""

    otlp: str | None = None
    """追踪: address of an OTLP/HTTP collector of traces; empty: none are sent."""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        faults = [
            *self._production_faults(),
            *self._address_faults(),
            *self._outgoing_faults(),
        ]
        if bool(self.oidc_issuer) != bool(self.oidc_audience):
            faults.append(
                "HUB_OIDC_ISSUER 与 HUB_OIDC_AUDIENCE 须同时设置 / set both or neither of them"
            )
        if self.secret and len(self.secret.get_secret_value()) < SHORTEST_SECRET:
            faults.append(f"HUB_SECRET 至少 {SHORTEST_SECRET} 个字符 / is shorter than that")
        if self.directory and not self.directory.is_file():
            faults.append("HUB_DIRECTORY 指向的文件不存在 / there is no such file")
        faults += [
            f"{PREFIX}{name.upper()} 指向的目录不存在 / there is no such folder"
            for name in ("front", "papers", "fonts")
            if (folder := getattr(self, name)) and not folder.is_dir()
        ]
        if self.model and not self.model.is_file():
            faults.append("HUB_MODEL 指向的文件不存在 / there is no such file")
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _production_faults(self) -> list[str]:
        if not self.production:
            return []
        needed = ("database_url", "kafka", "secret", "oidc_issuer")
        faults = [
            f"生产模式下必须设置 {PREFIX}{name.upper()} / production mode requires it"
            for name in needed
            if not getattr(self, name)
        ]
        if self.oidc_issuer and not self.oidc_issuer.startswith("https://"):
            faults.append(
                "生产模式下 HUB_OIDC_ISSUER 须为 https 地址 / must be https in production"
            )
        return faults

    def _address_faults(self) -> list[str]:
        url = self.database_url.get_secret_value() if self.database_url else "postgresql://"
        faults = [
            f"{PREFIX}{name.upper()} 须为 http(s) 地址 / must be an http(s) URL"
            for name in ("oidc_issuer", "otlp", "gateway", "public_url")
            if not (getattr(self, name) or "http://").startswith(("http://", "https://"))
        ]
        if not url.startswith(("postgresql://", "postgres://")):
            faults.append("HUB_DATABASE_URL 须以 postgresql:// 开头 / must be a PostgreSQL address")
        if self.kafka and not all(map(_is_host_and_port, self.kafka.split(","))):
            faults.append("HUB_KAFKA 须为 主机:端口，多个以逗号分隔 / must be host:port,host:port")
        if self.proxies and not all(map(_is_network, self.proxies.split(","))):
            faults.append("HUB_PROXIES 须为 IP 地址或者网段，多个以逗号分隔 / must be IP networks")
        return faults

    def _outgoing_faults(self) -> list[str]:
        faults = []
        smtp = self.smtp.get_secret_value() if self.smtp else "smtp://"
        if not smtp.startswith(("smtp://", "smtps://", "smtp+starttls://")):
            faults.append(
                "HUB_SMTP 须以 smtp://、smtps:// 或者 smtp+starttls:// 开头 / unknown scheme"
            )
        if self.smtp and "@" not in self.smtp_from:
            faults.append("设置 HUB_SMTP 时须设置 HUB_SMTP_FROM / a sender is needed")
        if self.gateway and len(_revealed(self.gateway_secret)) < SHORTEST_SECRET:
            faults.append(
                f"设置 HUB_GATEWAY 时须设置 HUB_GATEWAY_SECRET，至少 {SHORTEST_SECRET} 个字符"
                " / a secret of that length is needed"
            )
        if self.production and (self.gateway or "https://").startswith("http://"):
            faults.append("生产模式下 HUB_GATEWAY 须为 https 地址 / must be https in production")
        if self.addresses and not self.addresses.is_file():
            faults.append("HUB_ADDRESSES 指向的文件不存在 / there is no such file")
        return faults

    @property
    def over_tls(self) -> bool:
        """Whether browsers reach the hub over TLS only, whatever stands between."""
        return self.production or self.public_url.startswith("https://")

    def key(self) -> bytes:
        """The secret 密钥; on the embedded default made once in the data folder, for its owner."""
        if self.secret:
            return self.secret.get_secret_value().encode()
        return _kept_secret(self.data / "secret")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """What the environment said when it was first asked.

    Raises:
        BadSettings: A setting is wrong, misspelt, or contradicts another.
    """
    _refuse_misspelt()
    try:
        return Settings()
    except ValidationError as wrong:
        lines = []
        for error in wrong.errors(include_input=False, include_url=False):
            name = PREFIX + "_".join(map(str, error["loc"])).upper()
            said = str(error.get("ctx", {}).get("error", error["msg"]))
            lines.append(said if not error["loc"] else f"{name} 的值不合要求 / {said}")
        # The original repeats the values, passwords among them.
        raise BadSettings("\n".join(lines)) from None


def explained() -> list[tuple[str, str, str]]:
    """Every setting for the documents: variable, default, meaning."""
    return [
        (
            PREFIX + name.upper(),
            "" if field.default is None or field.default_factory else str(field.default),
            " ".join((field.description or "").split()),
        )
        for name, field in Settings.model_fields.items()
    ]


def _revealed(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


def _refuse_misspelt() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.87)
        if name.startswith(PREFIX) and name not in known and near:
            raise BadSettings(f"没有 {name} 这个设置，是否为 {near[0]} / no such setting: {name}")


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


def _kept_secret(path: Path) -> bytes:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"secret.{os.getpid()}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # Fails where another process was first; then its secret holds.
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_bytes()
