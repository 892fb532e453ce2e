"""行政复议决定书: what was decided of one act is printed as of several (ARL 71, 72, 75)."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from services.reconsideration.papers.making import paper_of
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.sorts import SORTS
from shared.contracts.reconsideration import Compensation, DecisionMade, Outcome
from shared.contracts.reconsideration.findings import CompensationManner
from shared.contracts.reconsideration.judged import Breach, Disposition, FindingsRecorded
from tests.reconsideration.makers import head, received
from tests.reconsideration.papered import made_of, says

O = Outcome  # noqa: E741 - a table of outcomes is read, not searched
GIVEN_BACK = "责令返还财产、解除措施或者赔偿相应的价款"


def decided(*said: Disposition, on: str = "2026-03-05", **found: Any) -> Matter:  # noqa: ANN401 - as found
    """A decision that says this of each act, of the first of which this was found."""
    matter = made_of(DecisionMade, on, outcome=said[0].outcome, dispositions=said)
    of = FindingsRecorded.model_validate(
        {
            "head": head(received().case, "2026-03-04"),
            "findings": [
                {"text_id": uuid4(), **(found if n == 0 else {})} for n in range(len(said))
            ],
        }
    )
    return replace(matter, facts=[*matter.facts[:-1], of, matter.facts[-1]])


@pytest.mark.parametrize(
    ("outcome", "compensation", "printed"),
    [
        pytest.param(
            *(O.REVOKED, Compensation.RESTORED),
            f"综上，本机关决定：撤销该行政行为，责令被申请人重新作出行政行为，{GIVEN_BACK}。",
            id="property is given back",
        ),
        pytest.param(
            *(O.UPHELD, Compensation.REJECTED),
            "综上，本机关决定：维持该行政行为，驳回行政赔偿请求。",
            id="a claim is rejected",
        ),
        pytest.param(
            *(O.REVOKED, Compensation.GRANTED),
            "综上，本机关决定：撤销该行政行为，责令被申请人重新作出行政行为，依法给予赔偿。",
            id="a claim is granted",
        ),
    ],
)
def test_a_decision_on_one_act_orders_what_was_decided_of_compensation(
    outcome: Outcome, compensation: Compensation, printed: str
) -> None:
    """决定书写明同时责令返还、驳回赔偿请求、给予赔偿，一项的与几项的一样 (ARL 72, 75)."""
    one = Disposition(outcome=outcome, redo=outcome is O.REVOKED, compensation=compensation)
    alone = says(paper_of(SORTS["decision"], decided(one)))
    assert printed in alone
    assert "逐项决定" not in alone
    two = says(paper_of(SORTS["decision"], decided(one, Disposition(outcome=O.UPHELD))))
    assert printed.replace("综上，本机关决定：", "综上，本机关逐项决定：\n第1项：") in two


def test_what_is_owed_beside_the_end_of_an_agreement_is_printed_by_the_regulation() -> None:
    """解除行政协议的补救、赔偿依实施条例第六十二条第五项，不依第七十一条 (ARR2026 62)."""
    paid = Disposition(
        outcome=O.AGREEMENT_ENDED,
        remedial=True,
        compensation=Compensation.GRANTED,
        compensation_manner=CompensationManner.PAYMENT,
        compensation_yuan="30000",
    )
    found = {"breach": Breach.VOIDABLE, "compensation_due": True}
    said = says(paper_of(SORTS["decision"], decided(paid, on="2026-07-06", **found)))
    law = "《中华人民共和国行政复议法实施条例》第六十二条第（五）项"
    assert f"被申请人应当采取补救措施（{law}）" in said
    assert f"被申请人应当支付赔偿金30000元（{law}）" in said
    assert "第七十一条" not in said


def test_what_a_breach_owes_is_printed_by_the_article_on_agreements() -> None:
    """行政协议的补救、赔偿依第七十一条第一款，请求的赔偿依第七十二条 (ARL 71, 72)."""
    paid = Disposition(
        outcome=O.REVOKED,
        remedial=True,
        compensation=Compensation.GRANTED,
        compensation_manner=CompensationManner.PAYMENT,
        compensation_yuan="30000",
    )
    breach = {"breach": Breach.UNLAWFUL_CHANGE, "compensation_due": True}
    said = says(paper_of(SORTS["decision"], decided(paid, **breach)))
    law = "《中华人民共和国行政复议法》第七十一条第一款"
    assert f"被申请人应当采取补救措施（{law}）" in said
    assert f"被申请人应当支付赔偿金30000元（{law}）" in said
    assert "第七十二条" not in said
    back = says(paper_of(SORTS["decision"], decided(paid, **breach, property_taken=True)))
    assert f"被申请人应当支付赔偿金30000元（{law}）" in back
    asked = says(paper_of(SORTS["decision"], decided(paid, **breach, compensation_asked=True)))
    assert "被申请人应当支付赔偿金30000元（《中华人民共和国行政复议法》第七十二条第一款）" in asked
