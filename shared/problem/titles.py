"""字段名称: what the form calls the field in which pydantic found something wrong."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, cast

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter

_HAN: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、（）]*")
_PLACES: Final = {"query": "query_params", "path": "path_params", "header": "header_params"}
_WHOLE: Final = {
    "body": "请求正文",
    "query": "查询参数",
    "path": "路径",
    "header": "请求头",
    "cookie": "Cookie",
}

Node = tuple[Mapping[str, Any], Mapping[str, Any]]
"""A JSON schema, and the definitions that it refers to."""

Step = str | int


def located(
    route: object, place: str, steps: Sequence[Step], *, unknown: bool = False
) -> tuple[str, str]:
    """JSON pointer and Chinese title of a field; tags of unions, which are no fields, left out.

    `unknown` says that the last step names a field that should not be there.
    """
    here = _roots(route, place) if isinstance(route, APIRoute) else []
    pointer, title = "#", ""
    for number, step in enumerate(steps):
        found = [child for node in here for child in _children(node, step)]
        is_stray = unknown and number == len(steps) - 1
        if here and not found and isinstance(step, str) and not is_stray:
            here = list(_narrowed(here, step)) or here
            continue
        here = found
        pointer += "/" + str(step).replace("~", "~0").replace("/", "~1")
        title = _joined(title, step, found)
    return pointer, title or _WHOLE[place]


def _joined(title: str, step: Step, found: Sequence[Node]) -> str:
    if isinstance(step, int):
        return f"{title}第{step + 1}项"
    name = next((named for node, _ in found if (named := _title(node))), step)
    return f"{title}·{name}" if title else name


def _title(node: Mapping[str, Any]) -> str:
    title = str(node.get("title", ""))
    if _HAN.search(title):
        return title
    described = _HAN.search(str(node.get("description", "")))
    return described[0] if described else ""


def _children(node: Node, step: Step) -> Iterator[Node]:
    for schema, defs in _alternatives(*node):
        child = _child(schema, step)
        if isinstance(child, Mapping):
            yield child, defs


def _child(schema: Mapping[str, Any], step: Step) -> object:
    if isinstance(step, int):
        prefix = schema.get("prefixItems", [])
        return prefix[step] if step < len(prefix) else schema.get("items")
    return schema.get("properties", {}).get(step, schema.get("additionalProperties"))


def _narrowed(here: Sequence[Node], tag: str) -> Iterator[Node]:
    """Of a union the member with this tag, or of this name."""
    for top, defs in here:
        for schema, _ in _alternatives(top, defs):
            ref = schema.get("discriminator", {}).get("mapping", {}).get(tag, tag)
            if (name := str(ref).rsplit("/", 1)[-1]) in defs:
                yield defs[name], defs


def _alternatives(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[Node]:
    if "$ref" in schema:
        yield from _alternatives(defs[schema["$ref"].rsplit("/", 1)[-1]], defs)
        return
    yield schema, defs
    for union in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(union, ()):
            yield from _alternatives(one, defs)


def _roots(route: APIRoute, place: str) -> list[Node]:
    if place == "body":
        whole = route.body_field.field_info.annotation if route.body_field else None
        # mypy does not see that a type form has a hash.
        return [_schema(whole)] if whole else []  # type: ignore[arg-type]
    if place not in _PLACES:
        return []
    named: dict[str, Any] = {}
    roots: list[Node] = [({"properties": named}, {})]
    for dependant in _flat(route.dependant):
        for field in getattr(dependant, _PLACES[place]):
            info = field.field_info
            named[field.alias] = {"title": info.title or "", "description": info.description or ""}
            if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
                roots.append(_schema(info.annotation))
    return roots


def _flat(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for inner in dependant.dependencies:
        yield from _flat(inner)


@lru_cache(maxsize=512)
def _schema(annotation: object) -> Node:
    schema = TypeAdapter(cast("type[Any]", annotation)).json_schema()
    return schema, schema.get("$defs", {})
