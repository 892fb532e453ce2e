"""Every door of the hub, held against the house: who gets in, and what the description promises."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Any, Final

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from deploy.doors import routers
from deploy.lawdesk import questions
from deploy.web import make_app
from shared.auth import LocalTokens, Role
from shared.clock import CITY, StillClock
from shared.door import LAW_DESK, PUBLIC, is_public
from shared.law.article import Article
from shared.settings import Settings
from tests.house.doors import DOORS

ROUTES: Final = [
    route for router in routers() for route in router.routes if isinstance(route, APIRoute)
]
TOKENS: Final = LocalTokens(b"x" * 40, StillClock(datetime(2026, 11, 23, 9, tzinfo=CITY)))
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
CITATION: Final = re.compile(r"\b[A-Z_]+(?:2007|2026)? \d+")
ID: Final = "7f3d1c58-7c0d-4f0e-9b1f-0d5b3a9c2e11"
JSON: Final = {"content-type": "application/json"}
BROKEN: Final = b"{no json"
"""A body that nobody can read: whoever is not let in is told so, and not what is wrong with it."""

every_route = pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{min(r.methods)} {r.path}")
closed_routes = pytest.mark.parametrize(
    "route",
    [r for r in ROUTES if not is_public(r.path)],
    ids=lambda r: f"{min(r.methods)} {r.path}",
)


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """The web part with nothing behind it: no database, no hub."""
    made = make_app(Settings())
    made.state.tokens = TOKENS
    return made


@pytest.fixture(scope="module")
def described(app: FastAPI) -> dict[str, Any]:
    """What it says of itself."""
    return app.openapi()


@pytest.fixture
async def door(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield client


def place(path: str) -> str:
    """The path with something in its gaps."""
    return re.sub(r"\{.*?\}", ID, path)


# -- who gets in


@closed_routes
@pytest.mark.parametrize("body", [b"{}", BROKEN], ids=["empty", "broken"])
async def test_without_a_token_nothing_is_answered_but_who_are_you(
    route: APIRoute, body: bytes, door: httpx.AsyncClient
) -> None:
    answer = await door.request(min(route.methods), place(route.path), content=body, headers=JSON)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_what_is_public_is_what_the_list_says_and_is_there(
    app: FastAPI, door: httpx.AsyncClient
) -> None:
    """公开的入口只有清单上的几个."""
    paths = {route.path for route in ROUTES} | {app.openapi_url}
    open_ones = {p for p in paths if p and (await door.get(place(p))).status_code != 401}
    desk = {LAW_DESK, *(f"{LAW_DESK}/{one.name}" for one in questions())}
    assert open_ones == PUBLIC | desk


async def test_a_stranger_does_not_learn_which_paths_there_are(door: httpx.AsyncClient) -> None:
    assert (await door.get("/nothing/of/the/kind")).status_code == 401


def test_every_door_that_makes_a_fact_stands_in_the_table_of_roles() -> None:
    assert {r.path for r in ROUTES if r.methods == {"POST"} and not is_public(r.path)} == set(DOORS)
    assert not [r.path for r in ROUTES if r.methods not in ({"GET"}, {"POST"})]


@pytest.mark.parametrize(("path", "roles"), DOORS.items(), ids=list(DOORS))
async def test_a_wrong_role_is_told_which_would_do(
    path: str, roles: frozenset[Role], door: httpx.AsyncClient
) -> None:
    for role in set(Role) - roles:
        token = TOKENS.issue("o-1", [role], organ="620702-government")
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "role-0001"}
        answer = await door.post(place(path), json={}, headers=headers)
        assert answer.status_code == 403, (role, answer.text)
        assert {one["role"] for one in answer.json()["needed"]} == roles


@pytest.mark.parametrize(("path", "roles"), DOORS.items(), ids=list(DOORS))
async def test_a_right_role_is_let_in(
    path: str, roles: frozenset[Role], door: httpx.AsyncClient
) -> None:
    for role in roles:
        token = TOKENS.issue("o-1", [role], organ="620702-government")
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "role-0001"}
        answer = await door.post(place(path), json={}, headers=headers)
        assert answer.status_code not in (401, 403), (role, answer.text)


# -- what is said of it


@every_route
def test_a_door_says_what_it_is_in_chinese(route: APIRoute) -> None:
    assert HAN.search(route.description)


@closed_routes
def test_a_door_cites_articles_that_there_are(route: APIRoute) -> None:
    """每个法律行为都有出处."""
    cited = CITATION.findall(route.description)
    assert cited
    assert [Article.parse(code).code for code in cited] == cited


def errors_of(route: APIRoute) -> set[str]:
    """The errors that can occur there, as far as its shape tells."""
    asks = route.dependant.path_params or route.dependant.query_params or route.body_field
    found = {"401"}
    found |= {"404"} if route.dependant.path_params else set()
    found |= {"422"} if asks else set()
    found |= {"403", "409", "422", "503"} if "POST" in route.methods else set()
    return found


@closed_routes
def test_the_errors_of_a_door_are_described_as_problems(
    route: APIRoute, described: dict[str, Any]
) -> None:
    told = described["paths"][route.path][min(route.methods).lower()]["responses"]
    assert errors_of(route) <= told.keys()
    for status in (one for one in told if one >= "400"):
        assert list(told[status]["content"]) == ["application/problem+json"]
        assert HAN.search(told[status]["description"])


@closed_routes
def test_a_door_says_that_it_asks_for_a_token(route: APIRoute, described: dict[str, Any]) -> None:
    assert described["paths"][route.path][min(route.methods).lower()]["security"]


def fields(schema: dict[str, Any], described: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every field of a form, however deep."""
    if "$ref" in schema:
        schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items")):
        if isinstance(inner, dict):
            yield from fields(inner, described)
    for name, field in schema.get("properties", {}).items():
        yield name, field
        yield from fields(field, described)


@every_route
def test_every_field_that_is_asked_for_is_named_in_chinese_with_an_example(
    route: APIRoute, described: dict[str, Any]
) -> None:
    operation = described["paths"][route.path][min(route.methods).lower()]
    asked = [(one["name"], one["schema"] | one) for one in operation.get("parameters", ())]
    for content in operation.get("requestBody", {}).get("content", {}).values():
        asked += [*fields(content["schema"], described)]
    nameless = [n for n, f in asked if not HAN.search(f"{f.get('title')}{f.get('description')}")]
    assert not nameless
    body = asked[len(operation.get("parameters", ())) :]
    assert not [n for n, f in body if not HAN.search(f.get("title", ""))]
    assert not [n for n, f in body if not ("examples" in f or "const" in f)]


# -- the description as a document


def test_the_description_is_of_openapi_3_1_and_its_acts_have_names_of_their_own(
    described: dict[str, Any],
) -> None:
    assert described["openapi"].startswith("3.1.")
    assert described["info"].keys() >= {"title", "version"}
    names = [one["operationId"] for path in described["paths"].values() for one in path.values()]
    assert len(names) == len(set(names)) >= len(ROUTES)
    assert described["paths"].keys() == {route.path for route in ROUTES}


def test_gaps_of_a_path_are_its_parameters(described: dict[str, Any]) -> None:
    for path, operations in described["paths"].items():
        for one in operations.values():
            told = {p["name"] for p in one.get("parameters", ()) if p["in"] == "path"}
            assert told == set(re.findall(r"\{(.*?)\}", path))
            assert one["responses"]
            assert all(answer["description"] for answer in one["responses"].values())


def test_every_act_on_a_file_may_say_by_which_page_it_goes(described: dict[str, Any]) -> None:
    acts = [
        one["post"]
        for path, one in described["paths"].items()
        if "{case_id}" in path and "post" in one
    ]
    assert acts
    assert all([p["name"] for p in act["parameters"]].count("If-Match") == 1 for act in acts)


def walk(node: object) -> Iterator[dict[str, Any]]:
    """Every object in the document."""
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from walk(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from walk(inner)


def leads_somewhere(described: dict[str, Any], ref: str) -> bool:
    """Whether the document has what `ref` names."""
    here: Any = described
    for step in ref.removeprefix("#/").split("/"):
        if not isinstance(here, dict) or step not in here:
            return False
        here = here[step]
    return True


def test_whatever_is_referred_to_is_there(described: dict[str, Any]) -> None:
    refs = {ref for node in walk(described) if isinstance(ref := node.get("$ref"), str)}
    assert refs
    assert [ref for ref in sorted(refs) if not leads_somewhere(described, ref)] == []


def test_every_schema_is_one_and_every_example_is_an_example_of_it(
    described: dict[str, Any],
) -> None:
    registry: Registry[Any] = Registry().with_resource(
        "urn:hub", Resource(contents=described, specification=DRAFT202012)
    )

    def check(schema: dict[str, Any], example: object) -> None:
        # What a schema refers to, it looks for in the whole document.
        text = {"$id": "urn:hub:here", **_absolute(schema)}
        Draft202012Validator(text, registry=registry).validate(example)

    for schema in described["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
        for field in schema.get("properties", {}).values():
            for example in field.get("examples", ()):
                check(field, example)
    for node in walk(described["paths"]):
        if "schema" in node and "example" in node:
            check(node["schema"], node["example"])


def _absolute(node: Any) -> Any:  # noqa: ANN401 - any piece of JSON
    if isinstance(node, dict):
        return {
            key: f"urn:hub{value}" if key == "$ref" else _absolute(value)
            for key, value in node.items()
        }
    return [_absolute(one) for one in node] if isinstance(node, list) else node
