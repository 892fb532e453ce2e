"""法律服务台 over HTTP: open to everyone, with problems that say what a field would change."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from deploy.lawdesk import questions
from deploy.lawdesk.routes import LONGEST
from deploy.web import make_app
from shared.settings import Settings


@pytest.fixture
async def anyone() -> AsyncIterator[httpx.AsyncClient]:
    """Somebody without a token, at a web part without a hub."""
    transport = httpx.ASGITransport(app=make_app(Settings()), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://hub") as client:
        yield client


async def test_the_desk_lists_every_question_with_its_facts(anyone: httpx.AsyncClient) -> None:
    listed = (await anyone.get("/law")).json()["questions"]
    assert [one["name"] for one in listed] == [one.name for one in questions()]
    assert all(field["says"] and field["changes"] for one in listed for field in one["facts"])


async def test_anyone_may_ask_by_a_form_or_by_the_address_alone(anyone: httpx.AsyncClient) -> None:
    asked = {"procedure": "ordinary", "article": "ARL 48"}
    by_form = await anyone.post("/law/rules", json=asked)
    by_address = await anyone.get("/law/rules", params=asked)
    assert by_form.status_code == by_address.status_code == 200
    assert by_form.json() == by_address.json()
    assert by_form.json()["result"] == "found"


@pytest.mark.parametrize("way", ["form", "address"])
async def test_an_unknown_field_is_a_problem_that_says_what_was_meant(
    way: str, anyone: httpx.AsyncClient
) -> None:
    asked = {"procedur": "ordinary"}
    said = await (
        anyone.post("/law/rules", json=asked)
        if way == "form"
        else anyone.get("/law/rules", params=asked)
    )
    assert said.status_code == 422
    assert said.headers["content-type"] == "application/problem+json"
    (fault,) = said.json()["fields"]
    assert (fault["place"], fault["pointer"]) == (
        "body" if way == "form" else "query",
        "#/procedur",
    )
    assert "procedure" in fault["message"]
    assert fault["changes"] == "只列这个程序的期限"


async def test_facts_that_name_what_there_is_not_are_the_same_problem(
    anyone: httpx.AsyncClient,
) -> None:
    said = await anyone.post("/law/rules", json={"procedure": "nosuch"})
    assert said.status_code == 422
    assert said.json()["fields"][0]["pointer"] == "#/procedure"


@pytest.mark.parametrize("body", [b"{no json", b"[]", b""])
async def test_a_body_that_is_no_form_is_a_problem(body: bytes, anyone: httpx.AsyncClient) -> None:
    headers = {"content-type": "application/json"}
    said = await anyone.post("/law/rules", content=body, headers=headers)
    assert (said.status_code, said.json()["type"]) == (422, "urn:hub:problem:malformed")


async def test_more_than_anyone_can_have_to_say_is_not_read(anyone: httpx.AsyncClient) -> None:
    said = await anyone.post("/law/rules", content=b"x" * (LONGEST + 1))
    assert (said.status_code, said.json()["type"]) == (413, "urn:hub:problem:too-large")


async def test_an_answer_without_a_date_has_no_picture(anyone: httpx.AsyncClient) -> None:
    said = await anyone.get("/law/rules", params={"svg": "true"})
    assert said.status_code == 404


async def test_the_picture_of_the_first_period_can_be_asked_for(anyone: httpx.AsyncClient) -> None:
    asked = {"rule": "ordinary.decide", "start": "2026-09-28"}
    said = await anyone.post("/law/deadline", params={"svg": "true"}, json=asked)
    assert (said.status_code, said.headers["content-type"]) == (200, "image/svg+xml")
    assert said.text.startswith("<svg")


async def test_an_answer_that_has_not_changed_is_not_sent_again(anyone: httpx.AsyncClient) -> None:
    first = await anyone.get("/law/rules")
    again = await anyone.get("/law/rules", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_question_is_described_with_its_form_its_example_and_its_errors() -> None:
    paths: dict[str, Any] = make_app(Settings()).openapi()["paths"]
    for one in questions():
        post = paths[f"/law/{one.name}"]["post"]
        assert {"200", "404", "413", "422"} <= post["responses"].keys()
        content = post["requestBody"]["content"]["application/json"]
        assert content["examples"]["例"]["value"] == dict(one.example)
