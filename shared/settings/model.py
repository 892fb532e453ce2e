"""Every setting, with its default and what it means."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.settings.faults import PREFIX, faults_of
from shared.settings.secret import kept_secret


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

    oidc_title_claim: str = "name"
    """称谓: claim that holds what the officer or the post is called on pages."""

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
    """对外地址: address under which officers and parties reach the hub, for links in mails, in
    messages and on 回执, and the way back from the issuer; empty: as the browser asks."""

    proxies: str = ""
    """前置代理: addresses or networks of proxies, separated by commas, believed on who asks and
    whether over TLS; empty: none is, and all who come through one count as one address."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """日志级别: the least important lines that are still written."""

    otlp: str | None = None
    """追踪: address of an OTLP/HTTP collector of traces; empty: none are sent."""

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if faults := faults_of(self):
            raise ValueError("\n".join(faults))
        return self

    @property
    def over_tls(self) -> bool:
        """Whether browsers reach the hub over TLS only, whatever stands between."""
        return self.production or self.public_url.startswith("https://")

    def key(self) -> bytes:
        """The secret 密钥; on the embedded default made once in the data folder, for its owner."""
        if self.secret:
            return self.secret.get_secret_value().encode()
        return kept_secret(self.data / "secret")
