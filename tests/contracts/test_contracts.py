"""契约: what was promised of every fact, its term and its article."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from deploy.asyncapi import document
from shared.contracts.catalogue import KINDS, Unreadable, people_in, read, wording
from shared.contracts.fact import Fact
from shared.law.article import STATUTES, Article
from tests.contracts import promises

CITED = re.compile(r"(?P<key>[A-Z_]+\d*) (?P<number>\d+)")


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_fact_is_the_one_promised(kind: str) -> None:
    """与基准一致；兼容的改动以 python -m tests.contracts.promises 写入."""
    kept = promises.kept(kind)
    assert kept is not None, "new: python -m tests.contracts.promises"
    assert promises.broken(kept["schema"], promises.schema_of(KINDS[kind])) == []
    assert kept["schema"] == promises.schema_of(KINDS[kind]), "python -m tests.contracts.promises"


def test_no_promised_fact_has_gone() -> None:
    """旧事实永远可读."""
    assert {path.stem for path in promises.FOLDER.glob("*.json")} <= set(KINDS)


@pytest.mark.parametrize("path", sorted(promises.FOLDER.glob("*.json")), ids=lambda p: p.stem)
def test_a_message_of_old_still_reads_and_meets_its_schema(path: Path) -> None:
    kept = json.loads(path.read_text())
    jsonschema.validate(kept["message"], kept["schema"])
    fact = read(path.stem, json.dumps(kept["message"]))
    assert (fact.kind, type(fact)) == (path.stem, KINDS[path.stem])
    jsonschema.validate(json.loads(fact.model_dump_json()), promises.schema_of(type(fact)))


Schema = dict[str, Any]
REFUSED: dict[str, Callable[[Schema, Schema], object]] = {
    "field gone": lambda fields, _: fields.pop("department"),
    "field renamed": lambda fields, _: fields.update(organ=fields.pop("department")),
    "another type": lambda fields, _: fields["department"].update(type="integer"),
    "another format": lambda fields, _: fields["opinion_id"].update(format="date"),
    "new field that old messages lack": lambda fields, _: fields.update(note={"type": "string"}),
    "value gone": lambda _, parts: parts["Finding"]["enum"].remove("partly"),
    "inner field gone": lambda _, parts: parts["Head"]["properties"].pop("by"),
    "no longer null": lambda _, parts: parts["Head"]["properties"]["moment"]["anyOf"].pop(),
    "no longer optional": lambda _, parts: parts["Head"]["properties"]["moment"].pop("default"),
}
BORNE: dict[str, Callable[[Schema, Schema], object]] = {
    "new field with a default": lambda fields, _: fields.update(
        note={"type": "string", "default": ""}
    ),
    "new value": lambda _, parts: parts["Finding"]["enum"].append("referred"),
}


def _changed(change: Callable[[Schema, Schema], object]) -> tuple[Schema, Schema]:
    """A promised schema, and one that somebody has changed."""
    old = promises.schema_of(KINDS["routing.answered.v1"])
    new = copy.deepcopy(old)
    change(new["properties"], new["$defs"])
    assert new != old
    return old, new


@pytest.mark.parametrize("change", REFUSED)
def test_an_incompatible_change_is_refused(change: str) -> None:
    """不兼容的改动须另立 v2."""
    assert promises.broken(*_changed(REFUSED[change]))


@pytest.mark.parametrize("change", BORNE)
def test_a_change_that_old_messages_bear_is_let_pass(change: str) -> None:
    assert promises.broken(*_changed(BORNE[change])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_has_a_chinese_term_and_articles_that_exist(kind: str) -> None:
    """每个事实有中文名称和依据."""
    said = wording(kind)
    assert re.search(r"[\u4e00-\u9fff]", said.term), kind
    cited = [Article.parse(found[0]) for found in CITED.finditer(said.articles)]
    assert cited, kind
    assert all(one.statute.key in STATUTES for one in cited)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_names_its_office_and_version(kind: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+\.v[1-9]\d*", kind)
    assert KINDS[kind].model_fields["kind"].default == kind


def test_what_nobody_knows_is_unreadable_and_its_words_are_not_repeated() -> None:
    with pytest.raises(Unreadable, match=r"routing\.nothing\.v1"):
        read("routing.nothing.v1", "{}")
    with pytest.raises(Unreadable) as told:
        read("routing.checked_in.v1", '{"department": {"name": "张三"}}')
    assert "head" in str(told.value)
    assert "张三" not in str(told.value)


def test_a_field_that_we_do_not_know_is_left_out() -> None:
    kept = promises.kept("routing.checked_in.v1")
    assert kept is not None
    fact = read("routing.checked_in.v1", json.dumps({**kept["message"], "mood": "fine"}))
    assert isinstance(fact, Fact)
    assert "mood" not in fact.model_dump_json()


def test_fields_that_hold_ids_of_people_are_known_as_such() -> None:
    """人员标识只给办案人员."""
    assert people_in("intake.registered.v1") == {"parties"}
    assert people_in("adjudication.ruled.v1") == {"obliged"}
    assert people_in("supervision.watch_opened.v1") == frozenset()
    assert people_in("supervision.alert_raised.v1") == frozenset()
    assert "applicants" in people_in("reconsideration.received.v1")
    assert people_in("reconsideration.agent_named.v1") == {"agent", "principal"}
    assert people_in("reconsideration.applicant_succeeded.v1") == {"applicant", "successors"}
    assert people_in("reconsideration.cases_joined.v1") == frozenset()


def test_asyncapi_tells_every_fact_on_the_topic_of_its_office() -> None:
    told = document("hub")
    assert told["asyncapi"] == "3.0.0"
    assert set(told["components"]["messages"]) == set(KINDS)
    for kind, fact in KINDS.items():
        office = fact.office()
        homes = {name for name, one in told["channels"].items() if kind in one["messages"]}
        assert homes == ({office} if office in told["channels"] else set(told["channels"]))


def test_every_reference_in_asyncapi_leads_somewhere() -> None:
    told = document("hub")
    refs = set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(told)))
    assert refs
    for ref in refs:
        here: Any = told
        for step in ref.split("/"):
            here = here[step]
