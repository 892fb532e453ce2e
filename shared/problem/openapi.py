"""How the interface description tells of problems: one schema, and an example for each status."""

from typing import Any, Final

from fastapi import FastAPI

from shared.problem.model import MEDIA_TYPE, Problem

_REF: Final = {"$ref": "#/components/schemas/Problem"}


def _told(kind: str, status: int, title: str, detail: str, **more: object) -> dict[str, Any]:
    example = {
        "type": f"urn:hub:problem:{kind}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": "/reconsiderations/3f2b6c1e-8d0a-4a57-9a64-0f6f3f6f0c11/draft",
        **more,
    }
    return {
        "description": title,
        "content": {MEDIA_TYPE: {"schema": _REF, "example": example}},
    }


ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    401: _told("unauthenticated", 401, "身份未经确认", "令牌已过期，请重新登录"),
    403: _told(
        "forbidden",
        403,
        "权限不足",
        "此操作需要以下角色之一：行政复议机构负责人",
        needed=[{"role": "reconsideration_head", "term": "行政复议机构负责人"}],
    ),
    404: _told("unknown", 404, "未找到", "没有这个案卷，或者您无权查看"),
    409: _told(
        "refused",
        409,
        "依法不予准许",
        "尚无行政复议委员会的咨询意见",
        article={"code": "ARL 52(1)", "text": "《行政复议法》第52条第1款"},
    ),
    412: _told("stale", 412, "案卷已有更新", "案卷自您读取后已有更新，请重新读取后再办理"),
    422: _told(
        "malformed",
        422,
        "内容不符合要求",
        "有 1 处内容不符合要求，请逐项更正",
        fields=[
            {
                "place": "body",
                "pointer": "#/parties/0/name",
                "title": "当事人第1项·姓名",
                "message": "必须填写",
            }
        ],
    ),
    503: _told("away", 503, "服务暂不可用", "数据库暂时无法访问，本次请求未受理，请稍后再试"),
}
"""Error answers of a route, for its `responses`."""
ERRORS[401]["headers"] = {
    "WWW-Authenticate": {"schema": {"type": "string"}, "description": "Bearer"}
}
ERRORS[503]["headers"] = {
    "Retry-After": {"schema": {"type": "integer"}, "description": "几秒后可以再试"}
}

TOO_LARGE: Final = _told("too-large", 413, "请求内容过大", "请求内容过大")
"""What a route adds that reads so much and no more."""


IF_MATCH: Final = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "所依据的页码，即读取时的 ETag；案卷已有更新的，答复 412",
    "schema": {"type": "string", "title": "所依据的页码", "examples": ['"3"']},
}
"""What every act on a file may say, which the desk reads by itself."""


def describe(app: FastAPI) -> None:
    """Add to the application's description the schema of a problem, and If-Match of each act."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        described = plain()
        schemas = described.setdefault("components", {}).setdefault("schemas", {})
        if "Problem" not in schemas:
            own = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas |= own.pop("$defs", {})
            schemas["Problem"] = own
            for path, operations in described["paths"].items():
                if "{case_id}" in path and "post" in operations:
                    operations["post"].setdefault("parameters", []).append(dict(IF_MATCH))
        return described

    app.openapi = openapi  # type: ignore[method-assign]  # the way FastAPI documents
