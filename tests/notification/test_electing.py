"""推选代表人通知: the body is told who speaks for a side, once all of it have elected (ARL 15)."""

import pytest

from services.notification.domain.making import notices
from services.notification.domain.table import TABLE
from services.notification.domain.told import Desk, Weight
from shared.contracts.reconsideration import Standing
from shared.contracts.reconsideration.people import RepresentativesChosen, RepresentativesElected
from tests.notification.test_table import of
from tests.reconsideration.makers import ANNA, AUTHORITY, PAPER
from tests.routing.cases import head


@pytest.mark.parametrize("standing", [Standing.APPLICANT, Standing.THIRD])
def test_the_body_is_told_that_a_side_has_elected_and_not_of_each_word(standing: Standing) -> None:
    """推选出代表人的通知复议机构，各人尚未一致的推选不生效，不通知 (ARL 15; RULES 75, 173)."""
    said = {"head": head(2), "standing": standing, "representatives": (ANNA,), "text_id": PAPER}
    elected = RepresentativesElected.model_validate({**said, "signed_by_all": True})
    [notice] = notices(of(elected, authority=AUTHORITY))
    assert notice.says == "申请人或者第三人推选出代表人，以后由其代表参加，请核对"
    assert (notice.recipient.role, notice.weight) == (Desk.RECONSIDERATION, Weight.KNOWN)
    assert RepresentativesChosen not in {row.kind for row in TABLE}
