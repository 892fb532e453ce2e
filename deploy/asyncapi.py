"""AsyncAPI: what travels on the topics, told from the fact classes themselves."""

import json
from functools import cache
from typing import Annotated, Any, Final

import typer
from fastapi import APIRouter, Path
from pydantic.json_schema import models_json_schema

from deploy.topics import OFFICES
from shared.auth import Identity
from shared.contracts.catalogue import KINDS, wording
from shared.contracts.fact import Fact
from shared.errors import Unknown
from shared.settings import settings
from shared.web import ERRORS, needs

HEADERS: Final[dict[str, str]] = {
    "ce_specversion": "1.0",
    "ce_id": "案卷编号/页码",
    "ce_source": "/offices/机构",
    "ce_type": "事实种类",
    "ce_time": "记录时间，RFC 3339",
    "ce_subject": "纠纷标识",
    "ce_dataschema": "/schemas/事实种类",
    "ce_position": "流位，全枢纽连续的十进制序号",
    "ce_labels": "标签，JSON 对象，值为字符串",
    "content-type": "application/json",
}
"""CloudEvents in binary mode; every header is there on every record."""

TRACE: Final = {"traceparent": "W3C 追踪标识，有则随带"}

router = APIRouter(tags=["接口说明"])


def schema_of(fact: type[Fact]) -> dict[str, Any]:
    """JSON Schema of a kind, as its golden file keeps it."""
    return fact.model_json_schema(mode="serialization")


@cache
def document(prefix: str = "hub") -> dict[str, Any]:
    """AsyncAPI 3 of the topics whose names begin with this prefix."""
    payloads, schemas = models_json_schema(
        [(fact, "serialization") for fact in KINDS.values()],
        ref_template="#/components/schemas/{model}",
    )
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "矛盾纠纷多元化解与行政复议枢纽：事实",
            "version": "1",
            "description": "每个机构一个主题，以纠纷为键；一页案卷一条消息，可能重复，以流位去重。",
        },
        "defaultContentType": "application/json",
        "servers": {"kafka": {"host": "{address}", "protocol": "kafka", "variables": _ADDRESS}},
        "channels": {office: _channel(office, prefix) for office in OFFICES},
        "operations": {
            f"hear_{office}": {
                "action": "receive",
                "channel": {"$ref": f"#/channels/{office}"},
                "summary": f"接收 {office} 的事实",
            }
            for office in OFFICES
        },
        "components": {
            "messages": {
                kind: _message(kind, payloads[fact, "serialization"])
                for kind, fact in KINDS.items()
            },
            "schemas": schemas["$defs"],
            "messageTraits": {"fact": {"headers": _headers(), "bindings": _BINDINGS}},
        },
    }


_ADDRESS: Final = {"address": {"description": "HUB_KAFKA", "default": "127.0.0.1:9092"}}
_BINDINGS: Final = {
    "kafka": {
        "key": {
            "type": "string",
            "format": "uuid",
            "description": "纠纷标识，16 个字节",
        },
        "bindingVersion": "0.5.0",
    }
}


def _channel(office: str, prefix: str) -> dict[str, Any]:
    # Clock files and registers belong to whichever office keeps them, on the topic of that one.
    made = [
        k for k, fact in KINDS.items() if fact.office() == office or fact.office() not in OFFICES
    ]
    return {
        "address": f"{prefix}.{office}",
        "messages": {kind: {"$ref": f"#/components/messages/{kind}"} for kind in made},
        "bindings": {"kafka": {"topic": f"{prefix}.{office}", "bindingVersion": "0.5.0"}},
    }


def _message(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    said = wording(kind)
    return {
        "name": kind,
        "title": said.term,
        "summary": f"{said.meaning} ({said.articles})".strip(),
        "contentType": "application/json",
        "traits": [{"$ref": "#/components/messageTraits/fact"}],
        "payload": payload,
    }


def _headers() -> dict[str, Any]:
    told = {**HEADERS, **TRACE}
    return {
        "type": "object",
        "required": list(HEADERS),
        "properties": {
            name: {"type": "string", "description": says} for name, says in told.items()
        },
    }


@router.get("/asyncapi.json")
async def described() -> dict[str, Any]:
    """事实接口说明: AsyncAPI 3 of all topics (PLAN 33)."""
    return document(settings().topic_prefix)


@router.get("/schemas/{kind}", responses={status: ERRORS[status] for status in (401, 404, 422)})
async def schema(
    kind: Annotated[str, Path(title="事实种类", examples=["intake.registered.v1"])],
    who: Annotated[Identity, needs()],
) -> dict[str, Any]:
    """事实的 JSON Schema: what `ce_dataschema` of a record points to (PLAN 33)."""
    del who
    if (known := KINDS.get(kind)) is None:
        raise Unknown(f"没有这种事实：{kind}")
    return schema_of(known)


def asyncapi() -> None:
    """输出事实的 AsyncAPI 说明 / print AsyncAPI 3 of the topics.

    例如: `hub asyncapi > asyncapi.json`
    """
    told = document(settings().topic_prefix)
    typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
