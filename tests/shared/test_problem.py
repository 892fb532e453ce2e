import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

import httpx
import pytest
from asyncpg import (
    DiskFullError,
    IdleSessionTimeoutError,
    InterfaceError,
    InternalClientError,
    PostgresConnectionError,
)
from fastapi import Depends, FastAPI, Header, Query
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import core_schema
from starlette.exceptions import HTTPException

from shared.auth import Forbidden, Role, Unauthenticated
from shared.errors import Away, Malformed, Stale, Unknown
from shared.law.article import ARL
from shared.law.procedure import Refused
from shared.problem import ERRORS, MEDIA_TYPE, Problem, install
from shared.problem.chinese import said


class Channel(StrEnum):
    WINDOW = "window"
    LETTER = "letter"


class Natural(BaseModel):
    kind: Literal["natural"]
    name: str = Field(title="姓名", min_length=2)


class Legal(BaseModel):
    kind: Literal["legal"]
    name: str = Field(title="名称")


class Dispute(BaseModel):
    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    parties: list[Annotated[Natural | Legal, Field(discriminator="kind")]] = Field(title="当事人")
    channel: Channel = Field(title="来源渠道")
    happened_on: date | None = None
    """行为发生日, as far as it is known."""
    amount: int | bool = Field(default=0, title="金额")
    phone: str = Field(default="", title="联系电话")

    @field_validator("phone")
    @classmethod
    def _is_mobile(cls, value: str) -> str:
        if value == "1":
            raise ValueError("手机号应为 11 位")
        if value == "2":
            raise ValueError("number too short")
        return value


class Page(BaseModel):
    limit: int = Field(default=10, title="每页条数", le=100)


def _key(idempotency_key: Annotated[str, Header(title="幂等键", min_length=8)]) -> str:
    return idempotency_key


REASONS: dict[str, Exception] = {
    "refused": Refused("尚无咨询意见", ARL[52].par(1)),
    "unknown": Unknown("没有这个案卷"),
    "stale": Stale("案卷已有更新"),
    "malformed": Malformed("发生地不在本市", "parties.0.name"),
    "away": Away("数据库暂时无法访问"),
    "database": PostgresConnectionError("connection was closed"),
    "closed": InterfaceError("connection is closed"),
    "full": DiskFullError("could not extend file"),
    "ending": IdleSessionTimeoutError("terminating connection"),
    "confused": InternalClientError("got result for unknown protocol state 3"),
    "unauthenticated": Unauthenticated("令牌已过期"),
    "forbidden": Forbidden([Role.SUPERVISOR]),
    "protocol": HTTPException(418, "I'm a teapot"),
    "error": ValueError("身份证号 11010519491231002X"),
}


def _app() -> FastAPI:
    app = FastAPI()
    install(app)

    @app.post("/disputes/{case_id}", responses=ERRORS, dependencies=[Depends(_key)])
    async def register(case_id: UUID, body: Dispute) -> str:
        return f"{case_id} {body.channel}"

    @app.get("/disputes", responses=ERRORS)
    async def listed(page: Annotated[Page, Query()], county: Annotated[int, Query()] = 0) -> str:
        return f"{page} {county}"

    @app.post("/fails/{reason}")
    async def fail(reason: str, body: Dispute) -> None:
        assert body.parties == []
        raise REASONS[reason]

    return app


async def _ask(method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401 - as httpx
    transport = httpx.ASGITransport(_app(), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        answer = await client.request(method, path, **more)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert Problem.model_validate(answer.json()).status == answer.status_code
    return answer


async def _faults(**body: object) -> dict[str, tuple[str, str]]:
    whole = {"parties": [], "channel": "window"} | body
    path = f"/disputes/{UUID(int=1)}"
    answer = await _ask("POST", path, json=whole, headers={"idempotency-key": "k" * 8})
    assert answer.status_code == 422
    return {one["pointer"]: (one["title"], one["message"]) for one in answer.json()["fields"]}


async def _fail(reason: str) -> httpx.Response:
    return await _ask("POST", f"/fails/{reason}", json={"parties": [], "channel": "window"})


async def test_a_refusal_cites_its_article() -> None:
    """行政复议委员会 (ARL 52)."""
    answer = await _fail("refused")
    assert answer.status_code == 409
    assert answer.json() == {
        "type": "urn:hub:problem:refused",
        "title": "依法不予准许",
        "status": 409,
        "detail": "尚无咨询意见",
        "instance": "/fails/refused",
        "article": {"code": "ARL 52(1)", "text": "《行政复议法》第52条第1款"},
    }


@pytest.mark.parametrize(
    ("reason", "status", "header"),
    [
        ("unknown", 404, None),
        ("stale", 412, None),
        ("malformed", 422, None),
        ("away", 503, "retry-after"),
        ("database", 503, "retry-after"),
        ("closed", 503, "retry-after"),
        ("full", 503, "retry-after"),
        ("ending", 503, "retry-after"),
        ("confused", 503, "retry-after"),
        ("unauthenticated", 401, "www-authenticate"),
        ("forbidden", 403, None),
        ("protocol", 418, None),
        ("error", 500, None),
    ],
)
async def test_every_error_is_a_problem_in_chinese(
    reason: str, status: int, header: str | None
) -> None:
    answer = await _fail(reason)
    told = answer.json()
    assert answer.status_code == status
    assert header is None or header in answer.headers
    assert not re.search("[A-Za-z]", told["title"] + told["detail"])


async def test_an_unforeseen_error_does_not_repeat_its_words() -> None:
    assert "11010519491231002X" not in (await _fail("error")).text


async def test_a_missing_right_names_the_role_that_would_do() -> None:
    assert (await _fail("forbidden")).json()["needed"] == [
        {"role": "supervisor", "term": "监督人员"}
    ]


async def test_what_a_command_finds_malformed_points_to_its_field() -> None:
    [fault] = (await _fail("malformed")).json()["fields"]
    assert fault["pointer"] == "#/parties/0/name"
    assert fault["title"] == "当事人第1项·姓名"


async def test_fields_are_told_all_at_once_by_their_chinese_titles() -> None:
    faults = await _faults(
        parties=[{"kind": "natural", "name": "张"}, {"kind": "legal"}, {"kind": "ghost"}],
        channel="drone",
        happened_on="yesterday",
        colour="red",
    )
    assert faults == {
        "#/parties/0/name": ("当事人第1项·姓名", "至少 2 个字"),
        "#/parties/1/name": ("当事人第2项·名称", "必须填写"),
        "#/parties/2": ("当事人第3项", "类别应为以下之一：natural、legal"),
        "#/channel": ("来源渠道", "应为以下之一：window、letter"),
        "#/happened_on": ("行为发生日", "应为日期，如 2026-11-23"),
        "#/colour": ("colour", "没有这个字段，请删去或者检查拼写"),
    }


async def test_a_union_is_told_of_once() -> None:
    assert await _faults(amount="much") == {"#/amount": ("金额", "应为整数")}


async def test_a_validator_speaks_for_itself_if_it_speaks_chinese() -> None:
    assert await _faults(phone="1") == {"#/phone": ("联系电话", "手机号应为 11 位")}
    assert await _faults(phone="2") == {"#/phone": ("联系电话", "不符合要求")}


async def test_path_query_and_header_are_told_with_their_place() -> None:
    answer = await _ask(
        "POST", "/disputes/7", json={"parties": [], "channel": "window"}, headers={}
    )
    places = {one["place"]: (one["title"], one["message"]) for one in answer.json()["fields"]}
    assert places == {
        "path": ("case_id", "应为 UUID 标识"),
        "header": ("幂等键", "必须填写"),
    }


async def test_json_that_is_none_is_said_to_be_none() -> None:
    headers = {"content-type": "application/json", "idempotency-key": "k" * 8}
    answer = await _ask("POST", f"/disputes/{UUID(int=1)}", content="{bad", headers=headers)
    assert answer.json()["fields"] == [
        {"place": "body", "pointer": "#", "title": "请求正文", "message": "不是合法的 JSON"}
    ]


async def test_no_route_is_a_problem_too() -> None:
    assert (await _ask("GET", "/nowhere")).json()["title"] == "未找到"
    assert (await _ask("DELETE", "/disputes")).json()["title"] == "不支持这种请求方法"


def test_whatever_pydantic_finds_is_said_without_english() -> None:
    context = {"error": ValueError("English words"), "expected": "'1' or '2'"}
    for kind in get_args(core_schema.ErrorType):
        words = re.sub("JSON|UUID|UTF|true|false|P3D|T09", "", said(kind, context))
        assert words
        assert not re.search("[A-Za-z]", words), kind


def test_the_description_knows_the_problem_and_no_other_error() -> None:
    described = _app().openapi()
    schemas = described["components"]["schemas"]
    assert {"Problem", "FieldFault", "Cited", "Needed"} <= schemas.keys()
    answers = described["paths"]["/disputes"]["get"]["responses"]
    assert set(answers) == {"200", "401", "403", "404", "409", "412", "422", "503"}
    for status in set(answers) - {"200"}:
        told = answers[status]["content"]
        assert set(told) == {MEDIA_TYPE}
        Problem.model_validate(told[MEDIA_TYPE]["example"])
