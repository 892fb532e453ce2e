"""Lets routing hear what it would hear from Kafka, in a test on PostgreSQL alone."""

from collections.abc import Mapping
from functools import partial

from services.routing.agents import LISTENS
from shared.contracts.catalogue import read
from shared.contracts.fact import Fact
from shared.labels import labels_in
from shared.work import Act, Hub
from shared.work.act import Message

LABELS = {
    "county": "620702",
    "window": "620702100-window-1",
    "number": "620702-20261123-0000001-5",
    "matter": "linli",
}


async def hear(hub: Hub, fact: Fact, labels: Mapping[str, str] = LABELS) -> None:
    """Let routing hear a fact, as the mailroom does."""
    heard = LISTENS[type(fact)]
    do = partial(_handle, heard.handler, fact)
    await hub.act(Act(do=do, files=tuple(heard.files(fact)), labels=labels))


async def hear_all(hub: Hub) -> None:
    """Let routing hear its own pages that it has not heard, until there is nothing new."""
    while rows := await hub.pool.fetch(UNHEARD, [kind.kind_name() for kind in LISTENS]):
        for row in rows:
            fact = read(row["kind"], row["body"])
            heard = LISTENS[type(fact)]
            act = Act(
                do=partial(_handle, heard.handler, fact),
                files=tuple(heard.files(fact)),
                labels=labels_in(row["labels"]),
                heard=Message("hub.routing.office", fact.head.case_id, fact.head.version),
            )
            await hub.act(act)


UNHEARD = """
SELECT o.kind, o.body, o.labels FROM hub.outbox o
WHERE o.kind = ANY($1::text[]) AND NOT EXISTS (
  SELECT FROM hub.inbox i WHERE i.case_id = o.case_id AND i.version = o.version)
ORDER BY o.seq
"""


def _handle(handler, fact, work):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - as they come
    handler(work, fact)
