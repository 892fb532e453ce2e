"""The rules for the books that hold for every office."""

from collections.abc import Iterable
from typing import Final

from shared.office import Office, Rule
from shared.parking import register_shelf
from shared.verify.find import asks
from shared.verify.heard import heard_rule
from shared.verify.topics import Topics
from shared.verify.walk import Walk
from shared.work import Hub

WARNINGS: Final = frozenset({"late"})
"""Rules that tell of work to be done and not of books that disagree."""

PAGES: Final = """
SELECT case_id FROM (
  SELECT case_id, count(*) AS pages, min(version) AS first, max(version) AS last
  FROM hub.outbox GROUP BY case_id
) o FULL JOIN hub.file f USING (case_id)
WHERE first IS DISTINCT FROM 1 OR pages IS DISTINCT FROM last OR version IS DISTINCT FROM last
"""

POSITIONS: Final = """
SELECT coalesce(o.case_id::text, 'seq ' || coalesce(p.seq, u.seq)) FROM hub.outbox o
FULL JOIN hub.position p ON p.seq = o.seq FULL JOIN hub.unsent u ON u.seq = coalesce(o.seq, p.seq)
WHERE o.seq IS NULL OR (p.seq IS NULL) = (u.seq IS NULL)
UNION ALL
SELECT 'position ' || position FROM (
  SELECT position, lag(position, 1, 0) OVER (ORDER BY position) AS before FROM hub.position
) n WHERE position <> before + 1
"""

INBOX: Final = """
SELECT i.case_id FROM hub.inbox i LEFT JOIN hub.outbox o USING (case_id, version)
WHERE o.seq IS NULL
"""

REFUSALS: Final = """
WITH refusal AS (
  SELECT case_id, office, (body::jsonb ->> 'heard_case_id')::uuid AS heard,
         (body::jsonb ->> 'heard_version')::int AS page
  FROM hub.outbox WHERE kind = 'clock.refused.v1'
)
SELECT r.case_id FROM refusal r LEFT JOIN hub.inbox i
  ON i.case_id = r.heard AND i.version = r.page AND i.consumer LIKE '%.' || r.office || '.office'
WHERE i.consumer IS NULL
UNION ALL
SELECT min(case_id::text)::uuid FROM refusal GROUP BY office, heard, page HAVING count(*) > 1
"""

LATE: Final = """
SELECT case_id FROM hub.deadline
WHERE ended IS NULL
  AND until < now() + (SELECT shift FROM hub.clock) - interval '1 minute'
"""


def general_rules(
    hub: Hub, offices: Iterable[Office], prefix: str, kafka: str | None = None
) -> tuple[Rule, ...]:
    """Every general rule, for one check; topics are read only when the broker's address is given.

    States and deadlines share one walk, so these rules are asked once.
    """
    known = tuple(offices)
    registers = {(one.name, "parked"): register_shelf(one.name) for one in known}
    walk = Walk({**hub.shelves, **registers}, hub.calendar)
    topics = (
        Rule(
            name="topics",
            says="已发事实都在所属机构的主题中，次序和内容与发件箱一致",
            check=Topics(kafka, prefix).check,
        ),
    )
    return (
        asks("pages", "每份案卷的页码从1起连续，与案卷登记的页数一致", PAGES),
        asks("positions", "每页事实都有流位或者待发，流位从1起连续", POSITIONS),
        *(topics if kafka else ()),
        asks("inbox", "收件登记的每一页都在发件箱中", INBOX),
        heard_rule(known, prefix),
        asks("refusals", "每项依法不予办理都对应一页收件，且只记一次", REFUSALS),
        Rule(name="states", says="案卷与逐页推演的结果一致", check=walk.states),
        Rule(name="deadlines", says="正在计算的期限与程序表的要求一致", check=walk.deadlines),
        Rule(name="dates", says="在走期限的届满之日与其起算、停止、延长相符", check=walk.dates),
        Rule(name="owing", says="期限约束谁、逾期后何时不再欠，与逐页推演一致", check=walk.owing),
        asks("late", "没有届满超过一分钟而未记录的期限", LATE),
    )
