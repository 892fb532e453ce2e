"""剧本: a case as a list of dated acts, written in YAML by people who know the law.

A value that begins with `@` is a party by name, one that begins with `#` is a file by the name that
an act gave it with `as`, or by the name of its kind: `"@张某"`, `"#纠纷"`, `"#whistle"`.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from yaml import YAMLError

from deploy.plain_yaml import load
from shared.auth import Role
from shared.law.article import Article
from shared.law.period import CITY
from shared.problem import chinese

MORNING: Final = time(9, 0)
"""When an act takes place that names no hour."""


class BadScript(ValueError):
    """The script cannot be read or played; the message says where and why, in Chinese."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Player(_Part):
    """人物: whoever acts, as `role@organ`."""

    role: Role
    organ: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The player that `role@organ` names.

        Raises:
            ValueError: There is no such role.
        """
        role, _, organ = text.partition("@")
        try:
            return cls(role=Role(role), organ=organ)
        except ValueError:
            raise ValueError(f"没有“{role}”这个角色，可用：{'、'.join(Role)}") from None


class Expected(_Part):
    """预期结果: what a scenario in the documents says comes of an act; a test holds it to that."""

    refused: str = ""
    """Code of the article that refuses it, as `ARL 62(1)`."""
    malformed: bool = False

    @field_validator("refused")
    @classmethod
    def _cited(cls, code: str) -> str:
        return Article.parse(code).code if code else ""


class ActIn(_Part):
    """行为: who does what, when, with which findings."""

    on: date
    at: time | None = None
    do: str
    """The door, as `reconsideration.accept`; `hub rehearse --doors` lists them."""
    who: str = ""
    """A name among `people`, or `role@organ`."""
    file: str = ""
    """Which file, where several would fit: a name given by `as`, or the name of its kind."""
    name: str = Field("", alias="as")
    """What the file is called from now on."""
    having: dict[str, Any] = Field(default_factory=dict, alias="with")
    """The body, as the door takes it over HTTP."""
    expect: Expected = Expected()

    @property
    def moment(self) -> datetime:
        """When it is done."""
        return datetime.combine(self.on, self.at or MORNING, CITY)


class Script(_Part):
    """剧本, as its file holds it."""

    title: str
    says: str = ""
    people: dict[str, Player] = Field(default_factory=dict)
    acts: tuple[ActIn, ...] = ()
    until: date | None = None
    """Until when time passes after the last act."""
    ends: dict[str, str] = Field(default_factory=dict)
    """State of files at the end, by name: what a test holds the scenario to."""

    @field_validator("people", mode="before")
    @classmethod
    def _players(cls, said: Any) -> Any:  # noqa: ANN401 - whatever stands in the file
        if not isinstance(said, dict):
            return said
        return {k: Player.parse(v) if isinstance(v, str) else v for k, v in said.items()}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for earlier, later in zip(self.acts, self.acts[1:], strict=False):
            if later.moment < earlier.moment:
                raise ValueError(f"{later.on} 的“{later.do}”写在 {earlier.on} 的“{earlier.do}”之后")
        return self

    def player(self, act: ActIn) -> Player:
        """Who acts.

        Raises:
            BadScript: Nobody of that name is among the people.
        """
        if act.who in self.people:
            return self.people[act.who]
        try:
            return Player.parse(act.who)
        except ValueError as error:
            raise BadScript(f"{act.on} {act.do}：人物“{act.who}”不在 people 中；{error}") from None


def read(text: str) -> Script:
    """The script that a YAML text holds.

    Raises:
        BadScript: It is no YAML, or not of this form.
    """
    try:
        return Script.model_validate(load(text))
    except YAMLError as error:
        raise BadScript(f"不是 YAML：{error}") from None
    except ValidationError as error:
        raise BadScript(f"剧本有误：{_faults(error)}") from None


def read_file(path: Path) -> Script:
    """The same from a file.

    Raises:
        BadScript: There is no such file that can be read, or it is no script.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadScript(f"没有这个文件：{path}") from None
    except (OSError, UnicodeDecodeError):
        raise BadScript(f"读不出这个文件，应为 UTF-8 文本：{path}") from None
    return read(text)


def acts_of(texts: Iterable[str]) -> tuple[ActIn, ...]:
    """Acts that stand alone 如果又有, each a YAML mapping.

    Raises:
        BadScript: One is no act.
    """
    try:
        return tuple(ActIn.model_validate(load(text)) for text in texts)
    except YAMLError as error:
        raise BadScript(f"--what-if 不是 YAML：{error}") from None
    except ValidationError as error:
        raise BadScript(f"--what-if 不是一个行为：{_faults(error)}") from None


def _faults(error: ValidationError) -> str:
    """All that is wrong, each at its place."""
    return "；".join(
        ".".join(map(str, one["loc"])) + "：" + chinese.said(one["type"], one.get("ctx") or {})
        for one in error.errors()
    )
