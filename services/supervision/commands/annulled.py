"""复议决定被撤销之后: over what fell nobody's performance is watched (RULES 92; ALL 70)."""

from services.supervision.commands.taking_over import bound_by
from services.supervision.store import WATCHES, owed_by_organ, watch_of
from shared.contracts.fact import CLOCK
from shared.contracts.reconsideration.aftermath import AftermathOpened, DecisionAnnulled
from shared.contracts.supervision import WatchEnded
from shared.work import Work


def follow_annulled(work: Work, annulled: DecisionAnnulled | AftermathOpened) -> None:
    """终止履行监督, of each respondent: the decision was withdrawn (RULES 92; ALL 70).

    Nobody promises that a service is heard before the withdrawal of what was served: where none is
    watched yet, the end is kept, and a service that is heard later opens nothing. Of a decision
    that gives nobody anything to perform no service opens one (ARL 77), so nothing is kept.
    """
    about = annulled.about
    together = bound_by(work, watch_of(about))
    apart = (one for one in annulled.joint if one not in together)
    for over in (about, *(owed_by_organ(about, one) for one in apart)):
        if annulled.obliges is False and work.find(WATCHES, watch_of(over)) is None:
            continue
        file = work.open(WATCHES, watch_of(over), annulled.head.dispute_id)
        if not file.is_closed:
            watched = about if file.state is None else None
            work.record(file, WatchEnded(head=work.head(file, by=CLOCK), watched=watched))
